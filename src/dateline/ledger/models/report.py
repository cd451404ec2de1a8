"""Reports, every keeping of their bytes, and the texts that claims will point into."""

from django.db import models

from .person import Person
from .record import Guarded, Record
from .source import Source
from .watch import Watch

NEWEST_FIRST = ("-captured_at", "-number")
"""How captures are ordered: what is taken over from another archive may be older than what is here,
whatever its number."""


class Report(Record):
    """One item from one source. It exists from the moment somebody asks for it, so that a card
    can stand in an update while its bytes are still being captured."""

    # Work in progress, which says nothing about the report itself.
    unlogged = frozenset({"due_at", "tries", "trouble", "busy_until", "looked_at", "wanted"})

    class Standing(models.TextChoices):
        KEPT = "", "as it was kept"
        UNCHANGED = "unchanged", "unchanged at its source"
        GONE = "gone", "deleted at source"
        UNREACHED = "unreached", "could not be reached"

    address = models.CharField(max_length=2000, blank=True)
    """As it was asked for; empty for a file or pasted text."""
    key = models.CharField(max_length=64, unique=True)
    """By which the same address, or the same bytes, are known again."""
    canonical = models.CharField(max_length=2000, blank=True, db_index=True)
    given_warc = models.CharField(max_length=64, blank=True)
    """Bytes handed in rather than fetched: their WARC record's place in the bytes folder."""
    given_name = models.CharField(max_length=200, blank=True)
    """A file's name, which may name a person: it stays on the desk."""
    given_title = models.CharField(max_length=200, blank=True)
    """What the desk calls what was handed in; readers see it."""
    source = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="reports"
    )
    source_address = models.CharField(max_length=300, blank=True, db_index=True)
    """Whose its address is, as far as it tells: known before anything has been captured."""
    watch = models.ForeignKey(Watch, models.PROTECT, null=True, blank=True, related_name="reports")
    brought_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    brought_at = models.DateTimeField(db_index=True)
    graphic = models.BooleanField(default=False)
    identifies = models.BooleanField(default=False)
    """It identifies a private person: a victim, a witness, someone who films."""
    protected = models.BooleanField(default=False)
    """Neither its bytes nor who gave it ever leave the desk."""
    opened = models.BooleanField(default=False)
    """An editor opened the kept bytes to the public."""
    redacted = models.BooleanField(default=False)
    standing = models.CharField(max_length=9, choices=Standing.choices, blank=True)
    gone_since = models.DateTimeField(null=True, blank=True)

    due_at = models.DateTimeField(null=True, blank=True, db_index=True)
    """When the worker looks at it next; empty for what was handed in and is kept."""
    tries = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=500, blank=True)
    busy_until = models.DateTimeField(null=True, blank=True)
    """A worker has it in hand until then; one that was killed gives it back so."""
    looked_at = models.DateTimeField(null=True, blank=True)
    wanted = models.BooleanField(default=False)
    """Somebody asked for a new version, even of what has not changed."""

    def __str__(self) -> str:
        return f"report {self.pk}"  # never its address: this may end in a log

    @property
    def newest(self) -> "Capture | None":
        """Return the newest capture; None before the first."""
        found: Capture | None = self.captures.order_by(*NEWEST_FIRST).first()
        return found

    @property
    def is_held(self) -> bool:
        """Tell whether readers may know nothing of it: protected, redacted, given in confidence."""
        confidential = self.source is not None and self.source.is_held
        return self.protected or self.redacted or confidential


