"""The `dateline` command, as a person types it: help, plain words, exit codes."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from dateline.cli import command_names
from tests.archive.hostile import Hostile
from tests.archive.news import article, words
from tests.processes.program import DATELINE, ROOT, Server, dateline, until

pytestmark = pytest.mark.processes

RUNNING = (ROOT / "docs" / "running.md").read_text()
DEMO = "putin-in-syria/2015-10-21"


@pytest.fixture(scope="module")
def founded(tmp_path_factory):
    """A data folder with an owner and nothing else."""
    folder = tmp_path_factory.mktemp("founded")
    made = dateline("owner", "Olga@Example.org", "--public-name", "Olga", data=folder)
    assert made.returncode == 0, made.stderr
    return folder


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """A data folder in which `dateline demo` ran, twice, and what it said."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    said = []
    for n in range(2):
        server = Server(folder, folder.parent / f"{n}.log", None, "demo")
        try:
            until(lambda server=server: server.shows(f"{DEMO}/", "</html>"))
            until(lambda server=server: (server.site / ".sequence").exists())
            said.append((server.said(), entries_in(folder)))
            server.end()
        finally:
            server.close()
    return folder, said


@pytest.fixture
def copy(demo, tmp_path):
    """A copy of the demo's folder, to do harm to."""
    return Path(shutil.copytree(demo[0], tmp_path / "copy"))


def entries_in(folder):
    return query(folder, "SELECT count(*) FROM ledger_entry")[0][0]


def query(folder, sql, *values):
    database = sqlite3.connect(folder / "dateline.sqlite3")
    try:
        found = database.execute(sql, values).fetchall()
        database.commit()
        return found
    finally:
        database.close()


def one_line(ended):
    """Return the one line in which a command said what was wrong."""
    assert ended.stdout == ""
    [line] = ended.stderr.splitlines()
    return line


# Finding one's way


def test_without_a_word_it_lists_every_command_with_what_it_does(tmp_path):
    listed = dateline(data=tmp_path)
    assert listed.returncode == 0
    for name in command_names():
        assert re.search(rf"dateline {name} +\w", listed.stdout)
    assert "--data" in listed.stdout


@pytest.mark.parametrize("asked", ["-h", "--help", "help"])
def test_help_is_the_same_list(asked, tmp_path):
    assert dateline(asked, data=tmp_path).stdout == dateline(data=tmp_path).stdout


@pytest.mark.parametrize("name", command_names())
def test_every_command_has_help_and_makes_no_folder_to_show_it(name, tmp_path):
    ended = dateline(name, "--help", data=tmp_path / "none")
    assert ended.returncode == 0
    assert ended.stdout.startswith(f"usage: dateline {name}")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["publish", "migrate", "shell", "../cli", ""])
def test_an_unknown_command_gives_one_plain_line(name, tmp_path):
    ended = dateline(name, data=tmp_path)
    assert ended.returncode in (1, 2)
    assert one_line(ended) == (
        f"dateline has no command “{name}”. Run dateline --help to see them."
    )
    assert list(tmp_path.iterdir()) == []


def test_the_console_script_is_the_same_program(tmp_path):
    script = Path(sys.executable).parent / "dateline"
    if not script.exists():
        pytest.skip("Dateline is not installed here.")
    ended = subprocess.run([script, "nonsense"], capture_output=True, text=True, check=False)
    assert ended.stderr.startswith("dateline has no command “nonsense”.")


# The data folder


@pytest.mark.parametrize("form", [["--data", "{}"], ["--data={}"]])
@pytest.mark.parametrize("first", [True, False])
def test_data_is_taken_in_both_forms_and_anywhere_on_the_line(form, first, founded, tmp_path):
    option = [word.format(founded) for word in form]
    words = [*option, "ledger", "verify"] if first else ["ledger", *option, "verify"]
    ended = dateline(*words, data=tmp_path / "not-this-one")
    assert ended.stdout.startswith("2 entries hold."), ended.stderr
    assert not (tmp_path / "not-this-one").exists()


@pytest.mark.parametrize("words", [["serve", "--data"], ["serve", "--data="], ["--data", ""]])
def test_data_without_a_folder_is_refused(words, tmp_path):
    ended = dateline(*words, data=tmp_path)
    assert ended.returncode == 1
    assert one_line(ended) == "--data needs a folder."


