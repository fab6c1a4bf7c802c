"""The Atom feeds of what became of decisions and recommendations: of one, of an event, of all, or of those that a reader chose.

An entry is an adoption or an update, and stays what it is: one that was corrected remains, its correction is another entry.
"""

from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.html import format_html, format_html_join, linebreaks
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page, require_safe

from forum_site.feeds import FEED_SIZE, answer, new_feed
from publishing.characters import fit_to_store
from publishing.dates import shown
from publishing.languages import direction, other
from publishing.models import Kind, PublicText
from publishing.pages import document_file
from publishing.site_address import site_host, site_root
from resolutions.list_filter import ListFilter
from resolutions.models import Status, StatusUpdate
from resolutions.whole_record import whole


@conditional_page
@document_file(Kind.DECISION)
def decision_updates_feed(request, text):
    """`/{lang}/decisions/{slug}/feed/`"""
    return _feed_of_one(request, text)


@conditional_page
@document_file(Kind.RECOMMENDATION)
def recommendation_updates_feed(request, text):
    """`/{lang}/recommendations/{slug}/feed/`"""
    return _feed_of_one(request, text)


@conditional_page
@require_safe
def follow_up_feed(request):
    """`/{lang}/follow-up/feed/`, with the filters of the overview"""
    chosen = ListFilter(request.GET, get_language())
    feed = new_feed(request, "follow-up", reverse("follow_up"), _("What became of it"), chosen.query)
    return _filled(request, feed, chosen.texts().order_by())


@conditional_page
@document_file(Kind.EVENT)
def event_follow_up_feed(request, text):
    """`/{lang}/events/{slug}/follow-up/feed/`, with the filters of the overview"""
    chosen = ListFilter(request.GET, get_language(), event=text.facts)
    page = reverse("event_follow_up", args=[text.slug])
    # Translators: the subject of a feed: what became of the decisions of an event.
    subject = _("What became of the decisions of %(event)s") % {"event": fit_to_store(text.title)}
    feed = new_feed(request, f"d/{text.document_id}/follow-up", page, subject, chosen.query)
    return _filled(request, feed, chosen.texts().order_by())


def _feed_of_one(request, text):
    feed = new_feed(
        request,
        f"d/{text.document_id}/updates",
        text.address_in(get_language()),
        # Translators: the subject of a feed, such as "MQF-2024-D1: Founding an academy".
        _("%(reference)s: %(title)s")
        % {"reference": text.facts.reference, "title": fit_to_store(text.title)},
    )
    return _filled(request, feed, PublicText.objects.filter(pk=text.pk))


def _filled(request, feed, texts):
    """The feed with the latest of what became of the resolutions of ``texts``, live texts one a document, as a response.
    Three queries."""
    updates, adoptions = _latest_updates(texts), _latest_adoptions(texts)
    tell = _Teller(request, updates)
    # One whose text has ceased to be public between two queries is not told of.
    entries = [tell.update(update) for update in updates if update.resolution_id in tell.texts]
    entries += [tell.adoption(text) for text in adoptions]
    entries.sort(key=lambda entry: entry["updateddate"], reverse=True)
    for entry in entries[:FEED_SIZE]:
        feed.add_item(**entry)
    return answer(feed)


def _latest_updates(texts):
    updates = StatusUpdate.objects.filter(resolution__in=texts.values("document_id"))
    related = ("resolution", "corrects", "superseded_by", "evidence_attachment")
    latest = Coalesce("note_added_at", "recorded_at").desc()
    return list(updates.select_related(*related).order_by(latest, "-pk")[:FEED_SIZE])


def _latest_adoptions(texts):
    """The texts of those of whose adoption only the day is known: no update says it."""
    said = StatusUpdate.objects.standing().filter(from_status=Status.PROPOSED, to_status=Status.ADOPTED)
    found = PublicText.objects.filter(
        pk__in=texts.values("pk"), document__as_resolution__adopted_on__isnull=False
    )
    found = found.filter(~Exists(said.filter(resolution=OuterRef("document_id")))).newest()
    return list(found.with_facts(Kind.DECISION)[:FEED_SIZE])


