"""Every verb asks for a role, at the moment it writes. A verb missing here fails the last test."""

import importlib
import inspect
import pkgutil
import uuid
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import transaction
from django.utils import timezone

from dateline.ledger import verbs
from dateline.ledger.models import Derivation, Party, Person, Source, Watch
from dateline.ledger.permission import IN_WORDS, PERMISSIONS, SITE_ACTIONS, columns_where, may
from dateline.ledger.refusal import NotAllowed
from dateline.ledger.verbs import (
    blogs,
    capturing,
    checking,
    claims,
    columns,
    counting,
    follow_ups,
    fronts,
    grouping,
    in_hand,
    incidents,
    media,
    merging,
    people,
    proposing,
    publishing,
    redacting,
    reports,
    ruling,
    seeing,
    sources,
    summaries,
    watching,
    writing,
)
from tests.conftest import member
from tests.ledger.claimed import said
from tests.ledger.conftest import now_of
from tests.ledger.fronted import IDLIB, WEEK, fronted, quiet
from tests.ledger.kept import asked
from tests.pictures import picture

pytestmark = pytest.mark.django_db

OWNER = {"owner"}
COLUMN_OWNER = {"owner", "boss"}
EDITORS = {"owner", "boss", "alice"}
WRITERS = {"owner", "boss", "alice", "carl"}
ANYONE_WITH_A_ROLE = WRITERS | {"eve"}
EVERYONE = ANYONE_WITH_A_ROLE | {"sam"}
KEEPERS = {"owner", "boss", "alice", "eve"}
"""Editors and owners of any column: the archive belongs to the site."""

TEXT = writing.Text(headline="Rewritten", body="Words.")
HEAD = blogs.Masthead(headline="Rewritten")
COLUMN = columns.ColumnText(name="Renamed", publisher="The Interpreter")
SOURCE = sources.SourceText(name="Renamed")
PARTY = sources.PartyText(name="Renamed")
WHY = "It must not be public."
FOUND = checking.Finding(question="place", result="confirmed", method="Landmarks compared.")
SOON = timezone.now() + timedelta(days=1)

