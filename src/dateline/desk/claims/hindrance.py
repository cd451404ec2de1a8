"""What keeps every text from being read, in words that the worker leaves for the desk."""

from contextlib import suppress
from pathlib import Path

from django.conf import settings


def tell(words: str) -> None:
    """Leave words for the desk; none where nothing is in the way any more."""
    with suppress(OSError):  # a full disk: the worker's log has them too
        if words:
            _file().write_text(words, encoding="utf-8")
        else:
            _file().unlink(missing_ok=True)


def told() -> str:
    """Return what is in the way, or nothing."""
    try:
        return _file().read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _file() -> Path:
    return Path(settings.DATELINE_DATA) / "reading.hindered"
