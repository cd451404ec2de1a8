"""No model of the ledger is written outside a verb, whichever way someone tries."""

import asyncio

import pytest
from django.apps import apps
from django.contrib.auth.models import update_last_login

from dateline.ledger.log import verb
from dateline.ledger.models import Column, Draft, Entry, Person, WriteOutsideLedgerError
from dateline.ledger.models.record import Guarded, require_writing, writing

pytestmark = pytest.mark.django_db
MODELS = list(apps.get_app_config("ledger").get_models())

each_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


@each_model
@pytest.mark.parametrize(
    "write",
    [
        lambda model: model().save(),
        lambda model: model().save(force_insert=True),
        lambda model: model(pk=1).delete(),
        lambda model: model.objects.create(),
        lambda model: model.objects.get_or_create(pk=None),
        lambda model: model.objects.update_or_create(pk=None),
        lambda model: model.objects.bulk_create([model()]),
        lambda model: model.objects.bulk_update([model(pk=1)], [model._meta.fields[1].name]),
        lambda model: model.objects.all().update(**{model._meta.fields[1].attname: None}),
        lambda model: model.objects.all().delete(),
        lambda model: asyncio.run(model().asave()),
    ],
    ids=[
        "save",
        "insert",
        "delete",
        "create",
        "get_or_create",
        "update_or_create",
        "bulk_create",
        "bulk_update",
        "queryset update",
        "queryset delete",
        "asave",
    ],
)
def test_a_model_refuses(model, write):
    # An entry says that it is never deleted, with or without a verb.
    with pytest.raises((WriteOutsideLedgerError, TypeError)):
        write(model)


@each_model
def test_a_model_is_guarded_by_its_kind(model):
    assert issubclass(model, Guarded)
    assert model._meta.get_fields()


@pytest.mark.parametrize("field", ["email", "public_name", "is_active"])
def test_a_person_changes_only_through_a_verb(alice, field):
    with pytest.raises(WriteOutsideLedgerError):
        alice.save(update_fields=[field])
    with pytest.raises(WriteOutsideLedgerError):
        alice.save(update_fields=["password", field])
    with pytest.raises(WriteOutsideLedgerError):
        alice.save(False, False, None, ["password"])


def test_signing_in_may_touch_its_own_two_fields(alice, holds):
    alice.set_password("correct horse battery staple")
    alice.save(update_fields=["password"])
    update_last_login(None, alice)
    stored = Person.objects.get(pk=alice.pk)
    assert stored.check_password("correct horse battery staple")
    assert stored.last_login
    assert holds()


def test_signing_in_saves_nothing_else_that_was_changed_in_memory(alice):
    alice.public_name = "The Minister"
    alice.save(update_fields=["last_login"])
    assert Person.objects.get(pk=alice.pk).public_name == "Alice"


def test_related_objects_are_guarded_too(alice, column, blog, write):
    update = write("Draft")
    with pytest.raises(WriteOutsideLedgerError):
        column.blogs.update(headline="Forged")
    with pytest.raises(WriteOutsideLedgerError):
        blog.updates.all().delete()
    with pytest.raises(WriteOutsideLedgerError):
        update.revisions.create(number=9)
    with pytest.raises(WriteOutsideLedgerError):
        alice.roles.update(name="owner")


def test_an_entry_is_never_deleted_not_even_in_a_verb(owner):
    with verb("test", by=owner), pytest.raises(TypeError, match="never deleted"):
        Entry.objects.first().delete()


def test_the_permission_to_write_ends_with_the_verb(owner):
    with verb("test", by=owner):
        require_writing()
    with pytest.raises(WriteOutsideLedgerError):
        require_writing()


def test_the_permission_to_write_ends_with_a_verb_that_failed(owner):
    with pytest.raises(ZeroDivisionError), verb("test", by=owner):
        _ = 1 / 0
    with pytest.raises(WriteOutsideLedgerError):
        require_writing()


def test_the_permission_to_write_belongs_to_one_thread_of_control(owner):
    async def stranger():
        require_writing()

    async def verbs():
        outside = asyncio.create_task(stranger())
        with writing():
            await asyncio.sleep(0)
            with pytest.raises(WriteOutsideLedgerError):
                await outside

    asyncio.run(verbs())


def test_reading_needs_no_verb(column, blog):
    assert list(Column.objects.all()) == [column]
    assert not Draft.objects.exists()
