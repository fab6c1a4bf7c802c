"""Documents as schema.org knows them. A function takes the Page and the context of its template, and gives a node or None."""

from django.utils import timezone

from articles.models import Article
from forum_site.structured_data.things import (
    body,
    image_at,
    images_of,
    known,
    moment,
    node,
    organization,
    person,
    place,
    website,
)
from media_library.renditions import picture

#: What a newspaper would call news; a statement or a letter is an article.
NEWS = (Article.ArticleKind.NEWS, Article.ArticleKind.REPORT, Article.ArticleKind.INTERVIEW)
#: Search engines cut a longer headline.
HEADLINE = 110
_SCHEDULED = "https://schema.org/EventScheduled"
_OFFLINE = "https://schema.org/OfflineEventAttendanceMode"


def article(page, context):
    text = context["text"]
    return node(
        "NewsArticle" if text.facts.article_kind in NEWS else "Article",
        id=f"{page.url}#article",
        headline=_short(text.title),
        **_published(page, text),
        image=images_of(page, text),
        author=organization(page),
        # A line that names a person or a body: which of the two, no machine can tell.
        creditText=text.byline,
        articleSection=text.kicker or text.facts.get_article_kind_display(),
        keywords=_topics(context),
        mainEntityOfPage=page.url,
        about=[
            *(_in_short(page, about) for about in context.get("related_resolutions", ())),
            *(_in_short(page, about, "WebPage") for about in context.get("sessions", ())),
        ],
        mentions=[person(page, found) for found in context.get("people", ())],
    )


def standing_page(page, context):
    text = context["text"]
    return node("WebPage", id=f"{page.url}#page", name=text.title, **_published(page, text))


def resolution(page, context):
    """A decision or recommendation: a text with a reference, a standing, and its relations to others."""
    text, facts = context["text"], context["text"].facts
    about, successor = context.get("event_text"), context.get("replaced_by")
    others = [*([successor] if successor else []), *(other for _nature, other in context.get("related", ()))]
    mentions = [_in_short(page, about, "WebPage")] if about else []
    mentions += [_in_short(page, other) for other in others]
    return node(
        "CreativeWork",
        id=f"{page.url}#resolution",
        name=text.title,
        identifier=facts.reference,
        **_published(page, text),
        dateCreated=moment(facts.adopted_on),
        creativeWorkStatus=facts.get_status_display(),
        genre=text.get_kind_display(),
        image=images_of(page, text),
        author=organization(page),
        keywords=_topics(context),
        mainEntityOfPage=page.url,
        isBasedOn=[_in_short(page, earlier) for earlier in context.get("replaces", ())],
        mentions=mentions,
    )


def set_up(page, context):
    """The page of what a decision set up: about the decision, and of a committee or an academy as a body."""
    text, named = context["text"], str(context["set_up"])
    members = [person(page, row.person) for row in context.get("members", ())]
    committee, academy = context.get("committee"), context.get("academy")
    entity = node("Organization", name=named, member=members, description=getattr(committee, "mandate", ""),
                  url=getattr(academy, "site", "")) if committee or academy else None  # fmt: skip
    return node(
        "WebPage",
        id=f"{page.url}#page",
        name=named,
        url=page.url,
        inLanguage=page.language,
        isPartOf=website(page),
        publisher=organization(page),
        about=_in_short(page, text),
        mainEntity=entity,
    )


def event(page, context):
    """An event with its sessions; None while its days or its place are to be announced: there is nothing to go to yet."""
    text, facts = context["text"], context["text"].facts
    if not (facts.is_announced and facts.venue):
        return None
    sessions = [each for day in context.get("days", ()) for each in day.sessions if each.facts.starts_at]
    hosts = [body(host) for host in context.get("hosts", ())]
    return _event(
        page, text, facts, venue=place(facts.venue),
        startDate=moment(facts.starts_on), endDate=moment(facts.ends_on),
        organizer=hosts or organization(page),
        performer=_performers(page, context),
        subEvent=[_session_in_short(page, each, facts) for each in sessions],
    )  # fmt: skip


def session(page, context):
    """A session with who takes part; None without a time or a place."""
    text, facts = context["text"], context["text"].facts
    whole, about = facts.event, context.get("event_text")
    if not (facts.starts_at and whole.venue):
        return None
    superior = _in_short(page, about, "Event") if about else None
    if superior:
        superior |= known(startDate=moment(whole.starts_on), location=place(whole.venue))
    return _event(
        page, text, whole, venue=place(whole.venue, facts.room),
        startDate=moment(facts.starts_at, whole.zone), endDate=moment(facts.ends_at, whole.zone),
        organizer=organization(page), performer=_performers(page, context), superEvent=superior,
    )  # fmt: skip


def person_page(page, context):
    """A page about somebody: the person, and what is public of what they take part in."""
    found = context["person"]
    shown = picture(found.portrait, "portrait")
    # As pages, not as events: what search engines want to know of an event is not asked for on this page.
    texts = [row["text"] for row in context.get("sessions", ())] + list(context.get("articles", ()))
    whole = person(page, found) | known(
        description=found.biography,
        image=image_at(page.at(shown["url"]), shown["width"], shown["height"], shown["alt"])
        if shown
        else None,
        subjectOf=[_in_short(page, text, "WebPage") for text in texts],
    )
    return node(
        "ProfilePage", id=f"{page.url}#page", url=page.url, inLanguage=page.language, mainEntity=whole
    )


def _event(page, text, whole, venue, **properties):
    """What an event and its sessions have in common. ``whole`` is the Event, whose languages are spoken."""
    return node(
        "Event",
        id=f"{page.url}#event",
        name=text.title,
        description=text.summary,
        url=page.url,
        image=images_of(page, text),
        location=venue,
        eventStatus=_SCHEDULED,
        eventAttendanceMode=_OFFLINE,
        inLanguage=text.facts.languages or whole.languages or page.language,
        **properties,
    )


def _session_in_short(page, text, whole):
    return _in_short(page, text, "Event") | known(
        startDate=moment(text.facts.starts_at, whole.zone),
        endDate=moment(text.facts.ends_at, whole.zone),
        location=place(whole.venue, text.facts.room),
        eventStatus=_SCHEDULED,
    )


def _in_short(page, text, kind="CreativeWork"):
    """Another text by its name and address on the site in this language, with its own language where that is another one."""
    own = text.language_code if text.language_code != page.language else None
    # What pages name but do not show has no facts loaded.
    return node(kind, name=text.title, url=page.at(text.address_in(page.language)), inLanguage=own)


def _published(page, text):
    """What every text says of itself."""
    return known(
        description=text.summary,
        inLanguage=text.language_code,
        url=page.url,
        datePublished=moment(timezone.localtime(text.published_at)),
        dateModified=moment(timezone.localtime(text.live_from)),
        publisher=organization(page),
        isPartOf=website(page),
        isAccessibleForFree=True,
    )


def _performers(page, context):
    return [person(page, taking_part.person) for taking_part in context.get("people", ())]


def _topics(context):
    return [str(topic) for topic in context.get("topics", ())]


def _short(title):
    """A headline of at most HEADLINE letters, cut between words."""
    if len(title) <= HEADLINE:
        return title
    return f"{title[: HEADLINE - 1].rpartition(' ')[0] or title[: HEADLINE - 1]}…"
