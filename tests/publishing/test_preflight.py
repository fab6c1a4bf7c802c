"""What the check of a release says: what refuses and what is worth a look, in which words, at how many queries."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from publishing import bin as desk_bin
from publishing import releases, workflow
from publishing.models import Document, Note, Release
from publishing.preflight import Level, check
from tests.factories import (
    chief,
    go_live,
    make_article,
    make_decision,
    make_image,
    make_page,
    make_topic,
    scheduled,
    second_chief,
    withdrawn,
    write,
)
from tests.personas import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

REFUSES, WARNS = Level.REFUSES, Level.WARNS
NO_ARABIC = (WARNS, "The Arabic text is neither public nor in this release.")
NO_ENGLISH = (WARNS, "The English text is neither public nor in this release.")


def release_of(*texts):
    release = Release.objects.create(name="A release", created_by=chief())
    for document, language in texts:
        releases.add_text(release, document, language, chief())
    return release


def said(*texts, by=None, at=None):
    """What the check says of a release of ``texts``: [(level, sentence)]."""
    return [
        (problem.level, problem.sentence) for problem in check(list(release_of(*texts).items.all()), by, at)
    ]


def both(document):
    return (document, "ar"), (document, "en")


def test_a_release_with_nothing_missing():
    article = make_article(picture=make_image())
    assert said(*both(article), by=second_chief()) == []
    assert said(*both(article), by=second_chief(), at=timezone.now() + timedelta(days=1)) == []
    assert said() == []


# ---- What refuses


def test_a_text_that_is_not_there_or_has_no_body():
    article = make_article(ar={"body": ""}, en=False)
    assert said(*both(article)) == [
        (REFUSES, "The text has no body yet; write one before it is published."),
        NO_ENGLISH,
        (REFUSES, "There is no text in this language yet; write and save one first."),
    ]


def test_what_is_in_the_bin():
    article = make_article()
    release = release_of(*both(article))
    desk_bin.move_to_bin(article, chief())
    found = {(problem.level, problem.sentence) for problem in check(list(release.items.all()))}
    assert found == {(REFUSES, "This document is in the bin; take it back first.")}


def test_who_may_not_is_told_so_and_nobody_in_particular_is_not():
    article = make_article()
    refusal = (REFUSES, "You may not publish, schedule or withdraw texts.")
    assert said(*both(article), by=make_user("editor")) == [refusal, refusal]
    english = make_user("publisher", word_languages=["en"])
    found = check(list(release_of(*both(article)).items.all()), english)
    assert [(problem.item.language_code, problem.sentence) for problem in found] == [("ar", refusal[1])]
    assert said(*both(article)) == []


def test_four_eyes():
    decision, by = make_decision(), make_user("publisher")
    write(decision, "ar", by=by, summary="آخر من كتب")
    refusal = (
        REFUSES,
        "You wrote this text last, and texts of this kind are published by somebody else: submit it for review.",
    )
    assert said((decision, "ar"), by=by) == [refusal, NO_ENGLISH]
    assert said((decision, "ar"), by=second_chief()) == [NO_ENGLISH]


def test_what_is_public_as_it_stands():
    article = make_article(live=True)
    refusal = (REFUSES, "This very text is public already; there is nothing new to publish.")
    for at in (None, timezone.now() + timedelta(days=1)):
        assert said((article, "ar"), at=at) == [refusal]
    withdrawn_one = make_article()
    withdrawn(withdrawn_one, "ar")
    assert said(*both(withdrawn_one)) == []


def test_an_address_that_is_taken():
    make_article(ar={"title": "صاحب العنوان", "slug": "taken"}, en=False, live=True)
    rival = make_article(ar={"slug": "free"}, en=False)
    Document.objects.get(pk=rival.pk).revisions.update(slug="taken")
    refusal = (REFUSES, "The address “taken” is taken by “صاحب العنوان”; choose another one.")
    assert said((rival, "ar")) == [refusal, NO_ENGLISH]
    # An address belongs to a kind and a language.
    page = make_page(ar={"slug": "taken"}, en=False)
    english = make_article(ar=False, en={"slug": "taken"})
    assert said((page, "ar"), (english, "en")) == [NO_ENGLISH, NO_ARABIC]


def test_an_address_is_taken_for_a_time(clock):
    """By a text that ends before the release, and by one that begins after it."""
    ending, coming = (
        make_article(ar={"title": title, "slug": title}, en=False) for title in ("ending", "coming")
    )
    go_live(ending, until=clock.after(days=2))
    scheduled(coming, "ar", clock.after(days=5))
    wants = {}
    for slug in ("ending", "coming"):
        wants[slug] = make_article(ar={"slug": f"wants-{slug}"}, en=False)
        wants[slug].revisions.update(slug=slug)
    taken = "The address “{0}” is taken by “{0}”; choose another one."
    assert said((wants["ending"], "ar")) == [(REFUSES, taken.format("ending")), NO_ENGLISH]
    assert said((wants["ending"], "ar"), at=clock.after(days=2)) == [NO_ENGLISH]
    for at in (None, clock.after(days=1), clock.after(days=6)):
        assert said((wants["coming"], "ar"), at=at) == [(REFUSES, taken.format("coming")), NO_ENGLISH]


def test_two_texts_of_one_release_at_one_address():
    one, two = (make_article(ar={"title": title, "slug": "same"}, en=False) for title in ("الأول", "الثاني"))
    two.revisions.update(slug="same")
    message = "The address “same” is taken by “{}”; choose another one."
    assert said((one, "ar"), (two, "ar")) == [
        (REFUSES, message.format("الثاني")),
        NO_ENGLISH,
        (REFUSES, message.format("الأول")),
        NO_ENGLISH,
    ]


def test_a_text_that_another_release_holds():
    article = make_article(en=False)
    other = release_of((article, "ar"))
    Release.objects.filter(pk=other.pk).update(name="الأول")
    in_two_days, tomorrow = (timezone.now() + timedelta(days=days) for days in (2, 1))
    releases.schedule_release(other, second_chief(), in_two_days)
    refusal = (REFUSES, "This text goes public with the release “الأول”; cancel the release first.")
    for at in (None, tomorrow):
        assert said((article, "ar"), at=at) == [refusal, NO_ENGLISH]
    write(article, "ar", title="نص أحدث")
    assert said((article, "ar"), at=tomorrow) == [refusal, NO_ENGLISH]
    ((level, sentence), *rest) = said((article, "ar"))[::-1]
    assert level == WARNS
    assert re.fullmatch(
        r"An earlier text is scheduled for \u2068.+\u2069 and takes the place of this one then\.", sentence
    )
    assert rest == [NO_ENGLISH]


@pytest.mark.parametrize("later", [False, True])
def test_what_is_refused_is_what_the_acts_refuse(later):
    """The check and the workflow give one answer, with the same words, for every trouble that a text may have."""
    at = timezone.now() + timedelta(days=1) if later else None
    by = make_user("publisher")
    own = make_decision(en=False)
    write(own, "ar", by=by, summary="بقلمي")
    make_article(ar={"title": "صاحب العنوان", "slug": "taken"}, en=False, live=True)
    rival = make_article(ar={"slug": "free"}, en=False)
    rival.revisions.update(slug="taken")
    troubled = [
        own, rival, make_article(ar={"body": ""}, en=False), make_article(ar=False), make_article(en=False, live=True),
    ]  # fmt: skip
    binned = make_article(en=False)
    release = release_of(*[(document, "ar") for document in [*troubled, binned]])
    desk_bin.move_to_bin(binned, chief())
    found = check(list(release.items.all()), by, at)
    by_document = {item.document_id: item.document for item in release.items.all()}
    assert {problem.item.document_id for problem in found if problem.level == REFUSES} == set(by_document)
    for problem in found:
        if problem.level == REFUSES:
            document = by_document[problem.item.document_id]
            with pytest.raises(workflow.WorkflowError) as caught:
                if later:
                    workflow.schedule(document, "ar", by, at)
                else:
                    workflow.publish(document, "ar", by)
            assert str(caught.value) == problem.sentence


# ---- What is worth a look


def test_a_missing_translation():
    article = make_article()
    assert said((article, "ar")) == [NO_ENGLISH]
    assert said((article, "en")) == [NO_ARABIC]
    go_live(article, "en")
    assert said((article, "ar")) == []


def test_a_translation_that_ends_before_the_release_is_missing():
    article = make_article()
    go_live(article, "en", until=timezone.now() + timedelta(days=1))
    assert said((article, "ar")) == []
    assert said((article, "ar"), at=timezone.now() + timedelta(days=2)) == [NO_ENGLISH]


def test_a_translation_that_the_release_makes_stale():
    article = make_article(live=True)
    write(article, "ar", title="تغيّر الأصل")
    stale = (WARNS, "With this text the public English translation is out of date.")
    assert said((article, "ar")) == [stale]
    write(article, "en", title="Not up to date")
    assert said(*both(article)) == [
        (WARNS, "This translation is out of date: the original says something else.")
    ]
    source = article.revisions.filter(language_code="ar").last()
    workflow.mark_up_to_date(article, "en", chief(), source)
    assert said(*both(article)) == []
    # Alone it would be ahead of the original that readers see.
    assert said((article, "en")) == [
        (WARNS, "This translation is out of date: the original says something else.")
    ]


def test_an_english_original_and_its_arabic_translation():
    article = make_article(ar=False)
    article.source_language = "en"
    article.save()
    assert said((article, "en")) == [NO_ARABIC]
    write(article, "ar", title="ترجمة", body="<p>متن</p>")
    go_live(article)
    write(article, "en", title="Changed")
    assert said((article, "en")) == [(WARNS, "With this text the public Arabic translation is out of date.")]


def test_points_that_have_other_numbers_in_the_other_language():
    two, three = "<ol><li>أ</li><li>ب</li></ol>", "<ol><li>A</li><li>B</li><li>C</li></ol>"
    alike = make_decision(ar={"body": two}, en={"body": two})
    unlike = make_decision(ar={"body": two}, en={"body": three})
    article = make_article(ar={"body": two}, en={"body": three})
    assert said(*both(alike), *both(article)) == []
    assert said(*both(unlike)) == [
        (WARNS, "It has 2 points, and 3 in the other language: their addresses do not agree."),
        (WARNS, "It has 3 points, and 2 in the other language: their addresses do not agree."),
    ]
    assert said((make_decision(ar={"body": two}, en=False), "ar")) == [NO_ENGLISH]


def test_pictures_without_words():
    picture = make_image(alt_en="")
    body = '<p>متن <img src="/media/a.png" alt=""> <img src="/media/b.png" alt="نقش"> <img src="/media/c.png"></p>'
    article = make_article(
        picture=picture, ar={"body": body}, en={"body": '<p>Body <img src="/media/a.png"></p>'}
    )
    missing = "The picture has no description in this language for those who cannot see it."
    one, two = (
        "1 picture in the text has no description for those who cannot see it.",
        "2 pictures in the text have no description for those who cannot see them.",
    )
    assert said(*both(article)) == [(WARNS, two), (WARNS, missing), (WARNS, one)]


def test_notes_that_nobody_resolved():
    article = make_article()
    for language in ("", "ar", "en", "en"):
        Note.objects.create(document=article, language_code=language, text="?", written_by=chief())
    Note.objects.create(
        document=article, language_code="ar", text="!", written_by=chief(), resolved_at=timezone.now()
    )
    Note.objects.create(document=make_article(), text="elsewhere", written_by=chief())
    assert said(*both(article)) == [
        (WARNS, "2 notes are not resolved."),
        (WARNS, "3 notes are not resolved."),
    ]


def test_a_plan_of_its_own():
    article = make_article()
    go_live(article, "en")
    scheduled(article, "ar")
    for at in (None, timezone.now() + timedelta(days=3)):
        ((level, sentence),) = said((article, "ar"), at=at)
        assert level == WARNS
        assert re.fullmatch(
            r"It is scheduled by itself for \u2068.+\u2069; the release takes the place of that\.", sentence
        )


# ---- Language and queries


def test_a_dead_link_is_said_once_a_text():
    article = make_article(ar={"body": '<p><a href="/d/0/">أ</a> <a href="/d/0/">ب</a></p>'})
    assert said(*both(article)) == [
        (WARNS, "The link to \u2068/d/0/\u2069 leads to nothing that readers can see.")
    ]


def test_the_check_speaks_arabic():
    article = make_article(en=False)
    with override("ar"):
        sentences = [sentence for _level, sentence in said(*both(article))]
    assert sentences
    assert all(re.search("[\u0600-\u06ff]", sentence) for sentence in sentences)


@pytest.mark.parametrize("number", [1, 3, 10])
def test_queries_do_not_grow_with_the_texts(django_assert_num_queries, number):
    by = make_user("publisher")
    by.has_perm("publishing.publish_words")
    documents = [
        make_article(
            picture=make_image(),
            topics=[make_topic()],
            ar={
                "body": f'<p><a href="/d/{number}/">أ</a> <a href="/ar/news/x/">ب</a> <a href="/ar/topics/x/">ج</a></p>'
            },
        )
        for number in range(number)
    ] + [make_decision() for _row in range(number)]
    for document in documents:
        Note.objects.create(document=document, text="?", written_by=chief())
    items = list(release_of(*[text for document in documents for text in both(document)]).items.all())
    with django_assert_num_queries(9):
        assert check(items, by)