@pytest.mark.parametrize(
    "words",
    [
        *(["link", "a@b.org"], ["ledger", "verify"], ["backup", "x.tar"], ["site", "copy"]),
        *(["worker"], ["capture", "https://example.org/"], ["archive", "verify"]),
    ],
)
def test_a_folder_without_a_site_is_said_in_one_line(words, tmp_path):
    ended = dateline(*words, data=tmp_path)
    assert ended.returncode == 1
    assert one_line(ended) == f"CommandError: There is no site in {tmp_path}. Look at --data."


# People


def test_the_owner_is_made_once(founded):
    again = dateline("owner", "eve@example.org", data=founded)
    assert again.returncode == 1
    assert "This site has its owner already." in one_line(again)


def test_what_is_no_address_makes_no_owner(tmp_path):
    ended = dateline("owner", "olga", data=tmp_path)
    assert ended.returncode == 1
    assert "is no e-mail address" in one_line(ended)


def test_a_link_leads_to_the_desk(founded):
    ended = dateline("link", "olga@example.org", "--at", "https://desk.example.org/", data=founded)
    assert re.fullmatch(
        r"https://desk\.example\.org/desk/sign-in/[0-9a-f-]{36}/\S+/\n", ended.stdout
    )


def test_a_stranger_gets_no_link(founded):
    ended = dateline("link", "eve@example.org", data=founded)
    assert ended.returncode == 1
    assert "Nobody with this e-mail address may sign in here." in one_line(ended)


# The demo


def test_the_demo_says_where_to_look_and_shows_it(demo):
    _, [(first, _), _] = demo
    assert re.search(rf"For readers:  http://localhost:\d+/{DEMO}/\n", first)
    assert re.search(
        r"For the desk: http://localhost:\d+/desk/sign-in/\S+  \(works once\)\n", first
    )


def test_a_second_demo_loads_nothing_twice(demo):
    folder, [(_, once), (_, twice)] = demo
    assert once == twice > 20
    assert query(folder, "SELECT count(*) FROM ledger_column") == [(1,)]


# The proof


def test_a_whole_ledger_verifies(demo):
    folder, [(_, entries), _] = demo
    newest = query(folder, "SELECT hash FROM ledger_entry ORDER BY sequence DESC LIMIT 1")[0][0]
    ended = dateline("ledger", "verify", data=folder)
    assert (ended.returncode, ended.stdout) == (
        0,
        f"{entries} entries hold. Newest hash: {newest}\n",
    )
    told = dateline("ledger", "verify", "--json", data=folder)
    assert json.loads(told.stdout) == {
        "entries": entries,
        "hash": newest,
        "holds": True,
        "trouble": None,
    }


HARM = {
    "a headline": ("UPDATE ledger_update SET headline='Never said' WHERE number=3", "was changed"),
    "an entry": ("UPDATE ledger_entry SET verb='edit_update' WHERE sequence=9", "at entry 9:"),
    "a link": ("UPDATE ledger_entry SET prev=hash WHERE sequence=9", "at entry 9:"),
    "a content": ("UPDATE ledger_content SET body='{}' WHERE entry_id=9", "at entry 9:"),
    "a missing entry": ("DELETE FROM ledger_entry WHERE sequence=9", "entry 9 is missing"),
    "a missing revision": (
        "DELETE FROM ledger_revision WHERE number=1",
        "removed without an entry",
    ),
    "a time": ("UPDATE ledger_entry SET time='yesterday' WHERE sequence=9", "cannot be read"),
}


@pytest.mark.parametrize("which", HARM)
def test_a_tampered_database_is_named_with_its_first_broken_link(which, copy):
    sql, words = HARM[which]
    query(copy, sql)
    ended = dateline("ledger", "verify", data=copy)
    assert ended.returncode == 1
    assert re.match(r"CommandError: Broken at entry \d+: ", ended.stderr)
    assert words in ended.stderr
    told = dateline("ledger", "verify", "--json", data=copy)
    assert told.returncode == 1
    assert not json.loads(told.stdout)["holds"]
    assert words in json.loads(told.stdout)["trouble"]


GO_ON = """
import django
django.setup()
from dateline.ledger.models import LiveBlog, Person
from dateline.ledger.verbs.publishing import publish_update
from dateline.ledger.verbs.writing import Text, write_update
olga, blog = Person.objects.get(), LiveBlog.objects.filter(state="live").first()
publish_update(by=olga, update=write_update(by=olga, blog=blog, text=Text(headline="One more")))
"""


