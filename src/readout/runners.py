"""Runners that spread work over processes, so that one bad page can neither hang a pile nor take it down."""

from __future__ import annotations

import gc
import multiprocessing
import signal
import threading
import time
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from readout.errors import UsageError
from readout.language.parser import use_pipeline
from readout.pipeline import Lost

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection

    from readout.pipeline import Runner

A = TypeVar("A")
B = TypeVar("B")


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkerLimits:
    """What one item may take before its worker is stopped."""

    seconds: float = 120.0
    memory: int = 4 << 30  #: bytes of address space beyond what the worker starts with; where the system can hold to it


#: What makes a parser hang or fill the memory is size, or very many elements in a page of middling size: such pages and
#: texts (bytes or characters, tags) are given to a process of their own even where no workers are asked for.
LARGE = 2_000_000
_DENSE = 60_000
_LOOKED_AT = 300_000  #: below this size there cannot be so many tags that they matter


def choose_runner(workers: int = 0, pipeline: str | None = None) -> Runner:
    """The runner for so many workers, with the language pipeline of that name loaded here and in each of them.

    Raises UsageError if `workers` is negative or the pipeline is not installed.
    """
    if workers < 0:
        raise UsageError(f"there cannot be {workers} workers")
    use_pipeline(pipeline)
    set_up = partial(use_pipeline, pipeline)
    return ProcessRunner(workers, set_up=set_up) if workers else CarefulRunner(set_up=set_up)


class CarefulRunner:
    """Works in this process on what is small, with an eye on the clock, and in one other process on what is not.

    What takes longer than the limits becomes a `Lost`. In this process that needs the system's alarm clock, which only
    the main thread of a POSIX system has, and which is left alone if someone else uses it; elsewhere nothing is timed.
    """

    def __init__(self, limits: WorkerLimits | None = None, set_up: Callable[[], object] | None = None) -> None:
        self._limits = limits or WorkerLimits()
        self._apart = ProcessRunner(1, self._limits, set_up)

    def __call__(self, work: Callable[[A], B], items: Iterable[A]) -> Iterator[tuple[A, B | Lost]]:
        """See `readout.pipeline.Runner`."""
        team: list[_Worker[Any, Any]] = []
        try:
            for item in items:
                if is_heavy(item):
                    yield item, self._apart.run_one(work, item, team)
                else:
                    yield item, _in_time(work, item, self._limits.seconds)
        finally:
            for worker in team:
                worker.stop()


class _TimeUpError(BaseException):
    """The alarm rang; not an Exception, so that no library takes it for a fault of the page and goes on."""


def _in_time(work: Callable[[A], B], item: A, seconds: float) -> B | Lost:
    """What `work` makes of the item, or a Lost once the time is up."""
    if not _has_alarm():
        return work(item)

    def ring(number: int, frame: object) -> None:
        raise _TimeUpError

    before = signal.signal(signal.SIGALRM, ring)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)  # and again each second, should it be swallowed
        return work(item)
    except _TimeUpError:
        return Lost(f"took longer than {seconds:g} seconds")
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0.0)
        signal.signal(signal.SIGALRM, before)


def _has_alarm() -> bool:
    """Whether the alarm clock is there and nobody's: a handler of someone else's or a running timer is left alone."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        return False
    return signal.getsignal(signal.SIGALRM) is signal.SIG_DFL and signal.getitimer(signal.ITIMER_REAL)[0] == 0.0


def is_heavy(item: object) -> bool:
    """Whether a page or text (or several) could hang a parser or fill the memory: by its size, or by its tags."""
    size = _size(item)
    if size <= _LOOKED_AT:
        return False
    body = getattr(item, "body", "")
    tags = body.count("<") if isinstance(body, str) else body.count(b"<")
    return size > LARGE or tags > _DENSE


def _size(item: object) -> int:
    """Bytes or characters of a page or an article, or of several."""
    if isinstance(item, tuple):
        return sum(map(_size, item))
    return len(getattr(item, "body", "") or getattr(item, "text", ""))


def _name(item: object) -> str:
    """The ids of what a worker is at."""
    return ", ".join(map(_name, item)) if isinstance(item, tuple) else str(getattr(item, "id", "?"))


def collect_rarely() -> None:
    """Let the garbage collector come rarely, in a process that is ours alone.

    What we make is freed when nobody holds it any more, and hardly any of it forms cycles; at its usual pace the
    collector takes a quarter of the time that articles need.
    """
    gc.set_threshold(1_000_000, 20, 20)


class ProcessRunner:
    """Spreads work over `workers` processes and gives results in the order of the items.

    An item that takes longer than the limits, or during which its worker dies, becomes a `Lost`; a fresh worker goes on
    with the next one. What `work` raises is a bug of ours and is raised here too. `set_up` runs once in every worker.
    """

    def __init__(
        self, workers: int, limits: WorkerLimits | None = None, set_up: Callable[[], object] | None = None
    ) -> None:
        self._workers = max(1, workers)
        self._limits = limits or WorkerLimits()
        self._set_up = set_up
        self._context = multiprocessing.get_context("spawn")

    def __call__(self, work: Callable[[A], B], items: Iterable[A]) -> Iterator[tuple[A, B | Lost]]:
        """See `readout.pipeline.Runner`."""
        team: list[_Worker[A, B]] = []
        remaining = iter(items)
        waiting: deque[_Task[A, B]] = deque()
        try:
            while True:
                self._hand_out(work, remaining, team, waiting)
                if not waiting:
                    return
                self._gather(team)
                while waiting and waiting[0].done:
                    task = waiting.popleft()
                    yield task.item, task.result()
        finally:
            for worker in team:
                worker.stop()

    def run_one(self, work: Callable[[A], B], item: A, team: list[_Worker[Any, Any]]) -> B | Lost:
        """What a worker of `team` makes of one item; the team is filled here, and is its owner's to stop."""
        waiting: deque[_Task[A, B]] = deque()
        self._hand_out(work, iter([item]), team, waiting)
        while not waiting[0].done:
            self._gather(team)
        return waiting[0].result()

    def _hand_out(
        self, work: Callable[[A], B], items: Iterator[A], team: list[_Worker[A, B]], waiting: deque[_Task[A, B]]
    ) -> None:
        """Give every idle worker an item, with no more than a few results held back behind a slow one."""
        while len(waiting) < self._workers * 8:
            idle = next((worker for worker in team if worker.task is None), None)
            if idle is None and len(team) >= self._workers:
                return
            task = next((_Task[A, B](item) for item in items), None)
            if task is None:
                return
            if idle is None:
                idle = _Worker(self._context, work, self._limits, self._set_up)
                team.append(idle)
            idle.begin(task)
            waiting.append(task)

    def _gather(self, team: list[_Worker[A, B]]) -> None:
        """Wait until a worker has answered, died or run out of time; take what it has."""
        busy = [worker for worker in team if worker.task is not None]
        if not busy:  # what was lost on the way to its worker is done already
            return
        left = min(worker.deadline for worker in busy) - time.monotonic()
        ready = wait([worker.pipe for worker in busy], timeout=max(0.0, left))
        for worker in busy:
            if worker.pipe in ready:
                alive = worker.take()
            elif worker.deadline <= time.monotonic():
                worker.lose(f"took longer than {self._limits.seconds:g} seconds")
                alive = False
            else:
                continue
            if not alive:
                worker.stop()
                team.remove(worker)


