"""How a resolution is cited: a sentence in each language that it is public in, BibTeX and RIS.

The address of a citation is the short one with the day and the language of the text
(``/d/12/?as_of=2024-12-23&lang=ar``): it never changes, and it leads to the words that were cited.
BibTeX: https://ctan.org/pkg/biblatex (3.3 data model: ``@misc``, ISO dates); RIS:
https://en.wikipedia.org/wiki/RIS_(file_format), as Zotero, EndNote and Mendeley read it.
"""

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import conditional_page, require_safe

from publishing.dates import shown
from publishing.languages import LANGUAGES, NAMES, direction
from publishing.models import Kind, PublicText
from publishing.site import site_settings
from publishing.site_address import site_root
from resolutions.models import Status

#: What LaTeX takes for an instruction: https://ctan.org/pkg/comprehensive
_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "_": r"\_", "%": r"\%",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_LATEX_LANGUAGES = {"ar": "arabic", "en": "english"}


@dataclass(frozen=True)
class Citation:
    """One live text of a resolution: its sentence (safe HTML) in its own language, and the address of what is cited."""

    text: object
    language: str
    language_name: str
    direction: str
    sentence: str
    address: str


@dataclass(frozen=True)
class _Source:
    """What every form of a citation is made of; ``author`` is the event's name, or the site's."""

    text: object
    author: str
    address: str

    @property
    def facts(self):
        return self.text.facts

    @property
    def day(self):
        """The day from which the text is public, by the site's calendar."""
        return timezone.localdate(self.text.live_from)


def address_of(root, text):
    """The short address of the document of ``text`` (a live Revision) with the day and the language of the text; ``root`` is
    the site's."""
    day = timezone.localdate(text.live_from).isoformat()
    return f"{root}/d/{text.document_id}/?as_of={day}&lang={text.language_code}"


def citations(texts, events, root):
    """The Citation of each of ``texts`` (the live texts of one resolution), Arabic first; ``events`` are the live texts of
    its event by language."""
    ordered = sorted(texts, key=lambda text: LANGUAGES.index(text.language_code))
    return [_citation(_source(text, events, root)) for text in ordered]


def _source(text, events, root):
    event = events.get(text.language_code)
    with override(text.language_code):
        author = event.title if event else site_settings().name
    return _Source(text, author, address_of(root, text))


def _citation(source):
    language = source.text.language_code
    with override(language):
        return Citation(
            source.text,
            language,
            str(NAMES[language]),
            direction(language),
            _sentence(source),
            source.address,
        )


def _sentence(source):
    facts = source.facts
    parts = {
        "author": format_html("<bdi>{}</bdi>", source.author),
        "reference": format_html('<bdi dir="ltr">{}</bdi>', facts.reference),
        "title": source.text.title,
        "adopted": shown(facts.adopted_on, "DATE_FORMAT") if facts.adopted_on else "",
        "day": shown(source.day, "DATE_FORMAT"),
        "address": format_html('<bdi dir="ltr">{}</bdi>', source.address),
    }
    return format_html(_pattern(facts), **parts)


def _pattern(facts):
    """The words of a citation, with names in braces."""
    is_decision = facts.kind == Kind.DECISION
    if facts.status == Status.PROPOSED:
        return (
            _("{author}. {reference}: {title}. Proposed decision; text of {day}. {address}")
            if is_decision
            else _("{author}. {reference}: {title}. Proposed recommendation; text of {day}. {address}")
        )
    if facts.adopted_on is None:
        return (
            _("{author}. {reference}: {title}. Decision; text of {day}. {address}")
            if is_decision
            else _("{author}. {reference}: {title}. Recommendation; text of {day}. {address}")
        )
    return (
        _("{author}. {reference}: {title}. Decision adopted on {adopted}; text of {day}. {address}")
        if is_decision
        else _(
            "{author}. {reference}: {title}. Recommendation adopted on {adopted}; text of {day}. {address}"
        )
    )


@conditional_page
@require_safe
def citation_file(request, pk, language, form):
    """`/d/{id}/{lang}/cite.bib` and `cite.ris`: the live text of a resolution for a reference manager; else 404."""
    texts = PublicText.objects.of_kind(Kind.DECISION, Kind.RECOMMENDATION).with_facts(Kind.DECISION)
    text = texts.filter(document_id=pk, language_code=language).first() if pk < 2**63 else None
    if text is None or form not in FORMS:
        raise Http404("No such text.")
    events = PublicText.objects.filter(document_id=text.facts.event_id, language_code=language)
    written, content_type = FORMS[form]
    source = _source(text, {event.language_code: event for event in events}, site_root(request))
    with override(language):
        body = written(source)
    response = HttpResponse(body, content_type=f"{content_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{text.facts.reference}.{form}"'
    response["Content-Language"] = language
    return response


def bibtex(source):
    """The entry for BibTeX and biber, in UTF-8."""
    facts = source.facts
    fields = {
        "author": f"{{{_latex(source.author)}}}",
        "title": f"{{{_latex(source.text.title)}}}",
        "number": _latex(facts.reference),
        "howpublished": _latex(str(facts.get_kind_display())),
        "date": (facts.adopted_on or source.day).isoformat(),
        "year": str((facts.adopted_on or source.day).year),
        "version": source.day.isoformat(),
        "url": source.address,
        "langid": _LATEX_LANGUAGES[source.text.language_code],
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@misc{{{facts.reference},\n{lines}}}\n"


def ris(source):
    """The record in RIS: two signs, two spaces, a hyphen, a space, and CRLF."""
    facts = source.facts
    day = facts.adopted_on or source.day
    fields = [
        ("TY", "GEN"),
        ("AU", f"{source.author},"),
        ("TI", source.text.title),
        ("AN", facts.reference),
        ("M3", facts.get_kind_display()),
        ("PY", f"{day:%Y}"),
        ("DA", f"{day:%Y/%m/%d}/"),
        ("ET", source.day.isoformat()),
        ("LA", source.text.language_code),
        ("UR", source.address),
        ("ER", ""),
    ]
    return "".join(f"{name}  - {_line(value)}\r\n" for name, value in fields)


def _latex(value):
    return "".join(_LATEX.get(sign, sign) for sign in _line(value))


def _line(value):
    """A value on one line, without what no file may hold."""
    return " ".join("".join(sign for sign in str(value) if sign.isprintable() or sign.isspace()).split())


#: The forms by the ending of their address, with their content types.
FORMS = {
    "bib": (bibtex, "application/x-bibtex"),
    "ris": (ris, "application/x-research-info-systems"),
}