def test_a_shortened_chain_shows_against_the_published_head(copy, tmp_path):
    """The chain itself is whole: only what readers were told says that it was longer."""
    assert dateline("backup", tmp_path / "shorter.tar", data=copy).returncode == 0
    variables = {**os.environ, "DATELINE_DATA": str(copy)}
    subprocess.run([sys.executable, "-c", GO_ON], env=variables, check=True)
    assert dateline("site", data=copy).returncode == 0
    shortened = tmp_path / "shortened"
    assert dateline("restore", tmp_path / "shorter.tar", data=shortened).returncode == 0
    assert dateline("ledger", "verify", data=shortened).returncode == 0
    shutil.copytree(copy / "site", shortened / "site")
    ended = dateline("ledger", "verify", data=shortened)
    assert ended.returncode == 1
    assert re.search(r"head\.json names an entry that this ledger does not have", ended.stderr)
    told = json.loads(dateline("ledger", "verify", "--json", data=shortened).stdout)
    assert not told["holds"]


# The archive

SECRET = "zephyrine-quill"
SHELTER = f"<title>{SECRET} met us</title><p>{SECRET} told us where the shelter of Sarmin is."


@pytest.fixture
def archive(founded, tmp_path):
    """Run a command on a copy of the founded folder that may reach 127.0.0.1: `archive(words…)`."""
    folder = Path(shutil.copytree(founded, tmp_path / "archive"))

    def run(*words, **variables):
        return dateline(*words, data=folder, **{"DATELINE_ALLOW": "127.0.0.1/32"} | variables)

    run.folder = folder
    return run


@pytest.fixture
def hostile():
    with Hostile() as server:
        yield server


def test_capture_keeps_what_it_can_and_says_what_it_cannot(archive, hostile, tmp_path):
    page = hostile.put("/news", article())
    (tmp_path / "note.txt").write_text("Twelve were killed in Sarmin.")
    asked = [page, hostile.url("/status/403"), tmp_path / "lost.txt", tmp_path / "note.txt"]
    asked += ["http://10.0.0.1/", "https://user:hunter2@example.org/", tmp_path]
    ended = archive("capture", "--json", "--as", "OLGA@example.org", *asked)
    assert ended.returncode == 1
    assert ended.stderr == "CommandError: 5 of 7 could not be kept.\n"
    told = [json.loads(line) for line in ended.stdout.splitlines()]
    assert [one["asked"] for one in told] == [str(one) for one in asked]
    assert [one.get("title") for one in told if "sha256" in one] == [
        "A strike on Sarmin",
        "Twelve were killed in Sarmin.",
    ]
    assert [one.get("trouble", "")[:30] for one in told] == [
        "",
        "The site refuses to show it to",
        "No such file or directory",
        "",
        "The address leads to 10.0.0.1,",
        "The address holds a user name ",
        "Is a directory",
    ]
    brought = query(archive.folder, "SELECT count(*) FROM ledger_report WHERE brought_by_id > ''")
    assert brought == [(4,)]
    again = archive("capture", page, tmp_path / "note.txt")
    assert (again.returncode, again.stderr) == (0, "")
    assert re.search(r"A strike on Sarmin\n  report [0-9a-f-]{36}, version 2, 127", again.stdout)
    assert re.search(r"Twelve .*\n  report [0-9a-f-]{36}, version 1, no source", again.stdout)
    assert told[0]["sha256"] in again.stdout


def test_nothing_of_a_protected_report_stands_in_what_fails_or_is_packed(
    archive, hostile, tmp_path
):
    (tmp_path / f"{SECRET}.txt").write_text(f"{SECRET} told us.")
    for path in (f"/{SECRET}", f"/{SECRET}/gone"):
        hostile.put(path, SHELTER.encode(), status=404 if path.endswith("gone") else 200)
    hostile.put("/to", b"", {"Location": f"/loop/{SECRET}"}, 302)
    paths = [f"/{SECRET}", f"/{SECRET}/gone", f"/endless?{SECRET}", f"/bomb/gzip?{SECRET}"]
    paths += [f"/not-http?{SECRET}", f"/lying/encoding?{SECRET}", "/to", f"/to/http:{SECRET}"]
    asked = [tmp_path / f"{SECRET}.txt", *map(hostile.url, paths)]
    asked += [f"http://{SECRET}.invalid/", f"http://[{SECRET}/", "-"]
    kept = archive("capture", "--protected", *asked)
    assert kept.returncode == 1
    assert SECRET not in kept.stderr
    assert "Traceback" not in kept.stderr
    packed = tmp_path / "packed.wacz"
    for ended in (archive("archive", "export", packed), archive("archive", "verify")):
        assert ended.returncode == 0, ended.stderr
        assert SECRET not in ended.stderr + ended.stdout
    with zipfile.ZipFile(packed) as file:
        assert not [name for name in file.namelist() if name.startswith("archive/")]
        assert SECRET.encode() not in b"".join(map(file.read, file.namelist()))


