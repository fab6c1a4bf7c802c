"""Who may do what at the desk: every role at every page of the admin, by GET and by POST, as tables to be read."""

import pytest
from django.contrib.admin.sites import site
from django.contrib.auth.models import Group
from django.db import transaction
from django.urls import reverse

from accounts.models import User
from articles.models import Article
from publishing.models import Document, PublicText, Release, SiteSettings
from publishing.states import state_of
from resolutions.models import Resolution
from tests import factories
from tests.desk.forms import add_address, at_clock, buttons_of, form_address, list_address, press, typed_in
from tests.factories import chief, make_article, make_session
from tests.personas import PASSWORD, make_user, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

#: What each role may do with a thing that somebody else made: view, add, change, delete. Documents are looked at in the
#: English tab, with Arabic as their source: the tab in which a translator works.
ROLES = ("author", "translator", "editor", "publisher", "administrator")
TABLE = {
    #                             author  transl.  editor  publ.   admin.
    "events_event":              ("v",    "vc",    "vacd", "vacd", "vacd"),
    "events_session":            ("v",    "vc",    "vacd", "vacd", "vacd"),
    "resolutions_decision":      ("v",    "vc",    "vacd", "vacd", "vacd"),
    "resolutions_recommendation": ("v",   "vc",    "vacd", "vacd", "vacd"),
    "articles_article":          ("va",   "vc",    "vacd", "vacd", "vacd"),
    "articles_page":             ("v",    "vc",    "vacd", "vacd", "vacd"),
    "publishing_document":       ("v",    "v",     "v",    "v",    "v"),
    "resolutions_resolution":    ("v",    "v",     "v",    "v",    "v"),
    "publishing_release":        ("v",    "v",     "vacd", "vacd", "vacd"),
    "publishing_topic":          ("v",    "v",     "vacd", "vacd", "vacd"),
    "people_person":             ("v",    "v",     "vacd", "vacd", "vacd"),
    "people_organisation":       ("v",    "v",     "vacd", "vacd", "vacd"),
    "events_venue":              ("v",    "v",     "vacd", "vacd", "vacd"),
    "events_room":               ("v",    "v",     "vacd", "vacd", "vacd"),
    "media_library_image":       ("va",   "v",     "vacd", "vacd", "vacd"),
    "media_library_attachment":  ("va",   "v",     "vacd", "vacd", "vacd"),
    "publishing_sitesettings":   ("",     "",      "",     "vc",   "vc"),
    "accounts_user":             ("",     "",      "",     "",     "vacd"),
}  # fmt: skip

MAKE = {
    "events_event": factories.make_event, "events_session": make_session,
    "resolutions_decision": factories.make_decision, "resolutions_recommendation": factories.make_recommendation,
    "articles_article": make_article, "articles_page": factories.make_page,
    "publishing_release": lambda: Release.objects.create(name="إصدار", created_by=chief()),
    "publishing_topic": factories.make_topic, "people_person": factories.make_person,
    "people_organisation": factories.make_organisation, "events_venue": factories.make_venue,
    "events_room": factories.make_room, "media_library_image": factories.make_image,
    "media_library_attachment": factories.make_attachment,
    "publishing_document": lambda: Document.objects.get(pk=make_article().pk),
    "resolutions_resolution": lambda: Resolution.objects.get(pk=factories.make_decision().pk),
    "publishing_sitesettings": SiteSettings.objects.create,
    "accounts_user": lambda: make_user("author", "somebody"),
}  # fmt: skip


def desk_of(role):
    return signed_in(make_user(role, word_languages=["en"] if role == "translator" else []))


def test_the_table_holds_every_page_of_the_desk():
    assert set(TABLE) == {f"{model._meta.app_label}_{model._meta.model_name}" for model in site._registry}
    assert set(ROLES) == set(Group.objects.values_list("name", flat=True))


