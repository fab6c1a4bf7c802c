"""Sample documents in bulk: whole, in both languages, each with the text before the live one, and readable."""

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article
from demo.models import Loading
from demo.seed.texts import Writer
from events.models import Event, Participation, Session
from people.models import Person
from publishing.models import Document, DocumentTranslation, Kind, PublicText, Revision
from publishing.models.revision import sense_of
from publishing.text import sanitise_html
from publishing.working_copy import append_revision
from resolutions.models import Milestone, ReferenceSeries, Resolution, StatusUpdate
from tests.factories import make_article, make_image

pytestmark = pytest.mark.django_db
LANGUAGES = {"ar", "en"}


@pytest.fixture
def picture():
    """A picture that is there already, so that none are drawn."""
    return make_image()


@pytest.fixture
def seeded(picture):
    call_command("seed", 20, "--no-index", verbosity=0)


def test_the_forum_is_whole_and_every_page_of_it_is_read(seeded, client):
    kinds = list(Document.objects.values_list("kind", flat=True))
    counted = {kind: kinds.count(kind) for kind in set(kinds)}
    assert counted == {"event": 1, "session": 5, "decision": 1, "recommendation": 1, "article": 12}
    assert (Event.objects.count(), Session.objects.count(), Article.objects.count()) == (1, 5, 12)
    assert {text.language_code for text in PublicText.objects.all()} == LANGUAGES
    assert Participation.objects.count() == 15
    assert Person.objects.filter(is_sample=True).count() == 20
    _texts_are_as_the_workflow_would_have_them()
    _records_are_told()
    _pages_show_their_words(client)
    _the_database_counts_on()


def _texts_are_as_the_workflow_would_have_them():
    for document in Document.objects.all():
        for language in LANGUAGES:
            replaced, live = Revision.objects.filter(document=document, language_code=language).order_by(
                "number"
            )
            copy = DocumentTranslation.objects.get(master=document, language_code=language)
            assert (replaced.number, live.number) == (1, 2)
            assert replaced.live_until == live.live_from
            assert live.live_until is None
            assert {name: getattr(copy, name) for name in live.words} == live.words
            assert replaced.title != live.title
            assert live.sense == sense_of(live.words)
            assert sanitise_html(live.body) == live.body
            assert 450 < len(live.body.split()) < 800
            original = live.source_revision
            assert original == (
                None if language == "ar" else document.revisions.get(language_code="ar", number=2)
            )
            assert document.created_by.username == "seed"


def _records_are_told():
    assert set(Resolution.objects.values_list("reference", flat=True)) == {"SAMPLE-1-D1", "SAMPLE-1-R1"}
    assert set(ReferenceSeries.objects.values_list("prefix", "last_number")) == {
        ("SAMPLE-1-D", 1),
        ("SAMPLE-1-R", 1),
    }
    assert Milestone.objects.count() == 6
    for resolution in Resolution.objects.all():
        last = StatusUpdate.objects.filter(resolution=resolution).order_by("pk").last()
        assert last.to_status == resolution.status


def _pages_show_their_words(client):
    for text in PublicText.objects.all():
        answer = client.get(text.address_in(text.language_code))
        assert (answer.status_code, text.title in answer.content.decode()) == (200, True)


def _the_database_counts_on():
    document = Document.objects.get(kind=Kind.EVENT)
    newer = append_revision(
        document, "ar", document.revisions.get(language_code="ar", number=2).words, None, ""
    )
    assert newer.number == 3


def test_more_is_added_to_what_is_there(seeded):
    call_command("seed", 1, "--no-index", verbosity=0)
    assert set(Event.objects.values_list("code", "is_current")) == {("SAMPLE-1", True), ("SAMPLE-2", False)}


def test_the_same_number_gives_the_same_texts():
    texts = [Writer("ar", number, sentences=50).words(7) for number in (1, 1, 2)]
    assert texts[0] == texts[1]
    assert texts[0] != texts[2]


def test_it_refuses_where_other_texts_are(picture):
    make_article()
    with pytest.raises(CommandError):
        call_command("seed", 20, "--no-index", verbosity=0)
    assert Document.objects.count() == 1


def test_it_refuses_in_production(settings, picture):
    settings.MULTAQA_MODE = "production"
    Loading.objects.create(pk=1)
    with pytest.raises(CommandError):
        call_command("seed", 20, "--no-index", verbosity=0)
    assert not Document.objects.exists()
