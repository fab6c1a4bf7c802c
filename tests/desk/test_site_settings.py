"""The settings of the site at the desk: one form, its refusals in the person's language, and what readers see next."""

import re

import pytest
from django.contrib.admin.models import LogEntry
from django.utils.translation import gettext, override

from publishing.bin import move_to_bin
from publishing.models import FeaturedDocument, SiteSettings, SocialAccount
from tests.desk.forms import messages_of, typed_in
from tests.factories import chief, make_article, make_decision, make_event, make_page, make_session
from tests.pages.reading import get
from tests.personas import make_user, signed_in

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/publishing/sitesettings/"


def desk_in(language="ar", role="publisher"):
    return signed_in(make_user(role, interface_language=language))


def account(number=0, **typed):
    row = {
        "network": "x",
        "address": "https://x.example.org/",
        "label_ar": "",
        "label_en": "",
        "order": "0",
    } | typed
    return {f"accounts-{number}-{name}": value for name, value in row.items()}


def featured(*documents):
    return {
        f"featured-{number}-{name}": value
        for number, document in enumerate(documents)
        for name, value in (("document", document.pk), ("order", number))
    }


def send(desk, **typed):
    """Post the form as it is with ``typed`` over it; rows of the two lists are counted."""
    sent = typed_in(desk.get(ADDRESS)) | typed
    for prefix in ("accounts", "featured"):
        rows = {name.split("-")[1] for name in sent if re.match(rf"{prefix}-\d+-", name)}
        sent[f"{prefix}-TOTAL_FORMS"] = len(rows)
    return desk.post(ADDRESS, sent | {"_save": "1"})


def errors_of(answer):
    """Everything that the form and its lists object to."""
    assert answer.status_code == 200
    return {
        str(error)
        for errors in answer.context["errors"]
        for error in (errors if isinstance(errors, list) else [errors])
    }


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_one_form_at_once_in_the_language_of_the_desk(language, direction):
    desk = desk_in(language)
    html = desk.get(ADDRESS).content.decode()
    assert f'<html lang="{language}" dir="{direction}">' in html
    with override(language):
        for words in ("Site settings", "Name of the site", "Accounts elsewhere", "Featured on the home page"):
            assert gettext(words.lower() if words != "Site settings" else words).lower() in html.lower(), (
                words
            )
    inputs = {
        name: found
        for found in re.findall(r"<(?:input|textarea)[^>]*>", html)
        for name in re.findall(r'name="([^"]+)"', found)
    }
    for name, marks in {
        "name_ar": 'lang="ar" dir="rtl"', "name_en": 'lang="en" dir="ltr"', "contact_ar": 'dir="rtl"', "email": 'dir="ltr"',
        "phone": 'dir="ltr"', "accounts-__prefix__-address": 'dir="ltr"', "accounts-__prefix__-label_ar": 'dir="rtl"',
    }.items():  # fmt: skip
        assert all(mark in inputs[name] for mark in re.findall(r'\w+="\w+"', marks)), inputs[name]
    assert 'placeholder="الملتقى المقدسي"' in inputs["name_ar"]
    assert SiteSettings.objects.count() == 0, "looking writes nothing"


def test_it_is_reached_from_the_first_page():
    assert f'href="{ADDRESS}"' in desk_in("en").get("/admin/").content.decode()
    assert f'href="{ADDRESS}"' not in desk_in("en", "editor").get("/admin/").content.decode()


def test_what_is_saved_is_what_readers_see_next():
    desk = desk_in("en")
    answer = send(
        desk, name_ar=" ملتقى المدينة ", name_en="City forum", line_ar="سطر", contact_ar="الأمانة\nإسطنبول", digits="arab",
        email="desk@example.org", phone="+٩٠ 212 000 00 00", **account(), **featured(make_article(live=True)),
    )  # fmt: skip
    assert (answer.status_code, answer.url) == (302, ADDRESS)
    assert len(messages_of(answer)) == 1
    row = SiteSettings.objects.get()
    assert (row.name_ar, row.phone) == ("ملتقى المدينة", "+90 212 000 00 00")
    page = get("/ar/")
    assert page.title.strip() == "ملتقى المدينة"
    assert {"الأمانة إسطنبول", "إكس"} <= set(page.words_of("p")) | set(page.links.values())
    assert {"mailto:desk@example.org", "tel:+902120000000", "https://x.example.org/"} <= set(page.links)
    assert page.words_of("bdo", dir="ltr") == ["+٩٠ ٢١٢ ٠٠٠ ٠٠ ٠٠"]
    ((attrs, _words),) = page.all("a", href="https://x.example.org/")
    assert attrs["rel"] == "me noopener"
    english = get("/en/")
    assert english.title.strip() == "City forum"
    assert english.words_of("p", klass="contact__words") == []
    assert "City forum ·" in desk.get("/admin/").content.decode()
    (entry,) = LogEntry.objects.all()
    assert (entry.object_id, entry.content_type.model) == ("1", "sitesettings")
    assert 'href="/admin/publishing/sitesettings/1/history/"' in desk.get(ADDRESS).content.decode()


