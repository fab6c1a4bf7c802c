"""What a page adds to a body: footnotes as links, tables that say what they are, quotations with their source, points."""

import random
import re

import pytest
from django.utils.html import escape

from publishing.models import Revision
from publishing.text import sanitise_html
from publishing.typeset import typeset
from tests.pages.reading import Page
from tests.publishing.test_html import PIECES


def page(html, language="en", **options):
    """The typeset body of a text in which somebody saved ``html``."""
    return Page(typeset(Revision(body=sanitise_html(html), language_code=language), **options))


def marks(body):
    """[(the number that is seen, where it leads)] of the marks in a text."""
    return [(words, attrs["href"]) for attrs, words in body.all("a", role="doc-noteref")]


def notes(body):
    """{id: words without the arrow} of the notes."""
    return {attrs["id"]: words.removesuffix(" ↑") for attrs, words in body.all("li") if "tabindex" in attrs}


def test_what_needs_nothing_is_left_alone():
    plain = (
        '<h2 id="text-a">H</h2><p>One &lt; two [1], m<sup>2</sup>.</p><ul><li>a</li></ul><blockquote><p>Q</p></blockquote>'
        '<p><a href="#text-a">up</a></p><h2>Notes</h2><ol><li>Nobody leads here</li></ol>'
    ).replace("[1]", "[5]")
    assert typeset(Revision(body=plain, language_code="en")) == plain


# ---- Footnotes


@pytest.mark.parametrize(
    "typed",
    [
        "<p>A [1] b[2].</p><h2>Notes</h2><ol><li>First</li><li><p>Second</p></li></ol>",
        "<p>A[1] b [2].</p><p><strong>Footnotes:</strong></p><p>[1] First</p><p>[2]. Second</p>",
        "<p>A<sup>[1]</sup> b<sup>[2]</sup>.</p><p>[1] First</p><p>[2] Second</p>",
        # Word, LibreOffice and Google Docs, as they paste
        '<p>A<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> b<a href="#_ftn2"><sup>[2]</sup></a>.</p><hr>'
        '<div id="ftn1"><p><a href="#_ftnref1">[1]</a> First</p></div><div><p><a href="#_ftnref2">[2]</a> Second</p></div>',
        '<p>A<a href="#sym1"><sup>1</sup></a> b<a href="#sym2"><sup>2</sup></a>.</p>'
        '<p><a href="#anc1">1</a>First</p><p><a href="#anc2">2</a>Second</p>',
        '<p>A<sup><a href="#ftnt1">[1]</a></sup> b<sup><a href="#ftnt2">[2]</a></sup>.</p>'
        '<p><a href="#ftnt_ref1">[1]</a> First</p><p><a href="#ftnt_ref2">[2]</a> Second</p>',
    ],
)  # fmt: skip
def test_marks_and_notes_lead_to_each_other(typed):
    body = page(typed)
    assert marks(body) == [("1", "#text-note-1"), ("2", "#text-note-2")]
    assert notes(body) == {"text-note-1": "First", "text-note-2": "Second"}
    assert [attrs["aria-label"] for attrs, _words in body.all("a", role="doc-noteref")] == [
        "Note 1",
        "Note 2",
    ]
    back = {attrs["href"]: attrs["aria-label"] for attrs, _words in body.all("a", role="doc-backlink")}
    assert back == {
        "#text-mark-1": "Back to the text: note 1",
        "#text-mark-2": "Back to the text: note 2",
    }
    assert {attrs.get("id") for attrs, _words in body.all("a")} > {"text-mark-1", "text-mark-2"}
    ((section, _words),) = body.all("section")
    ((heading, _words),) = body.all("h2", id=section["aria-labelledby"])
    assert not re.search(r"\[\d\]", body.html)
    assert re.match(r"<p>A<sup.*?</sup> b<sup.*?</sup>\.</p>", body.html)


def test_arabic_notes_in_the_digits_of_the_site(settings):
    typed = "<p>كلمة [١] وأخرى [2].</p><h3>الهوامش:</h3><ol><li>أول</li><li>ثان</li></ol><hr><p>ختام [1]</p>"
    body = page(typed, "ar")
    assert marks(body) == [("1", "#text-note-1"), ("2", "#text-note-2"), ("1", "#text-note-1")]
    assert notes(body) == {"text-note-1": "أول ↑", "text-note-2": "ثان"}
    assert body.words_of("h3") == ["الهوامش:"]
    # A note of two places has two ways back, each with a name of its own.
    assert len({attrs["aria-label"] for attrs, _words in body.all("a", role="doc-backlink")}) == 3
    settings.MULTAQA_DIGITS = "arab"
    assert [words for words, _href in marks(page(typed, "ar"))] == ["١", "٢", "١"]


