"""What changed from one text to another, as people of the desk read it: words in <ins> and <del>, formatting in words.

Everything that goes out is escaped; of the texts' own tags only the simplest come out again (bold, italic and the like).
"""

from dataclasses import dataclass
from itertools import groupby

from django.utils.functional import Promise
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from publishing.dates import digits
from publishing.diff_align import Allowance, Part, aligned
from publishing.diff_blocks import paired, words_together
from publishing.diff_labels import KIND_NAMES, addresses, block_labels, label, labels
from publishing.diff_words import LINE, PARAGRAPH, blocks_of, words_of
from publishing.languages import direction
from publishing.models import WORDS

LABELS = {
    "title": gettext_lazy("Title"),
    "slug": gettext_lazy("Address"),
    "kicker": gettext_lazy("Kicker"),
    "summary": gettext_lazy("Summary"),
    "body": gettext_lazy("Body"),
    "byline": gettext_lazy("Byline"),
    "dateline": gettext_lazy("Dateline"),
}
TAGS = {
    "bold": "strong",
    "italic": "em",
    "code": "code",
    "lowered": "sub",
    "raised": "sup",
    "isolated": "bdi",
}
# Texts that share less than this are told as replaced: what they have in common by chance would read as nonsense.
LEAST_IN_COMMON = 0.25
# Blocks without a change between those beside a change: more than these are folded away.
MOST_UNFOLDED = 2


@dataclass(frozen=True)
class FieldDiff:
    """One field of words: its name in WORDS, its label in the form, its diff, and whether it changed."""

    name: str
    label: str | Promise
    html: SafeString
    is_changed: bool


def words_diff(old, new, language):
    """Two dicts of WORDS (or None) and their language in; a FieldDiff for each word, in the order of WORDS, out.

    Each ``html`` is a <div> with the ``lang`` and ``dir`` of what it shows."""
    old, new = old or {}, new or {}
    return [_field(name, old.get(name) or "", new.get(name) or "", language) for name in WORDS]


def text_diff(old, new):
    """Two plain texts (or None) in; one line of the words of both, those that changed in <del> and <ins>, out."""
    old, new = old or "", new or ""
    html = _compared(words_of(old), words_of(new), Allowance())
    return mark_safe(html if old == new else _told(html))


def html_diff(old, new):
    """Two bodies (sanitised HTML or None) in; paragraphs of the words of both, with <del> and <ins>, out.

    Other changes of the formatting are told in words; long stretches without any change are folded."""
    old, new, allowance = old or "", new or "", Allowance()
    pairs, shown, place = paired(blocks_of(old), blocks_of(new), allowance), [], 0
    for is_same, run in groupby(pairs, key=lambda pair: pair.is_same):
        written = [_block(pair, allowance) for pair in run]
        place += len(written)
        keep = int(bool(shown)), int(place < len(pairs))
        shown += _folded(written, *keep) if is_same and old != new else written
    html = "".join(shown)
    return mark_safe(html if old == new else _told(html))


def _field(name, old, new, language):
    way = "ltr" if name == "slug" else direction(language)
    html = html_diff(old, new) if name == "body" else text_diff(old, new)
    html = format_html('<div class="diff-text" lang="{}" dir="{}">{}</div>', language, way, html)
    return FieldDiff(name, LABELS[name], html, old != new)


def _told(html):
    """The diff of two texts that differ: where it shows no change, with a sentence on what else there is."""
    if "<ins>" in html or "<del>" in html or 'class="diff-markup"' in html:
        return html
    unseen = _("What changed cannot be seen in the words: spaces, invisible signs or the layout of a table.")
    return f"{html} {label(unseen)}"


def _folded(blocks, before, after):
    """Blocks without a change, those folded that do not stand ``before`` or ``after`` a change (0 or 1 each)."""
    inner = blocks[before : len(blocks) - after]
    if len(inner) <= MOST_UNFOLDED:
        return blocks
    text = ngettext("%(count)s part without a change", "%(count)s parts without a change", len(inner))
    summary = label(text % {"count": digits(len(inner))}, "diff-folded")
    folded = f'<details class="diff-same"><summary>{summary}</summary>{"".join(inner)}</details>'
    return [*blocks[:before], folded, *blocks[len(blocks) - after :]]


