"""The rows of people: all but one's own profile, and one's column's people, is the owner's."""

from .row import EVERYONE, OWNERS, SITE_OWNER, Row, column, site

PEOPLE = [
    Row(
        name="profile",
        get=site(EVERYONE),
        post=site(EVERYONE),
        body=lambda w: {"public_name": "Another name"},
    ),
    Row(
        name="people",
        get=site(SITE_OWNER),
        post=site(SITE_OWNER),
        body=lambda w: {"email": "new@example.org"},
    ),
    Row(name="person", of="zoe", get=site(SITE_OWNER)),
    Row(name="new_link", of="zoe", post=site(SITE_OWNER)),
    Row(
        name="active",
        of="zoe",
        post=site(SITE_OWNER),
        body=lambda w: {"active": "0", "reason": "Left."},
    ),
    Row(
        name="give_role",
        of="zoe",
        post=site(SITE_OWNER),
        body=lambda w: {"name": "editor", "where": str(w.column.pk)},
    ),
    Row(name="take_role", of="role", post=column(OWNERS)),
    Row(name="take_role", of="own_role", post=site(SITE_OWNER)),
]

WHOEVER_HOLDS_IT = site(EVERYONE | {"shut_out", "nobody"})
"""A link lets in whoever holds it, once: that is what it is for."""

LINK = [
    Row(name="sign_in", of="link", get=WHOEVER_HOLDS_IT, post=WHOEVER_HOLDS_IT, writes=False),
]

ROWS = [*PEOPLE, *LINK]
