"""What Linux says of processes: their memory, their processor time, and who else is busy."""

import os
import re
import time
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
PROC = Path("/proc")


def resident(pid: int) -> int:
    """Return a process's RSS in bytes."""
    return kilobytes(pid, "status", "VmRSS") * 1024


def shared_once(pids: list[int]) -> int:
    """Return what several processes hold together, in bytes, each shared page counted once.

    RSS would count a shared page in every process; Pss_Shmem divides it among them.
    """
    own = sum(kilobytes(pid, "status", part) for pid in pids for part in ("RssAnon", "RssFile"))
    return (own + sum(kilobytes(pid, "smaps_rollup", "Pss_Shmem") for pid in pids)) * 1024


def kilobytes(pid: int, file: str, name: str) -> int:
    """Read one figure of /proc."""
    found = re.search(rf"^{name}:\s+(\d+) kB", (PROC / str(pid) / file).read_text(), re.MULTILINE)
    return int(found[1]) if found else 0


def cpu_seconds(pid: int) -> float:
    """Return the processor time that a process has used, in user and kernel mode."""
    fields = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def children(pid: int) -> list[int]:
    """Return a process's children."""
    return [int(n) for n in (PROC / f"{pid}/task/{pid}/children").read_text().split()]


class OthersClock:
    """Tells how many cores others kept busy since it was made.

    Ours is what this process and the children that it has waited for used, theirs included: so ask
    when they have ended.
    """

    def __init__(self) -> None:
        self._busy, self._ours, self._since = busy_seconds(), our_seconds(), time.monotonic()

    def cores(self) -> float:
        """Return the cores that others used, on average."""
        theirs = busy_seconds() - self._busy - (our_seconds() - self._ours)
        return max(0.0, theirs / (time.monotonic() - self._since))


def our_seconds() -> float:
    """Return the processor time of this process and its ended children."""
    return sum(os.times()[:4])


def busy_seconds() -> float:
    """Return the seconds that all processors together have worked, stolen time included."""
    user, nice, system, _idle, _wait, *rest = (
        (PROC / "stat").read_text().splitlines()[0].split()[1:9]
    )
    return sum(map(int, (user, nice, system, *rest))) / TICKS
