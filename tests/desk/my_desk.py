"""The first page of the desk as somebody reads it, and texts that stand on it."""

import re

from django.contrib.auth.models import Permission
from django.utils import timezone

from accounts.models import User
from publishing import workflow
from publishing.models import Document
from tests.factories import (
    chief,
    draft_over_live,
    go_live,
    make_article,
    write,
)
from tests.personas import signed_in


def in_english(user):
    user.interface_language = "en"
    user.save()
    return user


def desk_of(user):
    """{name of a section: the titles in it, from top to bottom}."""
    answer = signed_in(user).get("/admin/")
    assert answer.status_code == 200
    for section in answer.context["sections"]:
        assert section.total >= len(section.rows) > 0
        for row in section.rows:
            assert f'href="{row.address}"' in answer.content.decode()
    return {section.name: [row.title for row in section.rows] for section in answer.context["sections"]}


def section_of(user, name):
    return desk_of(user).get(name, [])


def words_of(user, name):
    """What a reader reads of a section."""
    html = signed_in(user).get("/admin/").content.decode()
    (section,) = re.findall(
        rf'<section class="desk-section" aria-labelledby="desk-{name}">(.*?)</section>', html, re.DOTALL
    )
    return " ".join(re.sub(r"<[^>]*>", " ", section).split())


def submitted(title, language="en", make=make_article, by=None, **facts):
    """A document in both languages, ``title`` in review in one of them. Returns it."""
    document = make(**{language: title}, by=by, **facts)
    workflow.submit(document, language, by or chief())
    return document


def put_in_bin(document):
    Document.objects.filter(pk=document.pk).update(binned_at=timezone.now())


def limited(*models, **fields):
    """Somebody who may view, change, write, review and record, in these models ("articles.article") alone."""
    user = User.objects.create(username="limited", is_staff=True, interface_language="en", **fields)
    wanted = ["publishing.write_any_words", "publishing.review_words", "resolutions.record_status_update"]
    for model in models:
        app, name = model.split(".")
        wanted += [f"{app}.view_{name}", f"{app}.change_{name}"]
    for name in wanted:
        app, codename = name.split(".")
        user.user_permissions.add(Permission.objects.get(content_type__app_label=app, codename=codename))
    return user


def returned(title, by=None, writer=None, language="en", note="Shorter, please."):
    document = make_article(by=by)
    write(document, language, by=writer or by or chief(), title=title)
    workflow.submit(document, language, chief())
    workflow.request_changes(document, language, chief(), note)
    return document


def stale(english, arabic="أصل", **facts):
    """A document, public in both languages, whose original has a newer text in review."""
    document = make_article(ar=arabic, en=english, **facts)
    go_live(document)
    draft_over_live(document, "ar", title=f"{arabic} أحدث")
    workflow.submit(document, "ar", chief())
    return document
