"""Addresses of what is labelled in both languages: people and topics."""

import pytest
from django.core.exceptions import ValidationError
from django.http import Http404

from people.models import Person
from publishing.labels import fill_slugs, is_at, label_at
from publishing.models import Topic
from publishing.topics import topics_at
from publishing.workflow import WorkflowError
from tests.factories import make_person, make_topic

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def test_addresses_are_made_of_the_names():
    person = make_person(name_ar="متحدثٌ نموذجي ١", name_en="Sample Speaker 1")
    assert (person.slug_ar, person.slug_en) == ("متحدث-نموذجي-1", "sample-speaker-1")


def test_a_typed_address_is_kept_but_folded():
    person = make_person(slug_ar="  المتحدث الأول ", slug_en="First_Speaker!")
    assert (person.slug_ar, person.slug_en) == ("المتحدث-الأول", "first-speaker")


def test_namesakes_are_numbered():
    people = [make_person(name_ar="متحدث", name_en="Speaker") for _number in range(3)]
    assert [person.slug_en for person in people] == ["speaker", "speaker-2", "speaker-3"]
    assert [person.slug_ar for person in people] == ["متحدث", "متحدث-2", "متحدث-3"]


def test_no_address_of_one_language_is_anothers_in_the_other():
    make_person(name_ar="Unesco", name_en="Other")
    assert make_person(name_ar="اليونسكو", name_en="Unesco").slug_en == "unesco-2"


def test_a_name_that_reads_the_same_in_both_languages_has_one_address():
    topic = make_topic(name_ar="2024", name_en="2024")
    assert (topic.slug_ar, topic.slug_en) == ("2024", "2024")
    assert label_at(topics_at, "2024") == topic
    fill_slugs(topic)
    assert (topic.slug_ar, topic.slug_en) == ("2024", "2024")


@pytest.mark.parametrize("kind", [Person, Topic])
def test_a_name_of_which_nothing_is_left(kind):
    with pytest.raises(WorkflowError) as caught:
        fill_slugs(kind(name_ar="؟!", name_en="Name"))
    assert (str(caught.value), caught.value.field) == (
        "An address needs at least one letter or digit; type one.",
        "slug_ar",
    )


def test_a_label_is_found_in_either_language():
    person = make_person(name_ar="متحدث", name_en="Speaker")
    make_person()

    def people_at(slug):
        return Person.objects.filter(is_at(slug))

    assert label_at(people_at, "متحدث") == label_at(people_at, "speaker") == person
    with pytest.raises(Http404):
        label_at(people_at, "nobody")


def test_both_names_are_needed():
    with pytest.raises(ValidationError) as caught:
        Person(name_ar="متحدث", slug_ar="a", slug_en="b").full_clean()
    assert set(caught.value.message_dict) == {"name", "name_en"}
