"""What stands on the paper: the HTML of a public text with its facts, and a name that changes with anything in it."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.crypto import salted_hmac

from events.people import people_of_session, put_people
from events.programme import programme
from events.views import closing_statement, resolutions_by_kind
from publishing.languages import direction
from publishing.models import Kind, PublicText
from publishing.site import site_settings
from resolutions.views import what_became_of

WHOLE, PROGRAMME = "text", "programme"
_RELATED = [
    "as_event__venue",
    "as_session__event__venue",
    "as_session__room",
    "as_resolution__event",
]


@dataclass
class Sheet:
    """A text on paper: its HTML, the address that its links begin with, and the name of its file in the store."""

    text: PublicText
    part: str
    root: str
    html: str
    file: str

    @property
    def digest(self):
        return Path(self.file).stem.rpartition("-")[2]

    @property
    def download_name(self):
        """What readers save it as, in ASCII: the reference of a decision, else the kind and number of the document."""
        text = self.text
        name = getattr(text.facts, "reference", None) or f"{text.kind}-{text.document_id}"
        part = "" if self.part == WHOLE else f"-{self.part}"
        return f"{name}{part}-{text.language_code}.pdf"


def live_text(pk, language):
    """The PublicText of document ``pk`` in ``language`` and no other, with its facts; None where there is none. One query."""
    texts = PublicText.objects.filter(document_id=pk, language_code=language)
    return texts.with_facts(*Kind, extra=_RELATED).first()


def sheet_of(text, part, root):
    """A PublicText, WHOLE or PROGRAMME, and the site's address in; its Sheet out, or None where it has no such part.

    The active language is that of the text.
    """
    shown = _shown(text, part)
    if shown is None:
        return None
    template, context = shown
    path = reverse("short_address", args=[text.document_id])
    html = render_to_string(
        template,
        context
        | {
            "text": text,
            "LANGUAGE_CODE": text.language_code,
            "direction": direction(text.language_code),
            "site": site_settings(),
            "short_address": f"{root}{path}",
        },
    )
    digest = salted_hmac("forum_site.paper", html + _style(), algorithm="sha256").hexdigest()[:32]
    file = f"pdf/{text.document_id}/{text.language_code}-{part}-{text.pk}-{digest}.pdf"
    return Sheet(text, part, root, html, file)


def _shown(text, part):
    """The template and its context, or None."""
    if part == PROGRAMME:
        return _programme(text) if text.kind == Kind.EVENT else None
    return _CONTENTS[text.kind](text)


def _article(text):
    facts, language = text.facts, text.language_code
    texts = PublicText.objects.readable_in(language).with_facts(Kind.DECISION)
    resolutions = texts.filter(document__as_resolution__articles=facts)
    in_order = resolutions.order_by("kind", "document__as_resolution__order", "document_id")
    return "paper/article.html", {"resolutions": list(in_order)}


def _page(text):
    return "paper/article.html", {}


def _resolution(text):
    return "paper/resolution.html", what_became_of(text)


def _event(text):
    facts, language = text.facts, text.language_code
    return "paper/event.html", {
        "event": facts,
        "hosts": list(facts.hosts.all()),
        "closing_statement": closing_statement(facts, language),
        "days": programme(facts, language),
        **resolutions_by_kind(facts, language),
    }


def _session(text):
    facts, language = text.facts, text.language_code
    texts = PublicText.objects.readable_in(language).with_facts(Kind.DECISION)
    return "paper/session.html", {
        "session": facts,
        "event": facts.event,
        "event_text": PublicText.objects.readable_in(language).filter(document_id=facts.event_id).first(),
        "people": people_of_session(facts),
        "materials": list(facts.materials.all()),
        "resolutions": list(
            texts.filter(document__as_resolution__session=facts).order_by("kind", "document_id")
        ),
    }


def _programme(text):
    days = programme(text.facts, text.language_code)
    put_people(days)
    return ("paper/programme.html", {"event": text.facts, "days": days}) if days else None


_CONTENTS = {
    Kind.ARTICLE: _article,
    Kind.PAGE: _page,
    Kind.DECISION: _resolution,
    Kind.RECOMMENDATION: _resolution,
    Kind.EVENT: _event,
    Kind.SESSION: _session,
}


def _style():
    """The style sheet's own words: another look is another file too."""
    path = Path(finders.find("css/paper.css"))
    return _read(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=2)
def _read(path, _changed):
    return path.read_text(encoding="utf-8")
