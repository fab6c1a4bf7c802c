"""What PostgreSQL keeps the plans of, and a number that is asked for past all cursors."""

import pytest
from django.db import OperationalError, connection
from django.db.models import BigIntegerField, TextField
from django.test.utils import CaptureQueriesContext

from publishing import plans
from publishing.plans import Slot, number_of, with_kept_plan
from tests.factories import make_article

NUMBER = "SELECT count(*) FROM publishing_document"


@pytest.mark.django_db
def test_a_number_is_the_same_whether_somebody_counts_or_not():
    for expected in range(3):
        assert number_of(connection, NUMBER) == expected
        with CaptureQueriesContext(connection) as asked:
            assert number_of(connection, NUMBER) == expected
        assert [query["sql"] for query in asked] == [NUMBER]
        make_article()
    assert number_of(connection, f"{NUMBER} WHERE 1 = 0 GROUP BY id") is None


@pytest.mark.django_db
@pytest.mark.postgresql_only
def test_one_statement_with_other_constants_is_another_plan():
    sql = "SELECT %s, %s"
    of_one, of_two, again = (
        with_kept_plan(connection, sql, [Slot("word", TextField()), constant]) for constant in (1, 2, 1)
    )
    assert of_one == again != of_two
    asked, (slot,) = of_two
    with connection.cursor() as cursor:
        cursor.execute(asked, ["word"])
        assert (slot.name, cursor.fetchall()) == ("word", [("word", 2)])


@pytest.mark.django_db
@pytest.mark.postgresql_only
def test_what_is_asked_in_too_many_ways_is_planned_each_time(monkeypatch):
    monkeypatch.setattr(plans, "MOST", 0)
    slots = [Slot("number", BigIntegerField())]
    assert with_kept_plan(connection, "SELECT %s + 1", slots) == ("SELECT %s + 1", slots)
    assert number_of(connection, "SELECT 7") == 7


@pytest.mark.django_db(transaction=True)
@pytest.mark.postgresql_only
def test_a_session_that_was_ended_is_an_error_of_django_and_the_next_one_answers():
    assert number_of(connection, NUMBER) == 0
    ended = connection.connection.info.backend_pid
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [ended])
    finally:
        other.close()
    with pytest.raises(OperationalError):
        number_of(connection, NUMBER)
    connection.close()
    assert number_of(connection, NUMBER) == 0
