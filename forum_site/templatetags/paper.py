"""Where the PDF of a text is, and what its paper needs that pages do not."""

import re

from django import template
from django.urls import reverse
from django.utils.safestring import mark_safe

from forum_site import paper

register = template.Library()


@register.simple_tag
def pdf_address(text, part=""):
    """{% pdf_address text as address %}, {% pdf_address text "programme" as address %}: the path of the PDF of a public
    text in its own language; "" where PDFs cannot be made, and for a text that is in no database (a preview)."""
    if not (text and text.pk and paper.is_offered()):
        return ""
    return reverse("programme_pdf" if part else "pdf", args=[text.document_id, text.language_code])


_CODE = re.compile(r"(<[^>]*>)|(?<![\w/.-])[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)+(?![\w-])")


@register.filter
def codes(html):
    """Safe HTML in; the same with every reference such as MQF-2024-D1 on one line, whatever the width, out."""
    whole = _CODE.sub(
        lambda found: found[0] if found[1] else f'<bdi dir="ltr" class="code">{found[0]}</bdi>', html
    )
    return mark_safe(whole)
