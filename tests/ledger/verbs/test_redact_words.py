"""Redacting words removes them wherever they stand, from the disk too."""

import uuid

import pytest

from dateline.ledger.finding import find_words
from dateline.ledger.models import (
    Column,
    Content,
    Draft,
    Entry,
    LiveBlog,
    Media,
    Person,
    Revision,
    Role,
    Update,
)
from dateline.ledger.refusal import Refused
from dateline.ledger.scrub import MARK
from dateline.ledger.verbs.blogs import Masthead, edit_blog, start_blog
from dateline.ledger.verbs.columns import ColumnText, edit_column, open_column
from dateline.ledger.verbs.media import bring_media
from dateline.ledger.verbs.people import invite_person, set_active, set_public_name, take_role
from dateline.ledger.verbs.publishing import correct_update, publish_update, withdraw_update
from dateline.ledger.verbs.redacting import redact_words
from dateline.ledger.verbs.writing import (
    Text,
    edit_update,
    keep_draft,
    return_update,
    submit_update,
    write_update,
)
from dateline.ledger.verify import verify
from tests.pictures import picture

pytestmark = pytest.mark.django_db(transaction=True)
WHY = "It named someone who must not be found."
SECRET = "Zephyrine Quill"
HIDDEN = ("Zephyrine", "Quill")


@pytest.fixture
def redact(owner, holds):
    """Redact the secret, and see that the ledger still holds."""

    def _redact(*words):
        entries = redact_words(by=owner, words=words or [SECRET], reason=WHY)
        assert holds()
        return entries

    return _redact


@pytest.mark.parametrize("field", ["headline", "body", "place", "byline"])
def test_from_an_updates_texts_old_and_new(field, write, alice, redact, traces):
    update = write(**{"headline": "Clean", field: f"with {SECRET}"})
    text = Text(**{"headline": "Clean", field: f"and {SECRET}"})
    edit_update(by=alice, update=update, text=text, based_on=1)
    publish_update(by=alice, update=update)
    clean, note = Text(headline="Clean"), "Nothing."
    correct_update(by=alice, update=update, text=clean, note=note, based_on=2)
    assert traces(*HIDDEN)
    redact()
    assert traces(*HIDDEN) == []
    kept = Revision.objects.order_by("number").values_list(field, "redaction")
    assert list(kept)[:2] == [(f"with {MARK}", False), (f"and {MARK}", False)]
    assert list(kept)[3][1]


def in_a_note(s):
    update = s.publish("Rong")
    text, note = Text(headline="Right"), f"{SECRET} was misspelt."
    correct_update(by=s.alice, update=update, text=text, note=note, based_on=1)


def in_a_reason_to_withdraw(s):
    withdraw_update(by=s.alice, update=s.publish("Wrong"), reason=f"{SECRET} asked.")


def in_a_reason_to_return(s):
    update = submit_update(by=s.alice, update=s.write("Draft"))
    return_update(by=s.alice, update=update, reason=f"Ask {SECRET} first.")


def in_a_draft(s):
    text = Text(headline=SECRET, body=f"typing {SECRET}")
    keep_draft(by=s.alice, draft=uuid.uuid4(), blog=s.blog, update=None, based_on=0, text=text)


def in_a_draft_and_an_update(s):
    in_a_draft(s)
    s.publish(SECRET)


def in_a_column(s):
    text = ColumnText(
        name=SECRET, publisher=SECRET, description=f"With {SECRET}", byline=f"by {SECRET}"
    )
    edit_column(by=s.owner, column=s.column, text=text)


def in_a_columns_address(s):
    text = ColumnText(name="X", publisher="Y")
    open_column(by=s.owner, slug="zephyrine-quill", text=text)


def in_a_column_before_it_was_changed(s):
    in_a_column(s)
    text = ColumnText(name="Clean", publisher="Clean")
    edit_column(by=s.owner, column=s.column, text=text)


def in_a_masthead(s):
    masthead = Masthead(headline=f"{SECRET} speaks", lead=f"On {SECRET}.")
    edit_blog(by=s.alice, blog=s.blog, masthead=masthead)


def in_a_blogs_address(s):
    start_blog(by=s.alice, column=s.column, slug="zephyrine-quill", masthead=Masthead(headline="X"))


def in_a_pictures_words(s):
    bring_media(by=s.alice, data=picture(), alt=f"{SECRET} at work", credit=SECRET)


def in_a_public_name(s):
    set_public_name(by=s.alice, public_name=SECRET)


def in_a_former_public_name(s):
    in_a_public_name(s)
    set_public_name(by=s.alice, public_name="Alice")


def in_a_reason_to_shut_out(s):
    set_active(by=s.owner, person=s.alice, active=False, reason=f"Met {SECRET}.")


def in_a_reason_to_take_a_role(s):
    take_role(by=s.owner, role=s.alice.roles.get(), reason=f"Met {SECRET}.")


