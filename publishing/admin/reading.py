"""The words of a document for somebody who may read them in the admin and not change them: a translator at the source."""

from django.utils.html import format_html, linebreaks
from django.utils.safestring import mark_safe

from publishing.languages import direction
from publishing.text import sanitise_html


def reading_fieldset(fieldset, language, fields):
    """The fieldset of the words in; the same out with what stands in ``language`` in place of inputs.

    ``fields`` are those of the form, by name; they lend their labels.
    """
    title, options = fieldset
    readers = tuple(_reader(name, language, fields[name].label) for name in options["fields"])
    return title, {**options, "fields": readers}


def _reader(name, language, label):
    def words(document):
        copy = document.working_copy(language)
        text = getattr(copy, name, "") or ""
        shown = sanitise_html(text) if name == "body" else linebreaks(text, autoescape=True)
        attributes = language, "ltr" if name == "slug" else direction(language)
        return format_html(
            '<div class="words-read" lang="{}" dir="{}">{}</div>', *attributes, mark_safe(shown)
        )

    words.__name__ = name
    words.short_description = label
    return words
