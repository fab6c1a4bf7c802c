"""What was ever public is withdrawn, never deleted; a draft can be, and deleting is moving to the bin."""

import pytest

from articles.models import Article
from publishing.models import Document, DocumentTranslation, Revision
from publishing.refusals import WorkflowError
from tests import factories
from tests.desk.forms import form_address, list_address
from tests.factories import MAKERS, make_article
from tests.personas import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture(params=["publisher", "superuser"])
def desk(request, publisher):
    """Not even a superuser deletes what readers have seen."""
    return signed_in(publisher if request.param == "publisher" else factories.chief())


PUBLIC_ONCE = {
    "live": lambda document: factories.go_live(document, "ar"),
    "live in the translation only": lambda document: factories.go_live(document, "en"),
    "live, newer draft": lambda document: factories.draft_over_live(document, "ar"),
    "withdrawn": lambda document: factories.withdrawn(document, "ar"),
    "expired": lambda document: factories.expired(document, "ar"),
}
NEVER_PUBLIC = {
    "draft": lambda document: None,
    "in review": lambda document: factories.workflow.submit(document, "ar", factories.chief()),
    "scheduled": lambda document: factories.scheduled(document, "ar"),
}


def delete(desk, document):
    """Ask for the page and press the button all the same; the two answers."""
    address = form_address(document, act="delete")
    return desk.get(address).status_code, desk.post(address, {"post": "yes"}).status_code


@pytest.mark.parametrize("kind", list(MAKERS))
@pytest.mark.parametrize("became", list(PUBLIC_ONCE))
def test_what_was_ever_public_cannot_be_deleted(desk, kind, became):
    document = MAKERS[kind]()
    PUBLIC_ONCE[became](document)
    revisions = Revision.objects.filter(document_id=document.pk).count()
    assert delete(desk, document) == (403, 403)
    assert Document.objects.filter(pk=document.pk).exists()
    assert Revision.objects.filter(document_id=document.pk).count() == revisions
    assert 'class="deletelink"' not in desk.get(form_address(document)).content.decode()


@pytest.mark.parametrize("kind", list(MAKERS))
@pytest.mark.parametrize("became", list(NEVER_PUBLIC))
def test_what_was_never_public_goes_to_the_bin(desk, kind, became):
    document = MAKERS[kind]()
    NEVER_PUBLIC[became](document)
    models = ((Document, "pk"), (Revision, "document_id"), (DocumentTranslation, "master_id"))
    before = [model.objects.filter(**{name: document.pk}).count() for model, name in models]
    assert 'class="deletelink"' in desk.get(form_address(document)).content.decode()
    assert delete(desk, document) == (200, 302)
    assert [model.objects.filter(**{name: document.pk}).count() for model, name in models] == before
    assert list(Document.objects.binned().values_list("pk", flat=True)) == [document.pk]
    # In the bin it cannot be deleted once more: its address leads there.
    assert delete(desk, document) == (302, 302)


@pytest.mark.parametrize("kind", list(MAKERS))
def test_no_list_deletes_what_was_public(desk, kind):
    public, draft = MAKERS[kind](live=True), MAKERS[kind]()
    model = f"{public._meta.app_label}_{public._meta.model_name}"
    sent = {"action": "delete_selected", "_selected_action": [str(public.pk), str(draft.pk)], "post": "yes"}
    desk.post(list_address(model), sent)
    assert not Document.objects.binned().exists()
    assert Document.objects.filter(pk__in=[public.pk, draft.pk]).count() == 2


def test_an_event_with_sessions_says_what_keeps_it(desk):
    event = factories.make_event()
    factories.make_session(event, ar="جلسة تمنع")
    answer = desk.get(form_address(event, act="delete"))
    assert answer.status_code == 200
    assert "جلسة تمنع" in answer.content.decode()
    assert desk.post(form_address(event, act="delete"), {"post": "yes"}).status_code == 302
    assert not Document.objects.binned().exists()


def test_who_publishes_while_the_question_is_asked_saves_the_text(rf, publisher):
    """The page was shown for a draft; the answer comes when the text is public."""
    from django.contrib.admin import site

    article = make_article()
    request = rf.post("/")
    request.user = publisher
    factories.go_live(article)
    for delete_it in (
        lambda: site._registry[Article].delete_model(request, article),
        lambda: site._registry[Article].delete_queryset(request, Article.objects.filter(pk=article.pk)),
    ):
        with pytest.raises(WorkflowError):
            delete_it()
    assert Article.objects.in_use().filter(pk=article.pk).exists()
