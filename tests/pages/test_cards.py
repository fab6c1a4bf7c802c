"""Share cards: what stands on them, that Arabic is joined and ordered on them, and who gets which."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from django.utils.translation import override
from PIL import Image, ImageChops, ImageDraw, features

from forum_site import made_files
from forum_site.cards import drawing, pages
from forum_site.cards.lines import balanced, cut
from forum_site.cards.words import CardWords, words_of
from forum_site.checks import cards_can_be_written, made_files_are_private
from publishing import workflow
from publishing.models import PublicText, SiteSettings
from tests.factories import (
    chief,
    go_live,
    in_istanbul,
    make_article,
    make_decision,
    make_event,
    make_page,
    make_session,
    write,
)
from tests.pages.hidden import SECRET, make_hidden
from tests.pages.reading import get
from tests.publishing.test_concurrency import all_at_once
from tools.card_fonts import FACES, LARGER

ARABIC = {"direction": "rtl", "language": "ar"}
LONG = "المؤتمرون يدعون الجامعات والمعاهد في العالم الإسلامي إلى إدراج تاريخ القدس وجغرافيتها وعمرانها في مناهجها، "


# ---- What is drawn


def strip(text, font, **options):
    """``text`` drawn on a strip of 900 pixels from its right edge: where there is ink."""
    image = Image.new("L", (900, 160))
    ImageDraw.Draw(image).text((880, 80), text, 255, font, "rm", **(ARABIC | options))
    return image


def ink(image):
    """The columns in which something is drawn."""
    return [bool(image.crop((x, 0, x + 1, image.height)).getbbox()) for x in range(image.width)]


def runs(columns):
    """How many pieces stand apart."""
    return sum(1 for before, now in zip([False, *columns], columns, strict=False) if now and not before)


@pytest.mark.parametrize("file", [drawing.TITLE_FACE, drawing.STRONG_FACE, drawing.TEXT_FACE])
def test_arabic_is_joined_and_runs_from_the_right_in_every_face_of_the_cards(file):
    font = drawing.face(file, 80)
    # سلم is one piece when its letters are joined; with a non-joiner between them, it is three.
    joined, apart = strip("سلم", font), strip("س\u200cل\u200cم", font)
    assert (runs(ink(joined)), runs(ink(apart))) == (1, 3)
    assert font.getlength("سلم", **ARABIC) < sum(font.getlength(letter, **ARABIC) for letter in "سلم")
    # Its first letter is on the right: the right end of the word is the right end of the letter in its initial form.
    first = strip("س\u200d", font)
    right = (840, 0, 880, 160)
    assert ImageChops.difference(joined.crop(right), first.crop(right)).getbbox() is None
    assert ImageChops.difference(joined.crop(right), strip("م\u200d", font).crop(right)).getbbox()
    # Lam and alef are drawn as one.
    assert runs(ink(strip("لا", font))) == 1
    # One font has all that a title needs, and vowel signs take no room.
    assert [
        letter for letter in "قرارات (2024): «ندوة» MQF-D1, ٢٠٢٤؛ ğış – …" if not drawing._has(font, letter)
    ] == []
    assert font.getlength("محمّد", **ARABIC) == font.getlength("محمد", **ARABIC)


def test_the_faces_of_the_cards_are_those_of_the_pages(settings):
    """Where this fails static/fonts has changed: run tools/card_fonts.py."""
    fonts = settings.BASE_DIR / "static" / "fonts"
    sheet = (settings.BASE_DIR / "static" / "css" / "fonts.css").read_text()
    display = [line for line in sheet.splitlines() if '"Multaqa Display";' in line and "size-adjust" in line]
    larger = {
        re.search(r"/([\w-]+)\.woff2", line)[1]: int(re.search(r"size-adjust: (\d+)%", line)[1]) / 100
        for line in display
    }
    assert larger == LARGER
    for file, names in FACES.items():
        for name in names:
            words, options = (
                ("المقدسي", ARABIC) if "arabic" in name else ("ğş" if "ext" in name else "Forum", {})
            )
            theirs = drawing.face(fonts / f"{name}.woff2", 100).getlength(words, **options) * LARGER.get(
                name, 1
            )
            assert abs(drawing.face(drawing.FACES / file, 100).getlength(words, **options) - theirs) < 1, (
                file,
                name,
            )


def test_latin_and_digits_in_an_arabic_line_stand_where_readers_expect_them():
    font = drawing.face(drawing.TITLE_FACE, 60)

    def starts_at(line, piece):
        """How far from the right the ``piece`` begins that the line has and the line without it has not."""
        return font.getlength(line[: line.index(piece)], **ARABIC)

    line = "قرار MQF-2024-D1 اليوم"
    whole = strip(line, font)
    code = Image.new("L", (900, 160))
    place = 880 - starts_at(line, "MQF")
    ImageDraw.Draw(code).text((place, 80), "MQF-2024-D1", 255, font, "rm", direction="ltr")
    box = (int(place - font.getlength("MQF-2024-D1")) + 3, 0, int(place) - 3, 160)
    drawn = ImageChops.difference(whole.crop(box), code.crop(box))
    # The same letters in the same order at that place, but for what a fraction of a pixel makes of their edges.
    assert sum(drawn.histogram()[128:]) < sum(code.crop(box).histogram()[128:]) / 8


def test_a_title_is_broken_at_words_evenly_and_cut_with_an_ellipsis():
    def width(line):
        return len(line) * 10

    assert balanced("aa bb cc dd", width, 60) == ["aa bb", "cc dd"]
    # Five words in 11 letters would be 3 + 1: no word is left alone.
    assert balanced("one two three four", width, 140) == ["one two", "three four"]
    assert balanced("", width, 100) == []
    assert balanced("abcdefghijkl", width, 50) == ["abcde", "fghij", "kl"]
    assert cut("one two, three four five six", 2, width, 90) == ["one two,", "three…"]
    for title, lines in [("القدس", 1), (LONG, 3), (LONG * 3, 4), ("W" * 200, 4), ("Short title", 1)]:
        size, drawn = drawing.title_lines(title, "ar" if "ا" in title else "en")
        font = drawing.face(drawing.TITLE_FACE, size)
        assert len(drawn) == lines
        assert max(font.getlength(line, **ARABIC) for line in drawn) <= drawing.MEASURE
        assert drawn[-1].endswith("…") == (len(" ".join(drawn)) < len(title.strip()))
    assert drawing.title_lines("A party 🎉!", "en")[1] == ["A party !"]


def test_a_card_is_a_picture_with_its_words_on_the_reading_side():
    sides = {}
    for language, title in (("ar", "القدس"), ("en", "Jerusalem")):
        card = Image.open(
            BytesIO(drawing.draw(CardWords(language, title, site="س" if language == "ar" else "s")))
        )
        assert (card.size, card.format) == ((1200, 630), "PNG")
        empty = drawing._ground("rtl" if language == "ar" else "ltr")
        above = (0, 0, 1200, drawing.RULE - 5)
        sides[language] = ImageChops.difference(card.convert("RGB").crop(above), empty.crop(above)).getbbox()
    assert sides["ar"][0] > 600
    assert abs(sides["ar"][2] - (1200 - drawing.MARGIN)) < 15
    assert sides["en"][2] < 800
    assert abs(sides["en"][0] - drawing.MARGIN) < 15


def test_where_pillow_cannot_join_letters_arabic_cards_have_no_words_and_the_start_says_so(monkeypatch):
    assert cards_can_be_written(None) == []
    arabic, english = CardWords("ar", "القدس", site="الملتقى"), CardWords("en", "Jerusalem", site="Forum")
    with_words = drawing.draw(arabic)
    monkeypatch.setattr(features, "check", lambda name: name != "fribidi")
    (warning,) = cards_can_be_written(None)
    assert (warning.id, "without fribidi" in warning.msg) == ("multaqa.W003", True)
    assert drawing.draw(arabic) == drawing.draw(CardWords("ar", "توصية")) != with_words
    # English needs no joining; an Arabic word in it would.
    assert (
        drawing.draw(english)
        != drawing.draw(CardWords("en", "Waqf وقف"))
        == drawing.draw(CardWords("en", "وقف"))
    )


# ---- What it says


@pytest.mark.django_db
def test_what_stands_on_the_card_of_each_kind():
    event = make_event(ar="الملتقى", en="The forum", live=True)
    night = in_istanbul(date(2024, 12, 21), 1)
    session = make_session(
        event, ar="ندوة", live=True, starts_at=night, ends_at=in_istanbul(date(2024, 12, 21), 2)
    )
    decision = make_decision(event, ar="قرار ما", live=True)
    article = make_article(ar={"title": "خبر", "kicker": "متابعات"}, live=True)
    page = make_page(ar="عن الملتقى", live=True)
    site = "الملتقى المقدسي"
    expected = {
        event: ("الملتقى", "فعالية", "", site, "21–22 ديسمبر 2024"),
        session: ("ندوة", "ندوة حوارية", "", site, "21 ديسمبر 2024"),
        decision: ("قرار ما", "قرار", decision.reference, site, "22 ديسمبر 2024"),
        page: ("عن الملتقى", "", "", site, ""),
    }
    for document, words in expected.items():
        text = PublicText.objects.get(document_id=document.pk, language_code="ar")
        # Whatever the language of whoever asks.
        with override("en"):
            assert words_of(text) == CardWords("ar", *words)
    text = PublicText.objects.get(document_id=article.pk, language_code="ar")
    assert (words_of(text).kicker, words_of(text).date != "") == ("متابعات", True)
    english = PublicText.objects.get(document_id=event.pk, language_code="en")
    assert words_of(english) == CardWords(
        "en", "The forum", "Event", "", "Maqdisi Forum", "21–22 December 2024"
    )


@pytest.mark.django_db
def test_the_digits_are_those_of_the_site(settings):
    settings.MULTAQA_DIGITS = "arab"
    decision = make_decision(ar="قرار", en="Decision", live=True)
    dates = {
        words_of(text).language: words_of(text).date for text in PublicText.objects.filter(document=decision)
    }
    assert dates == {"ar": "٢٢ ديسمبر ٢٠٢٤", "en": "22 December 2024"}


# ---- Who gets which


def card(client, path, status=200):
    response = client.get(path)
    assert response.status_code == status, path
    return response


@pytest.mark.django_db
def test_a_page_names_its_card_and_the_card_is_drawn_once(client, monkeypatch):
    article = make_article(
        ar={"title": "خبر", "slug": "خبر"}, en={"title": "News", "slug": "news"}, live=True
    )
    drawn = []
    monkeypatch.setattr(
        pages.drawing, "draw", lambda words: drawn.append(words) or b"PNG of " + words.title.encode()
    )
    page = get("/en/news/news/")
    said = {attrs["property"]: attrs["content"] for attrs, _words in page.all("meta") if "property" in attrs}
    assert said["og:image"].startswith(f"http://testserver/d/{article.pk}/en/card.png?v=")
    assert (said["og:image:width"], said["og:image:height"], said["og:image:type"]) == (
        "1200",
        "630",
        "image/png",
    )
    assert said["og:image:alt"] == "News · News · Maqdisi Forum"
    assert {said["og:locale"], said["og:locale:alternate"]} == {"en_GB", "ar_AR"}
    text = PublicText.objects.get(document_id=article.pk, language_code="en")
    assert said["article:published_time"][:16] == text.published_at.astimezone().isoformat()[:16]
    assert "article:modified_time" in said
    ((twitter, _words),) = page.all("meta", name="twitter:card")
    assert twitter["content"] == "summary_large_image"

    named = card(client, said["og:image"])
    assert (named.content, named["Content-Type"]) == (b"PNG of News", "image/png")
    assert (named["Cache-Control"], named["Content-Language"]) == ("public, max-age=86400", "en")
    plain = card(client, f"/d/{article.pk}/en/card.png")
    assert (plain.content, plain["Cache-Control"]) == (b"PNG of News", "public, max-age=300")
    again = client.get(said["og:image"], headers={"if-none-match": named["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert card(client, f"/d/{article.pk}/ar/card.png").content == "PNG of خبر".encode()
    assert [words.title for words in drawn] == ["News", "خبر"]

    write(article, "en", title="Newer")
    assert card(client, said["og:image"]).content == b"PNG of News"
    go_live(article, "en")
    assert card(client, said["og:image"]).content == b"PNG of Newer"
    assert page_card("/en/news/news/") != said["og:image"]
    assert len(drawn) == 3
    # Of each text one is kept.
    kept = made_files.names_in(f"cards/{article.pk}")
    assert sorted(name[:3] for name in kept) == ["ar-", "en-"]


def page_card(path):
    ((attrs, _words),) = get(path).all("meta", property="og:image")
    return attrs["content"]


@pytest.mark.django_db
def test_there_is_no_card_of_what_is_not_public(client, monkeypatch):
    drawn = []
    monkeypatch.setattr(pages.drawing, "draw", lambda words: drawn.append(words.title) or b"PNG")
    live = make_hidden(make_article)
    for document in PublicText.objects.model.objects.values_list("document_id", flat=True).distinct():
        for language in ("ar", "en"):
            card(client, f"/d/{document}/{language}/card.png", 200 if document == live.pk else 404)
    assert set(drawn) == {"علني", "Public"}
    assert SECRET["ar"] not in drawn
    workflow.withdraw(live, "ar", chief())
    for path in (f"/d/{live.pk}/ar", f"/d/{live.pk}/fr", f"/d/{2**70}/ar", "/d/0/en"):
        card(client, f"{path}/card.png", 404)
    # What was drawn of it lies where no address leads.
    (name,) = [name for name in made_files.names_in(f"cards/{live.pk}") if name.startswith("ar-")]
    card(client, f"/media/cards/{live.pk}/{name}", 404)
    assert made_files_are_private(None) == []


def test_made_files_among_the_media_are_an_error(settings):
    settings.MADE_ROOT = f"{settings.MEDIA_ROOT}/made"
    assert [error.id for error in made_files_are_private(None)] == ["multaqa.E003"]


@pytest.mark.django_db(transaction=True)
def test_of_many_who_ask_for_a_card_at_once_each_gets_a_whole_one():
    article = make_article(live=True)
    asks = [lambda: Client().get(f"/d/{article.pk}/en/card.png").content] * 6
    for _round in range(3):
        made_files.drop_others(f"cards/{article.pk}", "", None)
        cards, refusals = all_at_once(*asks)
        assert refusals == []
        assert len(cards) == 6
        assert {Image.open(BytesIO(card)).size for card in cards} == {(1200, 630)}


@pytest.mark.django_db
def test_a_half_written_card_is_drawn_anew(client, settings):
    article = make_article(live=True)
    whole = card(client, f"/d/{article.pk}/en/card.png").content
    (name,) = made_files.names_in(f"cards/{article.pk}")
    path = Path(settings.MADE_ROOT) / "cards" / str(article.pk) / name
    path.write_bytes(path.read_bytes()[:500])
    assert card(client, f"/d/{article.pk}/en/card.png").content == whole


@pytest.mark.django_db
def test_pages_that_are_no_document_have_the_card_of_the_site(client, monkeypatch):
    assert page_card("/ar/").startswith("http://testserver/ar/card.png?v=")
    assert page_card("/en/news/") == page_card("/en/") != page_card("/ar/")
    drawn = []
    monkeypatch.setattr(pages.drawing, "draw", lambda words: drawn.append(words) or b"PNG")
    SiteSettings.objects.create(name_en="Our forum", line_en="What we decided")
    assert card(client, "/en/card.png").content == b"PNG"
    assert drawn == [CardWords("en", "What we decided", site="Our forum")]


@pytest.mark.django_db
def test_queries_of_a_card(client, django_assert_num_queries, monkeypatch):
    """The text with its facts, whatever its kind, and the settings of the site."""
    monkeypatch.setattr(pages.drawing, "draw", lambda words: b"PNG")
    for document in (make_session(live=True), make_decision(live=True), make_article(live=True)):
        with django_assert_num_queries(2):
            card(client, f"/d/{document.pk}/ar/card.png")
