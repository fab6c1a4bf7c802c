"""What the database refuses, whatever code writes the rows: on SQLite by triggers, on PostgreSQL by exclusion constraints."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, models, transaction

from publishing.guards import ONE_LIVE_SLUG, ONE_LIVE_TEXT, TABLE
from publishing.models import Revision
from tests.factories import make_article, make_page

NOON = datetime(2024, 12, 21, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def at(hours, **more):
    return NOON + timedelta(hours=hours, **more)


def row(document, number, live_from=None, live_until=None, language="ar", slug="one", kind=None):
    return Revision(
        document_id=document.pk, kind=kind or document.kind, language_code=language, number=number, title="عنوان",
        slug=slug, body="<p>متن</p>", live_from=live_from, live_until=live_until, published_at=live_from,
    )  # fmt: skip


def refused_by_the_database(write, rule):
    """Whether ``write()`` is refused by ``rule``, and by no other."""
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        write()
    return True


@pytest.fixture
def document():
    return make_article(ar=None, en=None, source_language="ar")


@pytest.fixture
def stranger():
    return make_article(ar=None, en=None, source_language="ar")


# Periods as hours after noon; the text that is there is public from 0 to 4.
OVERLAPPING = [(0, 4), (1, 2), (-1, 1), (3, 5), (-1, 5), (0, None), (-9, None), (3.9999, None), (-1, 0.0001)]
APART = [(4, 5), (4, None), (-2, 0), (-2, -1), (9, 10), (None, None)]


def period(hours):
    return tuple(None if hour is None else at(hour) for hour in hours)


@pytest.mark.parametrize("hours", OVERLAPPING)
def test_two_texts_of_a_document_are_never_live_at_one_moment(document, hours):
    row(document, 1, *period((0, 4))).save()
    assert refused_by_the_database(row(document, 2, *period(hours), slug="two").save, ONE_LIVE_TEXT)


@pytest.mark.parametrize("hours", OVERLAPPING)
def test_two_documents_never_have_one_address_at_one_moment(document, stranger, hours):
    row(document, 1, *period((0, 4))).save()
    assert refused_by_the_database(row(stranger, 1, *period(hours)).save, ONE_LIVE_SLUG)


@pytest.mark.parametrize("hours", APART)
def test_periods_may_touch(document, stranger, hours):
    row(document, 1, *period((0, 4))).save()
    row(document, 2, *period(hours), slug="two").save()
    row(stranger, 1, *period(hours)).save()
    assert Revision.objects.count() == 3


def test_an_open_period_leaves_no_room_after_it(document):
    row(document, 1, at(0)).save()
    assert refused_by_the_database(row(document, 2, at(9000), slug="two").save, ONE_LIVE_TEXT)
    row(document, 2, at(-2), at(0), slug="two").save()


def test_borders_are_exact_to_the_microsecond(document):
    row(document, 1, at(0), at(1)).save()
    assert refused_by_the_database(row(document, 2, at(1, microseconds=-1), slug="two").save, ONE_LIVE_TEXT)
    row(document, 2, at(1), slug="two").save()


def test_moments_with_and_without_a_fraction_compare_as_moments(document):
    """SQLite keeps moments as text, where a whole second has no fraction."""
    row(document, 1, at(0), at(0, microseconds=1)).save()
    row(document, 2, at(0, microseconds=1), at(0, seconds=1), slug="two").save()
    row(document, 3, at(0, seconds=1), slug="three").save()
    assert refused_by_the_database(
        row(document, 4, at(-1), at(0, microseconds=1), slug="four").save, ONE_LIVE_TEXT
    )


def test_the_languages_and_the_kinds_do_not_hinder_each_other(document):
    row(document, 1, at(0)).save()
    row(document, 1, at(0), language="en").save()
    page = make_page(ar=None, en=None, source_language="ar")
    row(page, 1, at(0)).save()
    assert Revision.objects.count() == 3


def test_updates_are_refused_too(document, stranger):
    row(document, 1, at(0), at(4)).save()
    row(document, 2, slug="two").save()
    row(stranger, 1).save()
    own, others = (
        Revision.objects.filter(document=document, number=2),
        Revision.objects.filter(document=stranger),
    )
    assert refused_by_the_database(lambda: own.update(live_from=at(3)), ONE_LIVE_TEXT)
    assert refused_by_the_database(lambda: others.update(live_from=at(3)), ONE_LIVE_SLUG)
    others.update(live_from=at(3), slug="free")
    assert refused_by_the_database(lambda: others.update(slug="one"), ONE_LIVE_SLUG)
    Revision.objects.filter(document=document, number=1).update(
        live_until=at(5), title="تحديث لا يصطدم بنفسه"
    )


def test_plain_sql_is_refused_too(document):
    row(document, 1, at(0)).save()
    row(document, 2, slug="two").save()

    def by_hand():
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {TABLE} SET live_from = %s WHERE number = 2", ["2025-01-01 00:00:00+00:00"]
            )

    assert refused_by_the_database(by_hand, ONE_LIVE_TEXT)


def test_bulk_writes_are_refused_too(document):
    rows = [row(document, 1, at(0)), row(document, 2, at(1), slug="two")]
    assert refused_by_the_database(lambda: Revision.objects.bulk_create(rows), ONE_LIVE_TEXT)
    assert Revision.objects.count() == 0


@pytest.mark.parametrize(
    ("hours", "rule"),
    [
        ((2, 2), "revision_period_has_a_length"),
        ((2, 1), "revision_period_has_a_length|range lower bound"),
        ((None, 1), "revision_period_has_a_start"),
    ],
)
def test_a_period_has_a_start_and_a_length(document, hours, rule):
    from django.db import DataError

    with pytest.raises((IntegrityError, DataError), match=rule), transaction.atomic():
        row(document, 1, *period(hours)).save()


def test_a_number_is_used_once(document):
    row(document, 1).save()
    with pytest.raises(IntegrityError), transaction.atomic():
        row(document, 1).save()
    row(document, 1, language="en").save()


def _triggers():
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [TABLE])
        return {name for (name,) in cursor.fetchall()}


ALL_TRIGGERS = {
    f"{rule}_{event}" for rule in (ONE_LIVE_TEXT, ONE_LIVE_SLUG) for event in ("insert", "update")
}


@pytest.mark.sqlite_only
@pytest.mark.django_db(transaction=True)
def test_the_triggers_come_back_after_a_migration_that_rebuilds_the_table():
    """SQLite changes a table by copying it, which loses its triggers; every migrate puts them back."""
    assert _triggers() == ALL_TRIGGERS
    field = Revision._meta.get_field("note")
    longer = models.CharField(max_length=301, blank=True)
    longer.set_attributes_from_name("note")
    try:
        with connection.schema_editor() as editor:
            editor.alter_field(Revision, field, longer)
        assert _triggers() == set()
        call_command("migrate", verbosity=0)
        assert _triggers() == ALL_TRIGGERS
    finally:
        with connection.schema_editor() as editor:
            editor.alter_field(Revision, longer, field)
        call_command("migrate", verbosity=0)
    document = make_article(ar=None, en=None, source_language="ar")
    row(document, 1, at(0)).save()
    assert refused_by_the_database(row(document, 2, at(1), slug="two").save, ONE_LIVE_TEXT)


@pytest.mark.postgresql_only
def test_the_constraints_are_there_by_their_names():
    with connection.cursor() as cursor:
        found = connection.introspection.get_constraints(cursor, TABLE)
    assert {ONE_LIVE_TEXT, ONE_LIVE_SLUG} <= set(found)
