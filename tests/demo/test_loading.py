"""Loading the demo: whole, once, and nowhere but in an empty database of a demo."""

import stat

import pytest
from django.core.management import CommandError, call_command
from django.utils import translation

from accounts.models import User
from articles.models import Article
from demo import loader
from demo.models import Loading
from events.models import Event, Participation, Session
from media_library.models import Attachment, Image
from people.models import Organisation, Person
from publishing import workflow
from publishing.models import Act, Document, PublicText, Revision, Topic
from publishing.states import State, state_of
from resolutions.models import Course, Milestone, Resolution, StatusUpdate
from tests.factories import make_article

ROWS = (Act, Attachment, Course, Document, Image, Milestone, Organisation, Participation, Person, Revision, StatusUpdate, Topic,
        User)  # fmt: skip


def load(capsys):
    call_command("load_demo")
    return capsys.readouterr().out


def load_in_english(capsys):
    with translation.override("en"):
        return load(capsys)


def counts():
    return {model.__name__: model.objects.count() for model in ROWS}


def states(forum, *keys):
    documents = {key: Document.objects.get(pk=forum.documents[key].pk) for key in keys}
    return {
        key: tuple(state_of(row, code).state.value for code in ("ar", "en")) for key, row in documents.items()
    }


def stages(forum, key, language):
    return forum.documents[key].translations.get(language_code=language).stage


# ---- What is there


def the_domain_is_all_there(forum):
    event = Event.objects.get(code="MQF-2024")
    assert (str(event.starts_on), str(event.ends_on), event.is_current) == ("2024-12-21", "2024-12-22", True)
    assert event.closing_statement_id == forum.documents["closing-statement"].pk
    assert Session.objects.filter(event=event).count() == 10
    assert set(Session.objects.values_list("session_kind", flat=True)) == set(Session.SessionKind.values)
    assert not Event.objects.get(code="MQC").is_announced
    assert set(Resolution.objects.values_list("reference", "status")) == {
        ("MQF-2024-D1", "in_progress"), ("MQF-2024-D2", "in_progress"), ("MQF-2024-D3", "implemented"),
        ("MQF-2024-R1", "adopted"), ("MQF-2024-R2", "adopted"), ("MQF-2024-R3", "implemented"),
        ("MQF-2024-R4", "in_progress"), ("MQF-2024-R5", "stalled"),
    }  # fmt: skip
    assert all(row.status_updates.exists() for row in Resolution.objects.all())
    assert set(Article.objects.values_list("article_kind", flat=True)) == set(Article.ArticleKind.values)


def sessions_keep_to_the_rules_of_the_programme(forum):
    for session in Session.objects.all():
        session.full_clean(exclude=["picture"])


def every_state_of_a_text_can_be_seen(forum):
    assert states(
        forum, "press-report", "youth-and-women", "note-for-the-press", "experiences", "first-meeting",
        "conference-subjects", "workshops-summary", "next-report", "press-accreditation", "wrong-hall",
        "glossary-draft", "book-review", "returned-article",
    ) == {
        "press-report": ("live", "live"),
        "youth-and-women": ("live", "missing"),
        "note-for-the-press": ("missing", "live"),
        "experiences": ("live", "live"),
        "first-meeting": ("changed", "live"),
        "conference-subjects": ("live", "live"),
        "workshops-summary": ("live", "draft"),
        "next-report": ("scheduled", "scheduled"),
        "press-accreditation": ("ended", "ended"),
        "wrong-hall": ("ended", "ended"),
        "glossary-draft": ("draft", "missing"),
        "book-review": ("draft", "missing"),
        "returned-article": ("draft", "missing"),
    }  # fmt: skip
    shown = {state for document in Document.objects.all() for code in ("ar", "en")
             for state in [state_of(document, code).state]}  # fmt: skip
    assert shown == set(State)
    assert stages(forum, "book-review", "ar") == "in_review"
    assert stages(forum, "workshops-summary", "en") == "in_review"
    assert stages(forum, "returned-article", "ar") == "changes_requested"
    assert (
        Revision.objects.scheduled().filter(document_id=forum.documents["conference-subjects"].pk).count()
        == 1
    )


def two_translations_are_older_than_their_source(forum):
    older = set()
    for text in PublicText.objects.in_language("en").exclude(source_revision=None):
        source = PublicText.objects.in_language("ar").get(document_id=text.document_id)
        if source.number > text.source_revision.number:
            older.add(text.document_id)
    assert older == {forum.documents[key].pk for key in ("experiences", "course-list")}


def a_renamed_text_was_public_under_both_addresses(forum):
    own = Revision.objects.ever_public().filter(document_id=forum.documents["programme"].pk)
    assert list(own.in_language("ar").values_list("slug", flat=True)) == [
        "برنامج-الملتقى",
        "عشر-جلسات-في-يومين",
    ]
    assert list(own.in_language("en").values_list("slug", flat=True)) == [
        "forum-programme",
        "ten-sessions-in-two-days",
    ]


def no_text_kept_a_link_that_was_not_resolved(forum):
    assert not Revision.objects.filter(body__contains="doc:").exists()


