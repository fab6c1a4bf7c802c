"""The index follows what editors do by itself, at its moment, and `manage.py reindex` finds the same; no draft is in it."""

import pytest
from django.contrib import admin
from django.core.management import call_command

from publishing import bin, workflow
from publishing.models import PublicText, Revision
from search import index, rebuilding
from search.models import SearchEntry, SearchWord
from search.query import nearest, question
from tests.factories import (
    chief,
    draft_over_live,
    go_live,
    make_article,
    make_decision,
    make_event,
    scheduled,
    second_chief,
    write,
)
from tests.pages.hidden import SECRET, make_hidden
from tests.search.finding import answer, found

pytestmark = pytest.mark.django_db


def differences():
    """Entries that disagree with their revision, and live texts without one: there must be none."""
    wrong = []
    for entry in SearchEntry.objects.select_related("revision"):
        own = [getattr(entry, name) for name in index.COPIED]
        if own != [getattr(entry.revision, name) for name in index.COPIED]:
            wrong.append(entry.pk)
    missing = PublicText.objects.filter(search_entry__isnull=True)
    return [*wrong, *missing.values_list("pk", flat=True)]


def test_a_draft_waits_and_what_is_published_is_found_at_once():
    article = make_article(ar="عنوان قديم", en=False)
    assert (found("عنوان"), SearchEntry.objects.count()) == ([], 0)
    go_live(article, "ar")
    write(article, "ar", title="عنوان جديد")
    assert (found("جديد"), found("قديم")) == ([], ["عنوان قديم"])
    go_live(article, "ar")
    assert (found("جديد"), found("قديم")) == (["عنوان جديد"], [])
    workflow.withdraw(article, "ar", chief())
    assert (found("عنوان"), differences()) == ([], [])
    go_live(article, "ar")
    assert (found("عنوان"), differences(), SearchEntry.objects.count()) == (["عنوان جديد"], [], 1)


def test_scheduled_texts_come_and_go_by_the_clock(clock):
    article = make_article(ar="زيتون أول", en=False)
    go_live(article, "ar")
    write(article, "ar", title="زيتون ثان")
    scheduled(article, "ar", clock.after(hours=1), clock.after(hours=3))
    assert found("زيتون") == ["زيتون أول"]
    clock.goes_on(minutes=59, seconds=59)
    assert found("زيتون") == ["زيتون أول"]
    clock.goes_on(seconds=1)
    assert found("زيتون") == ["زيتون ثان"]
    clock.goes_on(hours=2)
    assert (found("زيتون"), differences()) == ([], [])


def test_what_expires_is_found_up_to_its_end(clock):
    article = make_article(ar="زيتون", en=False)
    go_live(article, "ar", until=clock.after(hours=2))
    workflow.publish(article, "ar", second_chief(), until=clock.after(hours=1))
    assert (found("زيتون"), differences()) == (["زيتون"], [])
    clock.goes_on(minutes=59)
    assert found("زيتون") == ["زيتون"]
    clock.goes_on(minutes=1)
    assert (found("زيتون"), nearest(question("زيتونة"), "ar")) == ([], [])


def test_a_schedule_that_is_taken_back_leaves_the_living_text(clock):
    article = make_article(ar="زيتون أول", en=False, live=True)
    write(article, "ar", title="زيتون ثان")
    scheduled(article, "ar", clock.after(hours=1))
    workflow.cancel_schedule(article, "ar", chief())
    clock.goes_on(hours=2)
    assert (found("زيتون"), differences(), SearchEntry.objects.count()) == (["زيتون أول"], [], 1)


def test_a_scheduled_text_in_the_bin_is_never_found(clock):
    article = make_article(ar="زيتون", en=False)
    scheduled(article, "ar", clock.after(hours=1))
    bin.move_to_bin(article, chief())
    clock.goes_on(hours=2)
    assert (found("زيتون"), SearchEntry.objects.count()) == ([], 0)
    clock.goes_on(days=31)
    bin.empty()
    assert Revision.objects.count() == 0


def test_a_backdated_text_moves_to_its_place(clock):
    for days in (2, 1):
        go_live(make_article(ar=f"زيتون {days}", en=False), "ar", at=clock.before(days=days))
    late = make_article(ar="زيتون ثالث", en=False)
    scheduled(late, "ar", clock.after(hours=1))
    write(late, "ar", title="زيتون مؤرخ")
    go_live(late, "ar", at=clock.before(days=1, hours=12))
    assert (found("زيتون"), differences()) == (["زيتون 1", "زيتون مؤرخ", "زيتون 2"], [])
    clock.goes_on(hours=2)
    assert (found("زيتون"), differences()) == (["زيتون 1", "زيتون ثالث", "زيتون 2"], [])
    # Moved straight in the database, by whatever program: the index follows.
    moved = Revision.objects.filter(title="زيتون 2", live_from__isnull=False)
    moved.update(published_at=clock.now)
    assert (found("زيتون"), differences()) == (["زيتون 2", "زيتون 1", "زيتون ثالث"], [])


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_draft_and_nothing_withdrawn_is_found_or_offered(language):
    make_hidden(make_article)
    make_hidden(make_decision, event=make_event())
    call_command("reindex", verbosity=0)
    public = {"ar": "علني", "en": "Public"}[language]
    assert (found(SECRET[language], language), found(public, language)) == ([], [public] * 2)
    near = {"ar": ("سريي", "للغايه"), "en": ("secrets", "secre")}[language]
    assert [nearest(question(word), language) for word in near] == [[], []]


