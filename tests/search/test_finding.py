"""Which live texts are found, in which order, and what is counted; on both databases alike."""

from datetime import UTC, datetime

import pytest

from publishing.models import Kind
from search import hits
from search.models import SearchEntry
from search.query import named, question
from search.rebuilding import rebuild
from tests.factories import (
    MAKERS,
    chief,
    go_live,
    make_article,
    make_decision,
    make_event,
    make_recommendation,
    make_session,
    make_topic,
    write,
)
from tests.search.finding import answer, found

pytestmark = pytest.mark.django_db

RESOLUTIONS = (Kind.DECISION, Kind.RECOMMENDATION)

#: The checklist's pairs, and what the names of a forum add to them: each is found by the other.
PAIRS = [
    ("قرارات", "القرارات"), ("قرار", "قرارات"), ("التوصيات", "القرارات والتوصيات"), ("توصيات", "التوصيات"),
    ("مؤاخاه", "المؤاخاة"), ("المؤاخاه", "المؤاخاة"), ("الاسره", "الأسرة"), ("مستشفي", "مستشفى"), ("شباب", "والشباب"),
    ("المرأة", "المراه"), ("قرار", "القرارات"), ("توصية", "التوصيات"), ("انصار", "أنصار"), ("للمؤتمر", "مؤتمر"),
    ("المؤتمرات", "مؤتمر"), ("قُدْس", "القدس"), ("القـــدس", "القدس"), ("بالقدس", "القدس"), ("٢٠٢٤", "2024"),
    ("إبراهيم", "ابراهيم"), ("الأحمد", "أحمد"), ("مُحَمَّد", "محمد"), ("الغزالي", "غزالي"), ("مسؤول", "مسئول"),
    ("شيء", "شي"), ("وزارة", "الوزارة"), ("التزام", "الالتزام"), ("لغزة", "غزة"), ("committees", "committee"),
    ("decided", "decides"), ("Mu’akhat", "muakhat"), ("JERUSALEM", "Jerusalem"), ("forum's", "forums"),
]  # fmt: skip
#: Words that look alike and are not.
APART = [
    ("قرار", "قران"), ("قدس", "قدم"), ("شباب", "شراب"), ("art", "party"), ("art", "article"), ("forum", "format"),
    ("2024", "20241"), ("202", "2024"), ("نصر", "أنصار"), ("لجنة", "لجوء"), ("مؤتمر", "مؤامرة"),
]  # fmt: skip


def test_every_pair_matches_both_ways():
    missed = []
    for one, other in PAIRS:
        for typed, written in ((one, other), (other, one)):
            article = make_article(ar={"title": f"خبر {written}", "body": "<p>متن</p>"}, en=False)
            go_live(article, "ar")
            # «القرارات والتوصيات» is a text, not a question, whose words stand apart.
            asked = typed if len(typed.split()) == 1 else typed.split()[1]
            if f"خبر {written}" not in found(asked):
                missed.append((typed, written))
    assert missed == []


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_is_no_variant_is_not_found(one, other):
    for word in (one, other):
        make_article(ar=f"خبر {word}", en=False, live=True)
    assert (found(one), found(other)) == ([f"خبر {one}"], [f"خبر {other}"])


@pytest.mark.parametrize("kind", MAKERS)
def test_every_kind_is_found_in_its_language(kind):
    facts = {"event": make_event()} if kind in ("session", "decision", "recommendation") else {}
    MAKERS[kind](ar="زيتونة نادرة", en="A rare olive tree", live=True, **facts)
    assert (found("زيتونة"), found("olives", "en")) == (["زيتونة نادرة"], ["A rare olive tree"])
    assert (found("olives"), found("زيتونة", "en")) == ([], [])
    assert answer("زيتونة").texts[0].facts.pk == answer("olive", "en").texts[0].document_id


def test_every_word_must_be_there_anywhere_in_the_text():
    words = {
        "title": "القدس",
        "kicker": "تقرير",
        "summary": "موجز",
        "byline": "الهيئة",
        "dateline": "إسطنبول",
    }
    make_article(ar=words | {"body": "<p>متن عن <em>العمران</em></p>"}, en=False, live=True)
    make_article(ar="القدس وحدها", en=False, live=True)
    assert found("اسطنبول و العمران الهيئة موجز تقرير القدس") == ["القدس"]
    assert found("القدس em") == []


def test_phrases_and_exclusions():
    for title, body in (
        ("قرار القدس", "متن"),
        ("القدس قرار", "متن"),
        ("خبر", "قرار القدس"),
        ("قرار", "القدس"),
    ):
        make_article(ar={"title": title, "summary": "", "body": f"<p>{body}</p>"}, en=False, live=True)
    assert found('"قرار القدس"') == found("«قرار القدس»") == found("“قرار القدس”") == ["قرار القدس", "خبر"]
    assert found("قرار القدس") == ["القدس قرار", "قرار القدس", "قرار", "خبر"]
    assert found("قرار -خبر") == ["قرار", "القدس قرار", "قرار القدس"]
    assert found('قرار -"قرار القدس"') == ["قرار", "القدس قرار"]
    assert found("-قرار") == found('""') == []
    # A word in quotes is that very word.
    assert (found('"قرارات"'), found("قرارات -متن")) == ([], ["قرار", "خبر"])


