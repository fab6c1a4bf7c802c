"""What changed from one text to another, as the desk shows it: words, formatting told in words, nothing else."""

import random
import re
import time
import unicodedata

import pytest
from django.utils.safestring import SafeString
from django.utils.translation import override

from publishing.diff import FieldDiff, html_diff, text_diff, words_diff
from publishing.diff_words import words_of
from publishing.models import WORDS
from publishing.text import sanitise_html


@pytest.fixture(autouse=True)
def _in_english():
    with override("en"):
        yield


def label(text):
    return f' <span class="diff-markup" lang="en" dir="ltr">{text}</span>'


def block(html, kind=""):
    return f'<p class="diff-block{kind}">{html}</p>'


def kind_of(name):
    return f'<span class="diff-kind" lang="en" dir="ltr">{name}</span> '


UNSEEN = label("What changed cannot be seen in the words: spaces, invisible signs or the layout of a table.")


# ---- Plain text


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (None, None, ""),
        ("", "Title", "<ins>Title</ins>"),
        ("Title", None, "<del>Title</del>"),
        ("The forum opens", "The forum opens", "The forum opens"),
        ("The forum opens today", "The forum closes today", "The forum <del>opens</del> <ins>closes</ins> today"),
        ("It ends here.", "It ends.", "It ends <del>here</del>."),
        ("A, b and c", "A b and c", "A<del>,</del> b and c"),
        ("from 10:30 on", "from 10:45 on", "from <del>10:30</del> <ins>10:45</ins> on"),
        ("I don't know you", "I can't know you", "I <del>don&#x27;t</del> <ins>can&#x27;t</ins> know you"),
        ("قرارات الملتقى، والتوصيات", "قرارات المنتدى، والتوصيات",
         "قرارات <del>الملتقى</del> <ins>المنتدى</ins>، والتوصيات"),
        # A vowel sign makes another word of it, and stays with its letters.
        ("هذا كتاب نافع", "هذا كِتاب نافع", "هذا <del>كتاب</del> <ins>كِتاب</ins> نافع"),
        ("«الملتقى» اليوم", "«المنتدى» اليوم", "«<del>الملتقى</del> <ins>المنتدى</ins>» اليوم"),
        # Hardly a word in common: told as replaced, not as shreds.
        ("one of the six ways to do it now", "nine reasons why of course, yes and no more",
         "<del>one of the six ways to do it now</del> <ins>nine reasons why of course, yes and no more</ins>"),
        # A sign between two changed words goes with them.
        ("we saw (red, blue) there", "we saw (pink, grey) there",
         "we saw (<del>red, blue</del> <ins>pink, grey</ins>) there"),
        ("one line\nanother line", "one line, another line", "one line<del>⏎</del> <ins>,</ins> another line"),
    ],
)  # fmt: skip
def test_the_words_of_a_plain_text(old, new, told):
    html = text_diff(old, new)
    assert isinstance(html, SafeString)
    assert html == told


def test_what_differs_and_cannot_be_seen_is_said():
    assert text_diff("one  line", "one line") == f"one line{UNSEEN}"
    assert text_diff("word", "wo\u2066rd") == f"word{UNSEEN}"


HOSTILE = "<script>alert(1)</script> \"quoted\" 'single' & </ins> <ins class=x onclick=y>"


def tags(html):
    return set(re.findall(r"<[^>]*>", html))


@pytest.mark.parametrize(("old", "new"), [(None, HOSTILE), (HOSTILE, None), (HOSTILE, HOSTILE + " more")])
def test_tags_in_a_plain_text_are_words(old, new):
    html = text_diff(old, new)
    assert tags(html) <= {"<ins>", "</ins>", "<del>", "</del>"}
    assert '"' not in html
    assert "'" not in html


def test_signs_that_turn_the_text_around_stay_out():
    turned = "\u202eabc\u202c \u2067def\u2069 \x00\x1b"
    for html in (text_diff("", turned), html_diff("", f"<p>{turned}</p>")):
        assert not set(html) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\x1b")
        assert "abc def" in html
    # Marks that only say where a word belongs are part of it.
    assert text_diff("", "ا\u200cب\u200f") == "<ins>ا\u200cب\u200f</ins>"


ARABIC = "وَقَالَ المُنَظِّمون: «لا نَنْسَى الأسْرى»، وعددُهم ٩٬٧٠٠ أسيرٍ؛ ومـــنهم ٣٥٠ طفلًا — بحسب نادي الأسير ﷺ."


