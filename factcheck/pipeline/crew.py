"""Work that is shared out among processes, its results in the order of the work."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from factcheck.errors import RunError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future, ProcessPoolExecutor

Part = TypeVar("Part")
Result = TypeVar("Result")


def share_out(
    parts: Iterator[Part],
    work: Callable[[Part], Sequence[Result]],
    *,
    jobs: int,
    ready: Callable[..., None],
    known: tuple[object, ...],
) -> Iterator[Result]:
    """Yield what `work` makes of each part, in the order of the parts, in `jobs` processes.

    Each is made ready once by `ready` with what is `known`.

    Raises:
        RunError: a process was ended by somebody else.
    """
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - little work never needs them
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    with ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_start, initargs=(ready, known)) as pool:
        waiting: deque[Future[Sequence[Result]]] = deque()
        try:
            waiting.extend(_submit(pool, work, part) for part in islice(parts, 2 * jobs))
            while waiting:
                yield from waiting.popleft().result()
                waiting.extend(_submit(pool, work, part) for part in islice(parts, 1))
        except BrokenProcessPool:
            hint = "it may have been short of memory: --jobs 1 needs the least"
            raise RunError("a process that did part of the work was ended", hint=hint) from None
        except BaseException:  # a break, or nobody asks on: what they are at is not waited for
            _end_now(pool)
            raise
        finally:
            pool.shutdown(cancel_futures=True)


def _submit(
    pool: ProcessPoolExecutor, work: Callable[[Part], Sequence[Result]], part: Part
) -> Future[Sequence[Result]]:
    """Hand out work, for which a process may be started: a break is not for that, from its first moment."""
    with _put_off_breaks():
        return pool.submit(work, part)


@contextmanager
def _put_off_breaks() -> Iterator[None]:
    """Put off a break until a process has all that it is given, whichever thread the system tells of it.

    The new process takes over that breaks are blocked.
    """
    if not hasattr(signal, "pthread_sigmask") or threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    handler = signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
    if came:
        signal.raise_signal(signal.SIGINT)


def _end_now(pool: ProcessPoolExecutor) -> None:
    """End all processes, and this one by none of the pipes that lead to them."""
    from multiprocessing import active_children  # noqa: PLC0415 - only a run that is broken off needs it

    before = signal.signal(signal.SIGPIPE, signal.SIG_IGN) if hasattr(signal, "SIGPIPE") else None
    for process in active_children():
        process.terminate()
    pool.shutdown(cancel_futures=True)
    if before is not None:
        signal.signal(signal.SIGPIPE, before)


def _start(ready: Callable[..., None], known: tuple[object, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    ready(*known)


def _end_with_parent() -> None:
    """End with the process that started this one: where that was killed, nobody else would end it."""
    from multiprocessing import parent_process  # noqa: PLC0415 - it is there where it is asked for

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