PLACES = [
    in_a_note,
    in_a_reason_to_withdraw,
    in_a_reason_to_return,
    in_a_draft,
    in_a_draft_and_an_update,
    in_a_column,
    in_a_columns_address,
    in_a_column_before_it_was_changed,
    in_a_masthead,
    in_a_blogs_address,
    in_a_pictures_words,
    in_a_public_name,
    in_a_former_public_name,
    in_a_reason_to_shut_out,
    in_a_reason_to_take_a_role,
]


@pytest.fixture
def scene(owner, alice, column, blog, write, publish):
    class Scene:
        pass

    scene = Scene()
    vars(scene).update(
        owner=owner, alice=alice, column=column, blog=blog, write=write, publish=publish
    )
    return scene


@pytest.mark.parametrize("plant", PLACES, ids=lambda place: place.__name__)
def test_planted(plant, scene, redact, traces):
    plant(scene)
    assert traces(*HIDDEN)
    redact()
    assert traces(*HIDDEN) == []


@pytest.mark.parametrize(
    "written",
    [
        *("ZEPHYRINE QUILL", "zephyrine quill", "Zephyrine   Quill", "Zephyrine\nQuill"),
        *("Zephyrine\tQuill", "Zephyrine\u00a0Quill", "Zephyrine\u2009Quill", "Zephyrine-Quill"),
        *("Zephyrine_Quill", "#ZephyrineQuill", "Zephyrine **Quill**", "Zephyrine, Quill"),
        *("Zephyrine\u200b \u200fQuill", "(Zephyrine Quill)", "xZephyrine Quillx"),
    ],
    ids=ascii,
)
def test_however_they_are_written(written, publish, redact, traces):
    publish("Clean", body=written)
    redact()
    assert traces(*HIDDEN) == []
    assert MARK in Update.objects.get().body


@pytest.mark.parametrize("asked", ["zephyrine-quill", " ZEPHYRINE\tquill ", "Zephyrine_Quill"])
def test_however_they_are_asked_for(asked, publish, redact, traces):
    publish("Clean", body="Zephyrine Quill and zephyrine-quill")
    redact(asked)
    assert traces(*HIDDEN) == []


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("Zéphyrine", "Ze\u0301phyrine"),  # as macOS writes it
        ("Ze\u0301phyrine", "Zéphyrine"),
        ("زفرين كويل", "زفرين  كويل"),
        ("Зефирина", "ЗЕФИРИНА"),
        ("ΖΕΦΥΡΊΝΗ", "ζεφυρίνη"),
        ("a.b*c", "A.B*C"),
        ("[(+", "x [(+ y"),
    ],
    ids=ascii,
)
def test_in_other_scripts_and_signs(asked, written, publish, redact, traces):
    publish("Clean", body=written)
    redact(asked)
    assert traces(asked, written) == []
    assert MARK in Update.objects.get().body


def test_longer_words_go_first(publish, redact):
    publish("Clean", body="Quill and Quillon")
    redact("Quill", "Quillon")
    assert Update.objects.get().body == f"{MARK} and {MARK}"


def test_each_record_has_one_public_entry_and_one_delta(scene, owner, blog, redact):
    scene.publish(SECRET)
    scene.publish(f"Again {SECRET}")
    in_a_masthead(scene)
    in_a_public_name(scene)
    before = LiveBlog.objects.get().revision
    entries = redact()
    kinds = sorted(entry.object.split(":")[0] for entry in entries)
    assert kinds == ["liveblog", "person", "update", "update"]
    revisions = [entry.revision for entry in entries if entry.blog]
    assert sorted(revisions) == [before + 1, before + 2, before + 3]
    assert LiveBlog.objects.get().revision == before + 3
    assert LiveBlog.objects.get().count == 2


def test_readers_see_a_marked_correction(publish, redact):
    update = publish("Clean", body=f"{SECRET} spoke")
    redact()
    stored = Update.objects.get()
    assert (stored.body, stored.revision, stored.number) == (f"{MARK} spoke", 2, update.number)
    newest = Revision.objects.latest("number")
    assert (newest.redaction, newest.body) == (True, f"{MARK} spoke")


def test_an_address_stays_an_address_of_its_own(owner, alice, column, redact):
    for slug in ("zephyrine-quill", "zephyrine-quill-2"):
        start_blog(by=alice, column=column, slug=slug, masthead=Masthead(headline="X"))
    redact()
    slugs = list(LiveBlog.objects.values_list("slug", flat=True))
    assert len(set(slugs)) == 2
    assert all(slug.startswith("redacted-") for slug in slugs)


def test_status_words_damage_no_state(scene, owner, carl, redact, publish):
    update = publish("Out", body="Published, they said: the editor, owner and contributor.")
    redact("published", "editor", "owner", "contributor", "live", "draft", "JPEG", "UTC")
    stored, blog = Update.objects.get(pk=update.pk), LiveBlog.objects.get()
    assert stored.status == "published"
    assert (blog.state, blog.column.zone) == ("live", "Asia/Damascus")
    assert set(Role.objects.values_list("name", flat=True)) == {"owner", "editor", "contributor"}
    assert "Published" not in stored.body
    after = Content.objects.filter(entry__object=update.name_in_log).latest("entry").body["after"]
    assert after["status"] == "published"


