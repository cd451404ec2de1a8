"""What does a day cost whoever reviews it? The journeys of the desk, played by keys alone.

    python -m benchmarks.review

Runs the journeys of tests/journeys/day in Chromium and prints their rows: key presses (a typed
character is one), decisions, the machine's seconds, and a person's minutes by the keystroke-level
model (K 0.28 s a key, M 1.35 s a decision: Card, Moran and Newell 1980; reading is not in it).
The real day needs ../shared.
"""

import subprocess
import sys

from benchmarks.table import machine, print_table

JOURNEYS = "tests/journeys/day"
COLUMNS = ["journey", "keys", "decisions", "machine, s", "person, min"]


def main() -> None:
    """Play both days; exit as pytest does."""
    command = [sys.executable, "-m", "pytest", "-q", "-s", JOURNEYS]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    rows = [line for line in done.stdout.splitlines() if line.startswith("| the ")]
    print(machine())
    print_table(COLUMNS, [[cell.strip() for cell in row.strip("|").split("|")] for row in rows])
    sys.exit(done.returncode)


if __name__ == "__main__":
    main()
