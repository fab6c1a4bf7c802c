"""HTML from the editor, from Word and from nowhere good: what is kept, what is repaired, what is gone."""

import random
import re

import pytest

from publishing.html import TAGS
from publishing.text import is_blank_html, plain_text, sanitise_html

REPORT = (
    '<h2 id="text-day-1">اليوم الأول</h2><p>قال <strong>المنظمون</strong> إن <a href="https://example.org/" '
    'rel="noopener">الملتقى</a> اختتم.</p><ul><li><p>قرار</p></li></ul>'
    '<figure><img src="/media/a.webp" alt="قاعة" width="640" height="360"><figcaption>القاعة</figcaption></figure>'
    '<blockquote lang="en" dir="ltr"><p>Word</p></blockquote><table><tbody><tr><th scope="row">س</th><td colspan="2">ص</td>'
    '</tr></tbody></table><ol start="3"><li><p>ثالثًا</p></li></ol><p><a href="mailto:a@example.org" rel="noopener">m</a> '
    '<a href="tel:+90" rel="noopener">t</a> <a href="/ar/news/" rel="noopener">n</a><br>س</p><hr>'
)


def test_a_press_report_stays_as_it_is():
    assert sanitise_html(REPORT) == REPORT


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("<script>alert(1)</script><p>a</p>", "<p>a</p>"),
        ("<style>p{}</style><p style='color:red' class=x onclick=y>a</p>", "<p>a</p>"),
        ("<p>a<!-- comment --></p>", "<p>a</p>"),
        ("<svg><script>x</script><text>y</text></svg><math><mi>z</mi></math>", ""),
        ("<iframe src='https://x'></iframe><object data=x></object><embed src=x>", ""),
        ("<form action=x><input name=y value=z><button>b</button></form>", "<p>b</p>"),
        ("<p><a href='javascript:alert(1)'>a</a></p>", '<p><a rel="noopener">a</a></p>'),
        ("<p><a href=' jAvA\tscript:alert(1)'>a</a></p>", '<p><a rel="noopener">a</a></p>'),
        ("<p><a href='data:text/html,x' target=_blank rel=opener>a</a></p>", '<p><a rel="noopener">a</a></p>'),
        ("<img src='data:image/png;base64,AAAA'>", ""),
        ("<img src='javascript:x' onerror=y>", ""),
        ("<img src='mailto:x@y'>", ""),
        ("<p><img src='/m/a.png' width='100%' height='10'></p>", '<p><img src="/m/a.png" height="10"></p>'),
        ("<p lang='ar\" onx' dir='up'>a</p>", "<p>a</p>"),
        ("<p>a<span style='x'>b</span></p>", "<p>ab</p>"),
        ("<h1>Title</h1><h5>Small</h5>", "<h2>Title</h2><h4>Small</h4>"),
        ("<div>one</div><div>two<p>three</p>four</div>", "<p>one</p><p>two</p><p>three</p><p>four</p>"),
        ("<section><h2>h</h2>text <b>bold</b></section>", "<h2>h</h2><p>text <b>bold</b></p>"),
        ("loose <em>words", "<p>loose <em>words</em></p>"),
        ("<p>&#x202e;txet\x00 &#x7; ﻣﻠﺘﻘﻰ</p>", "<p>txet  ملتقى</p>"),
        ("<h2 id='day-1'>h</h2><p><a href='#day-1'>a</a></p>",
         '<h2 id="text-day-1">h</h2><p><a href="#text-day-1" rel="noopener">a</a></p>'),
        ("<h2 id='a b'>h</h2><td id=x>y</td>", "<h2>h</h2><p>y</p>"),
        ("<ol start='x' type='I'><li>a</li></ol>", '<ol type="I"><li>a</li></ol>'),
        ("1 < 2 & 3 > 2", "<p>1 &lt; 2 &amp; 3 &gt; 2</p>"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("<pre>\n\na\n  b</pre>", "<pre>a\n  b</pre>"),
    ],
)  # fmt: skip
def test_what_is_kept_of_what_was_pasted(pasted, kept):
    assert sanitise_html(pasted) == kept