def test_ids_and_times_are_no_words(publish, owner, redact):
    update = publish("Clean")
    with pytest.raises(Refused, match="stand nowhere"):
        redact(str(update.pk)[:8], "00.000000Z", "sha256")


def test_a_second_redaction_over_the_first_holds(publish, redact, traces):
    publish("Clean", body=f"{SECRET} met Ondine Vex")
    redact()
    redact("Ondine Vex")
    assert traces(*HIDDEN, "Ondine", "Vex") == []
    assert Update.objects.get().body == f"{MARK} met {MARK}"


def test_a_redaction_of_an_earlier_redactions_reason_holds(publish, owner, redact, traces):
    publish("Clean", body=SECRET)
    redact_words(by=owner, words=[SECRET], reason="Ondine Vex asked.")
    redact("Ondine Vex")
    assert traces(*HIDDEN, "Ondine", "Vex") == []


def test_the_same_words_twice_stand_nowhere(publish, redact):
    publish(SECRET)
    redact()
    with pytest.raises(Refused, match="stand nowhere"):
        redact()


def test_no_salt_survives(publish, redact, traces):
    publish(SECRET)
    salts = [content.salt for content in Content.objects.filter(entry__object__startswith="update")]
    redact()
    assert traces(*salts) == []


def test_contents_without_the_words_keep_their_salt_and_commitment(publish, redact):
    other = publish("Other")
    publish(SECRET)
    rows = Content.objects.filter(entry__object=other.name_in_log)
    before = list(rows.values())
    redact()
    assert list(rows.values()) == before


@pytest.mark.parametrize("words", [[], [""], ["  "], ["ab"], ["a "], "Quill"], ids=repr)
def test_words_too_short_to_be_meant_are_refused(publish, owner, words):
    publish("Clean", body="ab and a")
    with pytest.raises(Refused, match=r"which words|three characters"):
        redact_words(by=owner, words=words, reason=WHY)


@pytest.mark.parametrize("reason", ["", " ", f"{SECRET} asked", "ZEPHYRINE-quill", "x" * 301, "\0"])
def test_without_a_good_reason_nothing_is_lost(publish, owner, reason, holds):
    publish(SECRET)
    with pytest.raises(Refused):
        redact_words(by=owner, words=[SECRET], reason=reason)
    assert Update.objects.get().headline == SECRET
    assert holds()


def test_finding_words_names_the_records_and_changes_nothing(scene, publish, photo, holds):
    before = Entry.objects.count()
    update = publish(SECRET)
    in_a_former_public_name(scene)
    found = find_words([SECRET])
    assert {record.name_in_log for record in found} == {
        update.name_in_log,
        scene.alice.name_in_log,
    }
    assert Update.objects.get().headline == SECRET
    assert Entry.objects.count() == before + 4
    assert holds()


def test_they_are_nowhere_in_a_database_that_was_much_used(
    alice, owner, blog, write, redact, traces
):
    """Pages were split, merged and freed while the words stood in them."""
    for n in range(60):
        text = Text(headline=f"{n}", body=f"{SECRET} " * (n * n % 400))
        update = write_update(by=alice, blog=blog, text=text)
        text = Text(headline=f"{SECRET} {n}", body="x" * (n * 61 % 3000) + SECRET)
        edit_update(by=alice, update=update, text=text, based_on=1)
        draft = uuid.uuid4()
        for body in (SECRET * 100, SECRET):
            keep_draft(
                by=alice, draft=draft, blog=blog, update=None, based_on=0, text=Text(body=body)
            )
    redact()
    assert traces(*HIDDEN) == []


def test_everything_that_was_written_still_is_what_it_was(scene, redact, photo):
    in_a_masthead(scene)
    before = {m: m.objects.count() for m in (Column, LiveBlog, Media, Person, Role, Update, Draft)}
    redact()
    assert {model: model.objects.count() for model in before} == before
    assert verify().broken is None


def test_a_person_invited_later_may_not_undo_it(owner, publish, redact, traces):
    publish(SECRET)
    redact()
    invite_person(by=owner, email="new@example.org")
    assert traces(*HIDDEN) == []


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("Zephyrine Quill", "Zephyrine&nbsp;Quill"),
        ("Zephyrine Quill", "Zephy\u00adrine Quill"),
        ("Zephyrine Quill", "Zephy&shy;rine Quill"),
        ("Zephyrine Quill", "Zephy**rine** Quill"),
        ("Zephyrine Quill", "[a link](https://e.org/Zephyrine%20Quill)"),
        ("محمد", "مُحَمَّد"),
        ("محمد", "محـــمد"),
        ("مُحَمَّد", "محمد"),
        ("محمد", "[رابط](https://e.org/%D9%85%D8%AD%D9%85%D8%AF)"),
        ("José", "Jose\u0301"),
    ],
)
def test_however_readers_see_them(words, body, publish, redact):
    publish("Clean", body=f"Before {body} after.")
    redact(words)
    update = Update.objects.get()
    assert MARK in update.body
    assert body not in update.body
    assert update.body.startswith("Before ")
    assert update.body.endswith(" after.")
