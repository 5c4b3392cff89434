"""Work for the tests of the engines: functions of a module, as workers need them."""

from __future__ import annotations

import os
import signal
from pathlib import Path


def square(number: int) -> int:
    return number * number


def worker(_number: int) -> int:
    return os.getpid()


def dies_once(task: tuple[str, int]) -> int:
    """Kill the worker the first time; leave a line in the file each time that it is begun."""
    path, number = Path(task[0]), task[1]
    begun = path.exists()
    with path.open("a") as file:
        file.write("begun\n")
    if number == 3 and not begun:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def dies(_number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


def breaks(number: int) -> int:
    raise ValueError(f"no {number}")
