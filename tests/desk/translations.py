"""An article in both languages, its English made from its Arabic, and how the one follows the other."""

import re

from publishing.freshness import freshness_of
from publishing.models import Document
from tests.factories import go_live, make_article, write

ARABIC = {
    "title": "افتتاح الملتقى", "kicker": "تقرير", "summary": "موجز أول.", "byline": "هيئة التحرير",
    "dateline": "إسطنبول", "body": "<p>متن <strong>أول</strong>.</p>",
}  # fmt: skip
ENGLISH = {"title": "The forum opens", "summary": "In short.", "body": "<p>First body.</p>"}
LATER = {"title": "اختتام الملتقى", "body": "<p>متن <strong>ثان</strong>.</p>"}


def follow(document):
    """How the translation stands, read anew."""
    document = Document.objects.get(pk=document.pk)
    (language,) = {"ar", "en"} - {document.source_language}
    return freshness_of(document, language)


def translated(**facts):
    """Both languages public, the English made from the Arabic."""
    return make_article(ar=ARABIC, en=ENGLISH, live=True, **facts)


def outdated(**facts):
    """The same, and the Arabic published anew by the second chief, written by the first."""
    article = translated(**facts)
    write(article, "ar", **LATER)
    go_live(article, "ar")
    return article


def sources(answer):
    """What stands beside the fields: [(field, lang, dir, words)] from top to bottom."""
    html = answer.content.decode()
    rows = re.findall(
        r'<div class="form-row[^"]*? field-(\w+)">(.*?)(?=<div class="form-row|</fieldset>)', html, re.S
    )
    found = []
    for name, row in rows:
        said = re.search(
            r'<div class="source-said[^"]*" lang="(\w+)" dir="(\w+)"[^>]*>(.*?)</div>', row, re.S
        )
        if said:
            found.append((name, *said.groups()))
    return found


def text_of(answer, selector):
    """The text of the first paragraph of a class, or of the first in a section of it."""
    found = re.search(rf'class="{selector}[^"]*".*?</p>', answer.content.decode(), re.S)
    return found and without_tags(found[0].partition(">")[2])


def without_tags(html):
    return " ".join(re.sub(r"<[^>]*>", "", html).split())