@pytest.mark.parametrize("model", list(TABLE))
def test_who_may_open_which_page(model):
    thing = MAKE[model]()
    pages = {
        list_address(model): "v", add_address(model, "en"): "a", form_address(thing, "en"): "v",
        form_address(thing, "en", "delete"): "d", form_address(thing, "en", "history"): "v",
    }  # fmt: skip
    for role, may in zip(ROLES, TABLE[model], strict=True):
        desk = desk_of(role)
        found = {address: desk.get(address).status_code for address in pages}
        assert found == {address: 200 if needed in may else 403 for address, needed in pages.items()}, role


@pytest.mark.parametrize("model", list(TABLE))
def test_who_may_post_what(model):
    thing = MAKE[model]()
    typed_by_chief = typed_in(signed_in(chief()).get(form_address(thing, "en")))
    count = type(thing)._default_manager.count
    for role, may in zip(ROLES, TABLE[model], strict=True):
        place = transaction.savepoint()
        desk = desk_of(role)
        before = count()
        assert desk.post(add_address(model, "en"), {}).status_code == (200 if "a" in may else 403), role
        assert count() == before

        sent = typed_in(desk.get(form_address(thing, "en"))) if "c" in may else typed_by_chief
        answer = desk.post(form_address(thing, "en"), sent | {"_save": "1"})
        said = answer.context and answer.context.get("errors")
        assert answer.status_code == (302 if "c" in may else 403), (role, said)

        answer = desk.post(form_address(thing, "en", "delete"), {"post": "yes"})
        assert answer.status_code == (302 if "d" in may else 403), role
        assert is_there(thing) == ("d" not in may)
        transaction.savepoint_rollback(place)


def is_there(thing):
    """Whether it is in the database and, if it is a document, not in the bin."""
    found = type(thing)._default_manager.filter(pk=thing.pk).first()
    return found is not None and getattr(found, "binned_at", None) is None


@pytest.mark.parametrize("model", list(TABLE))
def test_strangers_and_outsiders_get_nowhere(reader, model):
    thing = MAKE[model]()
    outsider = User.objects.create_user("outsider", "outsider@example.org", PASSWORD)
    for browser, status in ((reader, 302), (signed_in(outsider), 302)):
        for address in (
            list_address(model),
            add_address(model),
            form_address(thing),
            form_address(thing, act="delete"),
        ):
            for answer in (browser.get(address), browser.post(address, {"post": "yes", "_save": "1"})):
                assert answer.status_code == status
                assert answer.url.startswith(reverse("admin:login"))
    assert is_there(thing)


# ---- Acts on words

#: Which acts a role can carry out on the words of an article that somebody else made, by language; the source is Arabic.
ACTS = ("save", "submit", "request_changes", "publish", "schedule", "withdraw", "cancel_schedule")
EVERYTHING = set(ACTS)
MAY_ACT = {
    ("author", "ar"): set(),
    ("author", "en"): set(),
    ("translator", "ar"): set(),
    ("translator", "en"): {"save", "submit"},
    ("editor", "ar"): {"save", "submit", "request_changes"},
    ("editor", "en"): {"save", "submit", "request_changes"},
    ("publisher", "ar"): EVERYTHING,
    ("publisher", "en"): EVERYTHING,
    ("administrator", "ar"): EVERYTHING,
    ("administrator", "en"): EVERYTHING,
}


def set_the_scene(act, language):
    """An article by somebody else in which ``act`` is the next step, and what the step would look like when done."""
    article = make_article()
    if act == "request_changes":
        factories.workflow.submit(article, language, chief())
    if act == "withdraw":
        factories.go_live(article, language)
    if act == "cancel_schedule":
        factories.scheduled(article, language)
    return article


def looks_like(article, language):
    """All that an act could have changed: the state, the stage, the title."""
    article = Document.objects.get(pk=article.pk)
    found, copy = state_of(article, language), article.working_copy(language)
    return found.state, found.stage, bool(found.pending), copy.title


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_who_may_do_what_to_words(language, act):
    article = set_the_scene(act, language)
    button = {"save": "_continue", "submit": "_submit_for_review"}.get(act, f"_{act}")
    before = looks_like(article, language)
    sent = typed_in(signed_in(chief()).get(form_address(article, language)))
    sent |= {button: "1", "note": "A reason."}
    if act == "save":
        sent["title"] = "عنوان آخر"
    if act == "schedule":
        sent |= at_clock("live_from", factories.timezone.localtime() + factories.timedelta(days=1))
    could = set()
    for role in ROLES:
        place = transaction.savepoint()
        desk_of(role).post(form_address(article, language), sent)
        if looks_like(article, language) != before:
            could.add(role)
        transaction.savepoint_rollback(place)
    assert could == {role for role in ROLES if act in MAY_ACT[role, language]}


