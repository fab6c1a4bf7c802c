"""Two texts made from one are put together again: nobody's change is lost, and what both changed is said."""

import itertools
import random

import pytest

from publishing.merge import LeftOut, blocks_of, joined, merge_bodies, merge_words
from publishing.models import WORDS
from publishing.text import sanitise_html

ONE, TWO, THREE = (
    "<p>افتُتح الملتقى صباح السبت في إسطنبول.</p>",
    "<p>ألقيت كلمات عدة في الجلسة الافتتاحية.</p>",
    "<p>ويختتم الملتقى أعماله غدًا.</p>",
)
ONE_MINE = "<p>افتُتح الملتقى صباح الأحد في إسطنبول.</p>"
ONE_THEIRS = "<p>افتُتح الملتقى مساء السبت في إسطنبول.</p>"
TWO_THEIRS = "<p>ألقيت كلمات عدة في الجلسة الافتتاحية، تلتها استراحة.</p>"
NEW_MINE, NEW_THEIRS = "<p>فقرة جديدة من الأول.</p>", "<p>سطر آخر كتبه الثاني.</p>"


def words(**said):
    return {name: said.get(name, "") for name in WORDS}


# ---- Words of one line


def test_each_field_is_taken_from_the_side_that_changed_it():
    base = words(title="خبر", summary="موجز", byline="المكتب", body=ONE)
    mine = base | {"title": "خبر أدق"}
    theirs = base | {"summary": "موجز آخر", "byline": ""}
    merged = merge_words(base, mine, theirs)
    assert merged.words == base | {"title": "خبر أدق", "summary": "موجز آخر", "byline": ""}
    assert merged.left_out == []


def test_a_field_that_both_changed_stays_mine_and_theirs_is_listed():
    base = words(title="خبر", summary="موجز", kicker="عاجل")
    mine = base | {"title": "خبر أدق", "kicker": "تقرير"}
    theirs = base | {"title": "خبر أقصر", "kicker": ""}
    merged = merge_words(base, mine, theirs)
    assert merged.words == mine
    assert merged.left_out == [LeftOut("title", "خبر أقصر"), LeftOut("kicker", "عاجل", is_removal=True)]


def test_the_same_change_by_both_is_no_clash():
    base = words(title="خبر")
    both = base | {"title": "خبر أدق"}
    assert merge_words(base, both, dict(both)).words == both
    assert merge_words(base, both, dict(both)).left_out == []


def test_two_who_began_from_nothing():
    mine, theirs = (
        words(title="Mine", body="<p>Mine.</p>"),
        words(title="Theirs", body="<p>Theirs.</p>", byline="X"),
    )
    merged = merge_words({}, mine, theirs)
    assert merged.words == mine | {"byline": "X"}
    assert merged.left_out == [LeftOut("title", "Theirs"), LeftOut("body", "<p>Theirs.</p>")]


# ---- Bodies


@pytest.mark.parametrize(
    ("mine", "theirs", "merged"),
    [
        # Neighbouring paragraphs, one changed by each.
        ([ONE_MINE, TWO, THREE], [ONE, TWO_THEIRS, THREE], [ONE_MINE, TWO_THEIRS, THREE]),
        ([ONE, TWO, THREE], [ONE, TWO_THEIRS], [ONE, TWO_THEIRS]),
        # One takes a paragraph away, the other changes another.
        ([ONE, THREE], [ONE_THEIRS, TWO, THREE], [ONE_THEIRS, THREE]),
        # One adds above, the other below.
        ([NEW_MINE, ONE, TWO, THREE], [ONE, TWO, THREE, NEW_THEIRS], [NEW_MINE, ONE, TWO, THREE, NEW_THEIRS]),
        # Both add at one place: nothing is lost.
        ([ONE, TWO, THREE, NEW_MINE], [ONE, TWO, THREE, NEW_THEIRS], [ONE, TWO, THREE, NEW_MINE, NEW_THEIRS]),
        # Both add the same.
        ([ONE, NEW_MINE, TWO, THREE], [ONE, NEW_MINE, TWO, THREE], [ONE, NEW_MINE, TWO, THREE]),
        # One adds between two that the other changed.
        (
            [ONE, NEW_MINE, TWO, THREE],
            [ONE_THEIRS, TWO_THEIRS, THREE],
            [ONE_THEIRS, NEW_MINE, TWO_THEIRS, THREE],
        ),
        # A paragraph changed and a new one before it.
        ([NEW_MINE, ONE_MINE, TWO, THREE], [ONE, TWO_THEIRS, THREE], [NEW_MINE, ONE_MINE, TWO_THEIRS, THREE]),
        # Everything gone on one side.
        ([], [ONE, TWO, THREE], []),
    ],
)
def test_paragraphs_of_both_come_together(mine, theirs, merged):
    base = ONE + TWO + THREE
    assert merge_bodies(base, "".join(mine), "".join(theirs)) == ("".join(merged), [])
    # From the other side, too, but for the order of what both added at one place.
    again, left_out = merge_bodies(base, "".join(theirs), "".join(mine))
    assert (sorted(blocks_of(again), key=str), left_out) == (sorted(blocks_of("".join(merged)), key=str), [])


