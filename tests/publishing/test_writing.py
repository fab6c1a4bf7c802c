"""The acts on the working copy: save, submit, request changes, restore."""

import pytest

from publishing import workflow
from publishing.models import WORDS, Act, Document, DocumentTranslation, Revision
from publishing.states import Stage
from tests.factories import chief, go_live, make_article, make_decision, make_page, withdrawn, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english", "clock")]

BODY = "<p>متن الخبر.</p>"


def copy_of(document, language):
    return DocumentTranslation.objects.filter(master_id=document.pk, language_code=language).first()


def numbers_of(document, language):
    return list(document.revisions.filter(language_code=language).values_list("number", flat=True))


def acts_of(document):
    """(name, language, who, note) of each act, the first one first."""
    return [(act.name, act.language_code, act.by.username, act.note) for act in document.acts.order_by("pk")]


@pytest.fixture
def blank(author):
    """An article of the author's without any words."""
    return make_article(ar=None, en=None, by=author, source_language="ar")


# ---- Saving


def test_saving_writes_the_working_copy_a_revision_and_an_act(blank, author):
    words = {
        "title": "بيان ختامي",
        "kicker": "بيان",
        "summary": "موجز",
        "body": BODY,
        "byline": "هيئة التحرير",
        "dateline": "إسطنبول",
    }
    revision = workflow.save_working_copy(blank, "ar", words, author, "أول كتابة")
    stored = words | {"slug": "بيان-ختامي"}
    assert revision.words == stored
    assert {name: getattr(copy_of(blank, "ar"), name) for name in WORDS} == stored
    assert (revision.number, revision.kind, revision.note, revision.created_by) == (
        1,
        "article",
        "أول كتابة",
        author,
    )
    assert (revision.live_from, revision.live_until, revision.published_at) == (None, None, None)
    assert (copy_of(blank, "ar").stage, copy_of(blank, "ar").updated_by) == (Stage.DRAFT, author)
    assert acts_of(blank) == [("save", "ar", "author", "أول كتابة")]
    assert not Revision.objects.live().exists()


def test_saving_the_same_words_again_writes_nothing(blank, author):
    first = workflow.save_working_copy(blank, "ar", {"title": "عنوان", "body": BODY}, author)
    again = workflow.save_working_copy(
        blank, "ar", {"title": " عنوان\u200f ".replace("\u200f", ""), "body": BODY}, author
    )
    assert again == first
    assert acts_of(blank) == [("save", "ar", "author", "")]


def test_words_that_are_not_named_stay_as_they_are(blank, author):
    workflow.save_working_copy(blank, "ar", {"title": "عنوان", "summary": "موجز", "body": BODY}, author)
    revision = workflow.save_working_copy(blank, "ar", {"summary": "موجز آخر"}, author)
    assert (revision.number, revision.title, revision.summary, revision.body) == (
        2,
        "عنوان",
        "موجز آخر",
        BODY,
    )


def test_a_new_title_keeps_the_address(blank, author):
    workflow.save_working_copy(blank, "ar", {"title": "العنوان الأول"}, author)
    assert (
        workflow.save_working_copy(blank, "ar", {"title": "العنوان الثاني"}, author).slug == "العنوان-الأول"
    )


def test_an_emptied_address_is_made_from_the_title_again(blank, author):
    workflow.save_working_copy(blank, "ar", {"title": "العنوان الأول"}, author)
    words = {"title": "العنوان الثاني", "slug": ""}
    assert workflow.save_working_copy(blank, "ar", words, author).slug == "العنوان-الثاني"


def test_words_are_normalised_and_the_body_is_sanitised(blank, author):
    words = {
        "title": "\u202bعنوان\x00 ﻣﻠﺘﻘﻰ\u202c",
        "slug": "  Mixed Case ",
        "body": '<p onclick="x()">نص<script>alert(1)</script></p><script>alert(2)</script>',
    }
    revision = workflow.save_working_copy(blank, "ar", words, author)
    assert (revision.title, revision.slug, revision.body) == ("عنوان ملتقى", "mixed-case", "<p>نص</p>")


def test_each_language_counts_its_own_revisions(blank, author):
    for title in ("واحد", "اثنان", "ثلاثة"):
        workflow.save_working_copy(blank, "ar", {"title": title}, author)
    workflow.save_working_copy(blank, "en", {"title": "One"}, author)
    assert (numbers_of(blank, "ar"), numbers_of(blank, "en")) == ([1, 2, 3], [1])
    assert copy_of(blank, "ar").title == "ثلاثة"
    assert copy_of(blank, "en").title == "One"


