"""The page as it will be, or was, on a day; and the moment that stays inside that preview."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from urllib.parse import urlencode

import pytest

from accounts.models import User
from publishing import moments
from publishing.boundary import WorkingCopyIsPrivate
from publishing.models import PublicText
from publishing.pages import PAGE_VIEWS
from tests import factories
from tests.desk.previews import frames, preview_of, reasons, seen
from tests.factories import make_article, write
from tests.pages.reading import Page
from tests.personas import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(author):
    return signed_in(author)


@pytest.fixture
def english(author):
    """The desk in English, to compare words with what is written here."""
    User.objects.filter(pk=author.pk).update(interface_language="en")
    return signed_in(author)


def on(day, at=""):
    return {"on": day} | ({"at": at} if at else {})


def title_on(desk, document, day, at="", language="ar"):
    """The heading that readers find then; None where they find nothing."""
    address = f"{preview_of(document, language)}?{urlencode(on(day, at))}"
    answer = desk.get(address)
    assert bool(frames(seen(desk, document, language=language, **on(day, at)))) == (answer.status_code == 200)
    return Page(answer.content.decode()).words_of("h1")[0] if answer.status_code == 200 else None


def at_istanbul(text):
    return datetime.fromisoformat(f"{text}+03:00")


@pytest.fixture
def planned(clock):
    """Public since 20 December 2024 as "old"; from 25 December, 10:00, until 30 December, 18:00 as "new"; today is the 23rd."""
    article = make_article(ar="القديم", en=False)
    factories.go_live(article, "ar", at=at_istanbul("2024-12-20T09:00"))
    write(article, "ar", title="الجديد")
    factories.scheduled(article, "ar", at_istanbul("2024-12-25T10:00"), at_istanbul("2024-12-30T18:00"))
    write(article, "ar", title="المسودة")
    return article


@pytest.mark.parametrize(
    ("day", "at", "title"),
    [
        ("2024-12-19", "", None),
        ("2024-12-20", "08:59", None),
        ("2024-12-20", "09:00", "القديم"),
        ("2024-12-20", "", "القديم"),
        ("2024-12-23", "", "القديم"),
        ("2024-12-25", "09:59", "القديم"),
        ("2024-12-25", "10:00", "الجديد"),
        # A day without a time is its end.
        ("2024-12-25", "", "الجديد"),
        ("2024-12-30", "17:59", "الجديد"),
        ("2024-12-30", "18:00", None),
        ("2024-12-30", "", None),
        ("2025-06-01", "", None),
    ],
)
def test_a_scheduled_text_on_each_day(desk, planned, day, at, title):
    assert title_on(desk, planned, day, at) == title


def test_where_nothing_is_public_the_page_says_what_is_known(english, planned):
    nothing = "Readers find nothing of this text then."
    assert reasons(seen(english, planned, **on("2024-12-01"))) == [
        f"{nothing} Its publication begins on 20 December 2024, 09:00."
    ]
    assert reasons(seen(english, planned, **on("2025-01-01"))) == [
        f"{nothing} Its publication ends on 30 December 2024, 18:00."
    ]
    # The other language has never had a text.
    page = seen(english, planned, language="both", **on("2024-12-24"))
    assert frames(page) == [f"{preview_of(planned, 'ar')}?on=2024-12-24"]
    assert reasons(page) == [f"{nothing} No day is set on which it goes public."]


def test_between_two_periods_both_are_known(english, clock):
    article = make_article(en=False)
    factories.go_live(article, "ar", at=clock.before(days=2), until=clock.before(days=1))
    factories.scheduled(article, "ar", clock.after(days=1))
    assert reasons(seen(english, article, **on("2024-12-23"))) == [
        "Readers find nothing of this text then. Its publication ends on 22 December 2024, 12:00."
        " Its publication begins on 24 December 2024, 12:00."
    ]


def test_what_was_withdrawn_is_there_on_the_days_before_alone(desk, clock):
    article = make_article(ar="المسحوب", en=False)
    factories.withdrawn(article, "ar")
    days = ["2024-12-22", "2024-12-23", "2024-12-24"]
    assert [title_on(desk, article, day) for day in days] == ["المسحوب", None, None]


def test_what_has_expired_is_there_while_it_lasted(desk, clock):
    article = make_article(ar="المنتهي", en=False)
    factories.expired(article, "ar")
    found = [
        title_on(desk, article, day, "13:00")
        for day in ("2024-12-20", "2024-12-21", "2024-12-22", "2024-12-23")
    ]
    assert found == [None, "المنتهي", None, None]


def test_everything_around_it_is_as_on_that_day_too(desk, clock):
    event = factories.make_event(ar="الملتقى", en=False, live=True)
    later = factories.make_session(event, ar="جلسة لاحقة", en=False)
    factories.scheduled(later, "ar", clock.after(days=2))
    ending = factories.make_session(event, ar="جلسة تنتهي", en=False)
    factories.go_live(ending, "ar", until=clock.after(days=1))
    draft = factories.make_session(event, ar="جلسة لم تنشر", en=False)
    page = factories.make_page(ar="صفحة لاحقة", en=False, is_in_menu=True)
    factories.scheduled(page, "ar", clock.after(days=2))
    shown = {}
    for day in ("2024-12-23", "2024-12-26"):
        html = desk.get(f"{preview_of(event, 'ar')}?on={day}").content.decode()
        shown[day] = {
            words for words in ("جلسة لاحقة", "جلسة تنتهي", "جلسة لم تنشر", "صفحة لاحقة") if words in html
        }
    assert shown == {"2024-12-23": {"جلسة تنتهي"}, "2024-12-26": {"جلسة لاحقة", "صفحة لاحقة"}}
    assert draft.event == event


def test_the_banner_names_the_moment(desk, planned):
    banner = Page(desk.get(f"{preview_of(planned, 'ar')}?on=2024-12-25").content.decode()).words_of(
        "p", klass="preview-bar"
    )
    assert len(banner) == 1
    assert "25 ديسمبر 2024، 23:59" in banner[0]


@pytest.mark.parametrize(
    ("query", "errors"),
    [
        ({"on": "tomorrow"}, ["This is no day; write it like 2026-05-31."]),
        ({"on": "2025-02-30"}, ["This is no day; write it like 2026-05-31."]),
        ({"on": "0001-01-01"}, ["Choose a day between 1900 and 2100."]),
        ({"on": "9999-12-31", "at": "23:59"}, ["Choose a day between 1900 and 2100."]),
        ({"on": "1" * 5000}, ["This is no day; write it like 2026-05-31."]),
        ({"on": "2025-01-01", "at": "25:00"}, ["This is no time; write it like 09:30."]),
        ({"at": "10:00"}, ["Choose the day, too."]),
        ({"on": "<b>", "at": "<b>"}, ["This is no day; write it like 2026-05-31.", "This is no time; write it like 09:30."]),
    ],
)  # fmt: skip
def test_a_day_that_is_none_is_said_to_be_none(english, query, errors):
    article = make_article(live=True)
    page = seen(english, article, **query)
    assert page.words_of("ul", klass="errorlist") == errors
    assert frames(page) == []
    assert "<b>" not in page.html
    assert english.get(f"{preview_of(article, 'ar')}?{urlencode(query)}").status_code == 404


def test_it_is_rendered_behind_the_wall(desk, planned, monkeypatch):
    """As on a day nothing of a working copy can be read, not even that of the document itself."""

    def careless(request, text):
        text.document.working_copy("ar")

    monkeypatch.setitem(PAGE_VIEWS, "article", careless)
    for query in ("", "?on=2024-12-25"):
        with pytest.raises(WorkingCopyIsPrivate):
            desk.get(f"{preview_of(planned, 'ar')}{query}")


# ---- The moment stays in its preview


def test_the_next_page_is_read_now_even_where_the_preview_broke(desk, planned, monkeypatch):
    address = PublicText.objects.get(document_id=planned.pk).get_absolute_url()

    def broken(request, text):
        assert text.title == "الجديد"
        raise RuntimeError("broken")

    before = moments.now()
    desk.get(f"{preview_of(planned, 'ar')}?on=2024-12-25")
    assert Page(desk.get(address).content.decode()).words_of("h1") == ["القديم"]
    monkeypatch.setitem(PAGE_VIEWS, "article", broken)
    with pytest.raises(RuntimeError, match="broken"):
        desk.get(f"{preview_of(planned, 'ar')}?on=2024-12-25")
    assert moments.now() == before
    assert PublicText.objects.get(document_id=planned.pk).title == "القديم"


def test_another_thread_and_the_block_around_know_nothing_of_it(clock):
    later = clock.after(days=9)
    with moments.as_at(later):
        assert moments.now() == later
        with ThreadPoolExecutor() as pool:
            assert pool.submit(moments.now).result() == clock.now
        with moments.as_at(clock.before(days=1)):
            assert moments.now() == clock.before(days=1)
        with moments.as_at(None):
            assert moments.now() == clock.now
        assert moments.now() == later
    assert moments.now() == clock.now
