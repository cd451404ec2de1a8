"""How the tests look at a page."""

from dateline.reading.structure import layout


def blocks(text):
    """Return each block's role and words."""
    return [
        (block.role, text[block.start : block.end])
        for entry in layout(text).entries
        for block in entry.blocks
    ]


def roles(text):
    return [role for role, _ in blocks(text)]


def words(text, role):
    return [words for one, words in blocks(text) if one == role]


def quoted(text):
    """Return who owns each quote, from the origin outwards, and the quote's words."""
    return [
        (*chain(block.owner), text[block.start : block.end])
        for entry in layout(text).entries
        for block in entry.blocks
        if block.role == "quote"
    ]


def chain(owner):
    while owner:
        yield owner.words
        owner = owner.through


def entries(text):
    """Return each entry's headline, byline and stamp, and how many blocks it has."""
    return [
        (
            entry.headline and text[slice(*entry.headline)],
            entry.byline and entry.byline.name,
            entry.stamp and entry.stamp.iso,
        )
        for entry in layout(text).entries
    ]


def page(*paragraphs):
    return "\n\n".join(paragraphs)
