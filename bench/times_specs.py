"""How far times and amounts cover the cases that Recognizers-Text specifies for English, by kind of expression.

    PYTHONPATH=src python bench/times_specs.py [FOLDER] [--misses KIND]

FOLDER holds the specifications (MIT, microsoft/Recognizers-Text, `Specs`; usually ../shared/data/times/specs).
They are commands to an assistant ("I'll go back Oct2"), not news: the table shows what is covered, it is no target.
found: something overlaps the expected words. right: the interval is the expected one, past or future (a duration or
set: the TIMEX value; a number: the value, a range: both ends).
--misses prints what is not right of one kind.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import re
from datetime import date, timedelta
from typing import Any

from readout.analysis.amounts import find_amounts
from readout.analysis.times import find_times
from readout.types import Article, Block, BlockKind, Cited

HERE = pathlib.Path(__file__).resolve().parents[2] / "shared" / "data" / "times" / "specs"
TIMES = ("Date", "DatePeriod", "DateTime", "DateTimePeriod", "Duration", "Holiday", "Set", "Time", "TimePeriod")
AMOUNTS = (
    *(("Number", "Number"), ("Number", "NumberRange"), ("Number", "Percent"), ("NumberWithUnit", "Currency")),
    *(("NumberWithUnit", "Dimension"), ("NumberWithUnit", "Age"), ("NumberWithUnit", "Temperature")),
)


def read(path: pathlib.Path) -> list[dict[str, Any]]:
    return [case for case in json.loads(path.read_text(encoding="utf-8-sig")) if case["Results"]]


def article(case: dict[str, Any]) -> Article:
    text = case["Input"]
    written = case.get("Context", {}).get("ReferenceDateTime", "2016-11-07")[:10]
    block = Block(start=0, end=len(text), kind=BlockKind.BODY)
    return Article(
        id="x", uri="x", text=text, blocks=(block,), language="en", published=Cited(value=written, where="given")
    )


def place(result: dict[str, Any]) -> tuple[int, int]:
    start = result["Start"]
    return start, start + result["Length"] if "Length" in result else result["End"] + 1


def intervals(value: dict[str, Any]) -> set[tuple[str, str]]:
    """The expected intervals with both ends in, past and future."""
    found = set()
    for side in ("PastResolution", "FutureResolution"):
        told = value.get(side, {})
        day = told.get("date") or told.get("dateTime")
        low, high = told.get("startDate") or told.get("startDateTime"), told.get("endDate") or told.get("endDateTime")
        if day:
            found.add((day[:10], day[:10]))
        elif low and high:
            last = date.fromisoformat(high[:10])
            found |= {(low[:10], last.isoformat()), (low[:10], (last - timedelta(days=1)).isoformat())}
    return found


def time_is_right(result: dict[str, Any], near: list[Any]) -> bool:
    value = result["Value"]
    if not isinstance(value, dict):
        return False
    timex = str(value.get("Timex", ""))
    if any(one.value == timex for one in near):
        return True
    expected = intervals(value)
    clock = re.search(r"T\d\d(?::\d\d)?", timex)
    if not expected:
        return bool(clock) and any(clock[0][:3] in one.value for one in near)
    lows = [one.range.first[:10] for one in near if one.range and one.range.first]
    highs = [one.range.last[:10] for one in near if one.range and one.range.last]
    return bool(lows and highs) and (min(lows), max(highs)) in expected


def number_is_right(result: dict[str, Any], near: list[Any]) -> bool:
    value = str((result.get("Resolution") or {}).get("value", "")).rstrip("%")
    ends = re.fullmatch(r"([\[(])(.*),(.*)([\])])", value)
    try:
        low, high = (ends[2], ends[3]) if ends else (value, value)
        wanted = (float(low) if low else None, float(high) if high else None)
    except ValueError:
        return False
    return any(close(one.range.low, wanted[0]) and close(one.range.high, wanted[1]) for one in near)


def close(a: float | None, b: float | None) -> bool:
    return a == b or (a is not None and b is not None and abs(a - b) <= 1e-5 * max(1.0, abs(b)))


def score(path: pathlib.Path, kind: str, misses: str | None, *, times: bool) -> tuple[int, int, int]:
    total = found = right = 0
    for case in read(path):
        whole = article(case)
        items = find_times(whole) if times else find_amounts(whole)
        for result in case["Results"]:
            start, end = place(result)
            near = [one for one in items if one.span.start < end and start < one.span.end]
            good = bool(near) and (time_is_right(result, near) if times else number_is_right(result, near))
            total, found, right = total + 1, found + bool(near), right + good
            if misses == kind and not good:
                print(case["Input"], "|", result.get("Text"), "|", result.get("Value") or result.get("Resolution"))
    return total, found, right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=pathlib.Path, default=HERE)
    parser.add_argument("--misses", metavar="KIND")
    options = parser.parse_args()
    print("| kind | cases | found | right |\n|---|---|---|---|")
    files = [(kind, options.folder / "DateTime" / "English" / f"{kind}Parser.json", True) for kind in TIMES]
    files += [(kind, options.folder / group / "English" / f"{kind}Model.json", False) for group, kind in AMOUNTS]
    for kind, path, times in files:
        total, found, right = score(path, kind, options.misses, times=times)
        print(f"| {kind} | {total} | {found / total:.0%} | {right / total:.0%} |")


if __name__ == "__main__":
    main()
