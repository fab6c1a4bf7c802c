"""Who may do what to which words. The tables say it; docs/editing.md tells editors the same."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group

from forum_site.roles import ROLES
from publishing import releases, workflow
from publishing.models import Document, Kind
from publishing.permissions import (
    Task,
    is_own_text,
    may,
    may_assign,
    may_change_facts,
    may_open,
    may_see_working_copies,
    may_with_kind,
    needs_four_eyes,
)
from publishing.workflow import WorkflowError
from tests.factories import MAKERS, chief, go_live, scheduled, words_for, write
from tests.personas import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

# W write, S submit, R review, P publish; - none. "own" is a document that this person made. The rows hold for every kind,
# but for authors, who have articles only. Where an account names languages (arabic, english_*), there is no other.
#                    original Arabic            original English
#                    own        another's       own        another's
#                    ar   en    ar   en         ar   en    ar   en
WORDS_TABLE = """
    reader           -    -     -    -          -    -     -    -
    author           WS   WS    -    -          WS   WS    -    -
    english_author   -    WS    -    -          -    WS    -    -
    translator       -    WS    -    WS         -    -     -    -
    arabic           -    -     -    -          WS   -     WS   -
    both             -    WS    -    WS         WS   -     WS   -
    unassigned       -    -     -    -          -    -     -    -
    editor           WSR  WSR   WSR  WSR        WSR  WSR   WSR  WSR
    english_editor   -    WSR   -    WSR        -    WSR   -    WSR
    publisher        WSRP WSRP  WSRP WSRP       WSRP WSRP  WSRP WSRP
    english_publisher -   WSRP  -    WSRP       -    WSRP  -    WSRP
    administrator    WSRP WSRP  WSRP WSRP       WSRP WSRP  WSRP WSRP
    english_administrator - WSRP -   WSRP       -    WSRP  -    WSRP
    gone             -    -     -    -          -    -     -    -
    ungrouped        -    -     -    -          -    -     -    -
"""
COLUMNS = [
    (source, own, language) for source in ("ar", "en") for own in (True, False) for language in ("ar", "en")
]
LETTERS = {Task.WRITE: "W", Task.SUBMIT: "S", Task.REVIEW: "R", Task.PUBLISH: "P"}

#: Those who have some kinds only; everybody else has all.
KINDS = {"author": {Kind.ARTICLE}, "english_author": {Kind.ARTICLE}}

#                    own   another's   a new one
FACTS_TABLE = """
    reader           no    no          no
    author           yes   no          yes
    translator       no    no          no
    editor           yes   yes         yes
    publisher        yes   yes         yes
    administrator    yes   yes         yes
    ungrouped        no    no          no
"""


def somebody(name):
    if name == "reader":
        return AnonymousUser()
    if name.startswith("english_"):
        return make_user(name.removeprefix("english_"), name, word_languages=["en"])
    special = {
        "unassigned": lambda: make_user("translator", "unassigned"),
        "arabic": lambda: make_user("translator", "arabic", word_languages=["ar"]),
        "both": lambda: make_user("translator", "both", word_languages=["ar", "en"]),
        "translator": lambda: make_user("translator", word_languages=["en"]),
        "gone": lambda: make_user("publisher", "gone", is_active=False),
        "ungrouped": ungrouped,
    }
    return special.get(name, lambda: make_user(name))()


def ungrouped():
    user = make_user("editor", "ungrouped")
    user.groups.clear()
    return user


def table(text):
    """Rows of (name, cells)."""
    return [(line.split()[0], line.split()[1:]) for line in text.strip().splitlines()]


def document_of(kind, maker, source_language):
    facts = {"ar": None, "en": None, "source_language": source_language}
    document = MAKERS[kind](**facts)
    document.created_by = maker if getattr(maker, "pk", None) else None
    document.save()
    return document


@pytest.mark.parametrize("kind", Kind.values)
@pytest.mark.parametrize(("name", "cells"), table(WORDS_TABLE))
def test_words(name, cells, kind):
    user, other = somebody(name), chief()
    documents = {
        (source, own): document_of(kind, user if own else other, source)
        for source in ("ar", "en")
        for own in (True, False)
    }
    found = [
        "".join(
            letter for task, letter in LETTERS.items() if may(user, task, documents[source, own], language)
        )
        or "-"
        for source, own, language in COLUMNS
    ]
    assert found == (cells if kind in KINDS.get(name, Kind) else ["-"] * len(cells))


@pytest.mark.parametrize("kind", Kind.values)
@pytest.mark.parametrize(("name", "cells"), table(FACTS_TABLE))
def test_facts(name, cells, kind):
    """Facts are of no language, so no account's languages limit them; of a new document only the role is asked."""
    user = somebody(name)
    own, others = document_of(kind, user, "ar"), document_of(kind, chief(), "ar")
    if name == "reader":
        own.created_by = None
    found = ["yes" if may_change_facts(user, document) else "no" for document in (own, others, None)]
    assert found == (cells if kind in KINDS.get(name, Kind) else ["no", "no", cells[2]])


