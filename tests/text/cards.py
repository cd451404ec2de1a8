"""The reports that tests show as cards."""

from dateline.text import Card, Image, player_of

PICTURE = Image((("../../media/p-400.jpg", 400),), 400, 300, alt="Smoke", credit="")
WATCH = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
EMBED = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"

RAID = Card(
    "kept",
    page="../../reports/raid/",
    address="https://smart.example/1",
    site="smart.example",
    source="SMART",
    title="Twelve dead in raids on Sarmin",
    author="Nour",
    excerpt="Aircraft struck the town twice.",
    language="en",
    note="kept since 21 Oct 17:58 UTC",
    image=PICTURE,
)
VIDEO = Card(
    "kept",
    page="../../reports/video/",
    address=WATCH,
    source="الدفاع المدني",
    title="غارات على سرمين",
    excerpt="لحظة القصف",
    language="ar",
    player=player_of(WATCH),
)
HELD = Card(
    "held", **{name: getattr(RAID, name) for name in ("page", "address", "source", "title")}
)
CARDS = {"raid": RAID, "video": VIDEO, "held": HELD}
