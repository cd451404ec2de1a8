"""Small pages of several makes, and how the tests look at what is read of them."""

from datetime import UTC, date
from zoneinfo import ZoneInfo

from dateline.reading.liveblog import Card, Quote, in_order, live_page

DAY = date(2015, 10, 21)
DAMASCUS = ZoneInfo("Asia/Damascus")


def page(*paragraphs):
    return "\n\n".join(paragraphs)


def read(text, zone=UTC):
    return live_page(text, day=DAY, zone=zone)


def headlines(text, zone=UTC):
    """Return the headlines in order of publication."""
    placed = in_order(read(text, zone).entries, DAY, zone)
    return [entry.headline.words if entry.headline else None for _, entry in placed]


def clocks(text, zone=UTC):
    """Return each entry's time in UTC, in the page's order; None where it has no hour."""
    times = [entry.time.at if entry.time else None for entry in read(text, zone).entries]
    return [f"{at.astimezone(UTC):%d %H:%M}" if at else None for at in times]


def parts(text):
    """Return the parts of the first entry, each as its kind and words."""
    return [(kind(part), words(part)) for part in read(text).entries[0].parts]


def kind(part):
    return {Quote: "quote", Card: "card"}.get(type(part), "paragraph")


def words(part):
    return part.words if not isinstance(part, Quote) else [one.words for one in part.pieces]


STAMPED_ABOVE = page(
    "Ferry Disaster: The Second Day",
    "21 October 2015",
    "Divers searched the hull all night.",
    "17:58 GMT",
    "Captain Is Questioned In The Harbour",
    "The captain was questioned for three hours, the port authority said.",
    "12:05 GMT",
    "Divers Find The Black Box",
    "Divers found the black box at noon.",
    "12:01 GMT",
    "Bells Toll In The Old Town",
    "Bells tolled in the old town.",
)
STAMPED_BELOW_TITLES = page(
    "Captain Is Questioned In The Harbour",
    "5:58 pm",
    "The captain was questioned for three hours.",
    "Divers Find The Black Box At Noon",
    "12:05 pm",
    "Divers found the black box.",
    "Bells Toll In The Old Town",
    "9:30 am",
    "Bells tolled in the old town.",
)
SIGNED = page(
    "The Ferry Column: A Long Night",
    "October 21, 2015",
    "Photo: Harbour Museum",
    "The previous post in our Ferry Watch column can be found here.",
    "Captain Is Questioned In The Harbour Today",
    "The captain was questioned for three hours, the port authority said.",
    "— Ann Lee",
    "Divers Find The Black Box At Noon Today",
    "Divers found the black box.",
    "— Bo Ray",
)
ARABIC = page(
    "أخبار الميناء لحظة بلحظة",
    "21 أكتوبر 2015",
    "١٧:٥٨",
    "استجواب القبطان في الميناء",
    "قالت سلطة الميناء إن القبطان استجوب ثلاث ساعات.",
    "١٢:٠٥",
    "العثور على الصندوق الأسود",
    "عثر الغواصون على الصندوق الأسود ظهرا.",
)
ARTICLE = page(
    "Ferry Sinks Off The Coast",
    "By Ann Lee",
    "21 October 2015",
    "A ferry sank off the coast on Tuesday, and twelve people were rescued.",
    "The port authority said that the search went on through the night.",
)
PAGES = [STAMPED_ABOVE, STAMPED_BELOW_TITLES, SIGNED, ARABIC, ARTICLE]
