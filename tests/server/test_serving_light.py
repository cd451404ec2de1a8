"""What serves never loads the language library: only the worker and its children do."""

import os
import subprocess
import sys

import pytest

SERVING = """
import sys, django
django.setup()
import dateline.server.wsgi, dateline.server.site, dateline.server.hub, dateline.server.serving
import dateline.server.management.commands.serve
from django.urls import get_resolver
get_resolver().url_patterns
heavy = sorted({name.partition(".")[0] for name in sys.modules} & {"spacy", "thinc"})
sys.exit(f"loaded: {heavy}" if heavy or "dateline.reading.reader" in sys.modules else 0)
"""


def run(code):
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "dateline.server.settings"}
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )


def test_the_serving_process_does_not_load_it():
    ended = run(SERVING)
    assert ended.returncode == 0, ended.stderr


@pytest.mark.parametrize("name", ["read", "attributions", "events", "mentions"])
def test_nor_does_asking_a_command_for_help(name):
    ended = run(
        f"import dateline.server.management.commands.{name}, sys; assert 'spacy' not in sys.modules"
    )
    assert ended.returncode == 0, ended.stderr