def test_no_arabic_word_is_cut_inside():
    """Whatever changes: on both sides of each tag stands a space, a sign or nothing, never two letters."""
    rnd = random.Random(7)
    for _turn in range(300):
        old, new = ARABIC.split(), ARABIC.split()
        for words in (old, new):
            for _change in range(rnd.randrange(5)):
                place = rnd.randrange(len(words))
                words[place] = rnd.choice(
                    ["كلمة،", "في", words[place] + "ه", words[place][:3], "«" + words[place]]
                )
        sides = re.findall("(.)(?:<[^>]+>)+(.)", text_diff(" ".join(old), " ".join(new)))
        assert not [(one, other) for one, other in sides if is_letter(one) and is_letter(other)]


def is_letter(sign):
    return unicodedata.category(sign)[0] in "LMN"


def test_words_keep_their_marks_joiners_and_digits():
    words = [word.text for word in words_of(ARABIC)]
    assert words[:4] == ["وَقَالَ", "المُنَظِّمون", ":", "«"]
    assert {"٩٬٧٠٠", "ومـــنهم", "طفلًا", "—", "؛", "ﷺ", "."} <= set(words)


# ---- Bodies


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (None, None, ""),
        ("", "<p>New text.</p>", block("<ins>New text.</ins>", " diff-block--new")),
        ("<p>Old text.</p>", "", block("<del>Old text.</del>", " diff-block--old")),
        ("<p>The same.</p>", "<p>The same.</p>", block("The same.")),
        ("<p>We meet on Sunday here.</p>", "<p>We meet on Monday here.</p>",
         block("We meet on <del>Sunday</del> <ins>Monday</ins> here.")),
        # A changed kind of block.
        ("<p>The first day</p>", "<h2>The first day</h2>", block(f"{kind_of('Heading')}The first day{label('now a heading')}")),
        ("<h2>The first day</h2>", "<h3>The first day</h3>",
         block(f"{kind_of('Subheading')}The first day{label('now a subheading')}")),
        ("<h2>The first day</h2>", "<p>The first day</p>", block(f"The first day{label('now a paragraph')}")),
        ("<p>To be kept</p>", "<blockquote><p>To be kept</p></blockquote>",
         block(f"{kind_of('Quotation')}To be kept{label('now a quotation')}")),
        ("<ul><li><p>One item</p></li></ul>", "<ol><li><p>One item</p></li></ol>",
         block(f"{kind_of('Numbered item')}One item{label('now a numbered item')}")),
        ("<ul><li><p>First one</p></li><li><p>Second two</p></li></ul>",
         "<ul><li><p>First one</p><ul><li><p>Second two</p></li></ul></li></ul>",
         block(f"{kind_of('Bulleted item')}First one")
         + block(f"{kind_of('Bulleted item')}Second two{label('now on level 2 of the list')}")),
        ("<p>End.</p>", "<p>End.</p><hr>",
         block("End.") + block(f"{kind_of('Dividing line')}<ins>———</ins>", " diff-block--new")),
        # Formatting inside.
        ("<p>A very good day</p>", "<p>A <strong>very good</strong> day</p>",
         block(f'A <span class="diff-marked"><strong>very good</strong></span>{label("now bold")} day')),
        ("<p>A <b>very</b> good <em>day</em></p>", "<p>A very good <strong><em>day</em></strong></p>",
         block(f'A <span class="diff-marked">very</span>{label("no longer bold")} good '
               f'<span class="diff-marked"><em><strong>day</strong></em></span>{label("now bold")}')),
        ("<p>See our list</p>", '<p>See <a href="https://e.org/?a=1&amp;b=2">our list</a></p>',
         block('See <span class="diff-marked"><span class="diff-link">our list</span></span>'
               + label('link: <bdi dir="ltr">https://e.org/?a=1&amp;b=2</bdi>'))),
        ('<p>See <a href="https://e.org/">our list</a></p>', '<p>See <a href="https://e.net/">our list</a></p>',
         block('See <span class="diff-marked"><span class="diff-link">our list</span></span>'
               + label('link removed: <bdi dir="ltr">https://e.org/</bdi>')
               + label('link: <bdi dir="ltr">https://e.net/</bdi>'))),
        # A word that changed inside a link that stayed is a change of words only.
        ('<p>See all of <a href="/list/">our list</a></p>', '<p>See all of <a href="/list/">our table</a></p>',
         block('See all of <span class="diff-link">our</span> <del><span class="diff-link">list</span></del> '
               '<ins><span class="diff-link">table</span></ins>')),
        ('<figure><img src="/a.webp" alt="A hall"></figure>', '<figure><img src="/b.webp" alt="A hall"></figure>',
         block(f'{kind_of("Picture")}<span class="diff-marked">[A hall]</span>'
               + label('picture removed: <bdi dir="ltr">/a.webp</bdi>') + label('picture: <bdi dir="ltr">/b.webp</bdi>'))),
        # Lines and paragraphs.
        ("<p>One line<br>another line</p>", "<p>One line another line</p>", block("One line<del>⏎</del> another line")),
        ("<p>One long part. And another part.</p>", "<p>One long part.</p><p>And another part.</p>",
         block("One long part.<ins>¶<br></ins>And another part.")),
        ("<p>One long part.</p><p>And another part.</p>", "<p>One long part. And another part.</p>",
         block("One long part.<del>¶</del> And another part.")),
        ('<table><tr><td colspan="1">a</td></tr></table>', '<table><tr><td colspan="2">a</td></tr></table>',
         block(f"{kind_of('Table row')}a") + UNSEEN),
    ],
)  # fmt: skip
def test_the_words_of_a_body(old, new, told):
    html = html_diff(old, new)
    assert isinstance(html, SafeString)
    assert html == told


