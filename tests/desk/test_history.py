"""The history of a text: its revisions listed, read, compared and restored; who may what of it."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from publishing import workflow
from publishing.admin.history import PAGE_SIZE, history_address
from publishing.models import Revision
from tests.desk.forms import KINDS, form_address, press
from tests.factories import (
    MAKERS,
    chief,
    expired,
    go_live,
    make_article,
    scheduled,
    second_chief,
    write,
)  # fmt: skip
from tests.personas import signed_in

pytestmark = pytest.mark.django_db

NOTHING_LIKE_IT = ["0", "-1", "999", "", "x", "1.5", "٣", "9" * 30, "2147483648", str(2**63)]


def read_address(document, number, language="ar"):
    return reverse("admin:document_revision", args=[document.pk, language, number])


def compare_address(document, old, new, language="ar"):
    return f"{reverse('admin:document_compare', args=[document.pk, language])}?from={old}&to={new}"


def restore_address(document, number, language="ar"):
    return reverse("admin:document_restore", args=[document.pk, language, number])


def text_of(answer, start='id="content-main"'):
    """What can be read on a page, below its titles, with one space where there were more."""
    html = answer.content.decode()
    return " ".join(
        unescape(strip_tags(html[html.index(start) + len(start) + 1 :].split("</main>")[0])).split()
    )


def rows_of(answer):
    """What can be read in each row of the list of revisions."""
    rows = re.findall(
        r'<li class="history-row[^>]*>(.*?)</li>\s*(?=<li class="history-row|</ol>)',
        answer.content.decode(),
        re.S,
    )
    return [" ".join(unescape(strip_tags(row)).split()) for row in rows]


def three_texts():
    """An article with three texts in each language."""
    article = make_article(
        ar={"title": "العنوان الأول", "body": "<p>متن أول.</p>"}, en={"title": "First title"}
    )
    for number in ("الثاني", "الثالث"):
        write(article, "ar", title=f"العنوان {number}", body=f"<p>متن {number}.</p>")
    for number in ("Second", "Third"):
        write(article, "en", title=f"{number} title")
    return article


# ---- The list


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_kind_of_document_has_its_history_in_both_languages(desk, kind):
    document = MAKERS[kind](ar="العنوان", en="The title")
    for language, title in (("ar", "العنوان"), ("en", "The title")):
        answer = desk.get(form_address(document, language, "history"))
        assert answer.status_code == 200
        assert [row["revision"].title for row in answer.context["rows"]] == [title]
        assert history_address(document, language) == form_address(document, language, "history")


def test_the_history_of_the_original_comes_first(desk):
    article = make_article(ar="العنوان", en="The title", source_language="en")
    answer = desk.get(form_address(article, act="history").split("?")[0])
    assert answer.context["language"] == "en"
    answer = desk.get(form_address(article, "fr", act="history"))
    assert answer.context["language"] == "en"


def test_the_list_says_who_when_and_why_the_newest_first(desk, editor):
    editor.first_name, editor.last_name = "Salma", "Haddad"
    editor.save()
    article = make_article(ar={"title": "الأول"}, en=False)
    workflow.save_working_copy(article, "ar", {"title": "الثاني"}, editor, "صححت العنوان")
    moment = timezone.localtime(Revision.objects.get(document_id=article.pk, number=2).created_at)
    answer = desk.get(form_address(article, "ar", "history"))
    second, first = rows_of(answer)
    assert second == (
        f"Revision 2 in the comparison from to Revision 2 Working copy الثاني "
        f"Salma Haddad · {moment.day} {moment:%B %Y, %H:%M} صححت العنوان"
    )
    assert first.startswith("Revision 1 in the comparison from to Revision 1 الأول chief · ")
    assert first.endswith("Look and restore: Revision 1")
    html = answer.content.decode()
    assert '<span class="history-title" lang="ar" dir="rtl">الثاني</span>' in html
    assert '<input type="radio" name="from" value="1" checked>' in html
    assert '<input type="radio" name="to" value="2" checked>' in html


def test_the_list_in_arabic(publisher):
    article = make_article(ar="الأول", en="First")
    write(article, "en", title="Second")
    answer = signed_in(publisher).get(form_address(article, "en", "history"))
    html = answer.content.decode()
    assert '<html lang="ar" dir="rtl"' in html
    assert '<span class="history-title" lang="en" dir="ltr">Second</span>' in html
    assert [row["revision"].number for row in answer.context["rows"]] == [2, 1]


def test_the_list_says_when_each_text_was_public(desk):
    article = make_article(en=False)
    expired(article, "ar")
    write(article, "ar", title="الثاني")
    go_live(article, "ar")
    write(article, "ar", title="الثالث")
    scheduled(article, "ar", timezone.now() + timedelta(days=1), timezone.now() + timedelta(days=2))
    write(article, "ar", title="الرابع")
    answer = desk.get(form_address(article, "ar", "history"))
    assert [(row["revision"].number, row["period"], row["is_latest"]) for row in answer.context["rows"]] == [
        (4, "", True), (3, "scheduled", False), (2, "live", False), (1, "over", False),
    ]  # fmt: skip
    _fourth, third, second, first = rows_of(answer)
    assert re.search(
        r"Scheduled Goes public at \d+ \w+ \d{4}, \d\d:\d\d, until \d+ \w+ \d{4}, \d\d:\d\d\.", third
    )
    # It ends where the scheduled one begins.
    assert re.search(r"Public now Since \d+ \w+ \d{4}, \d\d:\d\d, until \d+ \w+ \d{4}, \d\d:\d\d\.", second)
    assert re.search(r"Public from \d+ \w+ \d{4}, \d\d:\d\d until \d+ \w+ \d{4}, \d\d:\d\d\.", first)


def test_the_list_tells_what_was_done_to_each_text(desk):
    article = make_article()
    workflow.submit(article, "ar", chief(), "جاهز")
    workflow.request_changes(article, "ar", second_chief(), "أضف المصدر")
    write(article, "ar", title="الثاني")
    go_live(article, "ar")
    second, first = rows_of(desk.get(form_address(article, "ar", "history")))
    assert re.search(
        r"Submitted for review · chief · [^·]+ · جاهز Requested changes · second · [^·]+ · أضف المصدر", first
    )
    assert re.search(r"Published · second · ", second)
    # What was done to the other language is told there.
    assert "Published" not in rows_of(desk.get(form_address(article, "en", "history")))[0]


def test_a_translation_says_which_text_it_follows(desk):
    article = make_article()
    write(article, "ar", title="الثاني")
    workflow.mark_up_to_date(
        article, "en", chief(), Revision.objects.get(document_id=article.pk, language_code="ar", number=2)
    )
    answer = desk.get(form_address(article, "en", "history"))
    assert "Follows revision 2 of the original" in rows_of(answer)[0]
    assert f'href="{read_address(article, 2, "ar")}"' in answer.content.decode()
    assert "Follows" not in text_of(desk.get(form_address(article, "ar", "history")))


def test_a_language_without_a_text_says_so(desk):
    answer = desk.get(form_address(make_article(en=False), "en", "history"))
    assert text_of(answer).startswith("العربية Draft English Missing There is no text in this language yet")
    assert rows_of(answer) == []


def test_one_revision_is_not_to_be_compared(desk):
    html = desk.get(form_address(make_article(), "ar", "history")).content.decode()
    assert 'type="radio"' not in html
    assert "Compare the two" not in html


def test_the_history_of_the_form_is_still_there(desk, publisher):
    article = make_article()
    press(desk, form_address(article), "_save", title="عنوان آخر")
    said = text_of(desk.get(form_address(article, "ar", "history")), 'id="history-log-heading"')
    assert said.startswith("Changes made in the form WhenWhoWhat ")
    assert f"{publisher} Changed Title." in said


def test_somebody_whose_account_is_gone(desk):
    article = make_article()
    Revision.objects.update(created_by=None)
    assert "An account that is gone · " in rows_of(desk.get(form_address(article, "ar", "history")))[0]


def test_a_long_history_has_pages(desk):
    article = make_article(en=False)
    latest = Revision.objects.get(document_id=article.pk)
    Revision.objects.bulk_create(
        Revision(document_id=article.pk, kind="article", language_code="ar", number=number, **latest.words)
        for number in range(2, PAGE_SIZE + 3)
    )
    address = form_address(article, "ar", "history")
    numbers = [row["revision"].number for row in desk.get(address).context["rows"]]
    assert numbers == list(range(PAGE_SIZE + 2, 2, -1))
    answer = desk.get(f"{address}&page=2")
    assert [row["revision"].number for row in answer.context["rows"]] == [2, 1]
    assert '<a href="?language=ar&amp;page=1">1</a>' in answer.content.decode()
    assert {desk.get(f"{address}&page={page}").status_code for page in ("3", "0", "x", "9" * 30)} == {404}


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_whatever_its_length(desk, django_assert_num_queries, count):
    article = make_article()
    for number in range(count):
        if number:
            write(article, "en", title=f"Title {number}")
        workflow.submit(article, "en", chief())
        press(desk, form_address(article, "ar"), "_save", title=f"العنوان {number}")
    go_live(article, "en")
    address = form_address(article, "en", "history")
    desk.get(address)
    with django_assert_num_queries(13):
        answer = desk.get(address)
    assert len(answer.context["rows"]) == len(answer.context["action_list"]) == count


def test_the_other_pages_cost_little(desk, django_assert_num_queries):
    article = three_texts()
    with django_assert_num_queries(9):
        desk.get(compare_address(article, 1, 3, "en"))
    with django_assert_num_queries(8):
        desk.get(read_address(article, 1, "en"))


# ---- One of them


@pytest.mark.parametrize(("language", "way"), [("ar", "rtl"), ("en", "ltr")])
def test_a_revision_is_read_as_readers_would_see_it(desk, language, way):
    words = {
        "title": "T <b>&", "kicker": "K", "summary": "S\nS", "byline": "B", "dateline": "D",
        "body": '<h2>H</h2><p>P <a href="https://e.org/">l</a></p><ul><li><p>i</p></li></ul>',
    }  # fmt: skip
    article = make_article(**{language: words}, **{"en" if language == "ar" else "ar": False})
    write(article, language, title="Another", body="<p>other</p>")
    answer = desk.get(read_address(article, 1, language))
    html = answer.content.decode()
    shown = html[html.index("<article") : html.index("</article>")]
    assert shown.startswith(f'<article class="history-words" lang="{language}" dir="{way}">')
    assert "<h2>T &lt;b&gt;&amp;</h2>" in shown
    assert "S<br>S" in shown
    assert (
        '<h2>H</h2><p>P <a href="https://e.org/" rel="noopener">l</a></p><ul><li><p>i</p></li></ul>' in shown
    )
    assert answer.context["title"] == "Revision 1"
    assert f'href="{compare_address(article, 1, 2, language).replace("&", "&amp;")}"' in html


def test_what_was_stored_without_cleaning_is_cleaned_before_it_is_shown(desk):
    article = make_article(en=False)
    Revision.objects.update(body="<p onclick='x()'>words</p><script>alert(1)</script>")
    html = desk.get(read_address(article, 1)).content.decode()
    assert "<p>words</p>" in html
    assert "alert(1)" not in html


# ---- Two of them


def test_two_revisions_are_compared_word_by_word(desk):
    article = three_texts()
    answer = desk.get(compare_address(article, 1, 3))
    html = answer.content.decode()
    assert [str(field.label) for field in answer.context["fields"]] == ["Title", "Body"]
    assert (
        '<div class="diff-text" lang="ar" dir="rtl">العنوان <del>الأول</del> <ins>الثالث</ins></div>' in html
    )
    assert "متن <del>أول</del> <ins>الثالث</ins>." in html
    assert "Unchanged: Address and Summary." in html
    assert [side["revision"].number for side in answer.context["sides"]] == [1, 3]


def test_two_revisions_are_compared_in_either_order_and_language(publisher):
    article = three_texts()
    html = signed_in(publisher).get(compare_address(article, 3, 2, "en")).content.decode()
    assert '<html lang="ar" dir="rtl"' in html
    assert '<div class="diff-text" lang="en" dir="ltr"><del>Third</del> <ins>Second</ins> title</div>' in html


def test_the_comparison_says_who_wrote_both_and_why(desk, editor):
    article = make_article(en=False)
    workflow.save_working_copy(article, "ar", {"title": "آخر"}, editor, "عنوان أقصر")
    said = text_of(desk.get(compare_address(article, 1, 2)))
    assert re.match(
        r"Arabic From: Revision 1 chief · .+ To: Revision 2 Working copy editor · .+ عنوان أقصر What came",
        said,
    )


def test_a_revision_compared_with_itself(desk):
    article = three_texts()
    assert "The two have the same words." in text_of(desk.get(compare_address(article, 2, 2)))


@pytest.mark.parametrize("number", NOTHING_LIKE_IT)
def test_a_revision_that_is_not_there_is_not_found(desk, number):
    article = three_texts()
    path = reverse("admin:document_compare", args=[article.pk, "ar"])
    assert desk.get(path, {"from": number, "to": "1"}).status_code == 404
    assert desk.get(path, {"from": "1", "to": number}).status_code == 404
    assert desk.get(path, {"from": "1"}).status_code == 404
    if number.isascii() and number.isdecimal():
        assert desk.get(read_address(article, number)).status_code == 404
        assert desk.post(restore_address(article, number)).status_code == 404


@pytest.mark.parametrize("key", ["0", "999", str(2**63), "9" * 30])
def test_a_document_that_is_not_there_is_not_found(desk, key):
    make_article()
    assert desk.get(f"/admin/history/{key}/ar/compare/?from=1&to=1").status_code == 404
    assert desk.get(f"/admin/history/{key}/ar/1/").status_code == 404
    assert desk.post(f"/admin/history/{key}/ar/1/restore/").status_code == 404


def test_a_language_that_is_not_there_is_not_found(desk):
    article = three_texts()
    for language in ("fr", "AR", "x" * 300, "en"):
        known = language == "en"
        assert desk.get(f"/admin/history/{article.pk}/{language}/3/").status_code == (200 if known else 404)
    write(article, "ar", title="الرابع")
    # Number 4 is of the Arabic text only.
    assert desk.get(read_address(article, 4, "en")).status_code == 404
    assert desk.post(restore_address(article, 4, "en")).status_code == 404
    assert desk.get(compare_address(article, 1, 4, "en")).status_code == 404


def test_the_query_of_the_list_may_say_anything(desk):
    article = three_texts()
    path = form_address(article, act="history").split("?")[0]
    for query in ({"language": "x" * 3000}, {"language": ["en", "ar"]}, {"p": "x"}, {"p": "9" * 30}):
        assert desk.get(path, query).status_code == 200
    # The site has one answer to a NUL, wherever it stands.
    for address in (path, reverse("admin:document_compare", args=[article.pk, "ar"])):
        for name in ("language", "page", "p", "from", "to"):
            assert desk.get(address, {name: "1\x00"}).status_code == 400
