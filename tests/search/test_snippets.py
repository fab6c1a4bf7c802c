"""What a hit shows: whole words marked, everything escaped, the part of the text where the words stand."""

from types import SimpleNamespace

import pytest

from search.arabic import fold
from search.snippets import LENGTH, WORD, around, first_hit, marked, snippets_of, words_of_body

LONG = " ".join(f"كلمة{number}" for number in range(100))


def hits(*words):
    """A question that asks for these words, in any spelling, with or without what stands before them."""
    asked = {fold(word) for word in words}
    return lambda written: any(fold(written).endswith(word) for word in asked)


def in_a_run(is_hit):
    return lambda run: any(map(is_hit, WORD.findall(run)))


def shown(is_hit, **words):
    text = SimpleNamespace(**({"title": "عنوان", "summary": "", "body": ""} | words))
    (snippet,) = snippets_of([text], SimpleNamespace(is_hit=is_hit, has_hit=in_a_run(is_hit)))
    return snippet


@pytest.mark.parametrize(
    ("text", "word", "html"),
    [
        ("بالقدس وفي القُدْسِ.", "قدس", "<mark>بالقدس</mark> وفي <mark>القُدْسِ</mark>."),
        ("القـــدس، قدسية", "القدس", "<mark>القـــدس</mark>، قدسية"),
        ("Mu’akhat ‘quoted’", "muakhat", "<mark>Mu’akhat</mark> ‘quoted’"),
        ("‘quoted’", "quoted", "‘<mark>quoted</mark>’"),
        ("<b>قرار</b> & \"قرار\"", "قرار", "&lt;b&gt;<mark>قرار</mark>&lt;/b&gt; &amp; &quot;<mark>قرار</mark>&quot;"),
        ("عام ٢٠٢٤", "2024", "عام <mark>٢٠٢٤</mark>"),
        ("في 2024-03-05", "2024", 'في <bdi dir="ltr" class="run"><mark>2024</mark>-03-05</bdi>'),
        ("\u202eقرار\u202c\u2067\u200f هنا", "قرار", "<mark>قرار</mark> هنا"),
        ("", "قرار", ""),
        ("قرار", "غيره", "قرار"),
    ],
)  # fmt: skip
def test_whole_words_are_marked_and_all_else_is_escaped(text, word, html):
    assert marked(text, hits(word)) == html


def test_an_excerpt_is_of_the_summary_where_the_words_are_there():
    snippet = shown(hits("قرار"), title="قرار", summary="موجز القرار.", body="<p>متن القرار</p>")
    assert (snippet.title, snippet.excerpt) == ("<mark>قرار</mark>", "موجز <mark>القرار</mark>.")


def test_else_of_the_body_around_the_first_of_them():
    body = f"<p>{LONG}</p><p>هنا <strong>القُ</strong>رار &amp; قرار</p><ul><li>{LONG}</li></ul>"
    snippet = shown(hits("القرار"), summary="موجز", body=body)
    assert "هنا <mark>القُرار</mark> &amp; قرار" in snippet.excerpt
    assert snippet.excerpt.startswith("…كلمة") and snippet.excerpt.endswith("…")


@pytest.mark.parametrize(
    ("summary", "body", "start"), [("موجز", "<p>متن</p>", "موجز"), ("", "<p>متن</p>", "متن")]
)
def test_a_text_with_the_words_in_its_title_alone_shows_its_beginning(summary, body, start):
    assert shown(hits("عنوان"), summary=summary, body=body).excerpt == start
    assert shown(hits("عنوان"), summary=summary, body=f"<p>{LONG}</p>").excerpt.startswith(
        summary or "كلمة0 كلمة1"
    )


@pytest.mark.parametrize("number", [0, 1, 5, 50, 95, 99])
def test_an_excerpt_is_cut_between_words(number):
    start = LONG.index(f"كلمة{number}")
    cut = around(LONG, start, start + 6)
    words = cut.strip("…").split()
    assert f"كلمة{number}" in words and set(words) <= set(LONG.split())
    assert LENGTH - 20 <= len(cut) <= LENGTH + 60
    assert (cut[0] == "…", cut[-1] == "…") == (words[0] != "كلمة0", words[-1] != "كلمة99")


def test_a_text_without_spaces_is_cut_all_the_same():
    assert len(around("ق" * 10_000, 0, 10_000)) < 3 * LENGTH
    assert len(shown(hits("ق"), body=f"<p>{'ق' * 10_000}</p>").excerpt) < 4 * LENGTH


def test_a_word_is_looked_for_between_spaces():
    assert first_hit("القدسية القدس", in_a_run(hits("القدس"))) == (8, 13)
    assert first_hit("لا شيء", in_a_run(hits("القدس"))) is None


def test_the_words_of_a_body_stay_apart_where_its_blocks_do():
    html = '<h2 id="text-a">أ</h2><p title="a > b">ب<em>ت</em> &lt;ث&gt;[1]<br>ج</p><figure><img src="/x" alt="y"></figure>'
    assert words_of_body(html).split() == ["أ", "بت", "<ث>", "ج"]
