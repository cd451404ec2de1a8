"""What an editor reads when something could not be fetched."""


class FetchError(Exception):
    """A fetch failed, in plain words that hold no credentials; `retry`: later it may succeed."""

    def __init__(self, words: str, *, retry: bool) -> None:
        super().__init__(words)
        self.retry = retry


class TooLarge(FetchError):  # noqa: N818  what happened, in the words of this room
    """What came is larger than may be taken; a later fetch brings no less."""

    def __init__(self, words: str) -> None:
        super().__init__(words, retry=False)
