"""The preview: the working copy on its page, framed in one language or both, for people of the desk."""

from urllib.parse import unquote

import pytest

from accounts.models import User
from publishing.models import PublicText
from tests import factories
from tests.desk.forms import form_address
from tests.desk.previews import frames, page_of, preview_of, reasons, seen
from tests.factories import MAKERS, make_article, write
from tests.pages.reading import Page
from tests.personas import PASSWORD, make_user, signed_in

pytestmark = pytest.mark.django_db


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


def chosen(page):
    return [words for attrs, words in page.all("a") if attrs.get("aria-current") == "true"]


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
