"""Pages of the kind that is imported."""


def page(*paragraphs):
    return "\n\n".join(paragraphs) + "\n"


STORM = page(
    "The Marlow Storm: The Second Night",
    "21 October 2015",
    "Photo: Harbour Museum",
    "The storm came back at night.",
    "18:30 GMT",
    "The Western Pier Is Shut",
    "As we reported yesterday, Marlow Pier lost its lamps. The Harbour Gazette reports:",
    "“Lamps broke along the whole of the long western pier, and nobody was hurt.”",
    "Lamps Break On The Western Pier",
    "Forty lamps broke on Tuesday night, the harbour master said.",
    "View full page →",
    "Oct 21, 2015 17:12 (GMT)",
    "The pier stays shut until the morning.",
    "Ann Lee",
    "16:00 GMT",
    "Two Ferries Turn Back From The Pier",
    "Two ferries turned back, the port authority said.",
    "Bo Ray",
    "Share on Facebook",
)
SIGNED = page(
    "The Marlow Storm: A Long Night",
    "October 21, 2015",
    "The Western Pier Is Shut For Now",
    "The pier is shut, the port authority said.",
    "— Ann Lee",
    "Two Ferries Turn Back From The Pier",
    "Two ferries turned back.",
    "— Bo Ray",
)
ARTICLE = page(
    "Ferry Sinks Off The Coast",
    "A ferry sank off the coast on Tuesday, and twelve people were rescued.",
    "The port authority said that the search went on through the night.",
)
YESTERDAY = page(
    "The Marlow Storm: The First Night",
    "20 October 2015",
    "20:00 GMT",
    "Marlow Pier Loses Its Lamps",
    "All lamps of Marlow Pier broke.",
    "19:00 GMT",
    "The Storm Comes In From The West",
    "It came in from the west.",
)
