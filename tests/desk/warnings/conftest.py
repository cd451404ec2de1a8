"""A blog whose column knows of a strike, and a way to ask about a text."""

import pytest

from tests.ledger.happened import Desk


@pytest.fixture
def keeping(alice, column):
    return Desk(alice, column)


@pytest.fixture
def ask(enter, alice, blog):
    """Send a text: `ask(body, by=…)` returns the warnings."""

    def _ask(body, by=alice, blog=blog, **more):
        address = f"/desk/blogs/{blog.pk}/warnings/"
        answer = enter(by).post(address, {"body": body, **more})
        assert answer.status_code == 200
        return answer.json()["warnings"]

    return _ask
