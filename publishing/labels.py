"""Things whose words are labels in both languages (topics, people): their addresses."""

from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext as _

from publishing.languages import LANGUAGES
from publishing.refusals import WorkflowError
from publishing.text import make_slug


def label_at(rows_at, slug):
    """What ``rows_at(slug=…)`` gives for ``slug``: the row at it in either language; one of the other language is for the
    caller to redirect. ``is_at`` is the condition to ask by.

    Raises Http404.
    """
    for label in rows_at(slug=slug):
        return label
    raise Http404("Nothing has this address.")


def is_at(slug):
    """The condition (Q) of the row at ``slug`` in either language."""
    return Q(slug_ar=slug) | Q(slug_en=slug)


def fill_slugs(label, name_field="name"):
    """Give ``label`` the slugs that were left empty, from its names; numbered where another row has them.

    Raises WorkflowError where nothing is left of a name or of a typed slug.
    """
    for language in LANGUAGES:
        field = f"slug_{language}"
        typed = getattr(label, field) or ""
        slug = make_slug(typed or getattr(label, f"{name_field}_{language}") or "")
        if not slug:
            raise WorkflowError(_("An address needs at least one letter or digit; type one."), field)
        setattr(label, field, _unused(label, slug))


def _unused(label, slug):
    candidate, number = slug, 1
    others = type(label)._default_manager.exclude(pk=label.pk)
    while others.filter(Q(slug_ar=candidate) | Q(slug_en=candidate)).exists():
        number += 1
        candidate = f"{slug}-{number}"
    return candidate
