"""Where everything stands in the site folder: paths relative to its root, with `/` and no `?`."""

PER_PAGE = 40
"""Updates on a numbered page; page one holds between this and twice this, less one."""


def blog(column: str, slug: str) -> str:
    """Return the folder of a blog, such as `syria/2015-10-21/`."""
    return f"{column}/{slug}/"


def update(column: str, slug: str, number: int) -> str:
    """Return the folder of an update's own small page, its permalink."""
    return f"{blog(column, slug)}u/{number}/"


def page(column: str, slug: str, k: int) -> str:
    """Return the folder of the numbered page `k`, counted from 1, the oldest."""
    return f"{blog(column, slug)}page/{k}/"


def revision(column: str, slug: str, n: int) -> str:
    """Return the file of delta `n`."""
    return f"{blog(column, slug)}rev/{n}.json"


def report(pk: object) -> str:
    """Return the folder of a report's page."""
    return f"reports/{pk}/"


def claim(pk: object) -> str:
    """Return the folder of a claim's page."""
    return f"claims/{pk}/"


def incident(pk: object) -> str:
    """Return the folder of an incident's page."""
    return f"incidents/{pk}/"


def root_from(folder: str) -> str:
    """Return the way from a page's folder back to the site's root: `a/b/` gives `../../`."""
    return "../" * folder.count("/")


def page_of(number: int) -> int:
    """Return the numbered page on which update `number` stands for good."""
    return (number - 1) // PER_PAGE + 1


def full_pages(count: int) -> int:
    """Return how many numbered pages a blog of `count` updates has: only full ones are written."""
    return count // PER_PAGE


def first_on_index(count: int) -> int:
    """Return the lowest update number on page one, which holds the newest 40 to 79.

    >>> [first_on_index(n) for n in (1, 79, 80, 119, 120)]
    [1, 1, 41, 41, 81]
    """
    return PER_PAGE * max(0, full_pages(count) - 1) + 1
