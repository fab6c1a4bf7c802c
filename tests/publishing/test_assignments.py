"""Who works on a text and by when: who may say so, to whom, what is recorded, and when it is overdue."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from publishing import workflow
from publishing.assignments import assign, is_overdue
from publishing.colleagues import colleagues, who_may_work_on
from publishing.models import Act, Assignment, Document
from publishing.permissions import Task, may, may_open
from publishing.workflow import WorkflowError
from tests.factories import chief, go_live, make_article, make_decision, make_event, scheduled, write
from tests.personas import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

DAY = date(2026, 3, 5)


def assignments():
    return {
        (row.document_id, row.language_code, row.assignee and row.assignee.username, row.due_on)
        for row in Assignment.objects.all()
    }


def assigning_acts():
    acts = Act.objects.filter(name=Act.Name.ASSIGN).order_by("pk")
    return [(act.document_id, act.language_code, act.by.username, act.note) for act in acts]


# ---- The act


def test_a_text_is_given_to_somebody_and_the_act_says_to_whom_and_until_when(editor, translator):
    article = make_article(en=False)
    assign(article, "en", editor, translator, DAY)
    assert assignments() == {(article.pk, "en", "translator", DAY)}
    assert assigning_acts() == [(article.pk, "en", "editor", "⁨translator⁩ · ⁨2026-03-05⁩")]


def test_the_languages_are_given_apart_and_giving_again_replaces(editor, publisher, translator):
    article = make_article()
    assign(article, "en", editor, translator, DAY)
    assign(article, "ar", editor, editor)
    assign(article, "en", editor, publisher)
    assert assignments() == {(article.pk, "ar", "editor", None), (article.pk, "en", "publisher", None)}
    assert [note for *_others, note in assigning_acts()] == [
        "⁨translator⁩ · ⁨2026-03-05⁩", "⁨editor⁩", "⁨publisher⁩",
    ]  # fmt: skip


def test_nobody_and_no_day_take_it_back_and_a_day_alone_stays(editor, translator):
    article = make_article()
    assign(article, "en", editor, translator, DAY)
    assign(article, "en", editor, None, DAY)
    assert assignments() == {(article.pk, "en", None, DAY)}
    assert assign(article, "en", editor, None) is None
    assert assignments() == set()
    assert [note for *_others, note in assigning_acts()][1:] == ["⁨2026-03-05⁩", ""]


def test_saying_what_is_so_already_leaves_no_act(editor, translator):
    article = make_article()
    assign(article, "en", editor, None)
    assign(article, "en", editor, translator, DAY)
    assign(article, "en", editor, translator, DAY)
    assert len(assigning_acts()) == 1


@pytest.mark.parametrize(
    ("role", "whose", "may_assign"),
    [("author", "own", True), ("author", "another's", False), ("translator", "another's", False),
     ("editor", "another's", True), ("publisher", "another's", True), ("administrator", "another's", True)],
)  # fmt: skip
def test_who_may_say_who_works_on_a_text(role, whose, may_assign):
    person = make_user(role, word_languages=["en"] if role == "translator" else [])
    article = make_article(by=person if whose == "own" else None)
    if may_assign:
        assign(article, "ar", person, chief())
        assert assignments() == {(article.pk, "ar", "chief", None)}
        return
    with pytest.raises(WorkflowError, match="^You may not say who works on this document.$"):
        assign(article, "ar", person, chief())
    assert (assignments(), assigning_acts()) == (set(), [])


def test_a_text_is_given_only_to_those_who_may_work_on_it(editor, translator, author):
    article = make_article()
    gone = make_user("editor", "gone", is_active=False)
    outside = make_user("editor", "outside")
    outside.is_staff = False
    outside.save()
    for person, language in (
        (translator, "ar"),
        (author, "ar"),
        (author, "en"),
        (gone, "ar"),
        (outside, "ar"),
    ):
        with pytest.raises(WorkflowError) as caught:
            assign(article, language, editor, person)
        told = f"⁨{person.username}⁩ may neither write nor review this text."
        assert (str(caught.value), caught.value.field) == (told, "assignee")
    assert (assignments(), assigning_acts()) == (set(), [])


def test_nobody_is_given_a_document_that_is_in_the_bin(editor):
    article = make_article()
    Document.objects.filter(pk=article.pk).update(binned_at=timezone.now())
    with pytest.raises(WorkflowError, match="This document is in the bin; take it back first."):
        assign(article, "ar", editor, editor)
    assert assignments() == set()


# ---- Overdue


def is_late(document, language="ar"):
    row = Assignment.objects.filter(document_id=document.pk, language_code=language).first()
    return is_overdue(row, Document.objects.get(pk=document.pk))


def late(document, language="ar"):
    assign(document, language, chief(), chief(), timezone.localdate() - timedelta(days=1))


def test_a_text_is_overdue_from_the_day_after_its_day():
    article = make_article()
    today = timezone.localdate()
    for day, overdue in ((None, False), (today, False), (today - timedelta(days=1), True)):
        assign(article, "ar", chief(), chief(), day)
        assert is_late(article) is overdue
    assert is_late(make_article()) is False


def test_what_is_published_or_scheduled_after_it_was_assigned_is_done():
    public, planned = make_article(), make_article()
    for article in (public, planned):
        late(article)
    go_live(public, "ar")
    scheduled(planned, "ar")
    assert (is_late(public), is_late(planned)) == (False, False)
    write(public, "ar", title="مسودة أحدث")
    assert is_late(public) is True


def test_a_public_text_that_is_given_to_be_written_anew_can_be_late():
    article = make_article(live=True)
    late(article)
    assert is_late(article) is True


def test_a_public_translation_is_late_when_its_original_has_moved_on():
    article = make_article()
    late(article, "en")
    go_live(article)
    assert is_late(article, "en") is False
    write(article, "ar", body="<p>متن آخر.</p>")
    workflow.submit(article, "ar", chief())
    assert is_late(article, "en") is True


def test_a_translation_that_nobody_has_begun_can_be_late():
    article = make_article(en=False)
    late(article, "en")
    assert is_late(article, "en") is True


# ---- Colleagues


@pytest.fixture
def everybody(author, translator, editor, publisher, administrator):
    """One of each role, a superuser, somebody with a right of their own, and people who are none of the desk's."""
    people = [author, translator, editor, publisher, administrator, chief()]
    people.append(make_user("translator", "arabic", word_languages=["ar"]))
    alone = make_user("author", "alone")
    alone.user_permissions.add(*editor.groups.get().permissions.filter(codename="review_words"))
    people.append(alone)
    make_user("editor", "gone", is_active=False)
    outside = make_user("editor", "outside")
    outside.is_staff = False
    outside.save()
    return people


def test_colleagues_have_the_rights_of_the_users(everybody):
    documents = [
        make_article(),
        make_article(by=everybody[0]),
        make_decision(),
        make_event(source_language="en"),
    ]
    found = {colleague.pk: colleague for colleague in colleagues()}
    assert set(found) == {person.pk for person in everybody}
    for person in everybody:
        for document in documents:
            assert may_open(found[person.pk], document) == may_open(person, document)
            for language in ("ar", "en"):
                of_colleague = {task for task in Task if may(found[person.pk], task, document, language)}
                assert of_colleague == {task for task in Task if may(person, task, document, language)}


def test_who_may_work_on_a_text_by_name(everybody):
    article = make_article()
    names = {code: [user.username for user in who_may_work_on(article, code)] for code in ("ar", "en")}
    assert names == {
        "ar": ["administrator", "alone", "chief", "editor", "publisher"],
        "en": ["administrator", "alone", "chief", "editor", "publisher", "translator"],
    }


def test_colleagues_take_four_queries_however_many(everybody, django_assert_num_queries):
    with django_assert_num_queries(4):
        colleagues()
    for number in range(3):
        make_user("editor", f"another {number}")
    with django_assert_num_queries(4):
        colleagues()
