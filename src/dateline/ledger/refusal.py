"""Why the ledger did not do what was asked, in words for the person who asked."""


class Refused(Exception):  # noqa: N818  a refusal is an answer, not a fault of the program
    """The verb was not carried out; `str()` says why and what to do."""


class NotAllowed(Refused):
    """This person may not do that here."""


class Collision(Refused):
    """Someone else saved a newer text; nothing was overwritten."""

    def __init__(
        self,
        newest: int,
        words: str = "Someone else saved this update while you were writing. Both texts are below.",
    ) -> None:
        super().__init__(words)
        self.newest = newest