def test_pasted_text_is_kept_from_the_input(archive):
    words = "قُتل اثنا عشر شخصًا في سرمين."
    ended = subprocess.run(
        [*DATELINE, "capture", "-", "--json"],
        env={**os.environ, "DATELINE_DATA": str(archive.folder)},
        input=words.encode(),
        capture_output=True,
        check=True,
    )
    told = json.loads(ended.stdout)
    assert (told["characters"], told["version"]) == (len(words), 1)


def test_a_stranger_brings_nothing_in(archive, tmp_path):
    (tmp_path / "note.txt").write_text("Words.")
    ended = archive("capture", tmp_path / "note.txt", "--as", "eve@example.org")
    assert ended.returncode == 1
    assert one_line(ended) == "CommandError: Nobody at this desk has the address eve@example.org."


ALLOW = ("DATELINE_ALLOW", "10.2.0.0/99", "DATELINE_ALLOW lists networks such as 10.2.0.0/16")
PROXY = ("DATELINE_PROXY", "tor", "DATELINE_PROXY: The outward proxy is given as socks5h://")
TSA = ("DATELINE_TSA", "https://tsa.example.org/", "DATELINE_TSA_ROOTS names the file of")
SETTINGS = {
    "worker": (["worker"], *ALLOW),
    "serve": (["serve", "--port", "0"], *TSA),
    "capture": (["capture", "https://example.org/"], *PROXY),
    "verify": (["archive", "verify"], *TSA),
}


@pytest.mark.parametrize("command", SETTINGS)
def test_a_setting_that_cannot_be_read_is_said_in_one_line(archive, command):
    words, name, value, said = SETTINGS[command]
    ended = archive(*words, **{name: value})
    assert ended.returncode == 1
    assert one_line(ended).startswith(f"CommandError: {said}")


def test_kept_pages_are_read_again_by_a_newer_extractor(archive, hostile):
    page = hostile.put("/sarmin", article(words(40, seed=9)))
    assert archive("capture", page, "--graphic").returncode == 0
    flags = query(archive.folder, "SELECT graphic, identifies, protected FROM ledger_report")
    assert flags == [(1, 0, 0)]
    again = archive("archive", "reread")
    assert again.stdout.startswith("0 new texts; ")
    connection = sqlite3.connect(archive.folder / "dateline.sqlite3")
    with connection:
        connection.execute("UPDATE ledger_reporttext SET extractor = 'dateline-0'")
    connection.close()
    assert archive("archive", "reread").stdout.startswith("1 new texts; ")
    told = archive("archive", "reread", "--json")
    assert json.loads(told.stdout) == {"new": 0, "unread": 0}


def test_the_archive_is_proved_handed_on_and_taken_over(archive, hostile, tmp_path):
    pages = [hostile.put(f"/{n}", article(words(40, seed=n), title=f"Day {n}")) for n in range(3)]
    assert archive("capture", *pages).returncode == 0
    ended = archive("archive", "verify")
    assert (ended.returncode, ended.stdout) == (
        0,
        "3 captures verified, 0 of all sealed; 0 faults. "
        "0 files belong to no record; they harm nothing.\n",
    )
    whole = tmp_path / "whole.wacz"
    ended = archive("archive", "export", whole)
    assert ended.stdout.startswith(f"{whole}: 3 captures, ")
    again = archive("archive", "export", whole)
    assert one_line(again) == f"CommandError: {whole} exists already. Choose another name."
    assert archive("archive", "import", whole).stdout == "0 kept, 3 known, 0 skipped.\n"
    for file in (archive.folder / "bytes").glob("*/*"):
        file.unlink()
    ended = archive("archive", "verify", "--json")
    told = json.loads(ended.stdout)
    assert (ended.returncode, told["captures"]) == (1, 3)
    assert {one["words"] for one in told["faults"]} == {
        "its WARC file is missing",
        "its text is missing",
    }
    assert "Restore a backup." in ended.stderr