def test_hits_in_the_title_come_first_then_the_newest(clock):
    texts = (
        (4, "زيتون أول", ""),
        (3, "ثان", "زيتون"),
        (2, "زيتون ثالث", ""),
        (1, "رابع", "زيتون"),
        (1, "زيتون خامس", ""),
    )
    for days, title, body in texts:
        article = make_article(ar={"title": title, "body": f"<p>متن {body}</p>"}, en=False)
        go_live(article, "ar", at=clock.before(days=days))
    everything = ["زيتون خامس", "زيتون ثالث", "زيتون أول", "رابع", "ثان"]
    assert found("زيتون") == everything
    assert [found("زيتون", page=page, size=2) for page in (1, 2, 3, 4)] == [
        everything[:2], everything[2:4], everything[4:], [],
    ]  # fmt: skip


def test_of_one_moment_the_younger_document_comes_first(clock):
    first, second = (make_article(ar=f"زيتون {name}", en=False) for name in ("أول", "ثان"))
    for article in (second, first):
        go_live(article, "ar")
    assert found("زيتون") == ["زيتون ثان", "زيتون أول"]


def make_choices():
    """Two events, two topics, two years: 5 hits in Arabic, one in English."""
    event, other = make_event(ar="زيتون ملتقى", en="olive", live=True), make_event(ar="آخر", live=True)
    topic = make_topic()
    make_session(event, ar="زيتون جلسة", en=False, live=True, topics=[topic])
    make_decision(other, ar="زيتون قرار", en=False, live=True)
    old = make_article(ar="زيتون قديم", en=False, topics=[topic], event=other)
    go_live(old, "ar", at=datetime(2023, 12, 31, 22, 30, tzinfo=UTC))
    make_article(ar="زيتون جديد", en=False, live=True)
    return event.pk, other.pk, topic.pk


def test_choices_and_what_is_counted_beside_them(clock):
    event, other, topic = make_choices()
    kinds = {Kind.EVENT: 1, Kind.SESSION: 1, Kind.DECISION: 1, Kind.ARTICLE: 2}
    # In Istanbul that was New Year's morning.
    years = {2024: 5}
    whole = answer("زيتون")
    assert (whole.total, whole.is_capped, whole.other_total) == (5, False, 0)
    assert whole.counts == {"kind": kinds, "topic": {topic: 2}, "event": {event: 2, other: 2}, "year": years}
    of_kind = answer("زيتون", kind=Kind.ARTICLE)
    assert [text.title for text in of_kind.texts] == ["زيتون جديد", "زيتون قديم"]
    assert of_kind.counts == {"kind": kinds, "topic": {topic: 1}, "event": {other: 1}, "year": {2024: 2}}
    both = answer("زيتون", topic=topic, event=event)
    assert [text.title for text in both.texts] == ["زيتون جلسة"]
    assert both.counts == {
        "kind": {Kind.SESSION: 1}, "topic": {topic: 1}, "event": {event: 1, other: 1}, "year": {2024: 1},
    }  # fmt: skip
    assert (found("زيتون", year=2023), len(found("زيتون", year=2024))) == ([], 5)
    assert answer("زيتون", year=2023).counts["year"] == {2024: 5}
    assert answer("olive", "ar", kind=Kind.EVENT).other_total == 1
    assert answer("olive", "ar", kind=Kind.PAGE).other_total == 0


def test_facts_are_those_of_now(clock):
    topic, event = make_topic(), make_event(live=True)
    article = make_article(ar="زيتون", en=False, live=True)
    assert answer("زيتون").counts["topic"] == {}
    article.topics.add(topic)
    article.event = event
    article.save()
    assert answer("زيتون").counts == {
        "kind": {"article": 1}, "topic": {topic.pk: 1}, "event": {event.pk: 1}, "year": {2024: 1},
    }  # fmt: skip
    assert found("زيتون", topic=topic.pk) == found("زيتون", event=event.pk) == ["زيتون"]
    others = [make_topic() for _each in range(12)]
    article.topics.set(others)
    article.event = None
    article.save()
    assert answer("زيتون").counts == {
        "kind": {"article": 1}, "topic": {other.pk: 1 for other in others}, "event": {}, "year": {2024: 1},
    }  # fmt: skip
    assert found("زيتون", topic=topic.pk) == found("زيتون", event=event.pk) == []
    article.topics.clear()
    assert answer("زيتون").counts["topic"] == {}