def table(*rows):
    cells = ["".join(f"<td><p>{cell}</p></td>" for cell in row) for row in rows]
    return f"<table><tbody>{''.join(f'<tr>{row}</tr>' for row in cells)}</tbody></table>"


def test_rows_of_a_table():
    old = table(("Gaza", "12", "open"), ("Jenin", "7", "open"))
    new = table(("Gaza", "14", "open"), ("Jenin", "7", "open"), ("Hebron", "3", "closed"))
    row = kind_of("Table row")
    assert html_diff(old, new) == (
        block(f"{row}Gaza │ <del>12</del> <ins>14</ins> │ open")
        + block(f"{row}Jenin │ 7 │ open")
        + block(f"{row}<ins>Hebron │ 3 │ closed</ins>", " diff-block--new")
    )


def test_the_head_of_a_table():
    head = "<table><tr><th>City</th><td>Number</td></tr></table>"
    told = label("no longer the head of a table")
    assert html_diff(head, table(("City", "Number"))) == block(
        f'{kind_of("Table row")}<span class="diff-marked">City</span>{told} │ Number'
    )


def quoted(text):
    return f'<blockquote lang="en" dir="ltr"><p>{text}</p></blockquote>'


def test_arabic_bodies_and_labels():
    old = "<h2>اليوم الأول</h2><p>افتُتح <strong>الملتقى</strong> في إسطنبول.</p>{}".format(quoted("Word"))
    new = "<h2>اليوم الأول</h2><p>اختُتم الملتقى في إسطنبول.</p>{}".format(quoted("Words"))
    with override("ar"):
        html = html_diff(old, new)
    # Labels are in the language of the desk, within a text of whatever language.
    assert html.count('<span class="diff-kind" lang="ar" dir="rtl">') == 3
    assert html.count('<span class="diff-markup" lang="ar" dir="rtl">') == 1
    assert '<del>افتُتح</del> <ins>اختُتم</ins> <span class="diff-marked">الملتقى</span>' in html
    assert html.count('<p class="diff-block diff-block--new" lang="en" dir="ltr">') == 1


def test_what_did_not_change_is_folded_but_for_the_neighbours():
    same = [f"<p>Paragraph number {number}.</p>" for number in range(12)]
    html = html_diff("".join([*same, "<p>At the end one.</p>"]), "".join([*same, "<p>At the end two.</p>"]))
    folded = "".join(block(f"Paragraph number {number}.") for number in range(11))
    assert html == (
        '<details class="diff-same"><summary><span class="diff-folded" lang="en" dir="ltr">11 parts without a change'
        f"</span></summary>{folded}</details>"
        + block("Paragraph number 11.")
        + block("At the end <del>one</del> <ins>two</ins>.")
    )


def test_the_moved_the_new_and_the_gone_do_not_disturb_the_rest():
    parts = [
        f"The {name} paragraph speaks of {name} things and of more."
        for name in ("red", "blue", "green", "grey")
    ]
    changed = [parts[0], "Something else altogether stands here.", parts[1].replace("more", "less"), parts[3]]
    html = html_diff(*("".join(f"<p>{part}</p>" for part in side) for side in (parts, changed)))
    assert html == (
        block(parts[0])
        + block("<ins>Something else altogether stands here.</ins>", " diff-block--new")
        + block("The blue paragraph speaks of blue things and of <del>more</del> <ins>less</ins>.")
        + block(f"<del>{parts[2]}</del>", " diff-block--old")
        + block(parts[3])
    )


