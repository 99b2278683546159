"""Runners: the same results in the same order, and nothing that one item does reaches another."""

import os
import time

import pytest

from readout.errors import UsageError
from readout.pipeline import Lost, run_here
from readout.runners import ProcessRunner, WorkerLimits, choose_runner


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


def test_our_own_bugs_are_raised_not_counted_as_lost():
    with pytest.raises(KeyError, match="our own bug"):
        list(ProcessRunner(1)(fail, [1]))


def test_no_items_start_no_process():
    assert list(ProcessRunner(4)(double, [])) == []


def test_a_negative_number_of_workers_is_wrong_use():
    with pytest.raises(UsageError):
        choose_runner(-1)
