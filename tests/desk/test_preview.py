"""The preview: the working copy on its page, for people of the desk, never kept anywhere."""

import pytest

from accounts.models import User
from publishing.models import PublicText
from tests import factories
from tests.factories import MAKERS, make_article, write
from tests.personas import PASSWORD, signed_in

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
