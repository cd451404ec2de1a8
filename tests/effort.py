"""How much work something is, whatever else the machine does meanwhile."""

import gc
import time
from collections.abc import Callable


def cpu_seconds(act: Callable[[], object]) -> float:
    """Return the processor's seconds that an act takes: the lesser of two tries.

    Without the collector of garbage: it would look through what all other tests have left.
    """
    gc.disable()
    try:
        return min(_once(act) for _ in range(2))
    finally:
        gc.enable()


def _once(act: Callable[[], object]) -> float:
    began = time.process_time()
    act()
    return time.process_time() - began
