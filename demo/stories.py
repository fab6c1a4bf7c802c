"""What the desk did with each text: written by the author or editor, translated, published by the publisher.

Every step goes through publishing/workflow.py, as the person of the role that takes it; together the stories show
every state of a text.
"""

import re
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from demo.content import BYLINE, DATELINE, NOTES, SAMPLE_KICKER
from demo.content.events import BEFORE_A_SESSION, EVENTS, SESSIONS
from demo.content.pages import PAGES
from demo.forum import ARTICLES, RESOLUTIONS, moment
from media_library.renditions import picture
from publishing import workflow
from publishing.bin import move_to_bin

# Announced with the programme, told anew after the two days.
SESSION_STORY = {
    "on": "2024-12-18T09:00",
    "again_on": "2024-12-23T11:00",
    "note": "record",
    "story": "held",
    "before": {language: {"body": body} for language, body in BEFORE_A_SESSION.items()},
}
RESOLUTIONS_OUT = "2024-12-22T17:15"
# A translation follows its original on the same day.
TRANSLATED_AFTER = timedelta(hours=2)
_AROUND_BLOCKS = re.compile(r"\s*(</?(?:p|ul|ol|li|h2|h3|blockquote|table|tr|th|td|figure|figcaption)>)\s*")
_LINK = re.compile(r'href="doc:([\w-]+)"')
_PICTURE = re.compile(r'src="picture:([\w-]+)"')


@dataclass
class Text:
    """One document on its way: what the content says about it, its words by language, and the people at work."""

    document: object
    about: dict
    words: dict
    users: dict

    def save(self, language, **changes):
        """Save the working copy as the one who writes in that language."""
        is_original = language == self.document.source_language
        writer = self.document.created_by if is_original else self.users["translator"]
        return workflow.save_working_copy(self.document, language, self.words[language] | changes, writer)

    def publish(self, language, at, until=None):
        workflow.publish(self.document, language, self.users["publisher"], at=at, until=until)

    @property
    def on(self):
        return moment(self.about["on"])

    @property
    def again_on(self):
        return moment(self.about["again_on"])


def tell_stories(forum):
    """Write and publish the words of every document of ``forum``."""
    for text in _texts(forum):
        STORIES[text.about.get("story", "published")](text)


def _texts(forum):
    """Every Text of the content, the oldest kinds first."""
    for key, about in EVENTS.items():
        yield _text(forum, key, about, about)
    for key, about in SESSIONS.items():
        names = ("title", "summary", "body")
        words = {code: dict(zip(names, about[code], strict=True)) for code in ("ar", "en")}
        yield _text(forum, f"session-{key}", SESSION_STORY, words)
    for key, about in RESOLUTIONS.items():
        yield _text(forum, key, {"on": RESOLUTIONS_OUT, "note": "record"}, about)
    for key, about in {**ARTICLES, **PAGES}.items():
        yield _text(forum, key, about, about)


def _text(forum, key, about, content):
    document = forum.documents[key]
    words = {
        code: _words(forum, document, code, about, content[code]) for code in ("ar", "en") if code in content
    }
    for later in ("again", "copy"):
        if later in about:
            about = about | {later: _later(forum, about, about[later])}
    if "before" in about:
        early = {code: _later(forum, about, words, code) for code, words in about["before"].items()}
        about = about | {"before": early}
    return Text(document, about, words, forum.users)


def _words(forum, document, language, about, written):
    words = dict(written) | {"body": _html(forum, written["body"], language, about["note"])}
    if "’" in words["title"]:
        # Else the apostrophe would part a word of the address in two.
        words.setdefault("slug", words["title"].replace("’", ""))
    if document.kind == "article":
        words = {"byline": BYLINE[language], "dateline": DATELINE[language]} | words
        if about["note"] == "sample":
            words.setdefault("kicker", SAMPLE_KICKER[language])
    return words


def _later(forum, about, written, language="ar"):
    """The words of another text of the same document: only those in which it differs."""
    if "body" not in written:
        return written
    return written | {"body": _html(forum, written["body"], language, about["note"])}


def _html(forum, body, language, note):
    """A body as the desk keeps it: in one line, its links resolved, the note at its foot."""
    body = _AROUND_BLOCKS.sub(r"\1", " ".join(body.split()))
    body = _LINK.sub(lambda link: f'href="/d/{forum.documents[link[1]].pk}/"', body)
    body = _PICTURE.sub(lambda found: _source(forum.pictures[found[1]]), body)
    return f"{body}<hr><p>{NOTES[note][language]}</p>"


