"""Every search box of the desk finds a word in any spelling: who types انصار finds أنصار."""

import pytest
from django.contrib import admin
from django.db.models import Model
from django.urls import reverse

from accounts.models import User
from articles.models import Article, Page
from events.models import Event, Room, Session, Venue
from media_library.models import Attachment, Image
from people.models import Organisation, Person
from publishing.models import Document, DocumentTranslation, Release, Topic
from resolutions.models import Decision, Recommendation, Resolution
from tests import factories
from tests.desk.forms import list_address
from tests.personas import make_user, signed_in

pytestmark = [pytest.mark.django_db]

MAKERS = {
    Article: factories.make_article,
    Page: factories.make_page,
    Event: factories.make_event,
    Session: factories.make_session,
    Decision: factories.make_decision,
    Recommendation: factories.make_recommendation,
    Resolution: lambda: Resolution.objects.get(pk=factories.make_decision().pk),
    Document: lambda: Document.objects.get(pk=factories.make_article().pk),
    Venue: factories.make_venue,
    Room: factories.make_room,
    Person: factories.make_person,
    Organisation: factories.make_organisation,
    Topic: factories.make_topic,
    Image: factories.make_image,
    Attachment: factories.make_attachment,
    Release: lambda: Release.objects.create(name="إصدار"),
    User: lambda: make_user("author", "colleague"),
}
WRITTEN, TYPED = "جمعية الأنْصارِ ٢٠٢٤", "انصار 2024"


@pytest.fixture
def desk():
    return signed_in(factories.chief())


def search_fields():
    for model, shown in admin.site._registry.items():
        for name in shown.search_fields:
            yield pytest.param(model, name, id=f"{model.__name__}-{name}")


def test_every_search_box_is_known_here():
    assert {model for model, shown in admin.site._registry.items() if shown.search_fields} == set(MAKERS)
    assert [each.id for each in search_fields() if not each.id.endswith("__folded")] == []


@pytest.mark.parametrize("model", MAKERS, ids=lambda model: model.__name__)
def test_every_field_of_a_box_is_searched_in_any_spelling(desk, model):
    made = MAKERS[model]()
    MAKERS[model]() if model is not User else None
    admin_of_model = admin.site._registry[model]
    for name in admin_of_model.search_fields:
        put(made, name.removesuffix("__folded"), WRITTEN)
        assert found(desk, model, TYPED) == {made.pk}, name
        put(made, name.removesuffix("__folded"), "غير ذلك")
        assert found(desk, model, TYPED) == set(), name


def put(row, path, words):
    """Write ``words`` into the column at ``path``, past all forms: what is searched is the database's."""
    first, _, rest = path.partition("__")
    if first == "translations":
        column = {"desk_words__title": "title", "desk_words__text": "summary"}[rest]
        DocumentTranslation.objects.filter(master_id=row.pk, language_code="en").update(**{column: words})
    elif rest:
        put(getattr(row, first), rest, words)
    else:
        type(row).objects.filter(pk=row.pk).update(**{first: words[:40]})


def found(desk, model: type[Model], typed):
    """The keys in the list, or, where there is none, in what other forms offer."""
    if model is Document:
        return offered(desk, "publishing", "releaseitem", "document", typed)
    if model is Resolution:
        return offered(desk, "articles", "article", "resolutions", typed)
    answer = desk.get(list_address(f"{model._meta.app_label}_{model._meta.model_name}"), {"q": typed})
    return {row.pk for row in answer.context["cl"].result_list}


def offered(desk, app, model, field, typed):
    asked = {"app_label": app, "model_name": model, "field_name": field, "term": typed}
    return {int(row["id"]) for row in desk.get(reverse("admin:autocomplete"), asked).json()["results"]}


def test_what_other_forms_offer_is_found_in_any_spelling(desk):
    event = factories.make_event(ar="مؤتمر الأنصار", en=False)
    picture = factories.make_image(alt_ar="الأنصار")
    factories.make_event(), factories.make_image()
    assert offered(desk, "articles", "article", "event", "انصار") == {event.pk}
    assert offered(desk, "publishing", "document", "picture", "انصار") == {picture.pk}


def test_words_stand_in_either_language_and_quotes_hold_them_together(desk):
    article = factories.make_article(ar="جمعية الأنصار", en="The helpers")
    factories.make_article(ar="الأنصار", en="Others")
    assert found(desk, Article, "helpers انصار") == {article.pk}
    assert found(desk, Article, '"جمعيه الانصار"') == {article.pk}
    assert found(desk, Article, '"الانصار جمعيه"') == set()


@pytest.mark.parametrize(
    "typed", ["%", "_", "\\", "'", '"', '"""', "ـ", "\u202e", "😀", "x" * 5000, "((", "أ" * 3000]
)
def test_anything_may_be_typed(desk, typed):
    factories.make_article(ar="خبر", en=False)
    found(desk, Article, typed)
    found(desk, Person, typed)


def test_the_board_and_the_record_of_acts_find_any_spelling(desk):
    article = factories.make_article(ar="جمعية الأنصار", en=False)
    gone = factories.make_article(ar="بيت الأنصار", en=False)
    gone.delete()
    factories.make_article(ar="غير ذلك", en=False)
    board = desk.get(reverse("admin:desk_board"), {"q": "جمعيه الانصار"})
    assert [line.document.pk for line in board.context["lines"]] == [article.pk]
    record = desk.get(reverse("admin:desk_acts"), {"document": "الانصار"})
    assert {act.title for act in record.context["page_obj"]} == {"جمعية الأنصار", "بيت الأنصار"}


def test_a_list_is_searched_with_as_many_queries_for_one_as_for_three(desk, django_assert_num_queries):
    # Words, no numbers: a number is also found in the keys of texts.
    for number, word in ((1, "واحد"), (3, "ثلاث")):
        for _each in range(number):
            factories.make_article(ar=f"أنصار {word}", en=False)
        with django_assert_num_queries(9):
            assert len(found(desk, Article, f"انصار {word}")) == number