# v view, a add, c change, d delete
KINDS_TABLE = """
    reader           -     -
    author           vacd  v
    translator       vc    vc
    editor           vacd  vacd
    english_editor   vacd  vacd
    publisher        vacd  vacd
    administrator    vacd  vacd
    gone             -     -
    ungrouped        -     -
"""


@pytest.mark.parametrize("kind", Kind.values)
@pytest.mark.parametrize(("name", "cells"), table(KINDS_TABLE))
def test_kinds(name, cells, kind):
    """Which documents a person may view, add, change and delete: articles, and all others."""
    user = somebody(name)
    found = "".join(act[0] for act in ("view", "add", "change", "delete") if may_with_kind(user, act, kind))
    assert (found or "-") == cells[kind != Kind.ARTICLE]
    # Of what kind is not known yet.
    assert may_with_kind(user, "change", "")


# a assign, o open what is not public: own, another's (articles); another's page
OTHERS_TABLE = """
    reader           -    -    -
    author           ao   o    o
    translator       o    o    o
    editor           ao   ao   ao
    english_editor   ao   ao   ao
    publisher        ao   ao   ao
    administrator    ao   ao   ao
    gone             -    -    -
    ungrouped        -    -    -
"""


@pytest.mark.parametrize(("name", "cells"), table(OTHERS_TABLE))
def test_who_assigns_and_who_opens(name, cells):
    user = somebody(name)
    documents = [
        document_of(Kind.ARTICLE, user, "ar"), document_of(Kind.ARTICLE, chief(), "ar"),
        document_of(Kind.PAGE, chief(), "ar"),
    ]  # fmt: skip
    acts = {"a": may_assign, "o": may_open}
    found = [
        "".join(letter for letter, asks in acts.items() if asks(user, document)) or "-"
        for document in documents
    ]
    assert found == cells


@pytest.mark.parametrize("role", ROLES)
def test_who_prepares_and_who_releases(role):
    user = make_user(role)
    found = releases.may_prepare(user), releases.may_release(user)
    expected = {"editor": (True, False), "publisher": (True, True), "administrator": (True, True)}
    assert found == expected.get(role, (False, False))
    user.is_active = False
    assert not any(
        asks(nobody) for asks in (releases.may_prepare, releases.may_release) for nobody in (user, None)
    )


# ---- Four eyes


@pytest.mark.parametrize("kind", Kind.values)
def test_four_eyes_by_kind(kind, settings, publisher):
    document = document_of(kind, chief(), "ar")
    own, others = (write(document, "ar", by=by, title=f"بقلم {by}") for by in (publisher, chief()))
    for asked in ([], ["decision"], ["event", "session", "page", "article"], list(Kind.values)):
        settings.FOUR_EYES = asked
        document = Document.objects.get(pk=document.pk)
        assert needs_four_eyes(document) == (kind in asked)
        assert is_own_text(publisher, document, own) == (kind in asked)
        assert not is_own_text(publisher, document, others)
        assert not is_own_text(publisher, document, None)