VERBS = {
    "open_column": (OWNER, lambda s, by: columns.open_column(by=by, slug="new", text=COLUMN)),
    "edit_column": (
        COLUMN_OWNER,
        lambda s, by: columns.edit_column(by=by, column=s.column, text=COLUMN),
    ),
    "start_blog": (
        EDITORS,
        lambda s, by: blogs.start_blog(by=by, column=s.column, slug="new", masthead=HEAD),
    ),
    "edit_blog": (EDITORS, lambda s, by: blogs.edit_blog(by=by, blog=s.blog, masthead=HEAD)),
    "close_blog": (EDITORS, lambda s, by: blogs.close_blog(by=by, blog=s.blog)),
    "reopen_blog": (EDITORS, lambda s, by: blogs.reopen_blog(by=by, blog=s.closed)),
    "write_update": (WRITERS, lambda s, by: writing.write_update(by=by, blog=s.blog, text=TEXT)),
    "edit_update": (
        WRITERS,  # Carl wrote it
        lambda s, by: writing.edit_update(by=by, update=s.carls, text=TEXT, based_on=1),
    ),
    "submit_update": (WRITERS, lambda s, by: writing.submit_update(by=by, update=s.carls)),
    "discard_update": (WRITERS, lambda s, by: writing.discard_update(by=by, update=s.carls)),
    "put_back_update": (WRITERS, lambda s, by: writing.put_back_update(by=by, update=s.put_away)),
    "return_update": (WRITERS, lambda s, by: writing.return_update(by=by, update=s.review)),
    "keep_draft": (
        WRITERS,
        lambda s, by: writing.keep_draft(
            by=by, draft=uuid.uuid4(), blog=s.blog, update=None, based_on=0, text=TEXT
        ),
    ),
    "publish_update": (EDITORS, lambda s, by: publishing.publish_update(by=by, update=s.carls)),
    "import_update": (
        EDITORS,
        lambda s, by: publishing.import_update(by=by, update=s.carls, at=s.public.published_at),
    ),
    "schedule_update": (
        EDITORS,
        lambda s, by: publishing.schedule_update(by=by, update=s.carls, when=SOON),
    ),
    "unschedule_update": (
        EDITORS,
        lambda s, by: publishing.unschedule_update(by=by, update=s.scheduled),
    ),
    "correct_update": (
        EDITORS,
        lambda s, by: publishing.correct_update(
            by=by, update=s.public, text=TEXT, note="A name.", based_on=1
        ),
    ),
    "mark_update": (
        EDITORS,
        lambda s, by: publishing.mark_update(by=by, update=s.public, mark="pinned", on=True),
    ),
    "withdraw_update": (
        EDITORS,
        lambda s, by: publishing.withdraw_update(by=by, update=s.public, reason=WHY),
    ),
    "restore_update": (EDITORS, lambda s, by: publishing.restore_update(by=by, update=s.gone)),
    "redact_update": (
        COLUMN_OWNER,
        lambda s, by: redacting.redact_update(by=by, update=s.public, reason=WHY),
    ),
    "redact_media": (OWNER, lambda s, by: redacting.redact_media(by=by, media=s.photo, reason=WHY)),
    "redact_words": (
        OWNER,
        lambda s, by: redacting.redact_words(by=by, words=["Aleppo"], reason=WHY),
    ),
    "redact_report": (
        OWNER,
        lambda s, by: redacting.redact_report(by=by, report=s.report, reason=WHY),
    ),
    "bring_report": (
        ANYONE_WITH_A_ROLE,
        lambda s, by: reports.bring_report(by=by, asked=asked("https://example.org/new")),
    ),
    "see_report": (ANYONE_WITH_A_ROLE, lambda s, by: seeing.see_report(by=by, report=s.unseen)),
    "unsee_report": (ANYONE_WITH_A_ROLE, lambda s, by: seeing.unsee_report(by=by, report=s.report)),
    "see_all": (ANYONE_WITH_A_ROLE, lambda s, by: seeing.see_all(by=by, before=SOON)),
    "unsee_all": (
        ANYONE_WITH_A_ROLE,
        lambda s, by: seeing.unsee_all(by=by, at=s.seen_at.get(by.pk, SOON)),
    ),
    "ask_again": (ANYONE_WITH_A_ROLE, lambda s, by: reports.ask_again(by=by, report=s.report)),
    "flag_report": (
        KEEPERS,
        lambda s, by: reports.flag_report(by=by, report=s.report, flags=reports.Flags(opened=True)),
    ),
    "attribute_report": (
        KEEPERS,
        lambda s, by: reports.attribute_report(by=by, report=s.report, source=s.source),
    ),
    "decide_derivation": (
        KEEPERS,
        lambda s, by: reports.decide_derivation(by=by, derivation=s.derived, status="rejected"),
    ),
    "add_source": (KEEPERS, lambda s, by: sources.add_source(by=by, text=SOURCE)),
    "edit_source": (
        KEEPERS,
        lambda s, by: sources.edit_source(by=by, source=s.source, text=SOURCE),
    ),
    "add_party": (KEEPERS, lambda s, by: sources.add_party(by=by, text=PARTY)),
    "edit_party": (KEEPERS, lambda s, by: sources.edit_party(by=by, party=s.party, text=PARTY)),
    "merge": (KEEPERS, lambda s, by: sources.merge(by=by, one=s.source, into=s.other_source)),
    "part": (KEEPERS, lambda s, by: sources.part(by=by, one=s.merged)),
    "make_claim": (
        ANYONE_WITH_A_ROLE,
        lambda s, by: proposing.make_claim(by=by, text=s.text, said=said("Rescuers")),
    ),
    "accept_claim": (
        EDITORS,
        lambda s, by: claims.accept_claim(by=by, claim=s.claim, column=s.column, based_on=1),
    ),
    "mend_claim": (
        KEEPERS | {"carl"},  # Carl made it
        lambda s, by: claims.mend_claim(by=by, claim=s.claim, said=said("say"), based_on=1),
    ),
    "reject_claim": (
        KEEPERS,
        lambda s, by: claims.reject_claim(
            by=by, claim=s.claim, based_on=s.claim.revision, reason=WHY
        ),
    ),
    "withdraw_claim": (
        EDITORS,
        lambda s, by: claims.withdraw_claim(
            by=by, claim=s.accepted, based_on=s.accepted.revision, reason=WHY
        ),
    ),
    "restore_claim": (EDITORS, lambda s, by: claims.restore_claim(by=by, claim=s.accepted)),
    "set_aside_claim": (
        EDITORS,
        lambda s, by: counting.set_aside_claim(by=by, claim=s.accepted, reason=WHY),
    ),
    "put_back_claim": (EDITORS, lambda s, by: counting.put_back_claim(by=by, claim=s.set_aside)),
    "supersede_claim": (
        EDITORS,
        lambda s, by: counting.supersede_claim(by=by, claim=s.accepted, older=s.set_aside),
    ),
    "hold_claim": (
        EDITORS,
        lambda s, by: counting.hold_claim(by=by, claim=s.accepted, until=SOON),
    ),
    "open_incident": (
        EDITORS,
        lambda s, by: incidents.open_incident(
            by=by, column=s.column, title="A raid", claims=[s.alone]
        ),
    ),
    "name_incident": (
        EDITORS,
        lambda s, by: incidents.name_incident(
            by=by, incident=s.incident, title="Renamed", based_on=1
        ),
    ),
    "set_part_of": (
        EDITORS,
        lambda s, by: incidents.set_part_of(
            by=by, incident=s.incident, whole=s.other_incident, based_on=1
        ),
    ),
    "open_place": (
        EDITORS,
        lambda s, by: incidents.open_place(by=by, incident=s.incident, based_on=1),
    ),
    "close_place": (
        EDITORS,
        lambda s, by: incidents.close_place(by=by, incident=s.opened, based_on=2),
    ),
    "answer_grouping": (
        EDITORS,
        lambda s, by: grouping.answer_grouping(
            by=by, claim=s.alone, incident=s.incident, answer="may_be", based_on=2
        ),
    ),
    "merge_incidents": (
        EDITORS,
        lambda s, by: merging.merge_incidents(
            by=by, incident=s.incident, into=s.other_incident, reason=WHY, based_on=1
        ),
    ),
    "part_incident": (
        EDITORS,
        lambda s, by: merging.part_incident(by=by, incident=s.merged_incident, based_on=2),
    ),
    "split_incident": (
        EDITORS,
        lambda s, by: merging.split_incident(
            by=by, incident=s.incident, claims=[s.accepted], title="Another raid"
        ),
    ),
    "mark_apart": (
        EDITORS,
        lambda s, by: merging.mark_apart(by=by, one=s.incident, other=s.opened),
    ),
    "unmark_apart": (EDITORS, lambda s, by: merging.unmark_apart(by=by, apart=s.apart)),
    "rule_relation": (
        EDITORS,
        lambda s, by: ruling.rule_relation(
            by=by, incident=s.incident, source=s.source, relation="observer"
        ),
    ),
    "unrule_relation": (
        EDITORS,
        lambda s, by: ruling.unrule_relation(by=by, incident=s.opened, source=s.source),
    ),
    "assess_incident": (
        EDITORS,
        lambda s, by: ruling.assess_incident(
            by=by, incident=s.incident, sentence="It was a market."
        ),
    ),
    "withdraw_assessment": (
        EDITORS,
        lambda s, by: ruling.withdraw_assessment(by=by, assessment=s.assessment, reason=WHY),
    ),
    "record_check": (
        KEEPERS,
        lambda s, by: checking.record_check(
            by=by, report=s.report, finding=replace(FOUND, result="undetermined")
        ),
    ),
    "withdraw_check": (
        KEEPERS,
        lambda s, by: checking.withdraw_check(by=by, check=s.check, reason=WHY),
    ),
    "add_front": (EDITORS, lambda s, by: fronts.add_front(by=by, column=s.column, text=IDLIB)),
    "edit_front": (
        EDITORS,
        lambda s, by: fronts.edit_front(by=by, front=s.front, text=IDLIB, based_on=1),
    ),
    "retire_front": (EDITORS, lambda s, by: fronts.retire_front(by=by, front=s.front)),
    "bring_back_front": (
        EDITORS,
        lambda s, by: fronts.bring_back_front(by=by, front=s.retired_front),
    ),
    "save_summary": (
        EDITORS,
        lambda s, by: summaries.save_summary(
            by=by, column=s.column, window=WEEK, clauses=(quiet(s.front),), based_on=1
        ),
    ),
    "publish_summary": (
        EDITORS,
        lambda s, by: summaries.publish_summary(by=by, summary=s.drafted, based_on=1),
    ),
    "withdraw_summary": (
        EDITORS,
        lambda s, by: summaries.withdraw_summary(by=by, summary=s.summary, reason=WHY),
    ),
    "link_updates": (
        EDITORS,
        lambda s, by: follow_ups.link_updates(
            by=by, update=s.public, on=s.linked.update, kind="corrects"
        ),
    ),
    "unlink_updates": (EDITORS, lambda s, by: follow_ups.unlink_updates(by=by, link=s.linked)),
    "add_watch": (
        KEEPERS,
        lambda s, by: watching.add_watch(by=by, address="https://example.org/new"),
    ),
    "rest_watch": (KEEPERS, lambda s, by: watching.rest_watch(by=by, watch=s.watch)),
    "bring_media": (
        ANYONE_WITH_A_ROLE,
        lambda s, by: media.bring_media(by=by, data=picture(), alt="Red", credit="SANA"),
    ),
    "note_sign_in_link": (
        OWNER,
        lambda s, by: people.note_sign_in_link(by=by, person=s.carls.author),
    ),
    "invite_person": (OWNER, lambda s, by: people.invite_person(by=by, email="new@example.org")),
    "set_public_name": (EVERYONE, lambda s, by: people.set_public_name(by=by, public_name="New")),
    "set_active": (OWNER, lambda s, by: people.set_active(by=by, person=s.zoe, active=False)),
    "give_role": (
        COLUMN_OWNER,
        lambda s, by: people.give_role(by=by, person=s.zoe, name="editor", column=s.column),
    ),
    "take_role": (COLUMN_OWNER, lambda s, by: people.take_role(by=by, role=s.role)),
}
"""Verb → who may do it with the objects of Alice's column, and how."""

