"""stopwatch: a whole process, from its start to its end: time on the clock, CPU time and the most memory of any process in it."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Run:
    """What a process took: seconds, seconds, bytes."""

    wall: float
    cpu: float
    peak: int


def run(command: list[str], environment: dict[str, str]) -> Run:
    """Run a command to its end; one that fails ends the measurement with what it said."""
    began = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} failed ({process.returncode}):\n{said.decode(errors='replace')[-2000:]}")
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * (1 if sys.platform == "darwin" else 1024))


def machine() -> str:
    """What this is measured on, in a line."""
    system, version = os.uname().sysname, sys.version.split()[0]
    return f"{os.cpu_count()} cores of {_processor()}, {_memory():.0f} GB, {system} {os.uname().release}, Python {version}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return os.uname().machine
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), os.uname().machine)


def _memory() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
