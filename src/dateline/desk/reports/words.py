"""What is known of a report, in plain words."""

from datetime import datetime

from django.utils import timezone

from dateline.ledger.models import Capture, Report

FLAGS = (
    ("graphic", "graphic"),
    ("identifies", "identifies a person"),
    ("protected", "protected"),
    ("opened", "open to the public"),
)
LOOKS = {
    "paywall": "a paywall",
    "consent": "a page that asks for consent",
    "script": "a page built by script",
    "empty": "a page without a text",
    "unreadable": "something that cannot be read",
}
ADVICE = {
    "paywall": "Only what stands before the paywall is kept. Open the page where you may read it, "
    "save it as a file, and bring the file in.",
    "consent": "The site asked for consent instead of showing its page. Save the page from your "
    "browser as a file, and bring the file in.",
    "script": "Its text appears only in a browser. Save the page from there as a file, and bring "
    "the file in.",
    "empty": "The bytes are kept, but no text was found in them. Look at the original, and paste "
    "what matters.",
    "unreadable": "The bytes are kept, but they could not be read. Look at the original, and paste "
    "what matters.",
}
UNREACHED = (
    "Look whether the address opens in a browser. Capture it again, or save the page as a "
    "file and bring the file in."
)
GONE = "What the desk kept before stays as it is; readers see that it was deleted at its source."


def moment(at: datetime) -> str:
    """Return a time as the archive tells it: `21 Oct 17:58 UTC`, with its year in other years."""
    at, now = timezone.localtime(at, timezone.get_default_timezone()), timezone.now()
    year = f" {at:%Y}" if at.year != now.year else ""
    return f"{at.day} {at:%b}{year} {at:%H:%M} UTC"


def next_try(at: datetime | None) -> str:
    """Say when something is tried again."""
    if at is None:
        return "It is not tried again by itself."
    today = at.date() == timezone.now().date()
    return f"Next try {f'{at:%H:%M} UTC' if today else moment(at)}."


def sentence(words: str) -> str:
    """Return words with a full stop after them."""
    words = words.strip()
    return words if words.endswith((".", "!", "?")) else f"{words}."


def title_of(report: Report, capture: Capture | None) -> str:
    """Return by what a report is known: its title, else its address or its file's name."""
    if report.redacted:
        return "Redacted report"
    return headline_of(report, capture) or report.address or report.given_name or "Pasted text"


def headline_of(report: Report, capture: Capture | None) -> str:
    """Return a report's title, empty where none is known."""
    return (capture.title if capture else "") or report.given_title


def source_of(report: Report) -> str:
    """Return the name of a report's source, empty where it is not known yet."""
    return str(report.source.whole.name) if report.source else ""


def flags_of(report: Report) -> list[str]:
    """Return a report's flags in words."""
    return [words for name, words in FLAGS if getattr(report, name)]


def state_of(report: Report, capture: Capture | None) -> str:
    """Say how it stands with a report."""
    if report.redacted:
        return "redacted"
    if capture is None:
        return trouble_of(report) or "being captured"
    versions = f", {capture.number} versions" if capture.number > 1 else ""
    kept = f"kept {moment(capture.captured_at)}{versions}"
    return " · ".join(filter(None, [kept, _since(report), trouble_of(report, kept=True)]))


def _since(report: Report) -> str:
    if report.wanted:
        return "being captured again"
    if report.gone_since:
        return f"deleted at source since {moment(report.gone_since)}"
    if report.standing == Report.Standing.UNCHANGED and report.looked_at:
        return f"unchanged on {moment(report.looked_at)}"
    return ""


def trouble_of(report: Report, *, kept: bool = False) -> str:
    """Say why a report could not be captured, or looked at again, and when that is tried next."""
    if not report.trouble:
        return ""
    what = "the last look failed" if kept else "could not be reached"
    return f"{what}: {sentence(report.trouble)} {next_try(report.due_at)}"


def advice_of(report: Report, capture: Capture | None) -> str:
    """Say what to do about a report, where something is to be done."""
    if report.gone_since:
        return GONE
    if capture is None:
        return UNREACHED if report.trouble else ""
    return ADVICE.get(capture.looks_like, "")


def size_in_words(size: int) -> str:
    """Return a number of bytes as people say it."""
    if size < 1000:
        return f"{size} byte{'' if size == 1 else 's'}"
    return f"{size / 1000:.0f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
