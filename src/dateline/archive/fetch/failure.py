"""What an editor reads when something could not be fetched."""


class FetchError(Exception):
    """A fetch failed, in plain words that hold no credentials; `retry`: later it may succeed."""

    def __init__(self, words: str, *, retry: bool) -> None:
        super().__init__(words)
        self.retry = retry