def _block(pair, allowance):
    """A Pair in; its paragraph out."""
    block, html = (pair.new or pair.old)[0], _words_of_pair(pair, allowance)
    name = KIND_NAMES.get(block.kind)
    name = f"{label(name, 'diff-kind')} " if name else ""
    told = block_labels(pair.old[0], pair.new[0]) if pair.old and pair.new and not pair.is_same else ""
    kind = "" if pair.old and pair.new else f" diff-block--{'new' if pair.new else 'old'}"
    attributes = f' lang="{escape(block.language)}"' if block.language else ""
    attributes += f' dir="{escape(block.direction)}"' if block.direction else ""
    return f'<p class="diff-block{kind}"{attributes}>{name}{html}{told}</p>'


def _words_of_pair(pair, allowance):
    if pair.is_same:
        return _written(pair.new[0].words).strip()
    return _compared(words_together(pair.old), words_together(pair.new), allowance)


def _compared(old, new, allowance):
    """Two tuples of Words in; HTML that shows both out."""
    parts = aligned([word.text for word in old], [word.text for word in new], allowance)
    parts, html = _readable(parts, old, new), ""
    for place, part in enumerate(parts):
        if part.is_same:
            after = parts[place + 1] if place + 1 < len(parts) else None
            html += _kept(old[part.old], new[part.new], bool(after and old[after.old]))
        else:
            html += _changed(old[part.old], new[part.new])
    return html.strip()


def _readable(parts, old, new):
    """The Parts, those joined between which only signs stayed; all of them one change where hardly a word stayed."""
    kept = sum(_count(new[part.new]) for part in parts if part.is_same)
    if 2 * kept < LEAST_IN_COMMON * (_count(old) + _count(new)):
        return [Part(False, slice(0, len(old)), slice(0, len(new)))]
    joined = []
    for place, part in enumerate(parts):
        is_inside = 0 < place < len(parts) - 1
        if part.is_same and is_inside and not _count(new[part.new]) and _has_no_break(new[part.new]):
            part = part._replace(is_same=False)
        if joined and not part.is_same and not joined[-1].is_same:
            last = joined.pop()
            part = Part(False, slice(last.old.start, part.old.stop), slice(last.new.start, part.new.stop))
        joined.append(part)
    return joined


def _count(words):
    return sum(any(letter.isalnum() for letter in word.text) for word in words)


def _has_no_break(words):
    return not any(word.text in (LINE, PARAGRAPH) for word in words)


def _kept(old, new, is_before_old):
    """Words that stayed, with labels where their formatting did not. Before words that went they stand as they did."""
    html, runs = "", groupby(zip(old, new, strict=True), key=lambda pair: (pair[0].marks, pair[1].marks))
    for (before, after), run in runs:
        words = _written([word for _old, word in run])
        if before == after:
            html += words
        else:
            html += f'<span class="diff-marked">{words.strip()}</span>{labels(before, after)} '
    if not is_before_old or html.endswith("<br>"):
        return html
    return html.rstrip(" ") + " " * old[-1].has_space


def _changed(old, new):
    """Words that went and words that came, with labels for the addresses that went and came with them."""
    shown = [f"<del>{_written(old, '⏎', '¶').strip()}</del>"] if old else []
    shown += [f"<ins>{_written(new, '⏎<br>', '¶<br>').strip()}</ins>"] if new else []
    before, after = _addresses(old), _addresses(new)
    html = " ".join(shown) + labels(before, after)
    last = (new or old)[-1]
    has_space = last.has_space or before != after or (not new and last.text in (LINE, PARAGRAPH))
    return f"{html} " if has_space else html


def _addresses(words):
    return addresses(frozenset().union(*(word.marks for word in words)))


def _written(words, line="<br>", paragraph="¶<br>"):
    """Words in; HTML out, with their simplest formatting and with what stands for the ends of lines and paragraphs."""
    html = ""
    for marks, run in groupby(words, key=lambda word: word.marks):
        text = "".join(word.text + " " * word.has_space for word in run)
        text, space = escape(text.rstrip(" ")), " " * text.endswith(" ")
        text = text.replace(LINE, line).replace(PARAGRAPH, paragraph)
        for kind, value in sorted(marks):
            text = _formatted(text, kind, value)
        html += text + space
    return html


def _formatted(text, kind, value):
    if kind == "link":
        return f'<span class="diff-link">{text}</span>'
    if kind == "isolated" and value in ("ltr", "rtl"):
        return f'<bdi dir="{value}">{text}</bdi>'
    tag = TAGS.get(kind)
    return f"<{tag}>{text}</{tag}>" if tag else text
