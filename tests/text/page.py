"""A page as a browser would read it, for assertions on elements rather than on substrings."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from dateline.text import Image

VOID = {"img", "br", "hr"}

HILL = Image(
    sources=(("../m/hill-400.jpg", 400), ("../m/hill-800.jpg", 800)),
    width=800,
    height=600,
    alt="A hill",
    credit="Nour",
)
IMAGES = {"hill": HILL}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str | None]
    text: str = ""
    within: tuple[str, ...] = ()


@dataclass
class Page(HTMLParser):
    html: str
    elements: list[Element] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[Element] = []
        self.feed(self.html)
        self.close()
        assert not self.open, "every element is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), "no attribute stands twice"
        element = Element(tag, dict(attrs), within=tuple(outer.tag for outer in self.open))
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        for element in self.open:
            element.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError("a comment came through")

    def all(self, tag: str, class_: str = "") -> list[Element]:
        found = [element for element in self.elements if element.tag == tag]
        return [
            e for e in found if not class_ or class_ in (e.attributes.get("class") or "").split()
        ]

    def one(self, tag: str, class_: str = "") -> Element:
        (element,) = self.all(tag, class_)
        return element

    @property
    def words(self) -> list[str]:
        return self.text.split()