def test_a_table_of_auto_archiver_is_taken_over(archive, tmp_path):
    (tmp_path / "post.html").write_bytes(article())
    table = tmp_path / "sheet.csv"
    table.write_text(
        "Link,Archive status,Archive location,Archive date\n"
        "https://t.me/sarmin_now/12,success,post.html,2015-10-21T18:05:00+00:00\n"
        "https://t.me/sarmin_now/13,success,lost.html,2015-10-21T18:05:00+00:00\n"
        "nothing,success,post.html,\n"
    )
    ended = archive("archive", "import", table)
    assert (ended.returncode, ended.stdout) == (0, "1 kept, 0 known, 2 skipped.\n")
    assert re.findall(r"sheet\.csv, line \d: .*", ended.stderr) == [
        "sheet.csv, line 3: None of its files lies beside the table, and it has no text.",
        "sheet.csv, line 4: The row has no link.",
    ]
    again = archive("archive", "import", table, "--json")
    told = [json.loads(line) for line in again.stdout.splitlines()]
    assert [one["outcome"] for one in told] == ["known", "skipped", "skipped"]
    lost = archive("archive", "import", tmp_path / "lost.csv")
    assert one_line(lost) == (
        "CommandError: lost.csv: No such file or directory. Mend that, and run it again to go on."
    )


# The site elsewhere


EXPORTS = ("claims.jsonl", "incidents.csv")


def columns_in(names):
    return {name.partition("/")[0] for name in names if name.endswith("/head.json")}


def test_a_copy_of_the_site_is_complete(demo, tmp_path):
    folder, _ = demo
    ended = dateline("site", tmp_path / "copy", data=folder)
    assert ended.returncode == 0
    assert re.match(r"\d+ live blogs written to ", ended.stdout)
    there, here = names_in_site(tmp_path / "copy"), names_in_site(folder / "site")
    apart = {f"{folder}/{name}" for folder in columns_in(there) for name in EXPORTS}
    assert apart <= there  # the server writes them when it finds the time
    assert there - apart == here - apart
    assert {"index.html", "404.html", f"{DEMO}/index.html", f"{DEMO}/head.json"} <= there


def names_in_site(root):
    paths = (path for path in root.rglob("*") if path.is_file())
    found = {path.relative_to(root).as_posix() for path in paths}
    return {name for name in found if name[0] != "."}


def test_a_copy_goes_into_an_empty_folder_only(demo, tmp_path):
    (tmp_path / "letter.txt").write_text("mine")
    ended = dateline("site", tmp_path, data=demo[0])
    assert ended.returncode == 1
    assert one_line(ended) == f"CommandError: {tmp_path} is no empty folder. Choose another folder."
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_the_sites_own_folder_is_made_anew(copy):
    (copy / "site" / DEMO / "index.html").write_text("defaced")
    (copy / "site" / "stray.html").write_text("nobody's")
    assert dateline("site", data=copy).returncode == 0
    assert (copy / "site" / DEMO / "index.html").read_text().rstrip().endswith("</html>")
    assert not (copy / "site" / "stray.html").exists()


# Docs are tested


def test_every_command_stands_in_the_docs_and_nothing_else_does():
    documented = re.findall(r"^\| `dateline (\w+)` \|", RUNNING, re.MULTILINE)
    assert sorted(documented) == command_names()


def test_no_text_names_a_command_that_there_is_not():
    texts = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    named = {
        name
        for path in texts
        for name in re.findall(r"`dateline (?:--data \S+ )?([a-z]+)", path.read_text())
    }
    assert named <= set(command_names())


def test_a_reader_that_has_enough_is_no_error(tmp_path):
    text = tmp_path / "text.txt"
    text.write_text("on 20 October 2015\n" * 20_000)
    command = [*DATELINE, "dates", "read", str(text), "--ref", "2015-10-21T18:00Z"]
    writer = subprocess.Popen(
        [*command, "--data", str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert writer.stdout.readline()
    writer.stdout.close()
    assert writer.wait(timeout=60) == 141
    assert writer.stderr.read() == b""
    writer.stderr.close()
