"""The two judges of a page: html-validate for its HTML, axe-core for who can use it."""

import subprocess
from pathlib import Path

from scripts.build_hook import find_node

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"


def html_faults(*pages: Path) -> str:
    """Return what is not valid HTML in these files, one line a fault; empty when all is well."""
    program = MODULES / "html-validate/bin/html-validate.mjs"
    judged = subprocess.run(
        ["node", program, f"--config={HERE / 'html-validate.json'}", "--formatter=text", *pages],
        env=find_node().environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if judged.returncode not in (0, 1):
        raise RuntimeError(judged.stderr)
    return judged.stdout + judged.stderr


def axe_script() -> str:
    """Return axe-core, to be put into a page whose `axe.run()` then lists what bars people."""
    return (MODULES / "axe-core/axe.min.js").read_text()