ASK_NOBODY = {
    "drop_draft",
    "take_back_draft",
    "forget_draft",
    "forget_dropped",
    "drop_redacted_bytes",
    "found_site",
    "publish_due",
    "release_due",
}
"""Verbs without a person, reads, and what one does with one's own draft."""

OF_THE_PROGRAM = {
    "take_due",  # the worker takes reports in hand …
    "take",  # … or the command line one of them,
    "let_go",  # puts it back where it cannot be done now,
    "let_go_of_all",  # and all of them where it was killed;
    "look_at_once",  # the command line has one looked at now
    "want_again",  # or kept as a new version.
    "give_back",  # The worker says why it could not keep one,
    "note_look",  # how it found one at its source,
    "keep_capture",  # what it brought home,
    "add_text",  # what a better extractor reads in it,
    "seal_capture",  # and what a time-stamp authority answered.
    "propose_claims",  # A reader proposes what it found.
    "take_due_watches",  # The same for watches.
    "let_go_of_watches",
    "note_watch",
    "note_watch_trouble",
}
"""Verbs that no page of the desk calls: each only carries out what a person asked for."""

MODULES_OF_THE_PROGRAM = (in_hand, capturing, proposing, watching)

CAST = ("owner", "boss", "alice", "carl", "eve", "sam", "shut_out")