def test_what_is_no_footnote_stays_as_it_was_typed():
    assert marks(page("<p>See [1] and [2].</p>")) == []
    body = page("<p>A [1], b [7] and <code>c[1]</code>, <a href='/x/'>d [1]</a>.</p><p>[1] N</p>")
    assert marks(body) == [("1", "#text-note-1")]
    assert "[7]" in body.words
    assert body.words_of("code") == ["c[1]"]
    assert body.words_of("a", href="/x/") == ["d [1]"]


def test_no_two_elements_share_an_id():
    body = page("<h2 id=note-1>a</h2><h2 id=note-1>b</h2><p id=notes>c [1]</p><p>[1] n</p>")
    ids = [attrs["id"] for _tag, attrs, _words in body.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert all(name.startswith("text-") for name in ids)
    ((_number, href),) = marks(body)
    assert notes(body) == {href[1:]: "n"}


# ---- Tables, quotations, pictures, points


def test_a_table_scrolls_in_a_region_with_a_name():
    cells = "<tr><th>a</th><th>b</th></tr><tr><th>r</th><td>1</td></tr></table>"
    body = page(
        f"<p><strong>Who came</strong></p><table>{cells}<table>{cells}<table><caption>Own</caption>{cells}"
    )
    regions = [attrs for attrs, _words in body.all("div", klass="table-scroll")]
    assert [(region["role"], region["tabindex"]) for region in regions] == [("region", "0")] * 3
    assert [region.get("aria-label") for region in regions] == [None, "Table 2", None]
    captions = {attrs["id"]: words for attrs, words in body.all("caption")}
    assert [captions.get(region.get("aria-labelledby")) for region in regions] == ["Who came", None, "Own"]
    assert [attrs["scope"] for attrs, _words in body.all("th")] == ["col", "col", "row"] * 3
    assert body.words_of("p") == []


def test_a_quotation_says_whose_it_is():
    body = page(
        "<blockquote><p>Words.</p><p>— Sample speaker</p></blockquote><blockquote><p>— Not a name</p></blockquote>"
    )
    assert body.words_of("figcaption") == ["— Sample speaker"]
    assert body.words_of("blockquote") == ["Words.", "— Not a name"]


def test_pictures_wait_and_have_an_alternative():
    body = page('<p>a</p><figure><img src="/a.png" alt="Stars"></figure><img src="/b.png">')
    assert [(attrs["alt"], attrs["loading"]) for attrs, _words in body.all("img")] == [
        ("Stars", "lazy"),
        ("", "lazy"),
    ]


def test_points_have_one_name_in_both_languages():
    def ids(html, language):
        return [
            attrs.get("id")
            for tag, attrs, _w in page(html, language, has_points=True).elements
            if tag in ("li", "p")
        ]

    listed = "<p>{0}</p><ol><li>{0}<ol><li>{0}</li></ol></li><li>{0}</li></ol><p>{0}</p><ol><li>{0}</li></ol>"
    assert ids(listed.format("نص"), "ar") == ids(listed.format("text"), "en")
    assert ids(listed.format("text"), "en") == [None, "p1", None, "p2", None, "p3"]
    assert ids("<p>a</p><p>b</p>", "en") == ["p1", "p2"]


# ---- Anything at all

OWN = [
    "[1]", "[٢]", "[999999]", "<p>[1] ", "<p>[2]", "<h2>Notes</h2>", "<ol>", "<ol start=0>", "<sup>[1]</sup>",
    "<a href='#a'>1</a>", "<a href='#[1]'>[1]</a>", "<p><strong>c</strong></p>", "<th>", "<hr>", "<caption>[1]</caption>",
    "<blockquote><p>q</p><p>— me</p></blockquote>", "<h2 id=note-1>", "<p id=mark-1>",
]  # fmt: skip


def test_no_heap_of_tags_breaks_it_or_gets_past_it():
    for seed in range(300):
        heap = "".join(random.Random(seed).choices(PIECES + OWN * 3, k=60))
        body = page(heap, random.Random(seed).choice(["ar", "en"]), has_points=bool(seed % 2))
        assert not {tag for tag, _attrs, _words in body.elements} & {
            "script",
            "style",
            "svg",
            "template",
            "iframe",
        }
        ids = [attrs["id"] for _tag, attrs, _words in body.elements if "id" in attrs]
        assert len(ids) == len(set(ids)), seed
        assert all(re.match(r"text-|p\d+$", name) for name in ids), seed
        assert {href[1:] for _number, href in marks(body)} <= set(ids), seed


def test_what_a_label_is_made_of_is_escaped():
    body = page(f"<p>a [1]</p><h2>Notes</h2><ol><li>{escape('<script>x</script>')}</li></ol>")
    assert body.words_of("script") == []
    assert notes(body) == {"text-note-1": "<script>x</script>"}
