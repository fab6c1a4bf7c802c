"""The preview: the working copy on its page, or the page as on a day, for people of the desk and for whom they send it to."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from urllib.parse import unquote, urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from publishing import moments
from publishing.boundary import WorkingCopyIsPrivate
from publishing.models import PublicText, ShareLink
from publishing.notes import guest_note
from publishing.pages import PAGE_VIEWS
from publishing.sharing import find, revoke, share
from tests import factories
from tests.desk.forms import form_address
from tests.factories import MAKERS, make_article, write
from tests.pages.reading import Page
from tests.personas import PASSWORD, make_user, signed_in

pytestmark = pytest.mark.django_db


def preview_of(document, language):
    return f"/admin/preview/{document.pk}/{language}/"


@pytest.fixture
def desk(author):
    return signed_in(author)


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("kind", list(MAKERS))
def test_every_kind_is_previewed_in_both_languages(desk, kind, language):
    document = MAKERS[kind](ar={"title": "عنوان المسودة"}, en={"title": "The title of the draft"})
    answer = desk.get(preview_of(document, language))
    assert answer.status_code == 200
    html = answer.content.decode()
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}"' in html
    assert ("عنوان المسودة" if language == "ar" else "The title of the draft") in html


@pytest.mark.parametrize("interface", ["ar", "en"])
def test_the_page_is_in_the_language_of_the_words_whatever_the_desk(author, interface):
    User.objects.filter(pk=author.pk).update(interface_language=interface)
    article = make_article()
    for language in ("ar", "en"):
        assert (
            f'<html lang="{language}"'
            in signed_in(author).get(preview_of(article, language)).content.decode()
        )


def test_it_shows_the_working_copy_and_not_the_public_text(desk):
    article = make_article(ar={"title": "المنشور", "body": "<p>متن منشور</p>"}, en=False, live=True)
    write(article, "ar", title="المسودة", body="<p>متن المسودة</p>")
    html = desk.get(preview_of(article, "ar")).content.decode()
    assert "متن المسودة" in html
    assert "متن منشور" not in html
    # Looking is not publishing.
    assert PublicText.objects.get(document_id=article.pk).title == "المنشور"


def test_it_is_never_kept_and_never_indexed(desk):
    answer = desk.get(preview_of(make_article(), "ar"))
    assert set(answer.headers["Cache-Control"].split(", ")) >= {"no-store", "private"}
    assert "public" not in answer.headers["Cache-Control"]
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex' in answer.content.decode()
    assert "ETag" not in answer.headers


def test_it_shows_the_facts_as_they_are(desk):
    picture = factories.make_image(alt_ar="نقش نجمي")
    html = desk.get(preview_of(make_article(picture=picture), "ar")).content.decode()
    assert "نقش نجمي" in html


def test_strangers_and_outsiders_see_nothing(reader, db):
    article = make_article(ar="سر المسودة")
    outsider = User.objects.create_user("outsider", "outsider@example.org", PASSWORD)
    for browser in (reader, signed_in(outsider)):
        answer = browser.get(preview_of(article, "ar"), follow=True)
        assert "سر المسودة" not in answer.content.decode()
        assert answer.redirect_chain


def test_who_has_left_sees_nothing(author, desk):
    article = make_article(ar="سر المسودة")
    User.objects.filter(pk=author.pk).update(is_active=False)
    assert "سر المسودة" not in desk.get(preview_of(article, "ar"), follow=True).content.decode()


def test_a_missing_language_or_document_is_not_found(desk):
    article = make_article(en=False)
    assert desk.get(preview_of(article, "en")).status_code == 404
    assert desk.get(preview_of(article, "fr")).status_code == 404
    assert desk.get(f"/admin/preview/{article.pk + 999}/ar/").status_code == 404


def test_a_page_with_other_documents_shows_only_public_ones_of_them(desk):
    """The wall stands for everything but the document that is previewed."""
    event = factories.make_event()
    hidden = factories.make_session(event, ar="جلسة لم تنشر", en=False)
    shown = factories.make_session(event, ar="جلسة منشورة", en=False, live=True)
    html = desk.get(preview_of(event, "ar")).content.decode()
    assert "جلسة لم تنشر" not in html
    assert (hidden.event, shown.event) == (event, event)


# ---- Who frames what


def frame_policy(answer):
    policy = answer.headers["Content-Security-Policy"]
    (ancestors,) = (part.strip() for part in policy.split(";") if "frame-ancestors" in part)
    return answer.headers["X-Frame-Options"], ancestors


def test_the_inner_pages_alone_may_be_framed_and_by_this_site_alone(desk):
    article = make_article(live=True)
    inner = [
        preview_of(article, "ar"),
        preview_of(article, "en"),
        f"{preview_of(article, 'ar')}?on=2099-01-01",
    ]
    for address in inner:
        answer = desk.get(address)
        assert (answer.status_code, *frame_policy(answer)) == (200, "SAMEORIGIN", "frame-ancestors 'self'")
    public = PublicText.objects.get(document_id=article.pk, language_code="ar").get_absolute_url()
    outer = [
        page_of(article), "/admin/", "/admin/articles/article/", f"/admin/articles/article/{article.pk}/change/",
        "/ar/", public, "/accounts/login/", f"/admin/preview/{article.pk}/fr/", "/shared/no-such-link/",
    ]  # fmt: skip
    for address in outer:
        assert frame_policy(desk.get(address)) == ("DENY", "frame-ancestors 'none'"), address


def test_links_in_a_preview_do_not_lead_its_frame_astray(desk):
    page = Page(desk.get(preview_of(make_article(), "ar")).content.decode())
    assert page.all("base") == [({"target": "_blank"}, "")]
    ((skip, _words),) = page.all("a", klass="skip-link")
    assert skip["target"] == "_self"


# ---- The page that frames them


def page_of(document, **query):
    return f"/admin/preview/{document.pk}/{'?' if query else ''}{urlencode(query)}"


def seen(desk, document, **query):
    answer = desk.get(page_of(document, **query))
    assert answer.status_code == 200
    return Page(answer.content.decode())


def frames(page):
    return [attrs["src"] for attrs, _words in page.all("iframe")]


def chosen(page):
    return [words for attrs, words in page.all("a") if attrs.get("aria-current") == "true"]


def reasons(page):
    return page.words_of("div", klass="preview-nothing")


@pytest.fixture
def english(author):
    """The desk in English, to compare words with what is written here."""
    User.objects.filter(pk=author.pk).update(interface_language="en")
    return signed_in(author)


def test_it_opens_with_the_original_on_a_desktop(english):
    for source in ("ar", "en"):
        article = make_article(source_language=source)
        page = seen(english, article)
        assert frames(page) == [preview_of(article, source)]
        assert chosen(page) == [{"ar": "Arabic", "en": "English"}[source], "Desktop"]


@pytest.mark.parametrize("interface", ["ar", "en"])
def test_what_is_chosen_is_in_the_address_and_kept_by_the_other_choices(author, interface):
    User.objects.filter(pk=author.pk).update(interface_language=interface)
    desk, article = signed_in(author), make_article()
    page = seen(desk, article, language="both", width="phone", on="2099-01-01", at="09:30")
    kept = "on=2099-01-01&at=09%3A30"
    assert {address for address in page.links if address.startswith("?language=")} == {
        unquote(f"?language={language}&width={width}&{kept}")
        for language, width in [
            ("ar", "phone"), ("en", "phone"), ("both", "phone"), ("both", "desktop"),
        ]
    } | {"?language=both&width=phone"}  # fmt: skip
    ((form, _words),) = page.all("form", klass="preview-day")
    assert form["method"] == "get"
    sent = {attrs["name"]: attrs["value"] for attrs, _words in page.all("input") if attrs["type"] != "submit"
            and attrs.get("name") in ("language", "width", "on", "at")}  # fmt: skip
    assert sent == {"language": "both", "width": "phone", "on": "2099-01-01", "at": "09:30"}
    assert page.language == (interface, "rtl" if interface == "ar" else "ltr")


def test_both_languages_stand_side_by_side_arabic_first(english):
    article = make_article()
    page = seen(english, article, language="both")
    assert frames(page) == [preview_of(article, "ar"), preview_of(article, "en")]
    assert [attrs["title"] for attrs, _words in page.all("iframe")] == [
        "The page in Arabic",
        "The page in English",
    ]
    assert page.all("div", klass="preview-frames--both")
    assert not page.all("div", klass="preview-frames--phone")
    assert seen(english, article, width="phone").all("div", klass="preview-frames--phone")


@pytest.mark.parametrize(
    "query", [{"language": "fr"}, {"width": "watch"}, {"language": ""}, {"nonsense": "1"}]
)
def test_what_cannot_be_chosen_is_not(english, query):
    article = make_article()
    assert (frames(seen(english, article, **query))) == [preview_of(article, "ar")]


def test_a_language_without_a_text_says_so(english):
    article = make_article(en=False)
    page = seen(english, article, language="both")
    assert frames(page) == [preview_of(article, "ar")]
    assert reasons(page) == ["There is no text in this language yet."]


def test_the_form_leads_to_it_in_the_language_of_the_tab(english):
    article = make_article()
    for language in ("ar", "en"):
        page = Page(english.get(form_address(article, language)).content.decode())
        address = page_of(article, language=language)
        assert page.links[address] == "Preview the working copy"
        assert frames(Page(english.get(address).content.decode())) == [preview_of(article, language)]


@pytest.mark.parametrize("role", ["author", "translator", "editor", "publisher", "administrator"])
def test_everybody_of_the_desk_opens_it(role):
    desk = signed_in(make_user(role, word_languages=["en"] if role == "translator" else []))
    assert desk.get(page_of(make_article())).status_code == 200


def test_nobody_else_does(reader):
    article = make_article(ar="سر المسودة")
    outsider = User.objects.create_user("outsider", "outsider@example.org", PASSWORD)
    roleless = User.objects.create_user("roleless", "roleless@example.org", PASSWORD, is_staff=True)
    for browser, status in ((reader, 302), (signed_in(outsider), 302), (signed_in(roleless), 403)):
        for address in (page_of(article), page_of(article, on="2099-01-01"), preview_of(article, "ar")):
            answer = browser.get(address)
            assert (answer.status_code, "سر المسودة" in answer.content.decode()) == (status, False)


@pytest.mark.parametrize("pk", [0, 999_999, 2**63 - 1, 2**63, 10**30])
def test_no_document_no_page(desk, pk):
    assert desk.get(f"/admin/preview/{pk}/").status_code == 404


def test_it_is_looked_at_only(desk):
    article = make_article()
    for address in (page_of(article), preview_of(article, "ar")):
        assert desk.post(address).status_code == 405


@pytest.mark.parametrize("number", [1, 3])
def test_its_queries_do_not_grow_with_the_texts(english, django_assert_num_queries, number):
    article = make_article()
    for _each in range(number):
        factories.draft_over_live(article, "ar")
        factories.go_live(article, "ar")
    with django_assert_num_queries(7):
        english.get(page_of(article, language="both"))
    with django_assert_num_queries(11):
        english.get(page_of(article, language="both", on="2099-01-01"))


# ---- As it will be, or was, on a day


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


# ---- Links for somebody outside, on the form

ROLES = ("author", "translator", "editor", "publisher", "administrator")
#: The languages of somebody else's Arabic article that each role may show to somebody outside.
MAY_SHARE = {
    "author": "",
    "translator": "en",
    "editor": "ar en",
    "publisher": "ar en",
    "administrator": "ar en",
}
TYPED = {"name": "Dr Nabil", "days": "7", "is_answer_asked": "on"}


def share_address(document, language="ar"):
    return f"/admin/share/{document.pk}/{language}/"


def links():
    return list(ShareLink.objects.order_by("pk").values_list("name", "language_code", "is_answer_asked"))


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_who_makes_and_revokes_links(role, language):
    article = make_article()
    desk = signed_in(make_user(role, word_languages=["en"] if role == "translator" else []))
    theirs, _token = share(article, language, factories.chief(), "Dr Salma", 7)
    may = language in MAY_SHARE[role]
    form = Page(desk.get(form_address(article, language)).content.decode())
    assert bool(form.all("section", id="share")) == may
    assert ("Dr Salma" in form.html) == may
    revoking = f"/admin/shared-links/{theirs.pk}/revoke/"
    for address in (share_address(article, language), revoking):
        assert desk.get(address).status_code == 405
    assert desk.post(share_address(article, language), TYPED).status_code == (302 if may else 403)
    assert len(links()) == (2 if may else 1)
    assert desk.post(revoking).status_code == (302 if may else 403)
    assert ShareLink.objects.working().count() == 1


def test_strangers_make_and_revoke_nothing(reader):
    article = make_article()
    link, _token = share(article, "ar", factories.chief(), "Dr Salma", 7)
    outsider = User.objects.create_user("outsider", "outsider@example.org", PASSWORD)
    for browser in (reader, signed_in(outsider)):
        for address in (share_address(article), f"/admin/shared-links/{link.pk}/revoke/"):
            assert browser.post(address, TYPED).status_code == 302
    assert (len(links()), ShareLink.objects.working().count()) == (1, 1)


@pytest.fixture
def publishing(publisher):
    User.objects.filter(pk=publisher.pk).update(interface_language="en")
    return signed_in(publisher)


def test_the_address_of_a_new_link_is_shown_once_and_works(publishing, reader):
    article = make_article(ar="المسودة")
    answer = publishing.post(share_address(article), TYPED)
    assert answer.url == f"{form_address(article)}#share"
    assert links() == [("Dr Nabil", "ar", True)]
    # Neither another text nor another person sees it first.
    assert "share-address" not in publishing.get(form_address(article, "en")).content.decode()
    page = Page(publishing.get(form_address(article)).content.decode())
    ((shown, _words),) = page.all("input", id="share-address")
    assert shown["value"].startswith("http://testserver/shared/")
    assert "readonly" in shown
    path = shown["value"].removeprefix("http://testserver")
    assert Page(reader.get(path).content.decode()).words_of("h1") == ["المسودة"]
    again = Page(publishing.get(form_address(article)).content.decode())
    assert again.all("input", id="share-address") == []
    assert path not in again.html


def test_the_form_names_the_links_that_work(publishing, publisher, clock):
    article = make_article()
    first, first_token = share(article, "ar", factories.second_chief(), "Dr <i>Nabil</i>", 7, True)
    share(article, "ar", publisher, "Dr Salma", 2, False)
    gone, _token = share(article, "ar", publisher, "Dr Gone", 1, False)
    revoke(gone, publisher)
    share(article, "en", publisher, "Dr English", 2, False)
    share(make_article(), "ar", publisher, "Dr Elsewhere", 2, False)

    def shown():
        page = Page(publishing.get(form_address(article)).content.decode())
        ((_attrs, words),) = page.all("ul", klass="share-links")
        assert "<i>Nabil" not in page.html
        return words

    salma = "Dr Salma Works until 25 December 2024, 12:00; made by publisher . Revoke"
    nabil = "Dr <i>Nabil</i> Works until 30 December 2024, 12:00; made by second ."
    assert shown() == f"{salma} {nabil} No answer yet. Revoke"
    guest_note(first, "Nabil", "", "approved")
    clock.goes_on(hours=1)
    guest_note(first, "Nabil", "The date is wrong.", "changes")
    assert shown() == (
        f"{salma} {nabil} Nabil asked for changes on 23 December 2024, 13:00. Nabil approved the text on"
        " 23 December 2024, 12:00. Revoke"
    )
    publishing.post(f"/admin/shared-links/{first.pk}/revoke/")
    assert shown() == salma
    assert find(first_token) is None


def test_what_was_typed_for_a_link_stays_with_what_is_wrong(publishing):
    article = make_article()
    wrong = {
        ("", "7"): ["This field is required."],
        ("\u200f", "7"): ["Say whom the link is for."],
        ("ن" * 121, "7"): ["Ensure this value has at most 120 characters (it has 121)."],
        ("Dr Nabil", "31"): ["Ensure this value is less than or equal to 30."],
        ("Dr Nabil", "0"): ["Ensure this value is greater than or equal to 1."],
        ("Dr Nabil", "many"): ["Enter a whole number."],
        ("Dr Nabil", "9" * 5000): ["Enter a whole number."],
    }
    for (name, days), errors in wrong.items():
        answer = publishing.post(share_address(article), {"name": name, "days": days})
        assert answer.status_code == 200
        page = Page(answer.content.decode())
        assert page.words_of("ul", klass="errorlist") == errors, (name[:5], days[:5])
        typed = {
            attrs["name"]: attrs
            for attrs, _words in page.all("input")
            if attrs.get("id", "").startswith("id_share_")
        }
        assert (typed["name"].get("value", ""), typed["days"]["value"]) == (name, days)
        assert "checked" not in typed["is_answer_asked"]
    assert links() == []


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_text_that_is_not_there_is_shown_to_nobody(publishing, language):
    article = make_article(ar=language == "ar", en=language == "en")
    missing = "en" if language == "ar" else "ar"
    assert "id_share_name" not in publishing.get(form_address(article, missing)).content.decode()
    answer = publishing.post(share_address(article, missing), TYPED)
    assert "There is no text in this language yet; write and save one first." in answer.content.decode()
    for address in (share_address(article, "fr"), "/admin/share/999999/ar/", f"/admin/share/{2**64}/ar/",
                    "/admin/shared-links/999999/revoke/", f"/admin/shared-links/{2**64}/revoke/"):  # fmt: skip
        assert publishing.post(address, TYPED).status_code == 404
    assert links() == []


def test_a_form_with_links_asks_one_question_more_than_one_without(publishing, publisher):
    article = make_article()
    # The first to open a form is written down as having it open.
    publishing.get(form_address(article))
    questions = []
    for _each in range(3):
        with CaptureQueriesContext(connection) as asked:
            publishing.get(form_address(article))
        questions.append(len(asked))
        share(article, "ar", publisher, "Dr Nabil", 7, True)
    assert questions[1:] == [questions[0] + 1] * 2
    assert questions[0] < 25