def test_a_paragraph_that_both_changed_stays_mine_and_theirs_is_listed():
    merged, left_out = merge_bodies(
        ONE + TWO + THREE, ONE_MINE + TWO + THREE, ONE_THEIRS + TWO_THEIRS + THREE
    )
    assert merged == ONE_MINE + TWO_THEIRS + THREE
    assert left_out == [LeftOut("body", ONE_THEIRS)]


def test_a_paragraph_that_one_changed_and_the_other_took_away():
    assert merge_bodies(ONE + TWO, ONE_MINE + TWO, TWO) == (
        ONE_MINE + TWO,
        [LeftOut("body", ONE, is_removal=True)],
    )
    assert merge_bodies(ONE + TWO, TWO, ONE_THEIRS + TWO) == (TWO, [LeftOut("body", ONE_THEIRS)])


def test_items_of_lists_are_put_together_one_by_one():
    base = f"{ONE}<ul><li>خبز</li><li>زيت</li></ul>{TWO}"
    mine = f"{ONE}<ul><li>خبز طازج</li><li>زيت</li></ul>{TWO}"
    theirs = f"{ONE}<ul><li>خبز</li><li>زيت</li><li>زعتر</li></ul>{TWO}"
    merged, left_out = merge_bodies(base, mine, theirs)
    assert merged == f"{ONE}<ul><li>خبز طازج</li><li>زيت</li><li>زعتر</li></ul>{TWO}"
    assert left_out == []


def test_a_list_that_one_took_away_while_the_other_added_an_item():
    base = "<ul><li>a b c</li><li>d e f</li></ul>"
    merged, left_out = merge_bodies(base, ONE, "<ul><li>a b c</li><li>d e f</li><li>g h i</li></ul>")
    assert merged == f"{ONE}<ul><li>g h i</li></ul>"
    assert left_out == []


TEXTS = [
    "",
    ONE,
    f'{ONE}<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><ol start="3"><li>d</li></ol>{TWO}',
    f'<h2 id="text-a">عنوان</h2><blockquote>{ONE}{TWO}</blockquote><hr><table><tbody><tr><td>1</td></tr></tbody></table>',
    '<p>a <a href="https://example.org/?a=1&amp;b=2" title="x &gt; y &quot;z&quot;">b</a><br>c</p><figure>'
    '<img src="/media/a.png" alt="&lt;ul&gt;"><figcaption>d</figcaption></figure>',
    "<p>١ &lt; ٢</p><pre>a\n  b</pre>",
]


@pytest.mark.parametrize("html", TEXTS)
def test_a_text_is_the_sum_of_its_blocks(html):
    html = sanitise_html(html)
    assert joined(blocks_of(html)) == html


@pytest.mark.parametrize(("base", "changed"), list(itertools.product(TEXTS, TEXTS)))
def test_what_one_side_alone_changed_is_taken_whole(base, changed):
    base, changed = sanitise_html(base), sanitise_html(changed)
    for mine, theirs in ((base, changed), (changed, base), (changed, changed)):
        assert merge_bodies(base, mine, theirs) == (changed, [])


def test_no_paragraph_of_either_is_lost_whatever_they_did():
    """Every paragraph that is new in mine or theirs is in the merged text or listed."""
    chance = random.Random(3)
    vocabulary = [f"كلمة{number}" for number in range(40)]

    def paragraph():
        return f"<p>{' '.join(chance.choices(vocabulary, k=chance.randint(3, 12)))}</p>"

    def edited(paragraphs):
        out = []
        for one in paragraphs:
            fate = chance.random()
            if fate < 0.6:
                out.append(one)
            elif fate < 0.75:
                out.append(one.replace("</p>", f" {chance.choice(vocabulary)}</p>"))
            elif fate < 0.85:
                out += [paragraph(), one]
        return out

    for _round in range(300):
        base = [paragraph() for _number in range(chance.randint(0, 8))]
        mine, theirs = edited(base), edited(base)
        merged, left_out = merge_bodies("".join(base), "".join(mine), "".join(theirs))
        kept = {block.html for block in blocks_of(merged)}
        listed = {block.html for piece in left_out for block in blocks_of(piece.text)}
        assert set(mine) - set(base) <= kept
        assert set(theirs) - set(base) <= kept | listed


def test_long_texts_are_put_together_at_once():
    base = [f"<p>فقرة {number} من نص طويل {number * 7} جدًا {number % 13}</p>" for number in range(600)]
    mine = [one.replace("طويل", "قصير") for one in base]
    theirs = [*base[:-1], THREE]
    merged, left_out = merge_bodies("".join(base), "".join(mine), "".join(theirs))
    assert merged == "".join(mine[:-1]) + mine[-1]
    assert left_out == [LeftOut("body", THREE)]


def test_a_line_that_both_added_and_one_of_them_twice_stands_twice():
    base = {"body": "<p>one</p>"}
    mine = {"body": "<p>one</p><hr>"}
    theirs = {"body": "<p>one</p><hr><p>two</p><hr>"}
    merged = merge_words(base, mine, theirs).words["body"]
    assert (merged.count("<hr>"), merged.count("two")) == (2, 1)
