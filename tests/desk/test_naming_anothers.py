"""A form of one's own that names what is another column's: it names nothing, and tells nothing."""

import pytest

from dateline.ledger.models import Entry
from dateline.ledger.verbs import incidents
from dateline.ledger.verbs.publishing import publish_update
from dateline.ledger.verbs.writing import Text, write_update
from tests.desk.conftest import composed, words_of

from .matrix.archive import claimed
from .matrix.world import OF_ITS_WRITER, OF_THE_COLUMN, build

HIDDEN = (OF_THE_COLUMN, OF_ITS_WRITER)


@pytest.fixture
def world(db):
    """Return the world, with an update, an incident and a claim of Eve's own column."""
    w = build()
    text = Text(headline="Theirs", body="Words.")
    w.eves = publish_update(by=w.eve, update=write_update(by=w.eve, blog=w.other_blog, text=text))
    w.eves_claim = claimed(w, 10, by=w.eve, column=w.other_column)
    opening = {"by": w.eve, "column": w.other_column, "title": "Theirs"}
    w.eves_incident = incidents.open_incident(**opening, claims=[w.eves_claim])
    w.eves_free = claimed(w, 11, by=w.eve, column=w.other_column)
    return w


FORMS = {
    "follow_ups": lambda w: (
        f"updates/{w.eves.pk}/follow-ups/",
        {"on": w.public.pk, "kind": "follows"},
    ),
    "start_blog": lambda w: (
        "media/columns/ukraine/start/",
        {"headline": "New", "slug": "new", "previous": w.blog.pk},
    ),
    "keep_draft": lambda w: (
        f"blogs/{w.other_blog.pk}/updates/draft",
        composed(update=str(w.public.pk)),
    ),
    "supersede": lambda w: (f"claims/{w.eves_claim.pk}/supersede/", {"older": w.accepted.pk}),
    "merge": lambda w: (
        f"incidents/{w.eves_incident.pk}/merge/",
        {"other": w.incident.pk, "reason": "One.", "based_on": "1"},
    ),
    "part_of": lambda w: (
        f"incidents/{w.eves_incident.pk}/part-of/",
        {"other": w.incident.pk, "based_on": "1"},
    ),
    "apart": lambda w: (f"incidents/{w.eves_incident.pk}/apart/", {"other": w.incident.pk}),
    "unapart": lambda w: (f"incidents/{w.eves_incident.pk}/not-apart/", {"apart": w.apart.pk}),
    "answer": lambda w: (
        f"incidents/{w.eves_incident.pk}/answer/",
        {"claim": w.alone.pk, "answer": "same", "based_on": "0"},
    ),
    "split": lambda w: (
        f"incidents/{w.eves_incident.pk}/split/",
        {"claim": w.accepted.pk, "split_title": "New"},
    ),
    "withdraw_sentence": lambda w: (
        f"incidents/{w.eves_incident.pk}/sentence/withdraw/",
        {"sentence": w.assessment.pk, "withdraw_reason": "Mine."},
    ),
    "group": lambda w: (
        f"claims/{w.eves_free.pk}/incident/",
        {"incident": w.incident.pk, "answer": "same", "based_on": "0"},
    ),
    "withdraw_summary": lambda w: (
        "columns/ukraine/summary/withdraw/",
        {"summary": w.summary.pk, "reason": "Mine."},
    ),
    "new_front": lambda w: (f"fronts/{w.front.pk}/", {"name": "Mine", "save": "1"}),
    "use_claim": lambda w: (f"claims/{w.accepted.pk}/use/", {"blog": w.other_blog.pk}),
    "accept": lambda w: (
        f"claims/{w.accepted.pk}/accept/",
        {"column": "ukraine", "based_on": w.accepted.revision},
    ),
}
"""What Eve, an editor of another column, sends from pages of her own."""


@pytest.mark.parametrize("form", FORMS)
def test_naming_what_is_anothers_changes_nothing_and_tells_nothing(world, enter, form):
    address, body = FORMS[form](world)
    before = Entry.objects.count()
    answer = enter(world.eve).post(f"/desk/{address}", body)
    assert answer.status_code in (400, 403, 404)
    assert Entry.objects.count() == before
    told = (words_of(answer) + str(answer.headers)).lower()
    assert [word for word in HIDDEN if word in told] == []


@pytest.mark.parametrize("name", ["owner", "alice", "eve", "sam"])
def test_nobody_drops_or_takes_over_what_another_is_typing(world, enter, name):
    person = world.people[name]
    enter(person).post(f"/desk/drafts/{world.typed}/drop/")
    form = composed(draft=str(world.typed))
    enter(person).post(f"/desk/blogs/{world.blog.pk}/updates/draft", form)
    assert world.carl.drafts.get(pk=world.typed).headline == "Sienna"