#: The buttons under the form of a live article with a newer draft in review, English tab.
BUTTONS = {
    "author": set(),
    "translator": {"_continue", "_save", "_submit_for_review"},
    "editor": {"_continue", "_save", "_submit_for_review", "_request_changes"},
    "publisher": {"_continue", "_save", "_publish", "_schedule", "_withdraw", "_request_changes"},
    "administrator": {"_continue", "_save", "_publish", "_schedule", "_withdraw", "_request_changes"},
}


@pytest.mark.parametrize("role", ROLES)
def test_the_buttons_are_those_of_the_role(role):
    article = make_article(live=True)
    factories.write(article, "en", title="Later")
    factories.workflow.submit(article, "en", chief())
    assert buttons_of(desk_of(role).get(form_address(article, "en"))) == BUTTONS[role]


# ---- Authors


def test_an_author_writes_changes_and_deletes_articles_of_their_own(author):
    desk = signed_in(author)
    press(desk, add_address("articles_article"), "_continue", title="خبري", body="<p>متن</p>")
    article = Article.objects.get()
    assert article.created_by == author
    press(desk, form_address(article), "_continue", title="خبري الآخر", article_kind="letter")
    press(desk, form_address(article, "en"), "_submit_for_review", title="My news", body="<p>Body</p>")
    article = Article.objects.get()
    assert (article.article_kind, article.working_copy("ar").title) == ("letter", "خبري الآخر")
    assert article.working_copy("en").stage == "in_review"
    assert desk.post(form_address(article, act="delete"), {"post": "yes"}).status_code == 302
    assert not is_there(article)


def test_an_author_publishes_nothing_not_even_their_own(author):
    desk = signed_in(author)
    article = make_article(by=author, en=False)
    press(desk, form_address(article), "_publish")
    press(desk, add_address("articles_article"), "_publish", title="خبر", body="<p>متن</p>")
    soon = at_clock("live_from", factories.timezone.localtime() + factories.timedelta(seconds=60))
    press(desk, form_address(article), "_schedule", **soon)
    assert PublicText.objects.count() == 0
    assert {state_of(document, "ar").state for document in Document.objects.all()} == {"draft"}


def test_an_author_withdraws_nothing_not_even_their_own(author):
    article = make_article(by=author, live=True)
    press(signed_in(author), form_address(article), "_withdraw")
    assert PublicText.objects.filter(document_id=article.pk).count() == 2


# ---- Translators


def test_a_translator_reads_the_source_in_its_own_language_and_direction(translator):
    article = make_article(
        ar={"title": "خبر الأصل", "summary": "سطر\nآخر", "body": "<h2>عنوان</h2><p>متن</p>"}
    )
    for interface in ("ar", "en"):
        User.objects.filter(pk=translator.pk).update(interface_language=interface)
        html = signed_in(translator).get(form_address(article)).content.decode()
        assert '<div class="words-read" lang="ar" dir="rtl"><p>خبر الأصل</p></div>' in html
        assert '<div class="words-read" lang="ar" dir="rtl"><p>سطر<br>آخر</p></div>' in html
        assert '<div class="words-read" lang="ar" dir="rtl"><h2>عنوان</h2><p>متن</p></div>' in html
        assert 'name="title"' not in html