class Capture(Record):
    """One keeping of a report's bytes, never changed: version 1, 2, …"""

    class LooksLike(models.TextChoices):
        PAYWALL = "paywall", "a page behind a paywall"
        CONSENT = "consent", "a page that asks for consent first"
        SCRIPT = "script", "a page whose text is built by script"
        EMPTY = "empty", "a page without a text"
        UNREADABLE = "unreadable", "something that could not be read"

    report = models.ForeignKey(Report, models.PROTECT, related_name="captures")
    number = models.PositiveIntegerField()
    captured_at = models.DateTimeField()
    url = models.CharField(max_length=2000, blank=True)
    """The address that answered, after redirects."""
    status = models.PositiveSmallIntegerField(null=True)
    media_type = models.CharField(max_length=100)
    """What the bytes are by their own evidence."""
    sha256 = models.CharField(max_length=64, db_index=True)
    """Of the content, its transfer coding undone."""
    size = models.PositiveBigIntegerField()
    """Bytes of the content."""
    warc = models.CharField(max_length=64)
    """Place in the bytes folder of the WARC file with request and response."""
    title = models.CharField(max_length=500, blank=True)
    author = models.CharField(max_length=200, blank=True)
    site_name = models.CharField(max_length=120, blank=True)
    excerpt = models.CharField(max_length=500, blank=True)
    language = models.CharField(max_length=35, blank=True)
    posted_at = models.DateTimeField(null=True, blank=True)
    looks_like = models.CharField(max_length=10, choices=LooksLike.choices, blank=True)
    image = models.CharField(max_length=64, blank=True)
    """The lead image's place in the bytes folder."""
    image_format = models.CharField(max_length=8, blank=True)
    image_width = models.PositiveIntegerField(default=0)
    image_height = models.PositiveIntegerField(default=0)
    image_hash = models.CharField(max_length=64, blank=True)
    """PDQ, by which pictures that look alike are found."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="one_capture_a_number")
        ]

    def __str__(self) -> str:
        return f"capture {self.number} of {self.report_id}"

    @property
    def text(self) -> "ReportText | None":
        """Return the newest text of this capture."""
        found: ReportText | None = self.texts.order_by("-number").first()
        return found


class ReportText(Record):
    """A capture's text by one extractor. Claims point into it by code points, so it never changes:
    a better extractor makes another text."""

    capture = models.ForeignKey(Capture, models.PROTECT, related_name="texts")
    number = models.PositiveIntegerField()
    extractor = models.CharField(max_length=80)
    sha256 = models.CharField(max_length=64)
    """Place of its UTF-8 in the bytes folder."""
    length = models.PositiveIntegerField()
    """Unicode code points."""
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["capture", "number"], name="one_report_text_a_number")
        ]

    def __str__(self) -> str:
        return f"text {self.number} of {self.capture_id}"


class Seal(Record):
    """A time-stamp authority's word that a capture's WARC existed at a time (RFC 3161)."""

    capture = models.OneToOneField(Capture, models.PROTECT, related_name="seal")
    authority = models.CharField(max_length=300)
    token = models.CharField(max_length=64)
    """Place of the token in the bytes folder."""
    at = models.DateTimeField()
    """When, by the authority's clock."""

    def __str__(self) -> str:
        return f"seal of {self.capture_id}"


class Derivation(Record):
    """A report seems to rest on another: proposed at capture, decided by an editor."""

    class Why(models.TextChoices):
        ADDRESS = "address", "the same address"
        MEDIA = "media", "the same picture or file"
        TEXT = "text", "nearly the same text"
        LINK = "link", "it links to it"
        CITATION = "citation", "it cites it"

    class Status(models.TextChoices):
        PROPOSED = "proposed", "proposed"
        CONFIRMED = "confirmed", "confirmed"
        REJECTED = "rejected", "rejected"

    report = models.ForeignKey(Report, models.PROTECT, related_name="rests_on")
    on = models.ForeignKey(Report, models.PROTECT, related_name="carries")
    why = models.CharField(max_length=8, choices=Why.choices)
    score = models.PositiveSmallIntegerField(default=100)
    """Per cent of likeness; 100 where it is a plain fact."""
    status = models.CharField(max_length=9, choices=Status.choices, default=Status.PROPOSED)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "on", "why"], name="one_derivation_a_reason")
        ]

    def __str__(self) -> str:
        return f"{self.report_id} rests on {self.on_id}"


class LikenessKey(Guarded):
    """An index row: reports that share a key may be alike."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="+")
    key = models.CharField(max_length=40)

    class Meta:
        indexes = [models.Index(fields=["key", "report"], name="likeness_by_key")]

    def __str__(self) -> str:
        return self.key
