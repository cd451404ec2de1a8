"""The real day by keys comes to what the record comes to: each look at it is asked once more."""

from tests.day.test_published import *  # noqa: F403  the same tests, over what the keys left
from tests.day.test_weighed import *  # noqa: F403

pytestmark = []
"""What is looked at lies in another data folder: no database of this process is asked."""