SAFE = re.compile(
    r"</?(?:ins|del|strong|em|code|sub|sup|details|summary|p|span|bdi)>|<br>|"
    r'<(?:p|span|details) class="diff-[a-z -]+"(?: lang="en" dir="ltr")?>|<bdi dir="(?:ltr|rtl)">|'
    r'<p class="diff-block[a-z -]*"(?: lang="[^"<>]*")?(?: dir="[^"<>]*")?>'
)
BODIES = [
    "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
    "<script>alert(1)</script><p onclick='x'>y</p><img src=x onerror=alert(1)>",
    '<p lang="&quot;&gt;&lt;script&gt;" dir=\'" onload="x\'>words</p>',
    '<p><a href="javascript:alert(1)&quot;&gt;&lt;b&gt;">words</a></p>',
    "</p></td></table><p><table><td>a<td>b<tr><p>c</div><li>d<ul><li>e</ol>f",
    "<" * 500,
    "<p>&#0;&#xd800;&#x202e;&amp;lt;b&amp;gt;</p>",
    "<b><i><u><s><a href='x'>" * 200 + "deep",
    "<!-- <ins> --><![CDATA[<del>]]><?php echo 1 ?><p>z",
]


@pytest.mark.parametrize("old", [None, *BODIES])
@pytest.mark.parametrize("new", BODIES)
def test_nothing_of_a_hostile_body_comes_out_as_a_tag(old, new):
    """Even where nobody has sanitised it."""
    for one, other in ((old, new), (new, old)):
        rest = SAFE.sub("", html_diff(one, other))
        assert not set(rest) & set("<>\"'\x00\u202e\ud800")


def test_what_is_kept_of_a_body_is_told_after_sanitising():
    body = sanitise_html(BODIES[4])
    assert html_diff(body, body).count("<p") >= 1


# ---- Long ones


def bodies(vocabulary, paragraph, words=20_000):
    """Two bodies of 20,000 words in paragraphs of that many, each word one of so many."""
    rnd = random.Random(vocabulary * paragraph)
    return [
        "".join(
            f"<p>{' '.join(f'w{rnd.randrange(vocabulary)}' for _word in range(paragraph))}</p>"
            for _paragraph in range(words // paragraph)
        )
        for _side in range(2)
    ]


@pytest.mark.parametrize("vocabulary", [2, 200, 20_000])
@pytest.mark.parametrize("paragraph", [10, 1_000, 20_000])
def test_however_words_repeat_a_long_body_takes_no_longer(vocabulary, paragraph):
    old, new = bodies(vocabulary, paragraph)
    began = time.process_time()
    html = html_diff(old, new)
    assert time.process_time() - began < 5
    assert html.count("w0") + html.count("w1") > 0


@pytest.mark.parametrize("paragraph", [80, 20_000])
def test_a_long_body_is_still_compared_word_by_word(paragraph):
    rnd = random.Random(3)
    old = [f"w{int(rnd.paretovariate(0.6)) % 5_000}" for _word in range(20_000)]
    new, places = list(old), sorted(rnd.sample(range(20_000), 50))
    for place in places:
        new[place] = f"x{place}"
    html = html_diff(*(
        "".join(f"<p>{' '.join(words[start : start + paragraph])}</p>" for start in range(0, 20_000, paragraph))
        for words in (old, new)
    ))  # fmt: skip
    assert re.findall("<ins>(.*?)</ins>", html) == [f"x{place}" for place in places]
    assert re.findall("<del>(.*?)</del>", html) == [old[place] for place in places]


# ---- All the words of a text

OLD = {name: f"old {name}" for name in WORDS} | {"body": "<p>old body</p>"}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_word_of_a_text_in_its_direction(language):
    new = OLD | {"title": "new title", "body": "<p>new body</p>"}
    found = words_diff(OLD, new, language)
    assert [field.name for field in found] == list(WORDS)
    assert {field.name for field in found if field.is_changed} == {"title", "body"}
    labels = ["Title", "Address", "Kicker", "Summary", "Body", "Byline", "Dateline"]
    assert [str(field.label) for field in found] == labels
    way = "rtl" if language == "ar" else "ltr"
    starts = {field.name: field.html.split(">")[0] for field in found}
    assert starts.pop("slug") == f'<div class="diff-text" lang="{language}" dir="ltr"'
    assert set(starts.values()) == {f'<div class="diff-text" lang="{language}" dir="{way}"'}
    assert found[0] == FieldDiff(
        "title", found[0].label,
        f'<div class="diff-text" lang="{language}" dir="{way}"><del>old</del> <ins>new</ins> title</div>', True,
    )  # fmt: skip


def test_a_first_text_is_new_as_a_whole():
    found = words_diff(None, {"title": "One", "body": "<p>Two</p>"}, "en")
    assert [(field.name, field.is_changed) for field in found] == [
        (name, name in ("title", "body")) for name in WORDS
    ]
    assert "<ins>One</ins>" in found[0].html
    assert 'diff-block--new"><ins>Two</ins>' in found[4].html