class _Task(Generic[A, B]):
    """An item on its way, and what came of it."""

    def __init__(self, item: A) -> None:
        self.item = item
        self.done = False
        self._result: B | Lost | None = None
        self._error: BaseException | None = None

    def finish(self, result: B | Lost | None, error: BaseException | None = None) -> None:
        self.done, self._result, self._error = True, result, error

    def result(self) -> B | Lost:
        if self._error is not None:
            raise self._error
        assert self._result is not None
        return self._result


class _Worker(Generic[A, B]):
    """One process and the task it is at."""

    def __init__(
        self, context: Any, work: Callable[[A], B], limits: WorkerLimits, set_up: Callable[[], object] | None
    ) -> None:
        self.pipe: Connection
        self.task: _Task[A, B] | None = None
        self.deadline = float("inf")
        self._limits = limits
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, work, limits.memory, set_up), daemon=True)
        with _deaf_to_interrupts():
            self._process.start()
        theirs.close()
        self._fresh = True

    def begin(self, task: _Task[A, B]) -> None:
        # A fresh worker must first import and load; that is not the item's fault.
        grace = 60.0 if self._fresh else 0.0
        self._fresh = False
        self.task, self.deadline = task, time.monotonic() + self._limits.seconds + grace
        try:
            self.pipe.send(task.item)
        except OSError:
            self.lose("the process that read it died")

    def take(self) -> bool:
        """Take the answer; False if the worker cannot go on."""
        try:
            kind, value = self.pipe.recv()
        except (EOFError, OSError):
            self.lose("the process that read it died")
            return False
        if self.task is not None:
            self.task.finish(*_ANSWERS[kind](value))
        self.task = None
        return bool(kind != "memory")

    def lose(self, reason: str) -> None:
        if self.task is not None:
            self.task.finish(Lost(reason))
        self.task = None

    def stop(self) -> None:
        self.pipe.close()
        if self._process.is_alive():
            self._process.kill()
        self._process.join()


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Hold Ctrl-C back, so that a process started here never hears it: its owner does, and stops it silently.

    Where signals cannot be held back (Windows), nothing is.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_ANSWERS: dict[str, Callable[[Any], tuple[Any, BaseException | None]]] = {
    "result": lambda value: (value, None),
    "error": lambda value: (None, value),
    "memory": lambda value: (Lost("needed too much memory"), None),
}


def _serve(pipe: Connection, work: Callable[[Any], Any], memory: int, set_up: Callable[[], object] | None) -> None:
    """A worker's life: take an item, answer, until the pipe closes."""
    collect_rarely()
    if set_up is not None:
        set_up()
    _limit_memory(memory)
    while True:
        try:
            item = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            answer: tuple[str, object] = ("result", work(item))
        except MemoryError:
            answer = ("memory", None)
        except BaseException as error:  # carried over and raised by the caller, never swallowed
            error.add_note(f"in a worker, at {_name(item)}")
            answer = ("error", error)
        pipe.send(answer)


def _limit_memory(extra: int) -> None:
    """Let the process grow by at most `extra` bytes of address space, where the system knows such a limit."""
    try:
        import resource
    except ImportError:  # Windows has none
        return
    statm = Path("/proc/self/statm")
    if not statm.exists():  # no Linux: what is in use already cannot be told
        return
    pages = int(statm.read_text(encoding="ascii").split()[0])
    limit = pages * resource.getpagesize() + extra
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (limit if hard == resource.RLIM_INFINITY else min(limit, hard), hard))