class _Teller:
    """Makes what ``AtomFeed.add_item`` takes, of updates and of the texts of what was adopted. One query for all that the
    ``updates`` name; what of it readers cannot see is not told of."""

    def __init__(self, request, updates):
        self.language, self.root, self.host = get_language(), site_root(request), site_host(request)
        named = {key for update in updates for key in _named(update) if key}
        texts = PublicText.objects.readable_in(self.language).filter(document_id__in=named) if named else ()
        self.texts = {text.document_id: text for text in texts}

    def update(self, update):
        text, status = self.texts[update.resolution_id], update.get_to_status_display()
        own = getattr(update, f"note_{self.language}")
        # Translators: the title of an entry in a feed, such as "MQF-2024-D1: In progress (correction)".
        title = (
            _("%(reference)s: %(status)s (correction)")
            if update.corrects_id
            else _("%(reference)s: %(status)s")
        )
        return self._entry(
            text,
            f"u{update.pk}",
            title % {"reference": update.resolution.reference, "status": status},
            # A note that followed in the other language is news to those who read it.
            update.note_added_at or update.recorded_at,
            [self._title(text), *self._story(update), *self._evidence(update)],
        ) | {"summary": fit_to_store(own or ""), "categories": [str(status)]}

    def adoption(self, text):
        status = str(Status.ADOPTED.label)
        title = _("%(reference)s: %(status)s") % {"reference": text.facts.reference, "status": status}
        said = [self._title(text), self._sentence(text.facts.adopted_on, "", Status.ADOPTED.label)]
        return self._entry(text, "adopted", title, text.published_at, said) | {"categories": [status]}

    def _entry(self, text, key, title, moment, said):
        body = format_html(
            '<div lang="{}" dir="{}">{}</div>',
            self.language,
            direction(self.language),
            mark_safe("".join(said)),
        )
        return {
            "title": title,
            "link": f"{self._address(text)}#followup",
            "description": None,
            # As stable as the entry: no new title or address of the resolution makes it a new one.
            "unique_id": f"tag:{self.host},2024:d/{text.document_id}/{key}/{self.language}",
            "pubdate": moment,
            "updateddate": moment,
            "author_name": None,
            "summary": "",
            "content": body,
        }

    def _address(self, text):
        """Where the text can be read: on the page of its own language."""
        return f"{self.root}{text.address_in(text.language_code)}"

    def _link(self, text):
        code = text.language_code
        words = fit_to_store(text.title)
        return format_html(
            '<a href="{}" lang="{}" dir="{}">{}</a>', self._address(text), code, direction(code), words
        )

    def _title(self, text):
        return format_html("<p>{}</p>", self._link(text))

    def _sentence(self, day, before, status):
        if before == status:
            words = _("On %(date)s it was reported; the status stays “%(status)s”.")
        else:
            words = _("From %(date)s the status is “%(status)s”.")
        return format_html("<p>{}</p>", words % {"date": shown(day, "DATE_FORMAT"), "status": status})

    def _story(self, update):
        """What happened, in the language of the feed or else in the other."""
        before, after = update.get_from_status_display(), update.get_to_status_display()
        yield self._sentence(update.noted_on, before, after)
        code = self.language if getattr(update, f"note_{self.language}") else other(self.language)
        note = fit_to_store(getattr(update, f"note_{code}") or "")
        if note:
            yield f'<div lang="{code}" dir="{direction(code)}">{linebreaks(note, autoescape=True)}</div>'
        if update.corrects:
            date = shown(update.corrects.noted_on, "DATE_FORMAT")
            yield format_html(
                "<p>{}</p>", _("This stands in the place of the entry of %(date)s.") % {"date": date}
            )
        if update.superseded_by_id in self.texts:
            yield format_html(
                "<p>{} {}</p>", _("In its place:"), self._link(self.texts[update.superseded_by_id])
            )

    def _evidence(self, update):
        article, file, address = update.evidence_document_id, update.evidence_attachment, update.evidence_url
        links = [self._link(self.texts[article])] if article in self.texts else []
        if file:
            links.append(_outward(whole(file.file.url, self.root), fit_to_store(str(file))))
        if address:
            links.append(_outward(address, address))
        if links:
            yield format_html(
                "<p>{}</p><ul>{}</ul>", _("Evidence"), format_html_join("", "<li>{}</li>", zip(links))
            )


def _outward(address, words):
    return format_html('<a href="{}"><bdi>{}</bdi></a>', address, words)


def _named(update):
    """The keys of the documents that an update names."""
    return update.resolution_id, update.superseded_by_id, update.evidence_document_id
