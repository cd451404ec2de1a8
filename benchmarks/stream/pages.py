"""Page requests by wrk, with something happening meanwhile."""

import re
import subprocess
import time
from collections.abc import Callable

SECONDS = 2
CONNECTIONS = 32


def rate(url: str, meanwhile: Callable[[], object], interval: float) -> float:
    """Return requests a second; `meanwhile` is called each `interval` until wrk is done."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", url]
    wrk = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    due = time.monotonic()
    while wrk.poll() is None:
        if time.monotonic() >= due:
            meanwhile()
            due += interval
        time.sleep(0.005)
    output = wrk.stdout.read()
    wrk.stdout.close()
    if "Non-2xx" in output or "Socket errors" in output:
        raise RuntimeError(f"wrk met errors:\n{output}")
    return float(re.search(r"Requests/sec:\s+([\d.]+)", output)[1])
