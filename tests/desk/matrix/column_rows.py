"""The rows of what belongs to one column: itself, its people, its blogs and updates."""

from uuid import uuid4

from tests.desk.conftest import composed

from .row import EDITORS, EVERYONE, OWNERS, SITE_OWNER, WRITERS, Row, Rule, column, only, site

WHY = {"reason": "It must not be public."}
HEAD = {"headline": "Renamed", "lead": ""}
COLUMN = {"name": "Renamed", "publisher": "A desk", "language": "en", "zone": "UTC"}


def why(w):
    """Return a form with a reason."""
    return WHY


def based(w, obj, **more):
    """Return a form with the revision of what it changes."""
    return {"based_on": str(obj.revision), **more}


def shows_all(w, **more):
    """Return a composer's form whose text shows a held report, its claim and an incident."""
    cards = [f"::card{{report={w.protected.pk}}}", f"::incident{{id={w.incident.pk}}}"]
    body = "\n\n".join([f"It says so: [twelve died]{{claim={w.held_claim.pk}}}.", *cards])
    return composed(headline="New", body=body, **more)


COLUMNS = [
    Row(name="index", get=site(EVERYONE)),
    Row(name="column", of="column", get=column(WRITERS)),
    Row(
        name="new_column",
        get=site(SITE_OWNER),
        post=site(SITE_OWNER),
        body=lambda w: COLUMN | {"slug": "new"},
    ),
    Row(
        name="edit_column",
        of="column",
        get=column(OWNERS),
        post=column(OWNERS),
        body=lambda w: COLUMN,
    ),
    Row(
        name="column_people",
        of="column",
        get=column(OWNERS),
        post=column(OWNERS),
        body=lambda w: {"email": "sam@example.org", "name": "contributor"},
    ),
    Row(name="public", of="column", get=column(EDITORS)),
]

BLOGS = [
    Row(
        name="start_blog",
        of="column",
        get=column(EDITORS),
        post=column(EDITORS),
        body=lambda w: HEAD | {"slug": "new"},
    ),
    Row(
        name="edit_blog",
        of="blog",
        get=column(EDITORS),
        post=column(EDITORS),
        body=lambda w: HEAD,
    ),
    Row(name="close_blog", of="blog", post=column(EDITORS)),
    Row(name="reopen_blog", of="closed", post=column(EDITORS)),
    Row(
        name="blog",
        of="blog",
        get=column(WRITERS),
        post=column(WRITERS),
        body=lambda w: composed(),
    ),
    Row(name="blog", of="closed", get=column(WRITERS)),
    Row(name="updates_list", of="blog", get=column(WRITERS)),
    Row(
        name="keep_draft",
        of="blog",
        post=column(WRITERS),
        body=lambda w: composed(draft=str(uuid4())),
        writes=False,
    ),
    Row(name="preview", of="blog", post=column(WRITERS), body=shows_all, writes=False),
    Row(name="warnings", of="blog", post=column(WRITERS), body=shows_all, writes=False),
    Row(
        name="here",
        of="blog",
        post=column(WRITERS),
        body=lambda w: {"doing": "writes", "since": "0"},
        writes=False,
    ),
    Row(name="draft", of="typed", get=only({"carl"})),
    # Dropping what is not there is no error: a second press finds it gone.
    Row(name="drop_draft", of="typed", post=site(EVERYONE), writes=False),
    Row(
        name="take_back_draft",
        of="dropped",
        post=Rule(frozenset({"carl"}), asked_again=frozenset(EVERYONE - {"carl"})),
        writes=False,
    ),
]


def corrected(w):
    """Return a composer's form that puts a published update right."""
    return shows_all(w, action="correct", based_on=str(w.public.revision), note="A name.")


UPDATES = [
    Row(
        name="update",
        of="carls",
        get=column(WRITERS),
        post=column(WRITERS),
        body=lambda w: composed(based_on=str(w.carls.revision)),
    ),
    Row(
        name="update",
        of="alices",
        get=column(WRITERS),
        post=column(EDITORS),
        body=lambda w: composed(based_on=str(w.alices.revision)),
    ),
    Row(name="update", of="public", get=column(WRITERS), post=column(EDITORS), body=corrected),
    *(Row(name="update", of=of, get=column(WRITERS)) for of in ("review", "scheduled", "gone")),
    Row(
        name="publish",
        of="alices",
        post=column(EDITORS),
        body=lambda w: based(w, w.alices),
    ),
    Row(name="publish", of="review", post=column(EDITORS), body=lambda w: based(w, w.review)),
    Row(name="submit", of="carls", post=column(WRITERS)),
    Row(name="submit", of="alices", post=column(EDITORS)),
    Row(name="return", of="review", post=column(WRITERS), body=why),  # Carl takes his own back
    Row(name="return", of="others_review", post=column(EDITORS), body=why),
    Row(name="discard", of="carls", post=column(WRITERS)),
    Row(name="discard", of="alices", post=column(EDITORS)),
    Row(name="update", of="put_away", get=column(WRITERS)),
    Row(name="put_back", of="put_away", post=column(WRITERS)),
    Row(name="unschedule", of="scheduled", post=column(EDITORS)),
    Row(name="withdraw", of="public", post=column(EDITORS), body=why),
    Row(name="restore", of="gone", post=column(EDITORS)),
    Row(
        name="mark",
        of="public",
        post=column(EDITORS),
        body=lambda w: {"mark": "pinned", "on": "1"},
    ),
    # Whoever publishes nowhere finds nothing waiting.
    Row(name="review", get=site(EVERYONE)),
    Row(
        name="redact_update",
        of="public",
        get=column(OWNERS),
        post=column(OWNERS),
        body=why,
    ),
    Row(
        name="follow_ups",
        of="public",
        get=column(EDITORS),
        post=column(EDITORS),
        body=lambda w: {"on": str(w.linked.update_id), "kind": "corrects"},
    ),
    Row(name="unlink", of="linked", post=column(EDITORS)),
]

ROWS = [*COLUMNS, *BLOGS, *UPDATES]