def _source(image):
    """A picture of the demo in; the attributes of an <img> that shows it out."""
    shown = picture(image, "wide")
    return f'src="{shown["url"]}" width="{shown["width"]}" height="{shown["height"]}"'


# ---- The stories


def _published(text):
    """Public in both languages."""
    _arabic_only(text)
    text.save("en")
    text.publish("en", text.on + TRANSLATED_AFTER)


def _arabic_only(text):
    """Public in Arabic; nobody has translated it."""
    text.save("ar")
    text.publish("ar", text.on)


def _english_only(text):
    """Written in English, public in English alone."""
    text.save("en")
    text.publish("en", text.on)


def _english_stale(text):
    """The Arabic was published again after the English had been made."""
    _published(text)
    text.save("ar", **text.about["again"])
    text.publish("ar", text.again_on)


def _english_in_review(text):
    """The Arabic is public, the English waits for its review."""
    _arabic_only(text)
    text.save("en")
    workflow.submit(text.document, "en", text.users["translator"])


def _renamed(text):
    """Published under one address, then under another: the old one redirects."""
    first = text.about["first_slug"]
    text.save("ar", slug=first["ar"])
    text.publish("ar", text.on)
    text.save("ar")
    text.publish("ar", text.again_on)
    text.save("en", slug=first["en"])
    text.publish("en", text.on + TRANSLATED_AFTER)
    text.save("en")
    text.publish("en", text.again_on + TRANSLATED_AFTER)


def _corrected(text):
    """Published, changed a week later, then mended once more: a slip that changed nothing of what it says."""
    _in_both(text, "on", text.about["first"])
    _in_both(text, "again_on", text.about["slip"])
    _in_both(text, "minor_on", {}, is_minor=True)


def _held(text):
    """Announced before the day, and told anew after it."""
    _in_both(text, "on", text.about["before"])
    _in_both(text, "again_on", {})


def _in_both(text, at, changes, is_minor=False):
    """Both languages saved with ``changes``, and published at the moment that the content calls ``at``, the original first."""
    source = text.save("ar", **changes.get("ar", {}))
    text.save("en", **changes.get("en", {}))
    workflow.mark_up_to_date(text.document, "en", text.users["translator"], source)
    for language, later in (("ar", timedelta(0)), ("en", TRANSLATED_AFTER)):
        when = moment(text.about[at]) + later
        workflow.publish(text.document, language, text.users["publisher"], at=when, is_minor=is_minor)


def _newer_copy(text):
    """Public in both languages, with a newer Arabic working copy that nobody has published."""
    _published(text)
    text.save("ar", **text.about["copy"])


def _update_scheduled(text):
    """Public in both languages; a newer Arabic text takes over in two weeks."""
    _newer_copy(text)
    in_two_weeks = timezone.now() + timedelta(days=14)
    workflow.schedule(text.document, "ar", text.users["publisher"], in_two_weeks)


def _scheduled(text):
    """Goes public in both languages in a month."""
    in_a_month = timezone.now() + timedelta(days=30)
    for language in ("ar", "en"):
        text.save(language)
        workflow.schedule(text.document, language, text.users["publisher"], in_a_month)


def _expired(text):
    """Was public until a set moment."""
    for language in ("ar", "en"):
        text.save(language)
        text.publish(language, text.on, until=moment(text.about["until"]))


def _withdrawn(text):
    """Was public, then taken off."""
    _published(text)
    for language in ("ar", "en"):
        workflow.withdraw(text.document, language, text.users["publisher"])


def _draft(text):
    """Never published, never submitted."""
    text.save("ar")


def _in_review(text):
    """Waits for its review."""
    text.save("ar")
    workflow.submit(text.document, "ar", text.users["author"])


def _changes_requested(text):
    """Was handed back to its writer with a note."""
    _in_review(text)
    workflow.request_changes(text.document, "ar", text.users["editor"], text.about["request"])


def _binned(text):
    """Never published, and moved to the bin."""
    text.save("ar")
    move_to_bin(text.document, text.document.created_by)


STORIES = {
    "published": _published,
    "arabic_only": _arabic_only,
    "english_only": _english_only,
    "english_stale": _english_stale,
    "english_in_review": _english_in_review,
    "renamed": _renamed,
    "corrected": _corrected,
    "held": _held,
    "newer_copy": _newer_copy,
    "update_scheduled": _update_scheduled,
    "scheduled": _scheduled,
    "expired": _expired,
    "withdrawn": _withdrawn,
    "draft": _draft,
    "in_review": _in_review,
    "changes_requested": _changes_requested,
    "binned": _binned,
}
