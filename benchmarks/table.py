"""How results are printed: Markdown, so that they can be pasted into docs/benchmarks.md."""

import os
import platform


def machine() -> str:
    """Return what this was measured on."""
    system = f"{platform.system()} {platform.machine()}, Python {platform.python_version()}"
    return f"{os.cpu_count()} cores, {system}, load {os.getloadavg()[0]:.1f}\n"


def print_table(head: list[str], rows: list[list[str]]) -> None:
    """Print a Markdown table with its numbers to the right."""
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(row) + " |")