@pytest.mark.parametrize(
    ("pasted", "repaired"),
    [
        ("<p>· one</p>\n<p>•\xa0\xa0 two <b>x</b></p><p>end</p>",
         "<ul><li><p>one</p></li><li><p>two <b>x</b></p></li></ul><p>end</p>"),
        ("<p>·قرار</p>", "<ul><li><p>قرار</p></li></ul>"),
        ("<p><strong>· </strong>one</p>", "<ul><li><p>one</p></li></ul>"),
        ("<p>· one<br>· two</p>", "<ul><li><p>one</p></li><li><p>two</p></li></ul>"),
        ("<p>· one<br>two</p>", "<p>· one<br>two</p>"),
        ("<p>§\xa0\xa0one</p><p>o\xa0\xa0two</p>", "<ul><li><p>one</p></li><li><p>two</p></li></ul>"),
        ("<p>§ 5 of the law</p><p>o captain</p>", "<p>§ 5 of the law</p><p>o captain</p>"),
        ("<ul><li>· one</li></ul>", "<ul><li>one</li></ul>"),
        ("<p>· · ·</p>", "<p>· · ·</p>"),
        ("<p>- said one</p>", "<p>- said one</p>"),
        ('<img src="/a.png"><figcaption>c</figcaption>', '<figure><img src="/a.png"><figcaption>c</figcaption></figure>'),
        ('<p><img src="/a.png"></p> <figcaption>c</figcaption><p>t</p>',
         '<figure><img src="/a.png"><figcaption>c</figcaption></figure><p>t</p>'),
        ('<figure><img src="/a.png"></figure><figcaption>c</figcaption>',
         '<figure><img src="/a.png"><figcaption>c</figcaption></figure>'),
        ('<figure><p><img src="/a.png"></p><figcaption>c</figcaption></figure>',
         '<figure><img src="/a.png"><figcaption>c</figcaption></figure>'),
        ("<figcaption>alone</figcaption>", "<p>alone</p>"),
        ("<figure><figcaption><p>alone</p></figcaption></figure>", "<p>alone </p>"),
        ('<figure><img src="/a.png"><figcaption> </figcaption></figure>', '<figure><img src="/a.png"></figure>'),
        ("<p>a</p><p></p><p><br></p><p>&nbsp;</p><p><b> </b></p><h2></h2><ul><li></li></ul><p>b</p>", "<p>a</p><p>b</p>"),
        ("<p>a<b></b> <i> </i>b</p>", "<p>a <i> </i>b</p>"),
        ("<table><tr><td></td><td>x</td></tr></table>", "<table><tbody><tr><td></td><td>x</td></tr></tbody></table>"),
    ],
)  # fmt: skip
def test_what_editors_and_word_leave_is_repaired(pasted, repaired):
    assert sanitise_html(pasted) == repaired


PIECES = [
    "<p>", "</p>", "<div>", "</div>", "<ul>", "<li>", "</ul>", "<figure>", "</figure>", "<figcaption>", "</figcaption>",
    '<img src="/a.png">', "<img src=x:y>", "<table>", "<tr>", "<td>", "</table>", "<b>", "</b>", "<a href='#x'>", "</a>",
    "<pre>", "</pre>", "\n", "<br>", "· ", "كلمة ", "text", "&amp;", "&lt;b&gt;", "&nbsp;", "\x00", "\u202e", "<!--", "-->",
    "<script>", "</script>", "<style>", "<h1>", "</h1>", "<blockquote>", "</blockquote>", "<", ">", '"', "&#0;", "\ud800",
    "<svg>", "</svg>", "<template>", "<select>", "<hr>", "<td", " lang=ar", "<plaintext>", "<textarea>", "<caption>", "<dl><dt>",
]  # fmt: skip


@pytest.mark.parametrize("seed", range(400))
def test_any_heap_of_tags_becomes_a_clean_text_that_cleaning_leaves_alone(seed):
    heap = "".join(random.Random(seed).choices(PIECES, k=40))
    clean = sanitise_html(heap)
    assert sanitise_html(clean) == clean
    assert set(re.findall(r"</?([^\s/>]+)", clean)) <= TAGS
    assert not re.search("[\x00-\x08\u202a-\u202e]", clean)
    # A repair moves tags about; apart from bullets it never takes a word away.
    assert plain_text(clean).count("كلمة") == plain_text(heap).count("كلمة")


@pytest.mark.parametrize("length", range(0, len(REPORT), 7))
def test_a_report_cut_off_anywhere_is_cleaned(length):
    clean = sanitise_html(REPORT[:length])
    assert sanitise_html(clean) == clean


@pytest.mark.parametrize(
    ("unit", "length"),
    [
        ("<blockquote>", 1_000_000),
        ("<ul><li>", 1_000_000),
        ("<ul><li><table><tr><td></ul>", 1_000_000),
        ("<svg>", 1_000_000),
        ("<b>", 200_000),
        ("<p>word ", 200_000),
        ("<", 200_000),
        ("&", 200_000),
        ("<p>· كلمة</p>", 200_000),
    ],
)
def test_a_great_heap_of_anything_is_cleaned_and_stays_clean(unit, length):
    clean = sanitise_html((unit * length)[:length])
    assert "<svg" not in clean
    assert sanitise_html(clean) == clean


def test_words_of_deep_nesting_are_kept():
    assert sanitise_html("<blockquote>" * 500 + "كلمة" + "</blockquote>" * 500 + "<p>b</p>").endswith(
        "<p>b</p>"
    )
    assert "كلمة" in sanitise_html("<blockquote>" * 500 + "كلمة")


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<h2>عنوان</h2><p>كلمة<br>أخرى</p><ul><li>a</li><li>b</li></ul>", "عنوان كلمة أخرى a b"),
        ("<p>قال <b>الم</b>نظمون &amp; <i>x</i>&nbsp;y</p>", "قال المنظمون & x y"),
        ("<div>a</div><div>b</div><table><tr><td>c<td>d</table>", "a b c d"),
        ("<p>1 &lt; 2</p><script>no</script><!-- no -->", "1 < 2"),
        ("<img alt='x' src='/a'>", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_plain_text(html, words):
    assert plain_text(html) == words


@pytest.mark.parametrize(
    ("html", "blank"),
    [
        ("", True),
        (None, True),
        ("<p></p>", True),
        ("<p>&nbsp;<br>\u200b\u200f</p>", True),
        ("<script>x</script>", True),
        ("<img src='javascript:x'>", True),
        ("<hr>", True),
        ("<p>.</p>", False),
        ("<p><img src='/a.png'></p>", False),
    ],
)
def test_what_a_reader_would_see_nothing_of(html, blank):
    assert is_blank_html(html) is blank
