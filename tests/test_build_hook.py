"""The build makes what git does not keep, says what is wrong, and leaves nothing old behind."""

import gettext
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import build_hook
from scripts.build_hook import BuildError, build, compile_translations, find_node, install

HEADER = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
WEB = build_hook.ROOT / "web"


def catalogue(root: Path, entries: str) -> Path:
    """Write a German catalogue of a room that needs one."""
    path = root / "src/dateline/desk/locale/de/LC_MESSAGES/django.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEADER + entries)
    return path


def test_it_compiles_a_catalogue(tmp_path):
    path = catalogue(tmp_path, 'msgid "live"\nmsgstr "läuft"\n')
    compile_translations(tmp_path / "src/dateline")
    with path.with_suffix(".mo").open("rb") as compiled:
        assert gettext.GNUTranslations(compiled).gettext("live") == "läuft"


def test_it_leaves_an_unchanged_catalogue_alone(tmp_path):
    path = catalogue(tmp_path, 'msgid "live"\nmsgstr "läuft"\n')
    compile_translations(tmp_path / "src/dateline")
    os.utime(path.with_suffix(".mo"), (1, 1))
    compile_translations(tmp_path / "src/dateline")
    assert path.with_suffix(".mo").stat().st_mtime == 1


@pytest.mark.parametrize(
    ("entries", "complaint"),
    [
        ('#, fuzzy\nmsgid "live"\nmsgstr "lebt"\n', "django.po:7: fuzzy: 'live'"),
        ('msgid "live\nmsgstr "läuft"\n', "django.po:6: cannot be read"),
        ('msgid "live"\n\nmsgid "live"\nmsgstr "läuft"\nmsgstr "lebt"\n', "django.po: "),
        ('#, python-format\nmsgid "%(n)s dead"\nmsgstr "%(m)s tot"\n', "django.po:7"),
        (
            'msgid "one"\nmsgid_plural "many"\nmsgstr[0] "ein"\nmsgstr[2] "viele"\n',
            "more translations than num_plurals",
        ),
    ],
    ids=[
        "fuzzy",
        "no closing quote",
        "two answers",
        "another placeholder",
        "another number of plurals",
    ],
)
def test_it_refuses_an_unfinished_catalogue_and_names_it(tmp_path, entries, complaint):
    path = catalogue(tmp_path, entries)
    with pytest.raises(BuildError, match=complaint):
        compile_translations(tmp_path / "src/dateline")
    assert not path.with_suffix(".mo").exists()


def newsroom(root: Path) -> Path:
    """Make a checkout with a small `web/` that borrows the real one's packages."""
    for path, text in {
        "reader/main.ts": 'document.title = "live"; void import("./map").then((m) => m.draw());',
        "reader/map.ts": 'export const draw = (): void => { document.title = "map"; };',
        "site.css": "body { color: #111 }",
    }.items():
        (root / "web" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "web" / path).write_text(text)
    (root / "web/package-lock.json").write_text((WEB / "package-lock.json").read_text())
    (root / "web/node_modules").symlink_to(WEB / "node_modules")
    os.utime(root / "web/package-lock.json", (1, 1))
    return root


def test_it_bundles_the_pages_that_have_sources(tmp_path):
    build(newsroom(tmp_path))
    assets = tmp_path / "src/dateline/live/assets"
    manifest = json.loads((assets / "manifest.json").read_text())
    chunk = next(assets.glob("map-*.js"))
    assert chunk.name in (assets / manifest["script"]).read_text()
    assert (assets / manifest["style"]).read_text() == "body{color:#111}\n"
    assert not (tmp_path / "src/dateline/desk/static").exists()


def test_it_names_a_changed_file_anew_and_removes_the_old_one(tmp_path):
    build(newsroom(tmp_path))
    assets = tmp_path / "src/dateline/live/assets"
    (old,) = assets.glob("site-*.css")
    (assets / "licence.txt").touch()
    (tmp_path / "web/site.css").write_text("body { color: #222 }")
    build(tmp_path)
    (new,) = assets.glob("site-*.css")
    assert new != old
    assert (assets / "licence.txt").exists()


def test_it_says_which_line_of_a_script_is_wrong(tmp_path):
    (newsroom(tmp_path) / "web/reader/main.ts").write_text("let =")
    with pytest.raises(BuildError, match=r"reader/main\.ts:1:\d"):
        build(tmp_path)


def test_it_keeps_the_assets_of_a_tree_without_web(tmp_path):
    build(newsroom(tmp_path))
    (tmp_path / "web").rename(tmp_path / "elsewhere")
    before = sorted((tmp_path / "src/dateline/live/assets").iterdir())
    build(tmp_path)
    assert sorted((tmp_path / "src/dateline/live/assets").iterdir()) == before


def test_it_asks_for_the_lock_of_npm_packages(tmp_path):
    with pytest.raises(BuildError, match=r"package-lock\.json is missing"):
        install(tmp_path)


@pytest.mark.parametrize("version", ["v12.22.9", "v20.18.0", None])
def test_it_brings_its_own_node_where_the_machine_has_none_or_an_old_one(
    tmp_path, monkeypatch, version
):
    if version:
        for name in ("node", "npm"):
            (tmp_path / name).write_text(f"#!/bin/sh\necho {version}\n")
            (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}")
    node = find_node()
    run = {"env": node.environment, "capture_output": True, "text": True, "check": True}
    assert subprocess.run(["node", "--version"], **run).stdout >= "v22"
    assert subprocess.run([*node.npm, "--version"], **run).stdout >= "10"


def test_it_says_what_to_do_where_there_is_no_node_at_all(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(build_hook, "find_spec", lambda name: None)
    with pytest.raises(BuildError, match=r"No Node 20\.19 or newer"):
        find_node()


def test_nothing_is_packed_without_its_assets(tmp_path):
    (tmp_path / "src/dateline").mkdir(parents=True)
    hook = build_hook.BuildHook(str(tmp_path), {}, None, None, "", "wheel")
    hook.initialize("editable", {})
    with pytest.raises(BuildError, match=r"live/assets/manifest\.json"):
        hook.initialize("standard", {})


def test_the_command_fails_without_a_trace_of_python(tmp_path):
    script = tmp_path / "scripts/build_hook.py"
    script.parent.mkdir()
    script.write_text(Path(build_hook.__file__).read_text())
    catalogue(tmp_path, '#, fuzzy\nmsgid "live"\nmsgstr "lebt"\n')
    done = subprocess.run(
        [sys.executable, script], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.returncode == 1
    assert "fuzzy" in done.stderr
    assert "Traceback" not in done.stderr
