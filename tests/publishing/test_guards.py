"""What the database refuses, whatever code writes the rows: on SQLite by triggers, on PostgreSQL by exclusion constraints,
and for the record of acts by triggers on both."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, models, transaction

from publishing.guards import ACTS, ACTS_NEVER_CHANGE, ONE_LIVE_SLUG, ONE_LIVE_TEXT, TABLE
from publishing.models import Act, Revision
from tests.factories import chief, make_article, make_page, second_chief

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


def _triggers(table=TABLE):
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table])
        # The search and the content version have triggers of their own on it (their tests).
        return {name for (name,) in cursor.fetchall() if name.startswith("publishing_")}


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


# ---- The record of acts


def acts():
    """The rows of the table, past the manager that refuses by itself."""
    return models.QuerySet(Act)


def written():
    return list(acts().order_by("pk").values())


#: What each column of an act would become.
REWRITTEN = {
    "kind": lambda: "page", "title": lambda: "عنوان آخر", "language_code": lambda: "en", "name": lambda: "withdraw",
    "note": lambda: "لم يكن", "by_id": lambda: second_chief().pk, "at": lambda: NOON, "id": lambda: 999,
    "document_id": lambda: make_article(ar=None, en=None, source_language="ar").pk,
    "revision_id": lambda: Revision.objects.latest("pk").pk,
}  # fmt: skip


def test_every_column_of_an_act_is_tried():
    assert set(REWRITTEN) == {field.attname for field in Act._meta.concrete_fields}


@pytest.mark.parametrize("column", list(REWRITTEN))
def test_an_act_is_never_rewritten(column):
    make_article()
    value, before = REWRITTEN[column](), written()
    first = acts().order_by("pk")[:1].values("pk")
    assert refused_by_the_database(
        lambda: acts().filter(pk__in=list(first.values_list("pk", flat=True))).update(**{column: value}),
        ACTS_NEVER_CHANGE,
    )
    assert written() == before


@pytest.mark.parametrize("column", ["by_id", "note", "title", "at"])
def test_nothing_of_an_act_is_wiped_out(column):
    make_article()
    with pytest.raises(IntegrityError), transaction.atomic():
        acts().update(**{column: None})
    if column in ("note", "title"):
        workaround = {column: "", "document_id": None}
        Act.objects.create(name="save", kind="article", title="عنوان", note="ملاحظة", by=chief())
        assert refused_by_the_database(lambda: acts().update(**workaround), ACTS_NEVER_CHANGE)


def test_an_act_forgets_what_is_deleted_for_good_and_remembers_nothing_else():
    article, other = make_article(), make_article()
    before = written()
    acts().filter(document_id=article.pk).update(document_id=None, revision_id=None)
    assert written() == [
        row | ({"document_id": None, "revision_id": None} if row["document_id"] == article.pk else {})
        for row in before
    ]
    assert refused_by_the_database(
        lambda: acts().filter(document_id=None).update(document_id=article.pk), ACTS_NEVER_CHANGE
    )
    other.delete()
    assert [(row["document_id"], row["revision_id"]) for row in written()] == [(None, None)] * len(before)


def test_acts_are_changed_and_deleted_by_no_code_of_ours():
    make_article()
    act, before = Act.objects.first(), written()
    for rewrite in (
        act.save, act.delete, Act.objects.all().delete, lambda: Act.objects.update(note="x"),
        lambda: Act.objects.bulk_update([act], ["note"]),
    ):  # fmt: skip
        with pytest.raises(TypeError), transaction.atomic():
            rewrite()
    assert written() == before


@pytest.mark.postgresql_only
def test_an_act_is_never_deleted():
    make_article()
    before = written()
    assert refused_by_the_database(lambda: acts().all()._raw_delete("default"), ACTS_NEVER_CHANGE)
    assert refused_by_the_database(lambda: acts().order_by("pk").delete(), ACTS_NEVER_CHANGE)
    assert written() == before


@pytest.mark.django_db(transaction=True)
def test_a_flush_empties_the_record_and_leaves_the_guard():
    """As after every transactional test; on SQLite it is a DELETE, on PostgreSQL a TRUNCATE."""
    make_article()
    call_command("flush", interactive=False, verbosity=0)
    assert written() == []
    make_article()
    assert refused_by_the_database(lambda: acts().update(note="x"), ACTS_NEVER_CHANGE)


@pytest.mark.sqlite_only
@pytest.mark.django_db(transaction=True)
def test_the_guard_of_acts_comes_back_and_knows_new_columns():
    """A table that is rebuilt loses its trigger; a column that is added to it is guarded after the next migrate."""
    assert _triggers(ACTS) == {ACTS_NEVER_CHANGE}
    make_article()
    weather = models.CharField(max_length=20, default="sunny")
    weather.set_attributes_from_name("weather")
    with connection.schema_editor() as editor:
        editor.add_field(Act, weather)
    try:
        call_command("migrate", verbosity=0)
        assert _triggers(ACTS) == {ACTS_NEVER_CHANGE}
        with connection.cursor() as cursor:
            by_hand = f"UPDATE {ACTS} SET weather = 'rainy'"
            assert refused_by_the_database(lambda: cursor.execute(by_hand), ACTS_NEVER_CHANGE)
    finally:
        with connection.schema_editor() as editor:
            editor.execute(f"DROP TRIGGER {ACTS_NEVER_CHANGE}")
            editor.remove_field(Act, weather)
        call_command("migrate", verbosity=0)
    assert _triggers(ACTS) == {ACTS_NEVER_CHANGE}
