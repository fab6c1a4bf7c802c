"""An earlier text restored from the history: one language and nothing else, by those who may write it."""

import pytest
from django.urls import reverse
from django.utils import timezone

from publishing.admin.history import history_address
from publishing.models import WORDS, Act, Document, PublicText, Revision
from tests.desk.forms import form_address, messages_of, words_now
from tests.desk.test_history import compare_address, read_address, restore_address, text_of, three_texts
from tests.factories import draft_over_live, make_article, write
from tests.personas import make_user, signed_in

pytestmark = pytest.mark.django_db


def everything_of(document, language):
    """All that a restored text of the other language must leave as it was."""
    return (
        Document.objects.get(pk=document.pk).translations.filter(language_code=language).values().get(),
        list(
            Revision.objects.filter(document_id=document.pk, language_code=language).order_by("pk").values()
        ),
        list(Act.objects.filter(document_id=document.pk, language_code=language).order_by("pk").values()),
    )


@pytest.mark.parametrize(("language", "other"), [("ar", "en"), ("en", "ar")])
def test_restoring_brings_back_one_language_and_nothing_else(desk, publisher, language, other):
    article = make_article(live=True)
    first = Revision.objects.get(document_id=article.pk, language_code=language)
    draft_over_live(article, language, title="Two", body="<p>Two.</p>")
    write(article, other, title="Untouched draft")
    before, public = everything_of(article, other), list(PublicText.objects.order_by("pk").values())
    facts = Document.objects.filter(pk=article.pk).values().get()

    answer = desk.post(restore_address(article, 1, language), {"seen": "2"})
    assert answer.status_code == 302
    assert answer.url == form_address(article, language)
    assert messages_of(answer) == [
        "The working copy has the words of revision 1 again. Readers see no change until you publish it."
    ]
    copy = Document.objects.get(pk=article.pk).working_copy(language)
    assert {name: getattr(copy, name) for name in WORDS} == first.words
    assert everything_of(article, other) == before
    assert list(PublicText.objects.order_by("pk").values()) == public
    assert Document.objects.filter(pk=article.pk).values().get() == facts

    restored = Revision.objects.filter(document_id=article.pk, language_code=language).latest("number")
    assert (restored.number, restored.words, restored.created_by) == (3, first.words, publisher)
    assert restored.note == "Restored from revision 1"
    assert restored.live_from is None
    assert (
        Act.objects.filter(
            name=Act.Name.RESTORE, by=publisher, language_code=language, revision=first
        ).count()
        == 1
    )


def test_looking_at_it_restores_nothing(desk):
    article = three_texts()
    assert desk.get(restore_address(article, 1)).status_code == 405
    assert desk.post(read_address(article, 1)).status_code == 405
    assert desk.post(compare_address(article, 1, 2)).status_code == 405
    assert words_now(article, "ar")["title"] == "العنوان الثالث"


def test_the_button_stands_beside_what_can_be_restored(desk):
    article = three_texts()
    html = desk.get(compare_address(article, 3, 1)).content.decode()
    assert f'action="{restore_address(article, 1)}"' in html
    assert f'action="{restore_address(article, 3)}"' not in html
    assert '<input type="hidden" name="seen" value="3">' in html
    assert f'action="{restore_address(article, 2)}"' in desk.get(read_address(article, 2)).content.decode()


def test_a_text_that_was_saved_since_one_looked_is_not_written_over_unseen(desk):
    article = three_texts()
    write(article, "ar", title="سبقني زميل")
    answer = desk.post(restore_address(article, 1), {"seen": "3"})
    assert answer.url == history_address(article, "ar")
    assert messages_of(answer) == [
        "Somebody has saved this text since you looked; compare it with the newest revision."
    ]
    assert words_now(article, "ar")["title"] == "سبقني زميل"


def test_what_the_workflow_refuses_is_said(desk):
    article = make_article(ar={"title": "العنوان", "slug": "here"}, en=False)
    write(article, "ar", title="آخر", slug="there")
    make_article(ar={"title": "سواه", "slug": "here"}, en=False, live=True)
    answer = desk.post(restore_address(article, 1), {"seen": "2"})
    assert answer.url == history_address(article, "ar")
    assert messages_of(answer) == ["The address “here” is taken by “سواه”; choose another one."]
    assert Revision.objects.filter(document_id=article.pk).count() == 2


def test_in_the_bin_nothing_is_restored(desk):
    article = three_texts()
    Document.objects.filter(pk=article.pk).update(binned_at=timezone.now())
    answer = desk.post(restore_address(article, 1), {"seen": "3"})
    assert answer.status_code == 404
    assert Revision.objects.filter(document_id=article.pk, language_code="ar").count() == 3


# ---- Who may what

#: Of an Arabic article with an English translation that somebody else made: who may restore which language.
MAY_RESTORE = {
    "author": set(),
    "translator": {"en"},
    "editor": {"ar", "en"},
    "publisher": {"ar", "en"},
    "administrator": {"ar", "en"},
}


@pytest.mark.parametrize("role", list(MAY_RESTORE))
@pytest.mark.parametrize("language", ["ar", "en"])
def test_everybody_of_the_desk_looks_and_some_restore(role, language):
    article, user = three_texts(), make_user(role, word_languages=["en"] if role == "translator" else [])
    user.interface_language = "en"
    user.save()
    desk, may = signed_in(user), language in MAY_RESTORE[role]
    listed = desk.get(form_address(article, language, "history"))
    compared = desk.get(compare_address(article, 1, 3, language))
    read = desk.get(read_address(article, 1, language))
    assert (listed.status_code, compared.status_code, read.status_code) == (200, 200, 200)
    assert ("Look and restore" in text_of(listed)) is may
    assert (restore_address(article, 1, language) in compared.content.decode()) is may
    assert (restore_address(article, 1, language) in read.content.decode()) is may

    before = words_now(article, language)
    answer = desk.post(restore_address(article, 1, language), {"seen": "3"})
    assert answer.status_code == 302
    if may:
        assert words_now(article, language) != before
    else:
        assert answer.url == history_address(article, language)
        assert messages_of(answer) == ["You may not write this text in this language."]
        assert words_now(article, language) == before


def test_an_author_restores_an_own_text(author):
    article = make_article(by=author, ar={"title": "الأول"}, en=False)
    write(article, "ar", by=author, title="الثاني")
    signed_in(author).post(restore_address(article, 1), {"seen": "2"})
    assert words_now(article, "ar")["title"] == "الأول"


def test_strangers_and_outsiders_see_and_restore_nothing(reader, author):
    article = three_texts()
    author.is_staff = False
    author.save()
    for browser in (reader, signed_in(author)):
        for answer in (
            browser.get(form_address(article, act="history")),
            browser.get(compare_address(article, 1, 2)),
            browser.get(read_address(article, 1)),
            browser.post(restore_address(article, 1)),
        ):
            assert answer.status_code == 302
            assert answer.url.startswith(reverse("admin:login"))
    assert words_now(article, "ar")["title"] == "العنوان الثالث"


def test_somebody_who_may_not_see_the_kind_is_sent_away(author):
    author.groups.clear()
    article, desk = three_texts(), signed_in(author)
    for answer in (
        desk.get(form_address(article, act="history")),
        desk.get(compare_address(article, 1, 2)),
        desk.get(read_address(article, 1)),
        desk.post(restore_address(article, 1)),
    ):
        assert answer.status_code == 403
    assert words_now(article, "ar")["title"] == "العنوان الثالث"
