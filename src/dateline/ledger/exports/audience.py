"""For whom an export is made, and so what it may hold."""

from dataclasses import dataclass
from datetime import datetime

from ..refusal import Refused


@dataclass(frozen=True, kw_only=True)
class Audience:
    """Readers, unless it says the desk. Protected, redacted and confidential: never, for nobody."""

    now: datetime
    """Claims held until later are not for readers."""
    desk: bool = False
    """Also what is held or withdrawn, and places as the desk knows them."""
    names: bool = False
    """Also names of private persons. Raises Refused without `desk`."""

    def __post_init__(self) -> None:
        if self.names and not self.desk:
            raise Refused("Names of private persons are for the desk only: give --desk as well.")