@pytest.fixture
def claimed(alice, carl, column, capture):
    """Claims in each state, for the scene."""
    of = {"by": alice, "text": capture.text, "column": column}
    aside = proposing.make_claim(**of, said=said("twelve"))
    return {
        "text": capture.text,
        "claim": proposing.make_claim(by=carl, text=capture.text, said=said("people")),
        "accepted": proposing.make_claim(**of, said=said("died")),
        "set_aside": counting.set_aside_claim(by=alice, claim=aside, reason=WHY),
    }


@pytest.fixture
def grouped(alice, column, report, source, claimed):
    """Incidents in each state, and what is said of them, for the scene."""
    of = {"by": alice, "text": claimed["text"], "column": column}
    makes = (proposing.make_claim(**of, said=said(words)) for words in ("in", "that", "say that"))
    third, fourth, alone = makes
    opening = {"by": alice, "column": column}
    both = [claimed["accepted"], claimed["set_aside"]]
    one, other = (
        incidents.open_incident(**opening, title=title, claims=some)
        for title, some in (("A strike", both), ("A battle", [third]))
    )
    opened = incidents.open_incident(**opening, title="A shelter", claims=[fourth])
    incidents.open_place(by=alice, incident=opened, based_on=1)
    merged = merging.split_incident(by=alice, incident=one, claims=[both[1]], title="Again")
    grouping.answer_grouping(by=alice, claim=alone, incident=one, answer="same", based_on=0)
    merging.merge_incidents(by=alice, incident=merged, into=one, reason="One raid.", based_on=1)
    ruling.rule_relation(by=alice, incident=opened, source=source, relation="accuser")
    grouping.answer_grouping(by=alice, claim=alone, incident=one, answer="", based_on=1)
    return {
        "alone": alone,
        "incident": one,
        "other_incident": other,
        "opened": opened,
        "merged_incident": merged,
        "apart": merging.mark_apart(by=alice, one=opened, other=other),
        "assessment": ruling.assess_incident(by=alice, incident=opened, sentence="A shelter."),
        "check": checking.record_check(by=alice, report=report, finding=FOUND),
    }


