"""What search engines are told: every public page with the languages in which it is live, and where not to look.

Django's own Sitemap with ``i18n`` pairs each address with the same slug in the other language, published or not
(measured: pages that answer 404); here every pair is read off the live texts.
"""

from datetime import datetime

from django.db.models import Count, F, Max, Q
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import conditional_page, require_safe

from forum_site.public_people import public_people
from publishing.languages import LANGUAGES
from publishing.models import Kind, PublicText, Topic
from publishing.site_address import site_root
from resolutions.models import Resolution
from resolutions.set_ups import SET_UPS

#: A site with more live texts than this is told in files of its own: the lists, and so many keys of documents in each. The
#: protocol allows 50,000 addresses a file (https://www.sitemaps.org/protocol.html); a file of 200,000 texts took 25 s.
MOST_TEXTS, KEYS = 4_000, 1_000
#: The pages that list others, and the kinds of what is newest on them (None: any).
LISTS = {
    "home": None,
    "article_list": (Kind.ARTICLE,),
    "event_list": (Kind.EVENT,),
    "decision_list": (Kind.DECISION,),
    "recommendation_list": (Kind.RECOMMENDATION,),
    "follow_up": (Kind.DECISION, Kind.RECOMMENDATION),
    "open_data": (Kind.DECISION, Kind.RECOMMENDATION),
    "topic_list": None,
}


@conditional_page
@require_safe
def sitemap(request):
    """`/sitemap.xml`: all addresses, or where there are more than MOST_TEXTS texts an index of files: `?p=lists` with lists,
    topics and people, `?p=12` with the documents whose keys begin with 12,000."""
    root, newest = site_root(request), _newest()
    parts = sorted({part for part, *_rest in newest}) if sum(row[-1] for row in newest) > MOST_TEXTS else []
    wanted = request.GET.get("p", "")
    if parts and not wanted:
        index = [{"location": f"{root}{request.path}?p={part}"} for part in ("lists", *parts)]
        return render(request, "sitemap_index.xml", {"sitemaps": index}, content_type="application/xml")
    if wanted not in ({"", "lists", *map(str, parts)} if parts else {""}):
        raise Http404("No such part of the sitemap.")
    pages = [] if wanted.isdecimal() else [*_lists(newest), *_labelled()]
    if wanted != "lists":
        pages += _documents(int(wanted) if wanted else None)
    urls = [url for addresses, changed in pages for url in _urls_of(root, addresses, changed)]
    return render(request, "sitemap.xml", {"urlset": urls}, content_type="application/xml")


@require_safe
def robots(request):
    """`/robots.txt`: the desk, shared drafts, the components page and the endless pages of search results are not for robots.
    The cards of embeds are: they say "noindex" themselves, which only who may read them can read."""
    closed = ["/admin/", "/accounts/", "/shared/", "/oembed/"]
    for language in LANGUAGES:
        with override(language):
            closed += [reverse("search"), reverse("components")]
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in closed),
        "",
        f"Sitemap: {site_root(request)}/sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def _newest():
    """(part of the sitemap, kind, language, the moment at which the newest went live, how many) of all live texts. One query."""
    texts = PublicText.objects.order_by().annotate(part=F("document_id") / KEYS)
    return list(texts.values_list("part", "kind", "language_code").annotate(Max("live_from"), Count("pk")))


def _urls_of(root, addresses, changed):
    """One page in: ``addresses`` {language: path}, ``changed`` {language: moment}. Its URLs out, one a language."""
    alternates = [
        {"lang_code": language, "location": f"{root}{path}"} for language, path in addresses.items()
    ]
    if len(alternates) > 1:
        # Readers of neither language get the first one, Arabic.
        alternates.append({"lang_code": "x-default", "location": f"{root}{addresses[LANGUAGES[0]]}"})
    else:
        alternates = []
    for language, path in addresses.items():
        yield {"location": f"{root}{path}", "lastmod": changed.get(language), "alternates": alternates}


def _lists(newest):
    changed = {}
    for _part, kind, language, moment, _number in newest:
        changed[kind, language] = max(moment, changed.get((kind, language), moment))
    for route, wanted in LISTS.items():
        moments = {language: _latest(changed, wanted, language) for language in LANGUAGES}
        yield _in_each_language(route), moments


def _labelled():
    """The pages of topics and people that have something live. Four queries."""
    yield from _labels("topic", _live_topics(), _changed("topics"))
    yield from _labels("person", public_people(), _changed("as_session__people"))


def _latest(changed, wanted, language) -> datetime | None:
    kinds = Kind.values if wanted is None else wanted
    moments = [moment for (kind, code), moment in changed.items() if code == language and kind in kinds]
    return max(moments, default=None)


def _documents(part=None):
    """The page of each document (of a ``part`` of them, if it is named) in the languages in which it is live, and what stands
    below it: the programme of an event and what became of what it decided, what a decision set up. Three queries."""
    below = _set_ups() | {event: ["follow-up"] for event in _events_that_decided()}
    documents = {}
    rows = PublicText.objects.only("kind", "slug", "language_code", "live_from", "document_id")
    if part is not None:
        rows = rows.filter(document_id__gte=part * KEYS, document_id__lt=(part + 1) * KEYS)
    for text in rows.order_by("document_id"):
        documents.setdefault(text.document_id, []).append(text)
    for texts in documents.values():
        texts = {text.language_code: text for text in sorted(texts, key=lambda text: text.language_code)}
        addresses = {language: text.address_in(language) for language, text in texts.items()}
        changed = {language: text.live_from for language, text in texts.items()}
        yield addresses, changed
        first = next(iter(texts.values()))
        parts = ["programme"] if first.kind == Kind.EVENT else []
        parts += below.get(first.document_id, [])
        for part in parts:
            yield {language: f"{path}{part}/" for language, path in addresses.items()}, changed


def _events_that_decided():
    """The keys of the events of which a decision or recommendation is live. One query."""
    texts = PublicText.objects.of_kind(Kind.DECISION, Kind.RECOMMENDATION).order_by()
    return texts.values_list("document__as_resolution__event_id", flat=True).distinct()


def _set_ups():
    """{key of a decision: the names of what it set up}. One query."""
    wanted = Q()
    for accessor in SET_UPS.values():
        wanted |= Q(**{f"{accessor}__isnull": False})
    rows = (
        Resolution.objects.filter(wanted)
        .order_by()
        .values_list("pk", *(f"{row}__pk" for row in SET_UPS.values()))
    )
    return {pk: [name for name, key in zip(SET_UPS, keys, strict=True) if key] for pk, *keys in rows}


def _live_topics():
    return Topic.objects.filter(documents__revisions__in=PublicText.objects.all()).distinct().order_by("pk")


def _changed(relation):
    """{key: {language: moment}} of what stands at ``relation``, seen from a document: when a text about it last went live. The
    page of a language also lists texts that are not translated, so both languages count for each."""
    place = f"document__{relation}"
    texts = PublicText.objects.order_by().filter(**{f"{place}__isnull": False})
    newest = texts.values_list(place).annotate(Max("live_from"))
    return {key: dict.fromkeys(LANGUAGES, moment) for key, moment in newest}


def _labels(route, labels, changed):
    for label in labels:
        slugs = {language: getattr(label, f"slug_{language}") for language in LANGUAGES}
        if all(slugs.values()):
            yield _in_each_language(route, slugs), changed.get(label.pk, {})


def _in_each_language(route, slugs=None):
    addresses = {}
    for language in LANGUAGES:
        with override(language):
            addresses[language] = reverse(route, args=[slugs[language]] if slugs else [])
    return addresses