def both_languages_are_public_throughout(forum):
    public = {code: PublicText.objects.in_language(code) for code in ("ar", "en")}
    assert public["ar"].of_kind("article").count() >= 22
    assert public["en"].of_kind("article").count() >= 20
    for kind in ("event", "session", "decision", "recommendation", "page"):
        assert public["ar"].of_kind(kind).count() == public["en"].of_kind(kind).count() > 0


def the_accounts_have_their_roles(forum):
    assert {user.username: [group.name for group in user.groups.all()] for user in User.objects.all()} == {
        "author": ["author"], "translator": ["translator"], "editor": ["editor"], "publisher": ["publisher"],
        "admin": ["administrator"],
    }  # fmt: skip
    assert User.objects.get(username="translator").word_languages == ["en"]
    assert [user.username for user in User.objects.filter(is_superuser=True)] == ["admin"]


# Loading takes a second or more, so one loading serves all that only look.
LOOKS = (
    the_domain_is_all_there,
    sessions_keep_to_the_rules_of_the_programme,
    every_state_of_a_text_can_be_seen,
    two_translations_are_older_than_their_source,
    a_renamed_text_was_public_under_both_addresses,
    no_text_kept_a_link_that_was_not_resolved,
    both_languages_are_public_throughout,
    the_accounts_have_their_roles,
)


def test_the_demo_shows_what_it_should(forum, subtests):
    for look in LOOKS:
        with subtests.test(look.__name__):
            look(forum)


# ---- Once


def test_a_second_loading_changes_nothing_and_keeps_what_was_edited(
    forum, var, capsys, django_assert_max_num_queries
):
    load(capsys)
    report = forum.documents["press-report"]
    publisher = forum.users["publisher"]
    workflow.save_working_copy(report, "ar", {"title": "عنوان غيّره المحرر"}, publisher)
    workflow.publish(report, "ar", publisher)
    forum.documents["glossary-draft"].delete()
    before = counts()
    with django_assert_max_num_queries(5):
        assert "loaded already" in load_in_english(capsys)
    assert PublicText.objects.in_language("ar").get(document_id=report.pk).title == "عنوان غيّره المحرر"
    assert counts() == before


def test_a_loading_that_breaks_off_leaves_nothing(db, quick_pictures, monkeypatch):
    def breaks(forum):
        raise OSError("no space left")

    monkeypatch.setattr(loader, "make_outcomes", breaks)
    with pytest.raises(OSError, match="no space left"):
        loader.load(lambda what: None)
    assert not any(counts().values()) and not Loading.objects.exists()


# ---- Accounts


def test_a_random_password_is_printed_again(db, quick_pictures, var, capsys):
    printed = load_in_english(capsys)
    kept = (var / "demo_password").read_text().strip()
    assert f"Password of them all: {kept}" in printed and len(kept) >= 12
    assert stat.S_IMODE((var / "demo_password").stat().st_mode) == 0o600
    assert f"Password of them all: {kept}" in load_in_english(capsys)
    assert all(user.check_password(kept) for user in User.objects.all())


def test_a_password_that_was_asked_for(db, quick_pictures, var, monkeypatch, capsys):
    monkeypatch.setenv("DEMO_PASSWORD", "quiet-harbour-9")
    assert "Password of them all: quiet-harbour-9" in load_in_english(capsys)
    assert not (var / "demo_password").exists()
    monkeypatch.delenv("DEMO_PASSWORD")
    assert "the one of the first loading" in load_in_english(capsys)
    assert all(user.check_password("quiet-harbour-9") for user in User.objects.all())
    monkeypatch.setenv("DEMO_PASSWORD", "another-harbour-9")
    load(capsys)
    assert all(user.check_password("another-harbour-9") for user in User.objects.all())


def test_the_addresses_and_accounts_are_printed(forum, var, capsys):
    printed = load_in_english(capsys)
    for line in ("http://testserver/ar/", "http://testserver/en/", "http://testserver/admin/"):
        assert line in printed
    assert all(f"  {name} " in printed for name in ("author", "translator", "editor", "publisher", "admin"))


# ---- Refusals


def test_production_is_refused(db, settings, in_english):
    settings.MULTAQA_MODE = "production"
    with pytest.raises(CommandError, match="This is a production site"):
        call_command("load_demo")
    assert not User.objects.exists()


def test_production_is_refused_in_arabic_on_an_arabic_terminal(db, settings, monkeypatch):
    monkeypatch.setenv("LC_ALL", "ar_JO.UTF-8")
    settings.MULTAQA_MODE = "production"
    with pytest.raises(CommandError) as refused:
        call_command("load_demo")
    assert any("\u0621" <= letter <= "\u064a" for letter in str(refused.value))


def test_a_database_with_other_texts_is_refused(db, in_english):
    article = make_article()
    with pytest.raises(CommandError, match="texts or accounts that the demo did not make"):
        call_command("load_demo")
    assert list(Document.objects.values_list("pk", flat=True)) == [article.pk]


def test_a_database_with_other_accounts_is_refused(author, in_english):
    with pytest.raises(CommandError, match="texts or accounts that the demo did not make"):
        call_command("load_demo")
    assert list(User.objects.all()) == [author]
