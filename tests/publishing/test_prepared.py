"""A prepared query answers as the QuerySet that it is made of would, for each of its values, and is made once."""

from datetime import date, timedelta
from decimal import Decimal
from threading import Thread

import pytest
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import override

from events.models import Participation
from people.models import Person
from publishing import moments, workflow
from publishing.models import Kind, PublicText, Revision, Topic
from publishing.prepared import prepared
from publishing.small_rows import Small, at_once, small_rows
from tests.factories import chief, go_live, make_article, make_event, make_person, make_session, make_topic

pytestmark = pytest.mark.django_db


@pytest.fixture
def articles():
    """Three, with a live text in each language: of today, yesterday and the day before."""
    now = timezone.now()
    found = [make_article(ar=f"خبر {days}", en=f"News {days}") for days in range(3)]
    for days, article in enumerate(found):
        go_live(article, at=now - timedelta(days=days))
    return found


def counted(build):
    """``build``, which notes in ``built`` each time that it is called."""
    built = []

    def noting(*shape, **values):
        built.append(shape)
        return build(*shape, **values)

    return prepared(noting), built


def texts_of(*kinds, language, keys):
    texts = PublicText.objects.of_kind(*kinds).in_language(language).filter(document__id__in=keys)
    return texts.with_facts(*kinds).newest()


def test_the_rows_are_those_of_the_queryset_with_their_facts(articles, django_assert_num_queries):
    rows, built = counted(texts_of)
    for language in ("ar", "en", "ar"):
        for some in ([0], [1, 2], [0, 1, 2], []):
            keys = [articles[number].pk for number in some]
            expected = list(texts_of(Kind.ARTICLE, language=language, keys=keys))
            assert rows(Kind.ARTICLE, language=language, keys=keys) == expected
    # Of one, of two, of three or four, and of no key.
    assert len(built) == 4
    with django_assert_num_queries(1):
        (text,) = rows(Kind.ARTICLE, language="en", keys={articles[1].pk})
        assert (text.title, text.facts, text.document.pk) == ("News 1", articles[1], articles[1].pk)
    with django_assert_num_queries(0):
        assert rows(Kind.ARTICLE, language="en", keys=()) == []
    assert len(built) == 4


def test_each_shape_is_built_of_its_own(articles):
    make_event(ar=None, en="Event", live=True)

    rows, built = counted(
        lambda kind, most, *, language: PublicText.objects.of_kind(kind).in_language(language)[:most]
    )
    assert [len(rows(Kind.ARTICLE, most, language="en")) for most in (1, 2, 9)] == [1, 2, 3]
    assert [text.title for text in rows(Kind.EVENT, 9, language="en")] == ["Event"]
    assert rows(Kind.EVENT, 9, language="ar") == []
    assert built == [(Kind.ARTICLE, 1), (Kind.ARTICLE, 2), (Kind.ARTICLE, 9), (Kind.EVENT, 9)]


def test_what_is_public_is_asked_at_the_moment_of_each_call(clock, articles):
    rows, built = counted(lambda *, language: PublicText.objects.in_language(language).order_by("pk"))
    tomorrow = clock.after(days=1)
    workflow.schedule(make_article(ar=None, en="Tomorrow"), "en", chief(), tomorrow)
    assert [text.title for text in rows(language="en")] == ["News 0", "News 1", "News 2"]
    with moments.as_at(tomorrow + timedelta(hours=1)):
        assert [text.title for text in rows(language="en")] == ["News 0", "News 1", "News 2", "Tomorrow"]
    with moments.as_at(clock.before(hours=36)):
        assert [text.title for text in rows(language="en")] == ["News 2"]
    clock.goes_to(tomorrow)
    assert [text.title for text in rows(language="en")] == ["News 0", "News 1", "News 2", "Tomorrow"]
    assert len(built) == 1


def test_names_are_in_the_language_of_each_call():
    for name_ar, name_en in (("زيد", "Alpha"), ("أحمد", "Zulu")):
        make_topic(name_ar=name_ar, name_en=name_en)
    # modeltranslation writes the language of the moment into the query: name_ar or name_en.
    rows, built = counted(lambda: Topic.objects.order_by("name").values_list("name", flat=True))
    found = []
    for language in ("ar", "en", "ar"):
        with override(language):
            found.append(rows())
    assert found == [["أحمد", "زيد"], ["Alpha", "Zulu"], ["أحمد", "زيد"]]
    assert len(built) == 2


def test_values_of_every_type(articles):
    facts = {
        "at": timezone.now() - timedelta(hours=36),
        "number": articles[0].pk,
        "word": "News 2",
        "day": date.max,
    }
    rows = prepared(
        lambda *, at, number, word, day: Revision.objects.filter(
            title=word, live_from__lt=at, live_from__date__lt=day, document_id__gt=number
        )
    )
    assert [text.title for text in rows(**facts)] == ["News 2"]
    for name, other in {
        "at": facts["at"] - timedelta(days=9),
        "number": 2**62,
        "word": "",
        "day": date.min,
    }.items():
        assert rows(**(facts | {name: other})) == [], name
    for wrong in (None, 1.5, Decimal(1), b"", object(), [None]):
        with pytest.raises(TypeError):
            rows(**(facts | {"number": wrong}))


HOSTILE = ["' OR 1=1 --", "%s", "%(word)s", '"; DROP TABLE x', "\\", "ﷺ", "a" * 10_000]


