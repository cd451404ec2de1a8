"""The built style sheet and script: named by their hash, copied into the site once."""

import json
from pathlib import Path

from .files import SiteFolder
from .view import Assets

FOLDER = Path(__file__).parent / "assets"


def built() -> Assets:
    """Return the built assets' places in the site. Raises FileNotFoundError before `make web`."""
    names = json.loads((FOLDER / "manifest.json").read_text())
    # Read once: an upgrade beneath a running server takes this file away.
    style_text = (FOLDER / names["style"]).read_text(encoding="utf-8")
    return Assets(
        style=f"assets/{names['style']}",
        script=f"assets/{names['script']}",
        style_text=style_text,
        worker=f"assets/{names['worker']}",
    )


def publish(site: SiteFolder) -> Assets:
    """Copy the assets into the site; older ones stay for pages that still name them."""
    for path in FOLDER.iterdir():
        if path.name != "manifest.json" and path.is_file():
            site.write(f"assets/{path.name}", path.read_bytes())
    return built()
