"""The page behind a shared link: the draft in its real page and nothing else, for whoever has the address, until it ends."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from publishing.models import Document, Note, ShareLink
from publishing.sharing import revoke, share
from tests import factories
from tests.factories import MAKERS, chief, make_article, make_event, write
from tests.pages.hidden import SECRET, make_hidden
from tests.pages.reading import Page, get

pytestmark = pytest.mark.django_db


def send(document, language="ar", name="د. نبيل", days=7, **more):
    """The path of a new link."""
    _link, token = share(document, language, chief(), name, days, **more)
    return f"/shared/{token}/"


def answer_of(path, client=None, **typed):
    typed = {"verdict": "approved", "name": "د. نبيل", "text": ""} | typed
    return (client or Client()).post(path, typed)


def notes():
    return list(Note.objects.order_by("pk").values_list("guest_name", "verdict", "text", "language_code"))


# ---- What it shows


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("kind", list(MAKERS))
def test_every_kind_is_shown_in_its_own_language_whatever_the_readers(kind, language):
    document = MAKERS[kind](ar={"title": "عنوان المسودة"}, en={"title": "The title of the draft"})
    path = send(document, language)
    title = {"ar": "عنوان المسودة", "en": "The title of the draft"}
    for asked in ("ar", "en"):
        page = get(path, headers={"Accept-Language": asked})
        assert page.language == (language, "rtl" if language == "ar" else "ltr")
        assert title[language] in page.words_of("h1")[0]
        assert title["en" if language == "ar" else "ar"] not in page.html


def test_it_is_the_working_copy_as_it_stands():
    article = make_article(ar={"title": "المنشور", "body": "<p>متن منشور</p>"}, live=True)
    path = send(article)
    write(article, "ar", title="المسودة", body="<p>متن أحدث</p>")
    page = get(path)
    assert page.words_of("h1") == ["المسودة"]
    assert ("متن أحدث" in page.main, "متن منشور" in page.main) == (True, False)


def test_the_banner_says_whose_draft_it_is_and_until_when(clock):
    sender = chief()
    article = make_article(en="News")
    arabic, english = send(article, days=2), send(article, "en", name="Dr <b>Nabil</b>", days=2)
    assert get(arabic).words_of("aside", klass="draft-bar") == [
        "مسودة مسودة من الملتقى المقدسي موجّهة إلى د. نبيل . قد يتغيّر نصها، ونرجو ألا تُرسَل إلى أحد آخر."
        " يعمل هذا الرابط حتى 25 ديسمبر 2024، 12:00."
    ]
    sender.first_name, sender.last_name = "Huda", "Salem"
    sender.save()
    page = get(english)
    assert page.words_of("aside", klass="draft-bar") == [
        "Draft A draft of Maqdisi Forum for Dr <b>Nabil</b> , sent by Huda Salem . It may still change; please do not"
        " pass it on. This address works until 25 December 2024, 12:00."
    ]
    assert "<b>Nabil" not in page.html
    # The user name is half of what one signs in with.
    assert ("chief" in page.html, "chief" in get(arabic).html) == (False, False)


def test_it_offers_no_way_to_a_page_that_is_not_there():
    page = get(send(make_article()))
    assert page.all("a", klass="language-switch") == []
    assert page.all("base") == []


@pytest.mark.parametrize("kind", list(MAKERS))
def test_other_drafts_stay_private(kind):
    """A draft that every hidden document is tied to shows none of them, and not its own other language."""
    topic = factories.make_topic()
    event = make_event(live=True, topics=[topic])
    own = {"ar": "المسودة المرسلة", "en": SECRET["en"]}
    facts = {"topics": [topic]} | ({"event": event} if kind not in ("event", "page") else {})
    document = MAKERS[kind](**own, **facts)
    at = document if kind == "event" else event
    for other in ("session", "decision", "recommendation", "article"):
        make_hidden(MAKERS[other], event=at, topics=[topic])
    make_hidden(factories.make_page, topics=[topic], is_in_menu=True)
    if kind in ("decision", "recommendation"):
        document.articles.add(*type(make_article()).objects.filter(event=at))
    html = get(send(document)).html
    assert "المسودة المرسلة" in html
    for secret in SECRET.values():
        assert secret not in html


# ---- Who keeps it


def test_nobody_keeps_it_lists_it_or_passes_its_address_on():
    path, asking = send(make_article()), send(make_article(), is_answer_asked=True)
    for address, policy in ((path, "no-referrer"), (asking, "same-origin")):
        answer = Client().get(address)
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["X-Robots-Tag"] == "noindex"
        assert answer.headers["Referrer-Policy"] == policy
        assert "ETag" not in answer.headers
        assert (answer.headers["X-Frame-Options"], answer.headers["Content-Language"]) == ("DENY", "ar")
        assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
        page = Page(answer.content.decode())
        assert not page.is_indexed
        assert page.canonical == []
    # Reading leaves nothing with the reader either.
    assert dict(Client().get(path).cookies) == {}


def test_robots_are_sent_away():
    assert "Disallow: /shared/\n" in Client().get("/robots.txt").content.decode()


# ---- Links that do not work


def dead_links():
    article = make_article(ar="سر المسودة", en=False)
    link, token = share(article, "ar", chief(), "د. نبيل", 7, True)
    yield "forged", f"{token}x"
    yield "of another", f"{link.pk + 1}.{token.partition('.')[2]}"
    yield "nonsense", "لا-شيء"
    ShareLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    yield "expired", token
    ShareLink.objects.update(expires_at=timezone.now() + timedelta(days=1))
    revoke(link, chief())
    yield "revoked", token
    ShareLink.objects.update(revoked_at=None)
    Document.objects.update(binned_at=timezone.now())
    yield "binned", token
    Document.objects.update(binned_at=None)
    assert get(f"/shared/{token}/").words_of("h1") == ["سر المسودة"]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_all_that_do_not_work_are_one_page(language):
    pages = {}
    for why, token in dead_links():
        answer = Client().get(f"/shared/{token}/", headers={"Accept-Language": language})
        assert answer.status_code == 404, why
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["X-Robots-Tag"] == "noindex"
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        pages[why] = answer.content.decode()
        assert answer_of(f"/shared/{token}/").status_code == 404
    assert len(pages) == 6
    assert len(set(pages.values())) == 1
    page = Page(pages["expired"])
    assert page.language == (language, "rtl" if language == "ar" else "ltr")
    arabic, english = "هذا الرابط لا يعمل", "This link does not work"
    first, second = (arabic, english) if language == "ar" else (english, arabic)
    assert (page.words_of("h1"), page.words_of("h2")[0]) == ([first], second)
    assert not page.is_indexed
    assert ("سر المسودة" in page.html, "نبيل" in page.html, notes()) == (False, False, [])


@pytest.mark.parametrize("path", ["/shared/", "/shared/a/b/", "/shared/%00/", f"/shared/{'9' * 3000}/"])
def test_odd_addresses_are_answered(path):
    assert Client().get(path).status_code in (400, 404)


# ---- The answer


def test_a_link_that_asks_for_nothing_takes_nothing():
    path = send(make_article())
    assert get(path).all("section", id="answer") == []
    answer = answer_of(path)
    assert (answer.status_code, notes()) == (405, [])


@pytest.mark.parametrize(
    ("language", "title", "thanks"),
    [("ar", "ردّكم على هذه المسودة", "شكرًا لكم"), ("en", "Your answer to this draft", "Thank you")],
)
def test_an_answer_is_a_note(language, title, thanks):
    path = send(make_article(), language, is_answer_asked=True)
    page = get(path)
    assert title in page.words_of("h2")
    answer = answer_of(path, verdict="changes", name="Dr Nabil", text="The title, please.\r\nAnd the date.")
    assert (answer.status_code, answer.url) == (302, f"{path}?answered=1")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert notes() == [("Dr Nabil", "changes", "The title, please.\nAnd the date.", language)]
    note = Note.objects.get()
    assert (note.share_link, note.written_by) == (ShareLink.objects.get(), None)
    page = get(answer.url)
    assert (page.language[0], page.words_of("h1"), page.is_indexed) == (language, [thanks], False)
    assert path in page.links


def test_approval_needs_no_words():
    path = send(make_article(), is_answer_asked=True)
    assert answer_of(path).status_code == 302
    assert notes() == [("د. نبيل", "approved", "", "ar")]


WRONG = {
    "no answer chosen": ({"verdict": ""}, "Choose one of the answers."),
    "another answer": ({"verdict": "published"}, "Select a valid choice. published is not one of the available choices."),
    "no name": ({"name": ""}, "Say who you are, please."),
    "a name of marks": ({"name": "\u200f\u200e"}, "Say who you are, please."),
    "a name of controls": ({"name": "\x00\u202e"}, "Say who you are, please."),
    "a long name": ({"name": "ن" * 121}, "Ensure this value has at most 120 characters (it has 121)."),
    "changes without words": ({"verdict": "changes"}, "Say what should change."),
    "changes of marks": ({"verdict": "changes", "text": "\u200f \x00"}, "Say what should change."),
    "ten thousand letters": (
        {"text": "ن" * 10_000},
        "Ensure this value has at most 2000 characters (it has 10000).",
    ),
}  # fmt: skip


@pytest.mark.parametrize("wrong", WRONG)
def test_what_was_typed_stays_with_what_is_wrong(wrong):
    typed, message = WRONG[wrong]
    typed = {"verdict": "approved", "name": "Dr Nabil", "text": "My words."} | {"text": ""} | typed
    if "text" not in WRONG[wrong][0] and typed["verdict"] != "changes":
        typed["text"] = "My words."
    path = send(make_article(en="The draft"), "en", is_answer_asked=True)
    answer = answer_of(path, **typed)
    assert (answer.status_code, notes()) == (200, [])
    page = Page(answer.content.decode())
    assert page.words_of("h1") == ["The draft"]
    assert [words for words in page.words_of("ul", klass="errorlist") if words] == [message]
    assert page.words_of("p", klass="answer__errors") == [
        "Your answer was not sent yet; please look at what is marked below."
    ]
    form = answer.wsgi_request.preview["form"]
    assert {name: form[name].value() for name in typed} == typed
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_tricks_in_a_name_and_a_text_are_words():
    path = send(make_article(), is_answer_asked=True)
    name, text = "<script>x</script>\u202e\x00 د. نبيل", "<img src=x onerror=y>\x00\u202eهكذا"
    assert answer_of(path, name=name, text=text).status_code == 302
    assert notes() == [("<script>x</script> د. نبيل", "approved", "<img src=x onerror=y>هكذا", "ar")]
    page = get(path)
    assert "onerror" not in page.html


def test_the_answer_is_written_from_this_page_alone():
    """Another site cannot answer in a reader's name: the form carries a token that goes with a cookie."""
    path, browser = send(make_article(), is_answer_asked=True), Client(enforce_csrf_checks=True)
    assert (answer_of(path, browser).status_code, notes()) == (403, [])
    page = Page(browser.get(path).content.decode())
    ((token, _words),) = page.all("input", name="csrfmiddlewaretoken")
    assert set(browser.cookies) == {"csrftoken"}
    assert answer_of(path, browser, csrfmiddlewaretoken=token["value"]).status_code == 302
    assert len(notes()) == 1


def test_a_link_that_has_had_enough_answers_says_so(monkeypatch):
    monkeypatch.setattr("publishing.notes.MOST_ANSWERS", 1)
    path = send(make_article(), "en", is_answer_asked=True)
    assert answer_of(path).status_code == 302
    answer = answer_of(path)
    page = Page(answer.content.decode())
    assert page.words_of("ul", klass="errorlist") == ["This link has had as many answers as it takes."]
    assert len(notes()) == 1


@pytest.mark.parametrize("number", [1, 3])
def test_queries_do_not_grow_with_the_links(django_assert_num_queries, number):
    article = make_article()
    for _each in range(number):
        path = send(article, is_answer_asked=True)
        answer_of(path)
        write(article, "ar", title=f"عنوان {number} {_each}")
    with django_assert_num_queries(9):
        assert Client().get(path).status_code == 200