@pytest.fixture
def archive(alice, report, source, everything_kept, claimed, grouped):
    """One object of the archive in each state, for the scene."""
    text = sources.SourceText(name="The White Helmets")
    merged = sources.add_source(by=alice, text=text)
    return {
        "report": report,
        "source": source,
        "other_source": Source.objects.get(address="example.org"),
        "merged": sources.merge(by=alice, one=merged, into=source),
        "party": Party.objects.get(),
        "watch": Watch.objects.get(),
        "derived": Derivation.objects.get(),
        **claimed,
        **grouped,
    }


@pytest.fixture
def scene(owner, alice, carl, eve, sam, column, blog, write, publish, photo, archive):
    """One object in each state, and everyone who might lay hands on it."""
    shut_out = member(owner, "shut", "editor", column)
    people.set_active(by=owner, person=shut_out, active=False)
    zoe = people.invite_person(by=owner, email="zoe@example.org")
    closed = blogs.start_blog(by=alice, column=column, slug="closed", masthead=HEAD)
    scene = SimpleNamespace(
        column=column,
        blog=blog,
        photo=photo,
        zoe=zoe,
        role=people.give_role(by=owner, person=zoe, name="contributor", column=column),
        closed=blogs.close_blog(by=alice, blog=closed),
        carls=write("By Carl", by=carl),
        review=writing.submit_update(by=carl, update=write("For review", by=carl)),
        put_away=writing.discard_update(by=carl, update=write("Never mind", by=carl)),
        scheduled=publishing.schedule_update(by=alice, update=write("Later"), when=SOON),
        public=publish("From Aleppo"),
        gone=publishing.withdraw_update(by=alice, update=publish("Wrong"), reason=WHY),
        people={"owner": owner, "alice": alice, "carl": carl, "eve": eve, "sam": sam},
    )
    vars(scene).update(archive | fronted(alice, column, scene.public, publish("Later")))
    scene.people |= {"boss": member(owner, "boss", "owner", column), "shut_out": shut_out}
    looking = [scene.people[name] for name in ANYONE_WITH_A_ROLE]
    scene.seen_at = {one.pk: seeing.see_all(by=one, before=SOON) for one in looking}
    scene.unseen = reports.bring_report(by=carl, asked=asked("https://example.org/unseen"))
    return scene


def everything():
    """Return all rows of the ledger."""
    return {model: now_of(model) for model in apps.get_app_config("ledger").get_models()}