def test_reindex_makes_what_publishing_made(clock):
    article = make_article(ar="زيتون أول", en="Olive", live=True)
    draft_over_live(article, "ar")
    write(article, "ar", title="زيتون ثان")
    scheduled(article, "ar", clock.after(hours=1))
    make_article(ar={"title": "زيتون مسحوب", "summary": ""}, en=False, live=True)
    clock.goes_on(minutes=1)
    workflow.withdraw(Revision.objects.get(title="زيتون مسحوب").document, "ar", chief())
    columns = ("pk", "terms", "folded", *index.COPIED)
    live = SearchEntry.objects.exclude(live_until__lte=clock.now).order_by("pk")
    made, words = list(live.values_list(*columns)), set(SearchWord.objects.values_list("word", flat=True))
    for _each in range(2):
        call_command("reindex", verbosity=0)
        assert list(SearchEntry.objects.order_by("pk").values_list(*columns)) == made
    assert set(SearchWord.objects.values_list("word", flat=True)) == words - {"مسحوب"}
    assert (found("زيتون"), differences()) == (["زيتون أول"], [])


def test_reindex_adds_what_is_missing_only():
    make_article(ar="زيتون أول", en=False, live=True)
    kept = SearchEntry.objects.get()
    SearchEntry.objects.update(folded="untouched")
    make_article(ar="زيتون ثان", en=False, live=True)
    SearchEntry.objects.exclude(pk=kept.pk).delete()
    assert found("زيتون") == ["زيتون أول"]
    call_command("reindex", "--missing", verbosity=0)
    assert (found("زيتون"), differences()) == (["زيتون ثان", "زيتون أول"], [])
    assert SearchEntry.objects.get(pk=kept.pk).folded == "untouched"


def test_what_happens_while_the_index_is_rebuilt_is_kept(monkeypatch):
    monkeypatch.setattr(rebuilding, "LOT", 1)
    articles = [make_article(ar=f"زيتون {number}", en=False, live=True) for number in range(4)]
    acts = [
        lambda: workflow.withdraw(articles[0], "ar", chief()),
        lambda: workflow.withdraw(articles[3], "ar", chief()),
        lambda: make_article(ar="زيتون جديد", en=False, live=True),
    ]
    expected = [{"1", "2", "3"}, {"1", "2"}, {"1", "2", "جديد"}]
    for act, numbers, _lot in zip(acts, expected, rebuilding.rebuild(False), strict=False):
        act()
        assert {title.removeprefix("زيتون ") for title in found("زيتون")} == numbers
    call_command("reindex", "--missing", verbosity=0)
    assert (len(found("زيتون")), differences()) == (3, [])
    assert nearest(question("زيتوني جديدد"), "ar") == ["جديد"]


def test_a_text_that_ends_between_reading_and_writing_is_left_out():
    article = make_article(ar="زيتون", en=False, live=True)
    lot = list(rebuilding.texts(False))
    workflow.withdraw(article, "ar", chief())
    index.add_all(lot, is_anew=True)
    assert (found("زيتون"), SearchEntry.objects.count()) == ([], 0)


def test_a_deleted_revision_takes_its_entry_along():
    article = make_article(ar="زيتون", en=False, live=True)
    Revision.objects.filter(document_id=article.pk, live_from__isnull=False).delete()
    assert (found("زيتون"), SearchEntry.objects.count()) == ([], 0)


def test_a_very_long_text_can_be_published():
    body = " ".join(f"كلمة{number}" for number in range(120_000))
    make_article(ar={"title": "زيتون", "body": f"<p>{body}</p>"}, en=False, live=True)
    assert found("زيتون كلمة7") == ["زيتون"]


@pytest.mark.parametrize(
    ("language", "typed", "near"),
    [
        ("ar", "الاكادمية", ["أكاديمية"]),
        ("ar", "المؤخاه الملتقا القدص", ["المؤاخاة", "القدس"]),
        ("en", "Jerusalm", ["Jerusalem"]),
        ("en", "acadmey", ["Academy"]),
        ("ar", "زرافة", []),
        ("ar", "ملتقى", []),
    ],
)
def test_words_that_are_near(django_assert_num_queries, language, typed, near):
    words = {"ar": "أكاديمية المؤاخاة في ملتقى القدس", "en": "The Academy of Jerusalem"}
    make_article(**words, live=True)
    with django_assert_num_queries(2 if near else 1):
        offered = nearest(question(typed), language)
    assert offered == near


def test_the_index_is_not_at_the_desk():
    assert {SearchEntry, SearchWord} & set(admin.site._registry) == set()


def test_publishing_asks_few_queries_of_the_index(django_assert_max_num_queries):
    article = make_article(ar="زيتون", en=False, live=True)
    revision = Revision.objects.get(document_id=article.pk)
    with django_assert_max_num_queries(8):
        index.add(revision)
    assert answer("زيتون").total == 1
