"""What changed in a text besides its words, said in words."""

from django.utils.html import format_html
from django.utils.translation import get_language, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext as _

from publishing.languages import direction

#: Blocks that are no paragraphs, by their kinds.
KIND_NAMES = {
    "heading": pgettext_lazy("in a text", "Heading"),
    "subheading": pgettext_lazy("in a text", "Subheading"),
    "bulleted": pgettext_lazy("in a text", "Bulleted item"),
    "numbered": pgettext_lazy("in a text", "Numbered item"),
    "quotation": pgettext_lazy("in a text", "Quotation"),
    "preformatted": pgettext_lazy("in a text", "Preformatted lines"),
    "caption": pgettext_lazy("in a text", "Caption"),
    "row": pgettext_lazy("in a text", "Table row"),
    "picture": pgettext_lazy("in a text", "Picture"),
    "rule": pgettext_lazy("in a text", "Dividing line"),
}
#: What a block has become.
BECAME = {
    "paragraph": gettext_lazy("now a paragraph"),
    "heading": gettext_lazy("now a heading"),
    "subheading": gettext_lazy("now a subheading"),
    "bulleted": gettext_lazy("now a bulleted item"),
    "numbered": gettext_lazy("now a numbered item"),
    "quotation": gettext_lazy("now a quotation"),
    "preformatted": gettext_lazy("now preformatted lines"),
    "caption": gettext_lazy("now a caption"),
    "row": gettext_lazy("now a table row"),
    "picture": gettext_lazy("now a picture"),
    "rule": gettext_lazy("now a dividing line"),
}
GAINED = {
    "bold": gettext_lazy("now bold"),
    "italic": gettext_lazy("now italic"),
    "underlined": gettext_lazy("now underlined"),
    "struck": gettext_lazy("now struck through"),
    "code": gettext_lazy("now set as code"),
    "lowered": gettext_lazy("now lowered"),
    "raised": gettext_lazy("now raised"),
    "isolated": gettext_lazy("now with a direction of its own"),
    "header": gettext_lazy("now the head of a table"),
    "language": gettext_lazy("language: %(value)s"),
    "link": gettext_lazy("link: %(value)s"),
    "picture": gettext_lazy("picture: %(value)s"),
}
LOST = {
    "bold": gettext_lazy("no longer bold"),
    "italic": gettext_lazy("no longer italic"),
    "underlined": gettext_lazy("no longer underlined"),
    "struck": gettext_lazy("no longer struck through"),
    "code": gettext_lazy("no longer set as code"),
    "lowered": gettext_lazy("no longer lowered"),
    "raised": gettext_lazy("no longer raised"),
    "isolated": gettext_lazy("no longer with a direction of its own"),
    "header": gettext_lazy("no longer the head of a table"),
    "language": gettext_lazy("no longer in the language: %(value)s"),
    "link": gettext_lazy("link removed: %(value)s"),
    "picture": gettext_lazy("picture removed: %(value)s"),
}


def label(text, name="diff-markup"):
    """A text (safe or not) in; it as a label beside the words out, in the language of the desk, not of the words."""
    language = "ar" if get_language() == "ar" else "en"
    return format_html(
        '<span class="{}" lang="{}" dir="{}">{}</span>', name, language, direction(language), text
    )


def labels(old, new):
    """The formatting of the same words before and after (sets of marks) in; labels of what changed out."""
    said = [_said(LOST, mark) for mark in sorted(old - new)] + [
        _said(GAINED, mark) for mark in sorted(new - old)
    ]
    return "".join(f" {label(text)}" for text in said)


def addresses(marks):
    """Of these marks only those with an address: a link, a picture."""
    return {mark for mark in marks if mark[0] in ("link", "picture")}


def block_labels(old, new):
    """Two Blocks that belong together in; labels of what the first has become out."""
    said = []
    if old.kind != new.kind:
        said.append(BECAME[new.kind])
    elif old.level != new.level:
        said.append(_("now on level %(level)s of the list") % {"level": new.level})
    if old.language != new.language and new.language:
        said.append(_said(GAINED, ("language", new.language)))
    if old.direction != new.direction:
        said.append(GAINED["isolated"] if new.direction else LOST["isolated"])
    return "".join(f" {label(text)}" for text in said)


def _said(texts, mark):
    kind, value = mark
    if "%(value)s" not in str(texts[kind]):
        return texts[kind]
    pattern = str(texts[kind]).replace("%(value)s", "{}")
    return format_html(pattern, format_html('<bdi dir="ltr">{}</bdi>', value))
