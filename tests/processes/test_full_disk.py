"""A full disk: publishing is acknowledged or refused, never half, and the site catches up."""

import json
import os
import subprocess
import sys
from contextlib import contextmanager

import pytest

from dateline.ledger.models import Entry, Update

from .newsroom import Colleague, Judge
from .program import ROOT, dateline, until

pytestmark = [pytest.mark.processes, pytest.mark.django_db(transaction=True)]

BLOG = "putin-in-syria/2015-10-21"
FOUND = """
import django
django.setup()
from dateline.ledger.verbs.blogs import Masthead, start_blog
from dateline.ledger.verbs.columns import ColumnText, open_column
from dateline.ledger.verbs.people import found_site
from dateline.server.prepare import prepare
prepare()
olga = found_site(email="olga@example.org")
text = ColumnText(name="Putin in Syria", publisher="The Interpreter")
column = open_column(by=olga, slug="putin-in-syria", text=text)
start_blog(by=olga, column=column, slug="2015-10-21", masthead=Masthead(headline="Assad"))
"""
PUBLISH = """
import json, sys
import django
django.setup()
from django.db import DatabaseError
from dateline.ledger.models import LiveBlog, Person
from dateline.ledger.verbs.publishing import publish_update
from dateline.ledger.verbs.writing import Text, write_update
by, blog = Person.objects.get(), LiveBlog.objects.get()
numbers, refused = [], None
for n in range(int(sys.argv[1])):
    text = Text(headline=f"{sys.argv[2]} {n}", body="Words and more words. " * 200)
    try:
        update = publish_update(by=by, update=write_update(by=by, blog=blog, text=text))
    except (OSError, DatabaseError) as error:
        refused = str(error)
        break
    numbers.append(update.number)
print(json.dumps([numbers, refused]))
"""


@contextmanager
def small_disk(folder, size):
    """A file system of so few bytes, mounted for the length of the block."""
    folder.mkdir(parents=True, exist_ok=True)
    options = ["-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    mounted = subprocess.run(["mount", *options], capture_output=True, text=True, check=False)
    if mounted.returncode:
        pytest.skip(f"No disk can be mounted here: {mounted.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


def fill(folder):
    """Take all the space that is left; return the file to remove."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while file.write(b"x" * size):
                    pass
            except OSError:
                continue
    return filler


def script(source, data, *arguments):
    ended = subprocess.run(
        [sys.executable, "-c", source, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "DATELINE_DATA": str(data)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return json.loads(ended.stdout) if ended.stdout else None


def test_a_full_site_folder_stops_the_pages_not_the_ledger(serve, publish, alice, blog, data):
    with small_disk(data / "site", "2900k"):
        server, judge = serve(), Judge(data / "site")
        trouble = data / "live-trouble.txt"
        for n in range(60):
            publish(f"Update {n}", "Words and more words. " * 100)
        until(trouble.exists)
        assert "No space left on device" in trouble.read_text()
        assert "What you publish is kept and will appear." in trouble.read_text()
        judge.require_sound()
        judge.require_whole_files()
        assert Update.objects.filter(status="published").count() == 60
        assert server.answers() == 200  # readers still get what there is
        resize = ["mount", "-o", "remount,size=30m", str(data / "site")]
        subprocess.run(resize, check=True)
        publish("When there is room again")
        until(lambda: server.shows(f"{BLOG}/", "When there is room again"))
        judge.wait_until_caught_up()
        until(lambda: not trouble.exists())
        judge.require_whole_files()
        judge.require_no_leftovers(server.pid)
        judge.require_like_fresh(data.parent / f"{data.name}-fresh-again")
        assert "Traceback" not in server.said()
        server.close()


def test_a_full_data_folder_refuses_and_keeps_what_it_acknowledged(serve, tmp_path):
    with small_disk(tmp_path / "disk", "6m") as disk:
        script(FOUND, disk)
        server, judge = serve(disk), Judge(disk / "site")
        numbers, refused = script(PUBLISH, disk, 3, "Before")
        assert (numbers, refused) == ([1, 2, 3], None)
        filler = fill(disk)
        numbers, refused = script(PUBLISH, disk, 500, "While it is full")
        assert "full" in refused or "No space" in refused
        judge.require_whole_files()
        filler.unlink()
        more, refused = script(PUBLISH, disk, 3, "After")
        assert refused is None
        assert [1, 2, 3, *numbers, *more] == list(range(1, len(numbers) + 7))
        until(lambda: server.shows(f"{BLOG}/", "After 2"))
        judge.require_whole_files()
        verified = dateline("ledger", "verify", "--json", data=disk)
        assert json.loads(verified.stdout)["holds"]
        until(lambda: not (disk / "live-trouble.txt").exists())
        server.close()


def test_the_desk_says_in_plain_words_that_it_could_not_save(serve, tmp_path, request):
    with small_disk(tmp_path / "disk", "6m") as disk:
        script(FOUND, disk)
        server = serve(disk)
        link = dateline("link", "olga@example.org", "--at", "", data=disk).stdout.strip()
        pk = script(
            "import django; django.setup()\n"
            "from dateline.ledger.models import LiveBlog\n"
            "import json; print(json.dumps(str(LiveBlog.objects.get().pk)))",
            disk,
        )
        olga = Colleague(server.address, link, pk)
        request.addfinalizer(olga.finish)
        assert olga.publish("Before").status_code == 302
        filler = fill(disk)
        answers = [olga.publish(f"While it is full {n}") for n in range(80)]
        refused = [answer for answer in answers if answer.status_code != 302]
        assert refused, "it never filled up"
        assert {answer.status_code for answer in refused} == {500}
        for answer in refused:
            assert "Something broke here" in answer.text
            assert "What you saved is safe." in answer.text
        filler.unlink()
        assert olga.publish("After").status_code == 302
        until(lambda: server.shows(f"{BLOG}/", "After"))
        verified = json.loads(dateline("ledger", "verify", "--json", data=disk).stdout)
        assert verified["holds"], verified
        server.close()


def test_a_site_folder_that_may_not_be_written_is_said_and_mended(serve, publish, data):
    """Root may write anywhere: a file where a folder must be stands for lost permission."""
    publish("One")
    site = data / "site" / "putin-in-syria"
    site.parent.mkdir(parents=True, exist_ok=True)
    site.write_text("in the way")
    server = serve()
    until((data / "live-trouble.txt").exists)
    site.unlink()
    until(lambda: server.shows(f"{BLOG}/", "One"))
    until(lambda: not (data / "live-trouble.txt").exists())
    assert Entry.objects.filter(verb="publish_update").count() == 1
