"""What stands on a card, in plain words of one language."""

from dataclasses import asdict, dataclass

from django.utils.translation import get_language, override

from publishing import dates
from publishing.models import Kind
from publishing.site import site_settings


@dataclass(frozen=True)
class CardWords:
    """The words of a card and the language that they are drawn in; '' for what it does not say."""

    language: str
    title: str
    kicker: str = ""
    reference: str = ""
    site: str = ""
    date: str = ""

    @property
    def alt(self):
        """The same for those who cannot see the card."""
        return " · ".join(filter(None, (self.kicker, self.reference, self.title, self.site)))

    @property
    def all(self):
        return "\n".join(asdict(self).values())


def words_of(text):
    """A PublicText with its facts (of a session, the event's too) in; the CardWords in its language out."""
    with override(text.language_code):
        return CardWords(
            language=text.language_code,
            title=text.title,
            kicker=text.kicker or _kind(text),
            reference=getattr(text.facts, "reference", None) or "",
            site=site_settings().name,
            date=_date(text),
        )


def words_of_site():
    """The card of the site itself, in the active language: for pages that are no document."""
    site = site_settings()
    return CardWords(language=get_language(), title=site.line or site.name, site=site.name)


def _kind(text):
    """What the thing is called where its writer gave it no kicker; a standing page needs no name for what it is."""
    if text.kind == Kind.PAGE:
        return ""
    if text.kind == Kind.ARTICLE:
        return text.facts.get_article_kind_display()
    if text.kind == Kind.SESSION:
        return text.facts.get_session_kind_display()
    return text.get_kind_display()


def _date(text):
    """The day that matters for this kind, in the digits of the site."""
    facts = text.facts
    if text.kind == Kind.EVENT:
        return _days(facts.starts_on, facts.ends_on) if facts.is_announced else ""
    if text.kind == Kind.SESSION:
        return _day(facts.starts_at and dates.day_of(facts.starts_at, facts.event.time_zone))
    if text.kind in (Kind.DECISION, Kind.RECOMMENDATION):
        return _day(facts.adopted_on)
    return _day(dates.day_of(text.published_at)) if text.kind == Kind.ARTICLE else ""


def _day(day):
    return dates.shown(day, "DATE_FORMAT") if day else ""


def _days(start, end):
    if start == end:
        return _day(start)
    first, second = dates.range_parts(start, end)
    return f"{first}–{second}" if first.isdigit() else f"{first} – {second}"
