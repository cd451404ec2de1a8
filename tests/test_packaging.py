"""What is committed can be installed anywhere, and what is built holds what it needs."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
REQUIREMENTS = sorted((ROOT / "requirements").glob("*.txt"))
NPM_LOCKS = [ROOT / "web/package-lock.json", ROOT / "tests/web/package-lock.json"]
TOOLS = [ROOT / "pyproject.toml", ROOT / "Makefile", ROOT / ".ci/run", *ROOT.glob("scripts/*")]


def named(paths: list[Path]) -> dict[str, object]:
    """Say the paths as a person would when a test's name lists them."""
    return {"argvalues": paths, "ids": [str(path.relative_to(ROOT)) for path in paths]}


def locked(path: Path) -> list[str]:
    """Return a lock's requirements, each with its hashes on one line."""
    text = re.sub(r"^\s*#.*\n", "", path.read_text(), flags=re.MULTILINE)
    return text.replace("\\\n", " ").splitlines()


def versions(path: Path) -> dict[str, str]:
    """Return what version a lock gives each package."""
    lines = (line.partition(";")[0].partition(" ")[0] for line in locked(path))
    return {canonicalize_name(name): version for name, _, version in (s.split("=") for s in lines)}


def test_there_are_four_locks():
    assert [path.stem for path in REQUIREMENTS] == ["build", "replay", "run", "test"]


@pytest.mark.parametrize("path", **named(REQUIREMENTS))
def test_every_requirement_is_pinned_and_hashed(path):
    pinned = re.compile(r"[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}")
    assert [line for line in locked(path) if not pinned.match(line)] == []


@pytest.mark.parametrize("path", **named(REQUIREMENTS + [p for p in TOOLS if p.is_file()]))
def test_nothing_says_where_packages_are_fetched(path):
    address = re.compile(r"[a-z]+://|--(?:extra-)?index-url\b(?<!no-emit-index-url)|file:/")
    assert address.findall(path.read_text()) == []


@pytest.mark.parametrize("path", **named(NPM_LOCKS))
def test_an_npm_lock_holds_hashes_and_no_address(path):
    packages = json.loads(path.read_text())["packages"]
    fetched = {name: one for name, one in packages.items() if name and not one.get("link")}
    assert fetched
    assert [name for name, one in fetched.items() if "resolved" in one] == []
    assert [name for name, one in fetched.items() if "integrity" not in one] == []


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("run", PYPROJECT["project"]["dependencies"]),
        ("test", PYPROJECT["project"]["dependencies"] + PYPROJECT["dependency-groups"]["test"]),
        ("build", PYPROJECT["build-system"]["requires"]),
    ],
)
def test_the_lock_answers_pyproject(lock, wanted):
    have = versions(ROOT / f"requirements/{lock}.txt")
    for requirement in map(Requirement, wanted):
        version = have.get(canonicalize_name(requirement.name))
        assert version, f"{requirement} is not in requirements/{lock}.txt: make lock"
        assert requirement.specifier.contains(version), f"{requirement} is {version}: make lock"


def test_the_tests_run_on_the_versions_that_users_get():
    run, test = (versions(ROOT / f"requirements/{lock}.txt") for lock in ("run", "test"))
    assert {name: test.get(name) for name in run} == run


def test_every_room_that_the_readme_names_exists():
    rooms = re.findall(r"^\| `([\w/]+)/` \|", (ROOT / "README.md").read_text(), re.MULTILINE)
    assert "src/dateline/ledger" in rooms
    assert [room for room in rooms if not (ROOT / room).is_dir()] == []


def test_every_room_of_the_package_is_in_the_readme():
    readme = (ROOT / "README.md").read_text()
    rooms = [path.parent.name for path in ROOT.glob("src/dateline/*/__init__.py")]
    assert [room for room in rooms if f"`src/dateline/{room}/`" not in readme] == []


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel as `make wheel` does."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--wheel-dir", folder, ROOT], check=True)
    (made,) = folder.glob("*.whl")
    with ZipFile(made) as archive:
        yield archive


@pytest.mark.parametrize("folder", ["dateline/live/assets", "dateline/desk/static"])
def test_the_wheel_holds_the_built_assets_that_its_manifest_names(wheel, folder):
    manifest = json.loads(wheel.read(f"{folder}/manifest.json"))
    assert {"script", "style"} <= set(manifest)
    assert {f"{folder}/{name}" for name in manifest.values()} <= set(wheel.namelist())


def test_the_wheel_holds_every_file_of_the_package(wheel):
    kept = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "src/dateline"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    existing = {path.removeprefix("src/") for path in kept if (ROOT / path).is_file()}
    assert existing - set(wheel.namelist()) == set()
    assert "dateline/py.typed" in wheel.namelist()


def test_the_wheel_holds_a_compiled_file_for_every_translation(wheel):
    sources = {name for name in wheel.namelist() if name.endswith(".po")}
    assert {name.removesuffix(".po") + ".mo" for name in sources} <= set(wheel.namelist())


def test_the_wheel_holds_nothing_of_the_workshop(wheel):
    tops = {name.partition("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not re.fullmatch(r"dateline(-[\w.]+\.dist-info)?", top)} == set()