def test_a_translation_remembers_the_original_that_it_was_made_from(blank, author):
    original = workflow.save_working_copy(blank, "ar", {"title": "الأصل"}, author)
    first = workflow.save_working_copy(blank, "en", {"title": "Original"}, author)
    workflow.save_working_copy(blank, "ar", {"title": "الأصل المعدل"}, author)
    second = workflow.save_working_copy(blank, "en", {"title": "Original, corrected"}, author)
    assert [original.source_revision, first.source_revision, second.source_revision] == [
        None,
        original,
        original,
    ]


@pytest.mark.parametrize(
    ("words", "message", "field"),
    [
        ({"title": ""}, "A text needs a title.", "title"),
        ({"title": None}, "A text needs a title.", "title"),
        ({"title": " \u200e\t\n\u202e\x07", "slug": "typed"}, "A text needs a title.", "title"),
        ({"title": "ع" * 201}, "This is longer than 200 characters.", "title"),
        ({"title": "ع", "kicker": "ع" * 81}, "This is longer than 80 characters.", "kicker"),
        ({"title": "ع", "summary": "ع" * 601}, "This is longer than 600 characters.", "summary"),
        ({"title": "ع", "byline": "ع" * 121}, "This is longer than 120 characters.", "byline"),
        ({"title": "ع", "dateline": "ع" * 121}, "This is longer than 120 characters.", "dateline"),
        ({"title": "!؟ …"}, "An address needs at least one letter or digit; type one.", "slug"),
        (
            {"title": "عنوان", "slug": "—؟!"},
            "An address needs at least one letter or digit; type one.",
            "slug",
        ),
    ],
)
def test_words_that_cannot_be_kept_are_refused(blank, author, refused, words, message, field):
    with refused(message, field):
        workflow.save_working_copy(blank, "ar", words, author)


@pytest.mark.parametrize(
    "words",
    [
        {"title": "ع" * 200},
        {"title": "ع", "kicker": "ع" * 80},
        {"title": "ع", "summary": "ع" * 600},
        {"title": "ع", "byline": "ع" * 120},
    ],
)
def test_words_of_just_the_longest_length_are_kept(blank, author, words):
    revision = workflow.save_working_copy(blank, "ar", words, author)
    revision.refresh_from_db()
    assert {name: revision.words[name] for name in words} == words


def test_an_address_that_was_typed_is_refused_where_another_text_is_public(blank, author, refused):
    make_article(ar={"title": "الأول", "slug": "address"}, en=None, live=True)
    with refused("The address “address” is taken by “الأول”; choose another one.", "slug"):
        workflow.save_working_copy(blank, "ar", {"title": "الثاني", "slug": "Address"}, author)


def test_an_address_made_from_a_title_is_numbered_where_another_text_is_public(blank, author):
    make_article(ar="العنوان", en=None, live=True)
    make_article(ar="العنوان", en=None, live=True)
    assert workflow.save_working_copy(blank, "ar", {"title": "العنوان"}, author).slug == "العنوان-3"


def test_an_address_is_free_in_another_kind_another_language_and_after_the_end(blank, author):
    make_page(ar={"title": "صفحة", "slug": "address"}, en=None, live=True)
    make_article(ar=None, en={"title": "English", "slug": "address"}, live=True)
    withdrawn(make_article(ar={"title": "سحب", "slug": "address"}, en=None), "ar")
    assert (
        workflow.save_working_copy(blank, "ar", {"title": "جديد", "slug": "address"}, author).slug
        == "address"
    )


def test_a_reserved_address_is_never_given(blank, author):
    assert workflow.save_working_copy(blank, "en", {"title": "Feed"}, author).slug == "feed-1"


def test_an_unknown_language_is_refused(blank, refused):
    with refused("You may not write this text in this language."):
        workflow.save_working_copy(blank, "fr", {"title": "Titre"}, chief())


# ---- Review: submitting, returning


def test_submit_and_return(author, editor):
    document = make_article(en=None, by=author)
    workflow.submit(document, "ar", author, "جاهز")
    assert copy_of(document, "ar").stage == Stage.IN_REVIEW
    workflow.request_changes(document, "ar", editor, "اختصره")
    assert copy_of(document, "ar").stage == Stage.CHANGES_REQUESTED
    workflow.submit(document, "ar", author)
    assert copy_of(document, "ar").stage == Stage.IN_REVIEW
    assert acts_of(document)[1:] == [
        ("submit", "ar", "author", "جاهز"),
        ("request_changes", "ar", "editor", "اختصره"),
        ("submit", "ar", "author", ""),
    ]
    assert not Revision.objects.live().exists()


