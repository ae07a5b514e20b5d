"""How long something takes, and the voice of the benchmarks."""

import sys
import time
from collections.abc import Callable
from statistics import median
from typing import Any

TIMES = 20  # of which the median counts


def say(line: str) -> None:
    """One line of the result."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def seconds(act: Callable[[], Any], times: int = TIMES) -> float:
    """The median of several times."""
    return median(_once(act) for _ in range(times))


def _once(act: Callable[[], Any]) -> float:
    start = time.perf_counter()
    act()
    return time.perf_counter() - start