def test_a_translator_changes_no_fact(translator):
    topic = factories.make_topic()
    article = make_article(article_kind="news")
    sent = typed_in(signed_in(chief()).get(form_address(article, "en")))
    sent |= {
        "article_kind": "letter",
        "topics": [str(topic.pk)],
        "source_language": "en",
        "title": "Translated",
    }
    signed_in(translator).post(form_address(article, "en"), sent | {"_continue": "1"})
    article = Article.objects.get()
    assert (article.article_kind, list(article.topics.all()), article.source_language) == ("news", [], "ar")
    assert article.working_copy("en").title == "Translated"


def test_a_translator_changes_no_row_of_a_document(translator):
    session, person = make_session(), factories.make_person()
    sent = typed_in(signed_in(chief()).get(form_address(session, "en")))
    sent |= {"participations-TOTAL_FORMS": "1", "participations-0-person": str(person.pk),
             "participations-0-role": "chair", "participations-0-order": "0"}  # fmt: skip
    assert (
        signed_in(translator).post(form_address(session, "en"), sent | {"_continue": "1"}).status_code == 302
    )
    assert session.participations.count() == 0


def test_a_translator_works_in_assigned_languages_only(db):
    nobody = make_user("translator", "without", word_languages=[])
    arabic = make_user("translator", "arabic", word_languages=["ar"])
    of_arabic, of_english = make_article(), make_article(source_language="en")
    for person, document, language, status in (
        (nobody, of_arabic, "en", 403),
        (nobody, of_english, "ar", 403),
        (arabic, of_arabic, "ar", 403),
        (arabic, of_arabic, "en", 403),
        (arabic, of_english, "ar", 302),
        (arabic, of_english, "en", 403),
    ):
        sent = typed_in(signed_in(chief()).get(form_address(document, language)))
        answer = signed_in(person).post(form_address(document, language), sent | {"_continue": "1"})
        assert answer.status_code == status, (person, document, language)


def test_a_translator_begins_a_translation_that_is_missing(translator):
    article = make_article(en=False)
    press(
        signed_in(translator),
        form_address(article, "en"),
        "_continue",
        title="Translated",
        body="<p>Body</p>",
    )
    assert Document.objects.get(pk=article.pk).working_copy("en").title == "Translated"


# ---- Pages that are not those of one model


@pytest.mark.parametrize(("role", "may"), [("author", False), ("translator", False), ("editor", True),
                                            ("publisher", True), ("administrator", True)])  # fmt: skip
def test_who_records_what_became_of_a_decision(role, may):
    decision, desk = factories.make_decision(), desk_of(role)
    address = reverse("admin:resolutions_decision_status", args=[decision.pk])
    assert desk.get(address).status_code == (200 if may else 403)
    sent = {"to_status": "in_progress", "noted_on": "2025-01-02", "note_ar": "بدأ العمل"}
    assert desk.post(address, sent).status_code == (302 if may else 403)
    decision.refresh_from_db()
    assert decision.status == ("in_progress" if may else "adopted")
    assert (address in desk.get(form_address(decision, "en")).content.decode()) == may


#: What stands in each role's menu.
EVERYBODY = {"articles_article", "articles_page", "resolutions_decision", "resolutions_recommendation", "events_event",
             "events_session", "events_venue", "events_room", "people_person", "people_organisation",
             "media_library_image", "media_library_attachment", "publishing_topic", "publishing_release"}  # fmt: skip


@pytest.mark.parametrize("role", ROLES)
def test_the_menu_of_each_role(role):
    apps = desk_of(role).get("/admin/").context["app_list"]
    menu = {f"{app['app_label']}_{model['object_name'].lower()}" for app in apps for model in app["models"]}
    more = {
        "publisher": {"publishing_sitesettings"},
        "administrator": {"publishing_sitesettings", "accounts_user"},
    }
    assert menu == EVERYBODY | more.get(role, set())


@pytest.mark.parametrize("role", ROLES)
def test_everybody_of_the_desk_previews_and_looks_up(role):
    article, desk = make_article(), desk_of(role)
    assert desk.get(f"/admin/preview/{article.pk}/ar/").status_code == 200
    asked = {"app_label": "articles", "model_name": "article", "field_name": "topics", "term": ""}
    assert desk.get(reverse("admin:autocomplete"), asked).status_code == 200
