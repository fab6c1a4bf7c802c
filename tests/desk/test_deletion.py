"""What was ever public is withdrawn, never deleted; a draft can be."""

import pytest
from django.core.exceptions import PermissionDenied

from articles.models import Article
from publishing.models import Document, DocumentTranslation, Revision
from tests import factories
from tests.desk.forms import form_address, list_address
from tests.factories import MAKERS, make_article
from tests.personas import signed_in

pytestmark = pytest.mark.django_db


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
def test_what_was_never_public_can_be_deleted(desk, kind, became):
    document = MAKERS[kind]()
    NEVER_PUBLIC[became](document)
    assert 'class="deletelink"' in desk.get(form_address(document)).content.decode()
    assert delete(desk, document) == (200, 302)
    for model, name in ((Document, "pk"), (Revision, "document_id"), (DocumentTranslation, "master_id")):
        assert not model.objects.filter(**{name: document.pk}).exists()


@pytest.mark.parametrize("kind", list(MAKERS))
def test_no_list_deletes_many_at_once(desk, kind):
    document = MAKERS[kind]()
    model = f"{document._meta.app_label}_{document._meta.model_name}"
    assert "delete_selected" not in desk.get(list_address(model)).content.decode()
    sent = {"action": "delete_selected", "_selected_action": [str(document.pk)], "post": "yes"}
    desk.post(list_address(model), sent)
    assert Document.objects.filter(pk=document.pk).exists()


def test_an_event_with_sessions_says_what_keeps_it(desk):
    event = factories.make_event()
    factories.make_session(event, ar="جلسة تمنع")
    answer = desk.get(form_address(event, act="delete"))
    assert answer.status_code == 200
    assert "جلسة تمنع" in answer.content.decode()
    assert desk.post(form_address(event, act="delete"), {"post": "yes"}).status_code == 200
    assert Document.objects.filter(pk=event.pk).exists()


def test_who_publishes_while_the_question_is_asked_saves_the_text(rf, publisher):
    """The page was shown for a draft; the answer comes when the text is public."""
    from django.contrib.admin import site

    article = make_article()
    request = rf.post("/")
    request.user = publisher
    factories.go_live(article)
    with pytest.raises(PermissionDenied):
        site._registry[Article].delete_model(request, article)
    assert Article.objects.filter(pk=article.pk).exists()
