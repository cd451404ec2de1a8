"""Run a program with the Node that the build uses: `python scripts/with_node.py npm ci`."""

import os
import sys

from build_hook import find_node

node = find_node()
command = [*node.npm, *sys.argv[2:]] if sys.argv[1] == "npm" else sys.argv[1:]
os.execvpe(command[0], command, node.environment)  # noqa: S606  # the caller's command
