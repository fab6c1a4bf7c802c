"""What the demo says: complete, in both languages, marked as samples, linked to what exists."""

import re

import pytest

from demo.content import NOTES, labels
from demo.content.events import EVENTS, SESSIONS
from demo.content.pages import PAGES
from demo.content.set_ups import SET_UPS
from demo.forum import ARTICLES, RESOLUTIONS
from publishing.text import plain_text

EVERYTHING = {**EVENTS, **RESOLUTIONS, **ARTICLES, **PAGES}
NOT_IN_ENGLISH = {
    key
    for key, about in ARTICLES.items()
    if about.get("story") in ("arabic_only", "draft", "in_review", "changes_requested", "binned")
}
NOT_PUBLIC = {
    key
    for key, about in ARTICLES.items()
    if about.get("story")
    in ("draft", "in_review", "changes_requested", "binned", "scheduled", "expired", "withdrawn")
}
# "donate", "contribute now", "act now", "our heroes" and the like: the site reports, it does not campaign.
CAMPAIGNING = re.compile(
    r"تبرّ?عوا|تبرّ?ع الآن|ساهموا|لا تتردد|\bdonate (now|today|here)\b|\bgive now\b|\bact now\b|\bjoin us\b",
    re.I,
)


def texts(about):
    return [about[code] for code in ("ar", "en") if code in about]


def test_every_key_is_given_once():
    sources = [EVENTS, RESOLUTIONS, ARTICLES, PAGES]
    assert len(EVERYTHING) == sum(map(len, sources))


def test_the_texts_that_are_in_one_language_alone():
    arabic_alone = {key for key, about in EVERYTHING.items() if "en" not in about}
    english_alone = {key for key, about in EVERYTHING.items() if "ar" not in about}
    assert arabic_alone == NOT_IN_ENGLISH
    assert english_alone == {"note-for-the-press"}


@pytest.mark.parametrize("key", EVERYTHING)
def test_a_text_has_its_words_and_its_note(key):
    for words in texts(EVERYTHING[key]):
        assert words["title"] and words["summary"] and plain_text(words["body"])
        assert len(words["summary"]) <= 600
    assert EVERYTHING[key].get("note", "record") in NOTES


def test_links_lead_to_texts_that_the_public_can_read():
    known = set(EVERYTHING) | {f"session-{key}" for key in SESSIONS}
    bodies = {key: " ".join(words["body"] for words in texts(about)) for key, about in EVERYTHING.items()}
    bodies |= {f"session-{key}": about["ar"][2] + about["en"][2] for key, about in SESSIONS.items()}
    linked = {(key, target) for key, body in bodies.items() for target in re.findall(r'"doc:([^"]*)"', body)}
    assert {target for _key, target in linked} <= known - NOT_PUBLIC


def test_both_languages_link_to_the_same_texts():
    pairs = [(about["ar"]["body"], about["en"]["body"]) for key, about in EVERYTHING.items()
             if "ar" in about and "en" in about and about.get("story") != "english_in_review"]  # fmt: skip
    pairs += [(about["ar"][2], about["en"][2]) for about in SESSIONS.values()]
    links = re.compile(r'"doc:([^"]*)"')
    assert [links.findall(arabic) for arabic, _en in pairs] == [
        links.findall(english) for _ar, english in pairs
    ]


def test_people_and_bodies_are_marked_as_samples():
    assert all("نموذجي" in arabic[0] and "Sample" in english[0] for arabic, english in labels.PEOPLE.values())
    unmarked = {
        key for key, (_kind, _ar, english, is_sample) in labels.ORGANISATIONS.items() if not is_sample
    }
    assert unmarked == {"host"}


def test_what_the_decisions_set_up_is_marked_as_a_sample():
    committee, project = SET_UPS["committee"]["committee"], SET_UPS["brotherhood"]["project"]
    pairs = [(arabic, english) for _due, _done, arabic, english, _article in committee["meetings"]]
    pairs += zip(*(steps.splitlines() for steps in project["how_it_works"]), strict=True)
    pairs += [(arabic, english) for _asked, arabic, _question, english in project["questions"]]
    pairs += [(arabic, english) for arabic, english, *_reported in project["figures"]]
    assert [pair for pair in pairs if not ("نموذجي" in pair[0] and "(Sample " in pair[1])] == []
    assert [pair for pair in pairs if any(CAMPAIGNING.search(words) for words in pair)] == []
    assert (len(committee["meetings"]), len(project["questions"]), len(project["figures"])) == (4, 4, 3)


def test_a_role_in_a_committee_names_the_post_and_nobodys_gender():
    roles = {arabic for _person, arabic, *_rest in SET_UPS["committee"]["committee"]["members"]}
    assert roles == {"رئاسة اللجنة", "نيابة الرئاسة", "أمانة السر", "شؤون اللجنة العلمية", "شؤون الإعلام"}


def test_nothing_campaigns():
    found = {
        key
        for key, about in EVERYTHING.items()
        for words in texts(about)
        if CAMPAIGNING.search(words["body"])
    }
    assert found == set()


def test_the_press_report_is_long_and_has_every_element():
    body = ARTICLES["press-report"]["ar"]["body"]
    assert 320 <= len(plain_text(body).split()) <= 420
    assert all(f"<{tag}" in body for tag in ("h2", "h3", "ul", "blockquote", "a "))


def test_the_published_articles_are_of_a_reporters_length():
    lengths = {
        key: len(plain_text(about["ar"]["body"]).split())
        for key, about in ARTICLES.items()
        if key not in NOT_PUBLIC and "ar" in about
    }
    assert len(lengths) >= 22
    assert {key: count for key, count in lengths.items() if not 110 <= count <= 420} == {}