def test_publishing_ends_the_review(author):
    document = make_article(en=None, by=author)
    workflow.submit(document, "ar", author)
    go_live(document, "ar")
    assert copy_of(document, "ar").stage == Stage.DRAFT


def test_submitting_one_language_leaves_the_other(author):
    document = make_article(by=author)
    workflow.submit(document, "en", author)
    assert (copy_of(document, "ar").stage, copy_of(document, "en").stage) == (Stage.DRAFT, Stage.IN_REVIEW)


@pytest.mark.parametrize("act", [workflow.submit, workflow.publish])
def test_nothing_can_be_submitted_or_published_that_is_not_written(act, refused):
    document = make_article(en=None)
    with refused("There is no text in this language yet; write and save one first."):
        act(document, "en", chief())


@pytest.mark.parametrize("body", ["", " ", "<p></p>", "<p>&nbsp;</p><p><br></p>"])
@pytest.mark.parametrize("act", [workflow.submit, workflow.publish])
def test_a_text_without_a_body_can_be_neither_submitted_nor_published(act, body, refused):
    document = make_article(ar={"body": body}, en=None)
    with refused("The text has no body yet; write one before it is published.", "body"):
        act(document, "ar", chief())


@pytest.mark.parametrize("note", ["", "  \n"])
def test_a_return_needs_a_note(author, editor, refused, note):
    document = make_article(en=None, by=author)
    workflow.submit(document, "ar", author)
    with refused("Say in a note what should change."):
        workflow.request_changes(document, "ar", editor, note)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_is_not_in_review_cannot_be_returned(editor, refused, language):
    document = make_article(en=None)
    with refused("This text is not in review, so it cannot be returned."):
        workflow.request_changes(document, language, editor, "Why not")


# ---- Restoring


def test_restoring_brings_back_the_words_and_the_address_as_a_new_revision(editor):
    document = make_article(ar={"title": "القديم", "slug": "old", "summary": "موجز قديم"}, en=None)
    old = document.revisions.get()
    write(document, "ar", title="الجديد", slug="new", summary="")
    restored = workflow.restore(document, "ar", editor, old)
    assert (restored.number, restored.words, restored.note) == (3, old.words, "Restored from revision 1")
    assert copy_of(document, "ar").title == "القديم"
    assert acts_of(document)[-2:] == [
        ("save", "ar", "editor", "Restored from revision 1"),
        ("restore", "ar", "editor", ""),
    ]
    assert document.acts.get(name=Act.Name.RESTORE).revision == old


def test_restoring_one_language_leaves_the_other_and_the_public(editor):
    document = make_article(ar="عربي أول", en="English one")
    old = document.revisions.get(language_code="ar")
    write(document, "ar", title="عربي ثان")
    write(document, "en", title="English two")
    go_live(document)
    public = list(Revision.objects.live().order_by("pk").values())
    workflow.restore(document, "ar", editor, old)
    assert list(Revision.objects.live().order_by("pk").values()) == public
    assert {row.language_code: row.title for row in DocumentTranslation.objects.all()} == {
        "ar": "عربي أول",
        "en": "English two",
    }
    assert numbers_of(document, "en") == [1, 2]


def test_restoring_what_is_there_adds_no_revision(editor):
    document = make_article(en=None)
    workflow.restore(document, "ar", editor, document.revisions.get())
    assert numbers_of(document, "ar") == [1]


def test_no_text_of_another_document_or_language_is_restored(editor, refused):
    document, stranger = make_article(), make_decision()
    for wrong in (stranger.revisions.get(language_code="ar"), document.revisions.get(language_code="en")):
        with refused("That text belongs to another document or language."):
            workflow.restore(document, "ar", editor, wrong)


def test_a_restored_address_that_another_text_has_taken_is_refused(editor, refused):
    document = make_article(ar={"title": "الأول", "slug": "address"}, en=None)
    old = document.revisions.get()
    write(document, "ar", slug="elsewhere")
    make_article(ar={"title": "الثاني", "slug": "address"}, en=None, live=True)
    with refused("The address “address” is taken by “الثاني”; choose another one.", "slug"):
        workflow.restore(document, "ar", editor, old)


def test_a_document_without_a_text_still_has_a_name():
    assert str(make_article(ar=None, en=None, source_language="ar")).startswith("Article")
    assert str(Document.objects.get(pk=make_article(ar=None, en="Only English").pk)) == "Only English"
