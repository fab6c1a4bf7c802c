"""The form as a translator's and an editor's workbench: the original beside the words, what became of it, and whether the
translation still follows it."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import gettext, override

from publishing import workflow
from publishing.freshness import Freshness, source_text
from publishing.models import Act, Document, Revision
from tests import factories
from tests.desk.forms import (
    KINDS,
    at_clock,
    buttons_of,
    elements,
    form_address,
    form_id,
    list_address,
    messages_of,
    press,
    typed_in,
    words_now,
)
from tests.desk.translations import (
    ARABIC,
    ENGLISH,
    LATER,
    follow,
    outdated,
    sources,
    text_of,
    translated,
    without_tags,
)
from tests.factories import MAKERS, chief, go_live, make_article, second_chief, write
from tests.personas import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def in_english_desk(translator):
    translator.interface_language = "en"
    translator.save()
    return signed_in(translator)


# ---- Side by side


@pytest.mark.parametrize("interface", ["ar", "en"])
def test_each_field_of_a_translation_has_its_original_beside_it(translator, interface):
    translator.interface_language = interface
    translator.save()
    answer = signed_in(translator).get(form_address(translated(), "en"))
    assert sources(answer) == [
        (name, "ar", "rtl", ARABIC[name])
        for name in ("kicker", "title", "summary", "body", "byline", "dateline")
    ]
    with override(interface):
        copy = gettext("Copy the original")
    assert answer.content.decode().count(f"<span>{copy}</span>") == 6


def test_the_other_language_may_be_the_original(desk):
    article = translated(source_language="en")
    assert [row[:3] for row in sources(desk.get(form_address(article, "ar")))] == [
        (name, "en", "ltr") for name in ("title", "summary", "body")
    ]
    assert sources(desk.get(form_address(article, "en"))) == []


def test_nothing_stands_beside_the_original_or_where_there_is_none(desk):
    article = make_article(ar=ARABIC, en=None)
    assert sources(desk.get(form_address(article, "ar"))) == []
    assert sources(desk.get("/admin/articles/article/add/?language=en")) == []
    without_words = factories.Article.objects.create(kind="article")
    assert sources(desk.get(form_address(without_words, "en"))) == []


def test_the_original_is_shown_safely(desk):
    article = translated()
    bad = '<img src=x onerror="alert(1)"> & <b>'
    Revision.objects.filter(document=article, language_code="ar").update(title=bad, body=f"<p>متن</p>{bad}")
    html = desk.get(form_address(article, "en")).content.decode()
    assert "onerror=&quot;alert(1)&quot;" in html
    assert 'onerror="alert' not in html


def test_a_reader_of_the_form_sees_the_original_without_buttons(author):
    answer = signed_in(author).get(form_address(translated(), "en"))
    assert [row[0] for row in sources(answer)] == ["kicker", "title", "summary", "body", "byline", "dateline"]
    assert "copy-source" not in answer.content.decode().partition("document-parts")[2]
    assert buttons_of(answer) == set()


def test_a_translator_reads_the_original_and_writes_the_translation(in_english_desk):
    article = outdated()
    answer = in_english_desk.get(form_address(article, "ar"))
    assert "title" not in elements(answer, form_id(answer))
    sent = typed_in(in_english_desk.get(form_address(article, "en"))) | {"title": "Mine", "_continue": "1"}
    assert in_english_desk.post(form_address(article, "ar"), sent).status_code == 403
    assert words_now(article, "ar")["title"] == LATER["title"]
    # The facts are closed: another original language is not taken.
    in_english_desk.post(form_address(article, "en"), sent | {"source_language": "en"})
    assert words_now(article, "en")["title"] == "Mine"
    assert Document.objects.get(pk=article.pk).source_language == "ar"


@pytest.mark.parametrize("kind", list(KINDS))
@pytest.mark.parametrize("rows", [1, 3])
def test_the_form_of_a_translation_opens_with_few_queries(desk, kind, rows):
    document = MAKERS[kind](live=True)
    for number in range(rows):
        write(document, "ar", title=f"أحدث {number}")
        go_live(document, "ar")
    # Django asks for it once for all forms.
    ContentType.objects.get_for_model(document, for_concrete_model=False)
    with CaptureQueriesContext(connection) as queries:
        answer = desk.get(form_address(document, "en"))
    assert "source-changes" in answer.content.decode()
    assert len(queries) <= 28


# ---- What became of the original


def test_the_tabs_and_the_line_say_how_the_translation_stands(in_english_desk):
    article = make_article(ar=ARABIC, en=None)
    address = form_address(article, "en")
    lines = [text_of(in_english_desk.get(address), "standing")]
    write(article, "en", **ENGLISH)
    lines.append(text_of(in_english_desk.get(address), "standing"))
    go_live(article)
    lines.append(text_of(in_english_desk.get(address), "standing"))
    write(article, "ar", **LATER)
    go_live(article, "ar")
    lines.append(text_of(in_english_desk.get(address), "standing"))
    Revision.objects.filter(document=article, language_code="en").update(source_revision=None)
    lines.append(text_of(in_english_desk.get(address), "standing"))
    changed = Revision.objects.filter(document=article, language_code="ar").latest("number").created_at
    on = f"{changed.astimezone(ZoneInfo('Europe/Istanbul')):%-d %B %Y, %H:%M}"
    assert lines == [
        "There is no translation yet. The original stands beside each field. The original is a draft still and may change.",
        "The translation follows the original as it stands. The original is a draft still and may change.",
        "The translation follows the original as it stands.",
        f"chief changed the original on {on}. What changed since this translation was made is marked beside each field.",
        "Nobody has said yet whether this translation agrees with the original. Read both and say so.",
    ]


@pytest.mark.parametrize("interface", ["ar", "en"])
def test_the_tab_of_an_outdated_translation_has_a_badge(publisher, interface):
    publisher.interface_language = interface
    publisher.save()
    article = outdated()
    for language in ("ar", "en"):
        html = signed_in(publisher).get(form_address(article, language)).content.decode()
        tabs = html.partition('class="language-tabs"')[2].partition("</nav>")[0]
        with override(interface):
            assert re.findall(r"text-state--(?!live)(\w+)\">([^<]*)<", tabs) == [
                ("out_of_date", str(Freshness.OUT_OF_DATE.label))
            ]


def test_what_changed_in_the_original_is_marked_field_by_field(in_english_desk):
    article = outdated()
    html = in_english_desk.get(form_address(article, "en")).content.decode()
    changes = re.findall(r'<details class="source-changes" open>.*?</details>', html, re.S)
    assert len(changes) == 2
    for change, (old, new) in zip(changes, [("افتتاح", "اختتام"), ("أول", "ثان")], strict=True):
        assert [without_tags(part) for part in re.findall(r"<del[^>]*>(.*?)</del>", change)] == [old]
        assert [without_tags(part) for part in re.findall(r"<ins[^>]*>(.*?)</ins>", change)] == [new]
        assert 'lang="ar" dir="rtl"' in change
    # Where nobody said what it was made from, there is nothing to compare.
    Revision.objects.filter(document=article, language_code="en").update(source_revision=None)
    assert "source-changes" not in in_english_desk.get(form_address(article, "en")).content.decode()


# ---- The translation is said to agree


def test_no_change_needed_settles_it_and_is_logged(in_english_desk, translator):
    article = outdated()
    shown = source_text(article)
    answer = press(in_english_desk, form_address(article, "en"), "_mark_up_to_date", note="A name only.")
    assert messages_of(answer) == ["The translation is up to date with the original as it was shown to you."]
    assert follow(article) == Freshness.UP_TO_DATE
    act = Act.objects.get(document=article, name=Act.Name.MARK_UP_TO_DATE)
    assert (act.by, act.language_code, act.revision, act.note) == (translator, "en", shown, "A name only.")
    answer = in_english_desk.get(form_address(article, "en"))
    assert {"_mark_up_to_date"} & buttons_of(answer) == set()
    assert "agrees" not in elements(answer, form_id(answer))


def test_it_settles_what_was_shown_and_not_what_came_since(in_english_desk):
    article = outdated()
    address = form_address(article, "en")
    sent = typed_in(in_english_desk.get(address)) | {"_mark_up_to_date": "1"}
    write(article, "ar", title="ثالث")
    go_live(article, "ar")
    in_english_desk.post(address, sent)
    assert follow(article) == Freshness.OUT_OF_DATE
    html = in_english_desk.get(address).content.decode()
    assert re.findall(r"<(?:ins|del)[^>]*>([^<]*)<", html) != []
    # Only what has changed since then is marked.
    assert LATER["title"] in "".join(re.findall(r"<del[^>]*>(.*?)</del>", html))


@pytest.mark.parametrize("sent", ["", "x", "9" * 40, "other"])
def test_a_text_that_was_not_shown_settles_nothing(in_english_desk, sent):
    article = outdated()
    key = str(Revision.objects.get(document=translated(), language_code="ar").pk) if sent == "other" else sent
    answer = press(in_english_desk, form_address(article, "en"), "_mark_up_to_date", source_revision=key)
    assert messages_of(answer) == [
        "The working copy is saved. That text is not the original of this translation."
    ]
    assert follow(article) == Freshness.OUT_OF_DATE


@pytest.mark.parametrize("button", ["_continue", "_save", "_submit_for_review"])
def test_saved_with_the_tick_the_translation_is_up_to_date(in_english_desk, button):
    article = outdated()
    press(in_english_desk, form_address(article, "en"), button, title="The forum closes", agrees="on")
    assert words_now(article, "en")["title"] == "The forum closes"
    assert follow(article) in (Freshness.UP_TO_DATE, Freshness.IN_PROGRESS)
    assert Act.objects.filter(document=article, name=Act.Name.MARK_UP_TO_DATE).count() == 1


def test_without_the_tick_it_stays_out_of_date(in_english_desk):
    article = outdated()
    press(in_english_desk, form_address(article, "en"), "_continue", title="The forum goes on")
    assert follow(article) == Freshness.OUT_OF_DATE


def test_published_with_the_tick_readers_get_a_translation_of_the_new_text(desk):
    article = outdated()
    press(desk, form_address(article, "en"), "_publish", title="The forum closes", agrees="on")
    public = Revision.objects.live().get(document=article, language_code="en")
    assert (public.title, public.source_revision) == ("The forum closes", source_text(article))


def test_a_refused_form_keeps_the_tick_for_the_same_text_only(in_english_desk):
    article = outdated()
    address = form_address(article, "en")
    sent = typed_in(in_english_desk.get(address)) | {"title": "", "agrees": "on", "_continue": "1"}
    answer = in_english_desk.post(address, sent)
    assert typed_in(answer)["agrees"] == "on"
    write(article, "ar", title="ثالث")
    go_live(article, "ar")
    assert "agrees" not in typed_in(in_english_desk.post(address, sent))


def test_a_first_translation_follows_what_was_shown(in_english_desk):
    article = make_article(ar=ARABIC, en=None, live=True)
    address = form_address(article, "en")
    sent = typed_in(in_english_desk.get(address)) | ENGLISH | {"_continue": "1"}
    write(article, "ar", **LATER)
    go_live(article, "ar")
    in_english_desk.post(address, sent)
    assert follow(article) == Freshness.OUT_OF_DATE
    first = Revision.objects.get(document=article, language_code="en")
    assert first.source_revision == Revision.objects.get(document=article, language_code="ar", number=1)


def test_a_first_translation_of_what_stands_is_logged_as_saved_only(in_english_desk):
    article = make_article(ar=ARABIC, en=None, live=True)
    press(in_english_desk, form_address(article, "en"), "_continue", **ENGLISH)
    acts = Act.objects.filter(document=article, language_code="en").values_list("name", flat=True)
    assert list(acts) == [Act.Name.SAVE]
    assert follow(article) == Freshness.IN_PROGRESS


# ---- A minor change of the original


def asks_for_minor(answer):
    return "is_minor" in elements(answer, form_id(answer))


def test_minor_is_asked_where_readers_know_the_original_and_there_is_a_translation(desk, editor):
    article = translated()
    assert asks_for_minor(desk.get(form_address(article, "ar")))
    assert not asks_for_minor(desk.get(form_address(article, "en")))
    assert not asks_for_minor(signed_in(editor).get(form_address(article, "ar")))
    assert not asks_for_minor(desk.get(form_address(make_article(), "ar")))
    assert not asks_for_minor(desk.get(form_address(make_article(en=None, live=True), "ar")))


def test_after_a_minor_change_the_translation_is_up_to_date(desk):
    article = translated()
    press(desk, form_address(article, "ar"), "_publish", title="افتتاح الملتقى المقدسي", is_minor="on")
    assert Revision.objects.live().get(document=article, language_code="ar").title == "افتتاح الملتقى المقدسي"
    assert follow(article) == Freshness.UP_TO_DATE
    press(desk, form_address(article, "ar"), "_publish", title="غير ذلك")
    assert follow(article) == Freshness.OUT_OF_DATE


def test_a_minor_change_may_be_scheduled(desk):
    article = translated()
    begin = timezone.now().astimezone(ZoneInfo("Europe/Istanbul")) + timedelta(days=1)
    typed = {"title": "افتتاح الملتقى المقدسي", "is_minor": "on"} | at_clock("live_from", begin)
    press(desk, form_address(article, "ar"), "_schedule", **typed)
    assert Revision.objects.scheduled().get(document=article).title == "افتتاح الملتقى المقدسي"
    assert follow(article) == Freshness.UP_TO_DATE


# ---- The lists


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_list_shows_and_filters_by_freshness(desk, kind):
    made = {
        "fresh": MAKERS[kind](live=True),
        "stale": MAKERS[kind](live=True),
        "missing": MAKERS[kind](en=None),
    }
    made["in_progress"] = MAKERS[kind]()
    made["english"] = MAKERS[kind](ar=None, live=True)
    write(made["english"], "ar", title="ترجمة", body="<p>متن</p>")
    go_live(made["english"], "ar")
    write(made["stale"], "ar", title="أحدث")
    workflow.publish(made["stale"], "ar", second_chief())
    ours = {row.pk for row in made.values()}

    def listed(**asked):
        found = desk.get(list_address(KINDS[kind]), asked).context["cl"].result_list
        return {row.pk for row in found} & ours

    assert listed(freshness_en="out_of_date") == {made["stale"].pk}
    assert listed(freshness_en="up_to_date") == {made["fresh"].pk}
    assert listed(freshness_en="missing") == {made["missing"].pk}
    assert listed(freshness_en="in_progress") == {made["in_progress"].pk}
    assert listed(freshness_ar="up_to_date") == {made["english"].pk}
    assert listed(freshness_ar="up_to_date", freshness_en="missing") == set()
    assert listed(freshness_en="out_of_date", state_en="live", q="أحدث") == {made["stale"].pk}
    assert listed(freshness_en="nothing") in (ours, listed())
    answer = desk.get(list_address(KINDS[kind]))
    badges = re.findall(r"text-state--out_of_date", answer.content.decode())
    assert len(badges) == 1


def test_chief_is_who_wrote_it():
    """What the sentences above rely on."""
    assert Revision.objects.filter(document=outdated()).latest("pk").created_by == chief()