def test_four_eyes_by_kind_of_article(settings):
    settings.FOUR_EYES = ["statement"]
    for article_kind, asked in (("statement", True), ("news", False)):
        article = MAKERS["article"](article_kind=article_kind)
        assert needs_four_eyes(Document.objects.get(pk=article.pk)) == asked


def test_working_copies_are_for_the_desk(author, translator, editor, publisher, administrator):
    for user in (author, translator, editor, publisher, administrator):
        assert may_see_working_copies(user)
    author.is_staff = False
    editor.is_active = False
    assert not any(map(may_see_working_copies, (author, editor, AnonymousUser(), None)))


def test_a_document_that_nobody_made_is_no_authors(author):
    document = document_of(Kind.ARTICLE, None, "ar")
    assert not may(author, Task.WRITE, document, "ar")


def test_a_language_that_the_site_is_not_written_in_is_nobodys():
    document = document_of(Kind.ARTICLE, chief(), "ar")
    assert [task for task in Task for code in ("fr", "", "ar-PS") if may(chief(), task, document, code)] == []


def test_the_migration_made_every_role_with_its_permissions():
    found = {
        group.name: {
            f"{app}.{code}"
            for app, code in group.permissions.values_list("content_type__app_label", "codename")
        }
        for group in Group.objects.all()
    }
    assert found == {name: set(permissions) for name, permissions in ROLES.items()}


NOT_WRITE = "You may not write this text in this language."
NOT_PUBLISH = "You may not publish, schedule or withdraw texts."
ACTS = {
    "save": (
        NOT_WRITE,
        lambda text, by: workflow.save_working_copy(text, "ar", words_for("article", "ar"), by),
    ),
    "restore": (NOT_WRITE, lambda text, by: workflow.restore(text, "ar", by, text.revisions.first())),
    "submit": ("You may not submit this text.", lambda text, by: workflow.submit(text, "ar", by)),
    "return": ("You may not review texts.", lambda text, by: workflow.request_changes(text, "ar", by, "Why")),
    "publish": (NOT_PUBLISH, lambda text, by: workflow.publish(text, "ar", by)),
    "schedule": (NOT_PUBLISH, lambda text, by: workflow.schedule(text, "ar", by, text.created_at)),
    "cancel": (NOT_PUBLISH, lambda text, by: workflow.cancel_schedule(text, "ar", by)),
    "withdraw": (NOT_PUBLISH, lambda text, by: workflow.withdraw(text, "ar", by)),
}


@pytest.mark.parametrize("name", ["reader", "translator", "gone", "ungrouped"])
@pytest.mark.parametrize("act", ACTS)
def test_every_act_asks_first(act, name, refused):
    """A text that is public, with a newer one scheduled and a draft beyond it: each act would have something to do."""
    document = MAKERS["article"](en=None)
    go_live(document)
    write(document, "ar", title="ثان")
    scheduled(document, "ar")
    write(document, "ar", title="ثالث")
    message, do = ACTS[act]
    with refused(message):
        do(document, somebody(name))


def test_an_author_writes_and_submits_but_does_not_publish(author, refused):
    document = MAKERS["article"](en=None, by=author)
    write(document, "ar", by=author, title="عنوان آخر")
    workflow.submit(document, "ar", author)
    for act in (workflow.publish, workflow.withdraw, workflow.cancel_schedule):
        with refused("You may not publish, schedule or withdraw texts."):
            act(document, "ar", author)
    with refused("You may not review texts."):
        workflow.request_changes(document, "ar", author, "I would rather not")


def test_refusals_speak_the_language_of_the_person(author):
    from django.utils.translation import gettext, override

    document = MAKERS["article"](en=None)
    with override("ar"), pytest.raises(WorkflowError) as caught:
        workflow.publish(document, "ar", author)
    with override("ar"):
        assert str(caught.value) == gettext("You may not publish, schedule or withdraw texts.")