@pytest.mark.parametrize("kind", ["session", "decision", "recommendation", "article"])
def test_another_event_is_followed_and_a_new_text_has_its_own(clock, kind):
    first, second = make_event(live=True), make_event(live=True)
    thing = MAKERS[kind](ar="زيتون", event=first, live=True, topics=[make_topic()])
    assert answer("زيتون").counts["event"] == {first.pk: 1}
    type(thing).objects.filter(pk=thing.pk).update(event=second)
    assert answer("زيتون").counts["event"] == {second.pk: 1}
    clock.goes_on(days=1)
    write(thing, "ar", title="زيتون جديد")
    go_live(thing, "ar")
    whole = answer("زيتون").counts
    assert (whole["event"], len(whole["topic"])) == ({second.pk: 1}, 1)
    SearchEntry.objects.all().delete()
    list(rebuild(only_missing=False))
    assert answer("زيتون").counts == whole


def test_no_more_than_the_cap_is_counted(monkeypatch, clock):
    monkeypatch.setattr(hits, "CAP", 2)
    monkeypatch.setattr("search.query.CAP", 2)
    for number in range(4):
        article = make_article(ar=f"زيتون {number}" if number != 3 else "خبر", en=f"olive {number}")
        go_live(article, at=clock.before(days=number))
    few = answer("زيتون")
    assert ([text.title for text in few.texts], few.total, few.is_capped) == (["زيتون 0", "زيتون 1"], 2, True)
    assert (few.counts["kind"], answer("olive").other_total) == ({"article": 2}, 2)
    assert answer("زيتون 1").is_capped is False


@pytest.mark.parametrize("cap", [1, 3, 9])
def test_the_newest_are_found_whatever_is_asked_first(monkeypatch, clock, cap):
    """PostgreSQL asks the newest texts first, by stretches of 97 days."""
    for module in ("search.hits", "search.query"):
        monkeypatch.setattr(f"{module}.CAP", cap)
    topic = make_topic()
    titles = [f"{'زيتون' if number % 2 else 'خبر'} {number}" for number in range(6)]
    for number, title in enumerate(titles):
        article = make_article(
            ar={"title": title, "body": "<p>زيتون أخضر</p>"}, en="olive", topics=[topic] if number > 1 else []
        )
        go_live(article, at=clock.before(days=250 * number))
    in_titles, others = [1, 3, 5], [0, 2, 4]
    whole = [titles[number] for number in in_titles + others]
    assert found("زيتون") == whole[:cap]
    assert found('"زيتون أخضر"') == titles[:cap]
    assert found("زيتون", topic=topic.pk) == [titles[number] for number in (3, 5, 2, 4)][:cap]
    assert (answer("زيتون").total, answer("زيتون").is_capped) == (min(cap, 6), cap < 6)
    assert answer("olive", "ar").other_total == min(cap, 6)
    # Of so many as are counted, the two newest are about nothing.
    assert answer("زيتون", topic=topic.pk).counts["topic"][topic.pk] == max(0, min(cap, 6) - 2)


@pytest.mark.parametrize(
    "typed", ["MQF-2024-R1", "mqf-2024-r1", " MQF‑2024‑R1 ", "MQF-٢٠٢٤-R١", "\u200fMQF–2024–R1\u200e"]
)
def test_a_reference_names_its_text(typed):
    event = make_event(code="MQF-2024", live=True)
    make_decision(event, live=True)
    make_recommendation(event, ar="توصية", en="Advice", live=True)
    assert [named(question(typed), code).title for code in ("ar", "en")] == ["توصية", "Advice"]


def test_a_number_or_a_short_address_names_its_text():
    article = make_article(ar="خبر", en=False, live=True)
    shapes = ("#{}", "/d/{}/", "d/{}", "/D/{}")
    for typed in (shape.format(article.pk) for shape in shapes):
        assert [named(question(typed), code).title for code in ("ar", "en")] == ["خبر", "خبر"]


def test_what_is_not_public_is_not_named():
    draft = make_decision(make_event(code="MQF-2024"))
    typed = [
        "MQF-2024-D1",
        "MQF-2024-D2",
        f"#{draft.pk}",
        f"/d/{draft.pk}/",
        "#0",
        "#" + "9" * 18,
        "#" + "9" * 40,
    ]
    assert [named(question(each), "ar") for each in typed] == [None] * 7


@pytest.mark.parametrize("number", [1, 3])
def test_two_queries_for_any_number_of_hits(django_assert_num_queries, number):
    event = make_event(ar="ملتقى", live=True, by=chief())
    for kind, make in MAKERS.items():
        facts = {"event": event} if kind in ("session", "decision", "recommendation") else {}
        for _each in range(number):
            make(ar="زيتون", live=True, **facts)
    with django_assert_num_queries(2):
        texts = answer("زيتون").texts
        assert sorted(text.kind for text in texts) == sorted([*MAKERS] * number)
        assert {len(text.facts.reference) > 4 for text in texts if text.kind in RESOLUTIONS} == {True}
        assert [text.facts.article_kind for text in texts if text.kind == Kind.ARTICLE] == ["news"] * number
    for kind in MAKERS:
        with django_assert_num_queries(2):
            assert [text.slug[:0] for text in answer("زيتون", kind=kind).texts] == [""] * number
    with django_assert_num_queries(1):
        assert answer("زيتون -زيتون").total == 0
    with django_assert_num_queries(0):
        assert (answer("-زيتون").total, named(question("زيتون"), "ar")) == (0, None)