@pytest.mark.parametrize("word", HOSTILE)
def test_a_value_is_never_a_part_of_the_sql(articles, word):
    rows = prepared(lambda *, word: Revision.objects.filter(title=word))
    assert rows(word=word) == []
    Revision.objects.filter(document=articles[0], language_code="en").update(kicker=word[:80])
    by_kicker = prepared(lambda *, word: Revision.objects.filter(kicker=word))
    assert [text.kicker for text in by_kicker(word=word[:80])] == [word[:80]]


def test_prefetches_annotations_and_deferred_columns_are_kept(articles, django_assert_num_queries):
    topic = make_topic(name_en="Topic")
    articles[0].topics.add(topic)
    rows = prepared(
        lambda *, language: (
            PublicText.objects.in_language(language)
            .annotate(twice=F("number") * 2)
            .select_related("document")
            .defer("body")
            .prefetch_related("document__topics")
            .order_by("pk")
        )
    )
    for _turn in range(2):
        with django_assert_num_queries(2):
            texts = rows(language="en")
            assert [list(text.document.topics.all()) for text in texts] == [[topic], [], []]
            assert [text.twice for text in texts] == [2, 2, 2]
        with django_assert_num_queries(1):
            assert texts[0].body


def test_a_key_of_a_relation_through_its_own_key(articles):
    session = make_session(ar=None, en="Panel", live=True)
    person = make_person()
    Participation.objects.create(session=session, person=person)
    rows = prepared(lambda *, sessions: Participation.objects.filter(session__id__in=sessions))
    assert [row.person for row in rows(sessions=[session.pk, articles[0].pk, articles[1].pk])] == [person]
    assert rows(sessions=[articles[0].pk]) == []


def test_who_gets_rows_may_change_them(articles):
    rows = prepared(lambda *, language: PublicText.objects.in_language(language))
    first = rows(language="en")
    first[0].title = "Changed"
    first.clear()
    assert "Changed" not in [text.title for text in rows(language="en")]


def test_small_rows_are_those_of_one_union(articles):
    topics, people = [make_topic(), make_topic()], [make_person(name_en="Person")]
    articles[0].topics.set(topics)
    articles[0].people.set(people)

    def build(with_people, *, article):
        smalls = {"topics": Small(Topic.objects.filter(documents__pk=article), ("pk",), ("name_en",))}
        if with_people:
            smalls["people"] = Small(Person.objects.filter(articles__pk=article), ("pk",), ("name_en",))
        return smalls

    rows = small_rows(build)
    for with_people in (True, False, True):
        for article in articles:
            found = rows(with_people, article=article.pk)
            assert found == at_once(**build(with_people, article=article.pk))
            assert len(found["topics"]) == (2 if article == articles[0] else 0)
    assert rows(True, article=articles[0].pk)["people"] == [{"pk": people[0].pk, "name_en": "Person"}]


@pytest.mark.django_db(transaction=True)
def test_threads_ask_with_connections_of_their_own():
    keys = [make_article(ar=None, en=f"News {number}", live=True).pk for number in range(4)]
    rows = prepared(lambda *, document: PublicText.objects.filter(document_id=document))
    found, failed = {}, []

    def ask(key):
        try:
            found[key] = [rows(document=key)[0].title for _turn in range(20)]
        except Exception as error:  # noqa: BLE001  (a thread's own would be lost)
            failed.append(error)
        finally:
            connection.close()

    threads = [Thread(target=ask, args=[key]) for key in keys]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert found == {key: [f"News {number}"] * 20 for number, key in enumerate(keys)}


@pytest.fixture
def asked():
    """The beginnings of the statements that are asked."""
    statements = []

    def noting(execute, sql, *rest):
        statements.append(sql.split()[0])
        return execute(sql, *rest)

    with connection.execute_wrapper(noting):
        yield statements


@pytest.mark.postgresql_only
def test_postgresql_keeps_the_plan_with_the_constants_written_into_it(articles, asked):
    rows = prepared(
        lambda kind, *, word: PublicText.objects.of_kind(kind).filter(title=word, kicker="100 %s")
    )
    Revision.objects.update(kicker="100 %s")
    asked.clear()
    for title in ("News 1", "News 2", "None"):
        assert [text.title for text in rows(Kind.ARTICLE, word=title)] == [title] * (title != "None")
    assert asked == ["EXECUTE"] * 3
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements ORDER BY prepare_time DESC LIMIT 1")
        ((statement,),) = cursor.fetchall()
    assert "'article'" in statement and "'100 %s'" in statement and "News" not in statement
    # The title and the moment, which is asked for twice, are two parameters.
    assert "$2" in statement and "$3" not in statement


@pytest.mark.postgresql_only
@pytest.mark.django_db(transaction=True)
def test_what_was_prepared_outlives_a_rollback_and_is_prepared_again_in_another_session(asked):
    key = make_article(ar=None, en="News", live=True).pk
    rows = prepared(lambda *, document: PublicText.objects.filter(document_id=document))
    asked.clear()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        rows(document=key)
        raise ZeroDivisionError
    assert [text.title for text in rows(document=key)] == ["News"]
    connection.close()
    assert [text.title for text in rows(document=key)] == ["News"]
    assert asked.count("EXECUTE") == 3


@pytest.mark.postgresql_only
def test_behind_a_pooler_nothing_is_kept(articles, asked, settings):
    settings.PREPARES_STATEMENTS = False
    rows = prepared(lambda *, word: PublicText.objects.filter(title=word))
    assert [text.title for text in rows(word="News 1")] == ["News 1"]
    assert asked[-1] == "SELECT"