def test_two_people_with_two_concerns_do_not_undo_each_other():
    first, second = desk_in("ar"), desk_in("ar", "administrator")
    send(first, name_ar="الأول")
    page = typed_in(second.get(ADDRESS))
    send(first, line_ar="سطر الأول")
    assert second.post(ADDRESS, page | {"email": "desk@example.org", "_save": "1"}).status_code == 302
    row = SiteSettings.objects.get()
    assert (row.name_ar, row.line_ar, row.email) == ("الأول", "سطر الأول", "desk@example.org")


REFUSED = [
    ({"email": "nobody"}, "Enter a valid email address."),
    ({"phone": "call us"}, "Digits, spaces and hyphens, such as +90 212 000 00 00."),
    (account(address="javascript:alert(1)"), "Enter a whole address that begins with https://."),
    (account(address="http://x.example.org/"), "Enter a whole address that begins with https://."),
    (account() | account(1), "The same address stands here twice."),
    (account(network="other"), "Say what the link is to be called."),
]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_is_wrong_is_said_in_the_persons_language(language):
    desk = desk_in(language)
    for typed, message in REFUSED:
        with override(language):
            expected = gettext(message)
        assert (language == "en") == (expected == message), message
        assert expected in errors_of(send(desk, **typed)), typed
    assert SocialAccount.objects.count() == 0


def test_what_can_be_featured():
    desk = desk_in("en")
    binned, article, draft = make_article(), make_article(live=True), make_article()
    move_to_bin(binned, chief())
    unusable = "Choose an event, a decision, a recommendation or an article that is not in the bin."
    for wrong in (binned, make_page(), make_session()):
        assert unusable in errors_of(send(desk, **featured(wrong)))
    assert "The same document stands here twice." in errors_of(send(desk, **featured(article, article)))
    nobody = {"featured-0-document": "not a key", "featured-0-order": "0"}
    assert unusable in errors_of(send(desk, **nobody))
    assert send(desk, **featured(make_event(), make_decision(), draft)).status_code == 302
    assert FeaturedDocument.objects.count() == 3
    # One that goes to the bin afterwards keeps nobody from changing the phone.
    move_to_bin(draft, chief())
    assert send(desk, phone="+90 000").status_code == 302
    assert "in the bin" in desk.get(ADDRESS).content.decode()


def test_documents_are_found_by_typing(django_assert_num_queries):
    article, binned = make_article(ar="خبر الافتتاح", en=None), make_article(ar="خبر محذوف", en=None)
    make_page(ar="خبر الصفحة", en=None)
    move_to_bin(binned, chief())
    asked = {
        "app_label": "publishing",
        "model_name": "featureddocument",
        "field_name": "document",
        "term": "خبر",
    }
    found = desk_in().get("/admin/autocomplete/", asked).json()["results"]
    assert [(row["id"], row["text"]) for row in found] == [(str(article.pk), "خبر الافتتاح")]


def test_the_form_asks_as_often_for_three_as_for_one(django_assert_num_queries):
    SiteSettings.objects.create()
    desk = desk_in()
    # Django asks once for all forms which kind of thing it is.
    desk.get(ADDRESS)
    for number in range(3):
        SocialAccount.objects.create(network="x", address=f"https://{number}.example.org/")
        FeaturedDocument.objects.create(document_id=make_article(live=True).pk)
        if number != 1:
            with django_assert_num_queries(10):
                desk.get(ADDRESS)
