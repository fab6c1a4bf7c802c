"""Links for somebody outside, on the form of a text: made, shown once, listed, revoked."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from publishing.models import ShareLink
from publishing.notes import guest_note
from publishing.sharing import find, revoke, share
from tests import factories
from tests.desk.forms import form_address
from tests.factories import make_article
from tests.pages.reading import Page
from tests.personas import PASSWORD, make_user, signed_in

pytestmark = pytest.mark.django_db


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
