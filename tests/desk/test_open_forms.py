"""Who has the form of a text open, said to the next one who opens it."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from publishing.models import OpenForm
from tests import factories
from tests.desk.forms import add_address, form_address
from tests.factories import make_article
from tests.personas import make_user, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return make_article(ar="خبر", en="News")


@pytest.fixture
def samira(db):
    return make_user("editor", "samira", first_name="سميرة", last_name="خالد")


def told(answer):
    """What the form says of others: one string a person."""
    part = re.search(r'<div class="others">.*?</div>', answer.content.decode(), re.DOTALL)
    lines = re.findall("<p>(.*?)</p>", part[0], re.DOTALL) if part else []
    return [" ".join(re.sub("<[^>]*>", "", line).split()) for line in lines]


def address(article, language="ar"):
    return f"/admin/open/{article.pk}/{language}/"


def ago(row, **kwargs):
    """Move the row into the past."""
    past = timedelta(**kwargs)
    OpenForm.objects.filter(pk=row.pk).update(opened_at=row.opened_at - past, seen_at=row.seen_at - past)


def rows():
    return set(OpenForm.objects.values_list("document_id", "language_code", "person__username"))


def test_the_next_one_is_told_who_has_it_open_since_when(desk, publisher, article, samira):
    signed_in(samira).get(form_address(article))
    since = timezone.localtime(OpenForm.objects.get().opened_at)
    answer = desk.get(form_address(article))
    assert told(answer) == [f"سميرة خالد has had this text open since {since:%H:%M}."]
    assert "<bdi>سميرة خالد</bdi>" in answer.content.decode()
    assert rows() == {(article.pk, "ar", "samira"), (article.pk, "ar", "publisher")}


def test_it_is_told_in_arabic_too(publisher, article, samira):
    signed_in(samira).get(form_address(article))
    (line,) = told(signed_in(publisher).get(form_address(article)))
    assert "سميرة خالد" in line
    assert re.findall("[A-Za-z]+", line) == []


def test_nobody_is_told_of_themselves_or_of_the_other_language(desk, article, samira):
    signed_in(samira).get(form_address(article, "en"))
    desk.get(form_address(article))
    assert told(desk.get(form_address(article))) == []
    assert told(desk.get(add_address("articles_article"))) == []
    assert len(told(desk.get(form_address(article, "en")))) == 1


def test_several_are_told_the_earliest_first_with_the_day(desk, article, samira):
    for person in (make_user("editor", "late"), samira):
        signed_in(person).get(form_address(article))
    early = OpenForm.objects.get(person=samira)
    OpenForm.objects.filter(pk=early.pk).update(
        opened_at=factories.in_istanbul(factories.date(2024, 12, 21), 9, 5)
    )
    first, second = told(desk.get(form_address(article)))
    assert first == "سميرة خالد has had this text open since 21/12/2024, 09:05."
    assert second.startswith("late has had")


@pytest.mark.parametrize(("minutes", "is_told"), [(2, True), (4, False)])
def test_one_of_whom_nothing_was_heard_for_three_minutes_has_closed_it(
    desk, article, samira, minutes, is_told
):
    signed_in(samira).get(form_address(article))
    ago(OpenForm.objects.get(), minutes=minutes)
    assert bool(told(desk.get(form_address(article)))) == is_told


def test_the_browser_says_that_it_is_still_open_and_that_it_is_not(desk, article, samira):
    theirs = signed_in(samira)
    theirs.get(form_address(article))
    row = OpenForm.objects.get()
    ago(row, minutes=5)
    assert theirs.post(address(article)).status_code == 204
    assert len(told(desk.get(form_address(article)))) == 1
    # The same sitting: since the same moment.
    assert OpenForm.objects.get(person=samira).opened_at == row.opened_at - timedelta(minutes=5)
    assert theirs.post(address(article), {"closed": "1"}).status_code == 204
    assert told(desk.get(form_address(article))) == []
    theirs.get(form_address(article))
    assert OpenForm.objects.get(person=samira).opened_at == row.opened_at - timedelta(minutes=5)


def test_who_comes_back_after_a_while_has_it_open_since_then(article, samira):
    theirs = signed_in(samira)
    theirs.get(form_address(article))
    ago(OpenForm.objects.get(), minutes=11)
    theirs.get(form_address(article))
    assert timezone.now() - OpenForm.objects.get().opened_at < timedelta(minutes=1)


def test_the_row_is_written_once_a_minute_at_most(article, samira):
    theirs = signed_in(samira)
    for _time in range(3):
        theirs.get(form_address(article))
        with CaptureQueriesContext(connection) as queries:
            theirs.post(address(article))
        assert [query["sql"] for query in queries if query["sql"].startswith(("INSERT", "UPDATE"))] == []
    assert OpenForm.objects.count() == 1


@pytest.mark.parametrize("others", [1, 3])
def test_it_costs_two_queries_whoever_has_it_open(desk, article, others):
    for number in range(others):
        signed_in(make_user("editor", f"editor{number}")).get(form_address(article))
    with CaptureQueriesContext(connection) as queries:
        desk.get(form_address(article))
    about = [query["sql"].split()[0] for query in queries if "publishing_openform" in query["sql"]]
    assert about == ["SELECT", "INSERT"]
    assert len(queries) <= 25


def test_readers_are_not_told_of(article, translator, author):
    for person in (translator, author):
        assert signed_in(person).get(form_address(article)).status_code == 200
    assert rows() == set()


@pytest.mark.parametrize(
    ("role", "language", "status"),
    [("author", "ar", 403), ("translator", "ar", 403), ("translator", "en", 204), ("editor", "ar", 204),
     ("publisher", "en", 204), ("administrator", "ar", 204)],
)  # fmt: skip
def test_who_may_say_that_it_is_open(article, role, language, status):
    person = make_user(role, "somebody", word_languages=["en"] if role == "translator" else [])
    assert signed_in(person).post(address(article, language)).status_code == status
    assert rows() == ({(article.pk, language, "somebody")} if status == 204 else set())


def test_what_is_not_there_is_not_open(desk, article, reader):
    missing = ["/admin/open/999999/ar/", f"/admin/open/{2**80}/ar/", f"/admin/open/{article.pk}/fr/"]
    assert [desk.post(path).status_code for path in missing] == [404] * 3
    assert desk.get(address(article)).status_code == 405
    assert reader.post(address(article)).status_code == 302
    type(article).objects.filter(pk=article.pk).update(binned_at=timezone.now())
    assert desk.post(address(article)).status_code == 404
    assert rows() == set()


def test_a_form_that_was_shown_to_somebody_else_is_not_this_persons(desk, publisher, article, samira):
    assert desk.post(address(article), {"person": str(samira.pk)}).status_code == 204
    assert rows() == set()
    assert desk.post(address(article), {"person": str(publisher.pk)}).status_code == 204
    assert rows() == {(article.pk, "ar", "publisher")}
