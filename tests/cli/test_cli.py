"""The command line: data on stdout, everything else on stderr, and errors in one line. All texts are invented."""

import json
import os
import subprocess
import sys

import pytest

WIRE = (
    "PORT ALDER, May 3, 2031 (Example Wire) - At least 12 people were hurt on Tuesday when a ferry ran aground, "
    "the coast guard said.\n\n"
    '"We are still counting," said Ines Okafor, the harbour master.\n\n'
    "The owner denied that the ferry had been overloaded.\n"
)


def run(*arguments, stdin=None):
    return subprocess.run(
        [sys.executable, "-m", "readout", *arguments],
        input=stdin,
        capture_output=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def pile(tmp_path):
    (tmp_path / "one.txt").write_text("Ferry runs aground\n\n" + WIRE, encoding="utf-8")
    (tmp_path / "two.txt").write_text("Many hurt as ferry runs aground\n\n" + WIRE, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    return tmp_path


def test_report_as_json_holds_stories_and_failures(pile):
    done = run("report", str(pile), "--format", "json", "-q")
    assert done.returncode == 0, done.stderr
    assert done.stderr == b""
    report = json.loads(done.stdout)
    assert [len(story["articles"]) for story in report["stories"]] == [2]
    assert [failure["stage"] for failure in report["failures"]] == ["read"]


def test_the_ending_of_the_output_file_chooses_the_format(pile, tmp_path):
    target = tmp_path / "out.json"
    assert run("report", str(pile), "-o", str(target), "-q").returncode == 0
    assert "stories" in json.loads(target.read_text(encoding="utf-8"))


def test_annotate_gives_one_object_per_input_in_order_failures_included():
    lines = [{"id": "x", "text": WIRE}, {"id": "y"}, {"id": "z", "text": WIRE}]
    stdin = "\n".join(map(json.dumps, lines)) + "\n{broken\n"
    done = run("annotate", "-", stdin=stdin.encode())
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [item["id"] for item in found][:3] == ["x", "y", "z"]
    assert [bool(item["failure"]) for item in found] == [False, True, False, True]
    assert found[0]["text"] == WIRE


def test_stories_gives_a_line_per_input_in_order(pile):
    lines = [{"id": "b", "text": WIRE}, {"id": "a", "text": WIRE}]
    done = run("stories", "-", "-q", stdin="\n".join(map(json.dumps, lines)).encode())
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [item["id"] for item in found] == ["b", "a"]
    assert found[0]["story"] == found[1]["story"]


def test_copies_gives_the_pair(pile):
    done = run("copies", str(pile), "-q")
    (pair,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert pair["relation"] == "copy"
    assert pair["passages"]
    assert done.stderr.decode().startswith("readout: empty.txt: ")
    assert done.stderr.count(b"\n") == 1


def test_of_many_that_cannot_be_read_the_first_are_named_and_all_counted(tmp_path):
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text("", encoding="utf-8")
    told = run("copies", str(tmp_path), "-q").stderr.decode().splitlines()
    assert 1 < len(told) < 30
    assert told[-1] == "readout: 30 inputs could not be read"


@pytest.mark.parametrize(
    "arguments",
    [
        ["report", "/no/such/folder"],
        ["report", "a" * 5000],
        ["report", "{pile}", "-o", "a" * 5000 + "/report.html"],
        ["report", "{pile}", "--format", "pdf"],
        ["report", "{pile}", "-o", "report.pdf"],
        ["report", "{pile}", "-o", "/no/such/folder/report.html"],
        ["report", "{pile}", "--pipeline", "no_such_pipeline"],
        ["report"],
        ["frobnicate"],
    ],
)
def test_what_the_user_did_wrong_is_short_and_ends_with_code_2(arguments, pile):
    done = run(*(argument.replace("{pile}", str(pile)) for argument in arguments))
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_pile_of_which_nothing_can_be_used_ends_with_code_1(tmp_path):
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    done = run("report", str(tmp_path), "--format", "json", "-q")
    assert done.returncode == 1
    assert json.loads(done.stdout)["failures"]


def test_a_closed_pipe_is_no_error(pile):
    command = f"{sys.executable} -m readout report {pile} --format json -q | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_diff_shows_the_edits_between_two_files(pile):
    (pile / "two.txt").write_text(
        "Many hurt as ferry runs aground\n\n" + WIRE.replace("12 people", "15 people"), encoding="utf-8"
    )
    done = run("diff", str(pile / "one.txt"), str(pile / "two.txt"))
    assert done.returncode == 0, done.stderr
    text = done.stdout.decode()
    assert "12" in text
    assert "15" in text
    assert "number" in text


def test_diff_of_unrelated_articles_says_so_and_ends_with_code_1(pile):
    other = pile / "other.txt"
    other.write_text(
        "Choir wins prize\n\nA choir from the hills won the yearly song contest on Sunday.\n", encoding="utf-8"
    )
    done = run("diff", str(pile / "one.txt"), str(other))
    assert done.returncode == 1
    assert done.stdout == b"The two share no reporting.\n"


def test_diff_of_something_that_is_no_single_article_is_wrong_use(pile):
    done = run("diff", str(pile), str(pile / "one.txt"))
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [("We are still counting", "found", 0), ("We are all counting", "altered", 0), ("zebra crossing", "absent", 1)],
)
def test_quote_says_found_altered_or_absent(pile, words, status, code):
    done = run("quote", words, str(pile), "--json", "-q")
    assert done.returncode == code, done.stderr
    finding = json.loads(done.stdout)
    assert finding["status"] == status
    assert all(place["text"] for place in finding["places"])


def test_what_fails_late_is_called_by_its_file_and_an_empty_pile_is_said_to_be_one(tmp_path):
    (tmp_path / "bare.html").write_text("<html></html>", encoding="utf-8")
    done = run("report", str(tmp_path), "--format", "json", "-q")
    assert done.returncode == 1
    assert done.stderr.decode() == f"readout: no article could be read in {tmp_path}\n"
    assert [failure["id"] for failure in json.loads(done.stdout)["failures"]] == ["bare.html"]


def test_a_file_whose_name_is_no_text_is_reported_on(pile):
    (pile / "one.txt").rename(pile / os.fsdecode(b"one\xff\n.txt"))
    done = run("report", str(pile), "--format", "json", "-q")
    assert done.returncode == 0, done.stderr
    files = [article["file"] for article in json.loads(done.stdout)["stories"][0]["articles"]]
    assert sorted(files) == ["one\ufffd\n.txt", "two.txt"]


@pytest.mark.parametrize(
    ("closed", "arguments"),
    [
        ("<&-", ["annotate", "-"]),
        ("<&-", ["fetch", "-"]),
        (">&-", ["report", "{pile}", "-q"]),
        (">/dev/full", ["copies", "{pile}", "-q"]),
    ],
)
def test_a_stream_that_is_closed_or_full_is_said_in_one_line(closed, arguments, pile):
    words = [word.format(pile=pile) for word in arguments]
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {closed}', "sh", sys.executable, "-m", "readout", *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1), done.stderr
    assert done.stderr.startswith(b"readout: ")


def test_a_closed_standard_error_takes_the_progress_and_nothing_else(pile):
    command = ["sh", "-c", 'exec "$@" 2>&-', "sh", sys.executable, "-m", "readout", "stories", str(pile)]
    done = subprocess.run(command, stdout=subprocess.PIPE, timeout=120, check=False)
    assert (done.returncode, done.stdout.count(b"\n")) == (0, len(list(pile.glob("*.txt"))))


def test_stopping_it_while_it_loads_shows_no_traceback():
    code = (
        "import builtins, readout.__main__ as start\n"
        "def stop(*_): raise KeyboardInterrupt\n"
        "builtins.__import__ = stop\n"
        "start.run()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (130, b"")