@contextmanager
def undone():
    """Take back what the block does, so that one scene serves everyone."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def one_transaction(monkeypatch):
    """Let redactions run in the test's own transaction, which holds SQLite's log."""
    monkeypatch.setattr(redacting, "forget_freed_pages", lambda: None)


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_serves_those_who_may_and_refuses_the_others_leaving_no_trace(
    scene, verb, holds, one_transaction
):
    allowed, act = VERBS[verb]
    before = everything()
    for name in sorted(set(CAST) - allowed):
        with pytest.raises(NotAllowed):
            act(scene, scene.people[name])
        assert everything() == before, name
    for name in sorted(allowed):
        with undone():
            act(scene, scene.people[name])
            assert everything() != before, name
            assert holds()


def test_a_contributor_touches_nobody_elses_update(carl, write):
    update = write("By Alice")
    with pytest.raises(NotAllowed, match="someone else's"):
        writing.edit_update(by=carl, update=update, text=TEXT, based_on=1)
    with pytest.raises(NotAllowed, match="someone else's"):
        writing.submit_update(by=carl, update=update)


def test_a_site_wide_editor_edits_in_every_column(owner, sam, blog, other_blog):
    people.give_role(by=owner, person=sam, name="editor", column=None)
    for one in (blog, other_blog):
        assert blogs.edit_blog(by=sam, blog=one, masthead=HEAD).headline == "Rewritten"
    with pytest.raises(NotAllowed):
        people.invite_person(by=sam, email="new@example.org")


def test_a_role_taken_away_counts_no_more(owner, alice, column):
    people.take_role(by=owner, role=alice.roles.get())
    assert not may(alice, "write", column)
    assert not may(alice, "bring_media")


@pytest.mark.parametrize("action", sorted(PERMISSIONS.keys() - SITE_ACTIONS))
def test_columns_are_listed_to_whom_they_let(
    action, owner, alice, carl, eve, sam, column, other_column
):
    people.give_role(by=owner, person=sam, name="editor", column=None)
    gone = member(owner, "gone", "owner", column)
    people.take_role(by=owner, role=gone.roles.get())
    shut = member(owner, "shut", "editor", other_column)
    people.set_active(by=owner, person=shut, active=False)
    for person in (owner, alice, carl, eve, sam, gone, shut):
        let = [one for one in (column, other_column) if may(person, action, one)]
        assert list(columns_where(person, action)) == let


def test_an_owner_of_one_column_manages_no_site(eve):
    assert not any(may(eve, action) for action in SITE_ACTIONS)


def test_a_person_who_was_never_saved_may_nothing(column):
    assert not may(Person(email="ghost@example.org"), "write", column)


def test_a_refusal_says_what_and_where(sam, carl, blog):
    with pytest.raises(NotAllowed, match=r"publish in “Putin in Syria”\. Ask an owner"):
        publishing.publish_update(
            by=carl, update=writing.write_update(by=carl, blog=blog, text=TEXT)
        )
    with pytest.raises(NotAllowed, match="manage the site on this site"):
        people.invite_person(by=sam, email="new@example.org")


def test_a_refusal_names_no_column_to_a_stranger(sam, eve, blog):
    for stranger in (sam, eve):
        with pytest.raises(NotAllowed, match=r"may not write updates in its column\. Ask an owner"):
            writing.write_update(by=stranger, blog=blog, text=TEXT)


def test_whoever_works_on_claims_may_see_the_reports_that_they_are_of():
    assert PERMISSIONS["make_claim"] <= PERMISSIONS["bring_report"]
    assert PERMISSIONS["decide_claim"] <= PERMISSIONS["make_claim"]


def test_each_permission_has_its_words():
    assert set(IN_WORDS) == set(PERMISSIONS)
    assert set(PERMISSIONS) >= SITE_ACTIONS


def test_nobody_but_editors_keeps_the_archive(owner, alice, carl, sam, column, other_column):
    assert may(alice, "keep_archive")
    assert may(alice, "bring_report")
    assert (may(carl, "keep_archive"), may(carl, "bring_report")) == (False, True)
    assert (may(sam, "keep_archive"), may(sam, "bring_report")) == (False, False)


def test_no_verb_is_missing_from_this_table():
    modules = [
        importlib.import_module(f"{verbs.__name__}.{found.name}")
        for found in pkgutil.iter_modules(verbs.__path__)
    ]
    steps = {"apply_text", "add_revision", "require_newest", "get_update"}
    steps |= {"standing", "still_in_hand", "get_claim", "keep_claim", "join", "say_answer"}
    steps |= {"get_incident", "keep_incident", "new_incident", "refuse_ring"}
    steps |= {"require_newest_incident"}
    found = {
        name
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }
    assert found - steps - ASK_NOBODY - OF_THE_PROGRAM == set(VERBS)


def test_the_verbs_of_the_program_take_no_person_and_log_none():
    for name in OF_THE_PROGRAM:
        found = (getattr(module, name, None) for module in MODULES_OF_THE_PROGRAM)
        function = next(filter(None, found))
        assert "by" not in inspect.signature(function).parameters
