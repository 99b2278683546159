"""What every chapter costs on a pile: CPU time an article, articles a second, and the memory needed so far.

    PYTHONPATH=src python bench/chapters.py PATH... [--profile FILE]

Runs `readout report` in this process, with a stopwatch around each verb of the pipeline. CPU time is counted, so other
work on the machine does not matter much. `inside` marks a verb that is also part of a line above it. With --profile,
cProfile's figures go to FILE (its own cost is then part of the times).
"""

from __future__ import annotations

import argparse
import cProfile
import resource
import time
from collections import Counter
from typing import TYPE_CHECKING, Any

from readout import pipeline
from readout.analysis import accounts
from readout.exporters.html import export_html
from readout.exporters.json import export_json
from readout.language.parser import load_network
from readout.readers import read_pages

if TYPE_CHECKING:
    from collections.abc import Callable

STAGES = (
    ("extract_page", ""),
    ("find_copies", ""),
    ("refine_blocks", ""),
    ("group_stories", ""),
    ("annotate_fully", ""),
    ("parse_articles", "inside"),
    ("find_entities", "inside"),
    ("find_statements", "inside"),
    ("find_times", "inside"),
    ("find_amounts", "inside"),
    ("compile_dossier", ""),
    ("unify_names", "inside"),
    ("trace_origins", "inside"),
    ("link_utterances", "inside"),
    ("survey_accounts", "inside"),
    ("order_events", "inside"),
)
seconds: Counter[str] = Counter()
peaks: dict[str, float] = {}


def megabytes() -> float:
    """The most memory this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def timed(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
    """The same function with a stopwatch."""

    def run(*args: Any, **kwargs: Any) -> Any:
        began = time.process_time()
        try:
            return work(*args, **kwargs)
        finally:
            seconds[name] += time.process_time() - began
            peaks[name] = megabytes()

    return run


def show(name: str, note: str, articles: int) -> None:
    spent = seconds[name]
    rate = f"{articles / spent:>12.0f}" if spent >= 0.01 else " " * 12
    print(f"{name:<18}{note:<8}{spent:>8.2f}{1000 * spent / articles:>12.2f}{rate}{peaks[name]:>9.0f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--profile", metavar="FILE")
    options = parser.parse_args()
    timed("load", load_network)()
    for name, _ in STAGES:
        home = accounts if name == "survey_accounts" else pipeline  # that one is imported only when it is needed
        setattr(home, name, timed(name, getattr(home, name)))
    profile = cProfile.Profile()
    if options.profile:
        profile.enable()
    began = time.process_time()
    report = timed("report", pipeline.compile_report)(read_pages(options.paths))
    export = timed("export_json", export_json)(report)
    page = timed("export_html", export_html)(report)
    total = time.process_time() - began
    if options.profile:
        profile.disable()
        profile.dump_stats(options.profile)
    stories = [dossier.material for dossier in report.dossiers]
    articles = sum(len(material.annotations) for material in stories) or 1
    characters = sum(len(annotation.article.text) for material in stories for annotation in material.annotations)
    print(
        f"{articles} articles of {characters / articles:.0f} characters, {len(stories)} stories, "
        f"{len(report.failures)} failures; JSON {len(export) / 1e6:.1f} MB, HTML {len(page) / 1e6:.1f} MB"
    )
    print(f"{'verb':<26}{'CPU s':>8}{'ms/article':>12}{'articles/s':>12}{'peak MB':>9}")
    for name, note in (("load", ""), *STAGES, ("export_json", ""), ("export_html", "")):
        show(name, note, articles)
    seconds["all"], peaks["all"] = total, megabytes()
    show("all", "", articles)


if __name__ == "__main__":
    main()
