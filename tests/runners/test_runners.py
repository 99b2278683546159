"""Runners: the same results in the same order, and nothing that one item does reaches another."""

import contextlib
import os
import signal
import time

import pytest

from readout.errors import UsageError
from readout.pipeline import Lost, run_here
from readout.runners import LARGE, CarefulRunner, ProcessRunner, WorkerLimits, choose_runner, is_heavy
from readout.types import Page


def double(item):
    return item * 2


def misbehave(item):
    if item == "dies":
        os._exit(9)
    if item == "hangs":
        time.sleep(600)
    if item == "eats":
        return len(bytearray(64 << 30))
    return item.upper()


def slow_first(item):
    time.sleep(0.4 if item == 0 else 0)
    return -item


def fail(item):
    raise KeyError(f"our own bug at {item}")


def test_results_come_in_the_order_of_the_items_whoever_is_first():
    items = list(range(40))
    assert list(ProcessRunner(2)(slow_first, items)) == [(item, -item) for item in items]


def test_processes_give_what_this_process_gives():
    assert list(ProcessRunner(2)(double, [3, 1, 2])) == list(run_here(double, [3, 1, 2]))


def test_an_item_that_hangs_dies_or_eats_all_memory_is_lost_alone():
    run = ProcessRunner(1, WorkerLimits(seconds=3, memory=1 << 30))
    found = dict(run(misbehave, ["a", "dies", "b", "hangs", "c", "eats", "d"]))
    assert {item: found[item] for item in "abcd"} == {"a": "A", "b": "B", "c": "C", "d": "D"}
    assert found["dies"] == Lost("the process that read it died")
    assert "longer than 3 seconds" in found["hangs"].reason
    assert "memory" in found["eats"].reason


def hears_interrupts(_item):
    return signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals cannot be held back on this system")
def test_ctrl_c_is_heard_here_and_not_in_a_worker_which_would_show_a_traceback():
    assert list(ProcessRunner(1)(hears_interrupts, [1])) == [(1, False)]
    assert hears_interrupts(1)


def test_our_own_bugs_are_raised_not_counted_as_lost():
    with pytest.raises(KeyError, match="our own bug"):
        list(ProcessRunner(1)(fail, [1]))


def page(name, body="<p>It fell.</p>"):
    return Page(id=name, uri=name, body=body, media="html")


def heavy(name):
    return page(name, "a" * (LARGE + 1))


def treat(item):
    """What `misbehave` does, for a page by its name; and says in which process."""
    if item.id == "spins":
        while True:
            pass
    if item.id == "swallows":
        while True:
            with contextlib.suppress(Exception):
                time.sleep(0.01)
    return misbehave(item.id), os.getpid()


def test_without_workers_only_what_is_heavy_goes_to_another_process():
    found = {item.id: result for item, result in CarefulRunner()(treat, [page("a"), heavy("b"), page("c"), heavy("d")])}
    assert found["a"] == ("A", os.getpid())
    assert found["c"] == ("C", os.getpid())
    assert found["b"][1] == found["d"][1] != os.getpid()  # one process for all of them


def test_without_workers_a_heavy_page_that_dies_hangs_or_eats_memory_is_lost_alone():
    names = ["a", "dies", "b", "hangs", "c", "eats", "d"]
    run = CarefulRunner(WorkerLimits(seconds=2, memory=1 << 30))
    found = {item.id: result for item, result in run(treat, [heavy(name) for name in names])}
    assert [found[name][0] for name in "abcd"] == ["A", "B", "C", "D"]
    assert found["dies"] == Lost("the process that read it died")
    assert "longer than 2 seconds" in found["hangs"].reason
    assert "memory" in found["eats"].reason


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no alarm clock on this system")
@pytest.mark.parametrize("name", ["hangs", "spins", "swallows"])
def test_without_workers_a_small_page_that_takes_too_long_is_lost_alone(name):
    before = signal.getsignal(signal.SIGALRM)
    run = CarefulRunner(WorkerLimits(seconds=0.3))
    found = [result for _, result in run(treat, [page("a"), page(name), page("b")])]
    assert found == [("A", os.getpid()), Lost("took longer than 0.3 seconds"), ("B", os.getpid())]
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_an_alarm_of_someone_else_is_left_alone():
    rung = []
    before = signal.signal(signal.SIGALRM, lambda *_: rung.append(1))
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        list(CarefulRunner(WorkerLimits(seconds=0.01))(slow_first, [0]))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    assert rung == [1]


def test_our_own_bugs_are_raised_here_too():
    with pytest.raises(KeyError, match="our own bug"):
        list(CarefulRunner()(fail, [1]))


def test_what_is_heavy():
    assert not is_heavy(page("a", "<p>" * 50_000))
    assert is_heavy(page("a", "<p><b></b></p>" * 50_000))
    assert is_heavy(page("a", b"<p></p>" * 50_000))
    assert is_heavy(page("a", "a" * (LARGE + 1)))
    assert is_heavy((page("a", "a" * LARGE), page("b")))


def test_no_items_start_no_process():
    assert list(ProcessRunner(4)(double, [])) == []


def test_a_negative_number_of_workers_is_wrong_use():
    with pytest.raises(UsageError):
        choose_runner(-1)
