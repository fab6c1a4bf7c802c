"""Every address of the desk against every role, by GET and by POST: those of the models in test_roles.py, all others here.

An address that is in neither table fails the first test.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

import pytest
from django.contrib.admin.sites import site
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from publishing import bin as desk_bin
from publishing import releases
from publishing.models import (
    Act,
    Assignment,
    Document,
    DocumentTranslation,
    Note,
    OpenForm,
    Release,
    ReleaseItem,
    Revision,
    ShareLink,
)
from resolutions.followup import record_status_update
from resolutions.models import Resolution, ResolutionImport, StatusUpdate
from tests import factories
from tests.desk.test_roles import ROLES, TABLE, desk_of
from tests.factories import chief, make_article
from tests.personas import make_user, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

#: Everything that a page of the desk may write; signing in and out writes sessions, which are not counted.
WRITTEN = (
    Act, Assignment, Document, DocumentTranslation, Note, OpenForm, Release, ReleaseItem, Revision, ShareLink, Resolution,
    ResolutionImport, StatusUpdate, User,
)  # fmt: skip


@dataclass
class Page:
    """An address: what answers GET and POST, a word a role. "!" behind it: something is written, and never without it.

    ``at`` takes the scene and gives what the address is made of; ``asked`` and ``sent`` are what goes with it.
    """

    get: str
    post: str
    at: object = lambda scene: []
    asked: dict = field(default_factory=dict)
    sent: object = field(default_factory=dict)

    def sent_in(self, scene):
        """What goes with POST; ``sent`` may be a function of the scene."""
        return self.sent(scene) if callable(self.sent) else self.sent


def each(answer):
    return " ".join([answer] * 5)


EACH_200, EACH_302, EACH_405 = map(each, ("200", "302", "405"))
#: Those who write, review and assign in a document that somebody else made.
EDITORS_GET, EDITORS_POST = "403 403 200 200 200", "403 403 302! 302! 302!"


def text(language):
    return lambda scene: [scene.article.pk, language]


def revision(language):
    return lambda scene: [scene.article.pk, language, 1]


STATUS = {"to_status": "in_progress", "noted_on": "2025-01-02", "note_ar": "بدأ العمل"}
MOMENT = {"at_0": "2099-01-01", "at_1": "10:00"}

# By name, a word behind it where one name has two rows. The article is somebody else's, its original Arabic; the translator
# has English.         author transl. editor publ. admin.
MATRIX = {
    "document_compare": Page(EACH_200, EACH_405, text("en"), {"from": 1, "to": 2}),
    "document_revision": Page(EACH_200, EACH_405, revision("en")),
    # Who may not write is told so at the history.
    "document_restore": Page(EACH_405, "302 302! 302! 302! 302!", revision("en")),
    "document_restore original": Page(EACH_405, "302 302 302! 302! 302!", revision("ar")),
    "document_assignment": Page(EDITORS_GET, EDITORS_POST, text("en"), sent={"due_on": "2030-01-01"}),
    "document_notes": Page(EACH_200, each("302!"), text("en"), sent={"text": "ملاحظة"}),
    "note_resolve": Page(EACH_405, each("302!"), lambda scene: [scene.note.pk]),
    "note_reopen": Page(EACH_405, each("302!"), lambda scene: [scene.resolved.pk]),
    "document_open": Page(EACH_405, "403 204! 204! 204! 204!", text("en")),
    "document_open original": Page(EACH_405, "403 403 204! 204! 204!", text("ar")),
    "document_preview_page": Page(EACH_200, EACH_405, lambda scene: [scene.article.pk]),
    "document_preview": Page(EACH_200, EACH_405, text("en")),
    "document_share": Page(EACH_405, "403 302! 302! 302! 302!", text("en"), sent={"name": "ضيف", "days": "3"}),
    "document_share original": Page(EACH_405, EDITORS_POST, text("ar"), sent={"name": "ضيف", "days": "3"}),
    "document_share_revoke": Page(EACH_405, "403 302! 302! 302! 302!", lambda scene: [scene.link.pk]),
    "desk_acts": Page(EDITORS_GET, EACH_405),
    "desk_acts_csv": Page(EDITORS_GET, EACH_405),
    "desk_bin": Page(EACH_200, EACH_405),
    "desk_take_back": Page(EACH_405, EDITORS_POST, lambda scene: [scene.binned.pk]),
    "desk_board": Page(EACH_200, EACH_405),
    "desk_calendar": Page(EACH_200, EACH_405),
    "my_settings": Page(EACH_200, each("302!"), sent={"interface_language": "en", "wanted_mail": []}),
    "publishing_release_check": Page(EDITORS_GET, "403 403 403 200 200", lambda scene: [scene.release.pk]),
    "resolutions_decision_status": Page(EDITORS_GET, EDITORS_POST, lambda scene: [scene.decision.pk], sent=STATUS),
    "resolutions_recommendation_status": Page(EDITORS_GET, EDITORS_POST, lambda scene: [scene.recommendation.pk], sent=STATUS),
    "resolutions_resolution_status": Page(EDITORS_GET, EDITORS_POST, lambda scene: [scene.decision.pk], sent=STATUS),
    # Who publishes says that something was adopted or replaced; the form refuses others.
    "resolutions_decision_status adoption": Page(
        EDITORS_GET, "403 403 200 302! 302!", lambda scene: [scene.proposal.pk], sent=STATUS | {"to_status": "adopted"}
    ),
    "resolutions_decision_status replacement": Page(
        EDITORS_GET, "403 403 200 302! 302!", lambda scene: [scene.decision.pk],
        sent=lambda scene: STATUS | {"to_status": "superseded", "superseded_by": scene.public.pk},
    ),
    "index": Page(EACH_200, EACH_200),
    "app_list": Page(EACH_200, EACH_200, lambda scene: ["articles"]),
    "app_list of accounts": Page("404 404 404 404 200", "404 404 404 404 200", lambda scene: ["accounts"]),
    "autocomplete": Page(
        EACH_200, EACH_405, asked={"app_label": "articles", "model_name": "article", "field_name": "topics", "term": ""}
    ),
    "jsi18n": Page(EACH_200, EACH_405),
    "view_on_site": Page(EACH_302, EACH_302, lambda scene: [ContentType.objects.get_for_model(Document).pk, scene.article.pk]),
    "password_change": Page(EACH_200, EACH_200),
    "password_change_done": Page(EACH_200, EACH_405),
    "auth_user_password_change": Page("403 403 403 403 200", "403 403 403 403 200", lambda scene: [scene.colleague.pk]),
    "login": Page(EACH_302, EACH_200),
    "logout": Page(EACH_405, EACH_200),
}  # fmt: skip
for _kind, _of in (
    ("decision", "decision"),
    ("recommendation", "recommendation"),
    ("resolution", "decision"),
):
    _entry = partial(lambda of, scene: [getattr(scene, of).pk, scene.updates[of].pk], _of)
    MATRIX[f"resolutions_{_kind}_correct_status"] = Page(EDITORS_GET, EDITORS_POST, _entry, sent=STATUS)
    # The translator has English, which is the note that is missing.
    MATRIX[f"resolutions_{_kind}_status_note"] = Page(
        "403 200 200 200 200", "403 302! 302! 302! 302!", _entry, sent={"note_en": "Work began."}
    )
for _button, _sent in (("_release", {}), ("_schedule", MOMENT)):
    MATRIX[f"publishing_release_check {_button}"] = Page(
        EDITORS_GET, "403 403 403 302! 302!", lambda scene: [scene.release.pk], sent={_button: "1", **_sent}
    )
MATRIX["publishing_release_check _cancel"] = Page(
    EDITORS_GET, "403 403 403 302! 302!", lambda scene: [scene.planned.pk], sent={"_cancel": "1"}
)
MATRIX["publishing_release_check"] = Page(
    EDITORS_GET, "403 403 403 200 200", lambda scene: [scene.release.pk]
)
for _kind in ("decision", "recommendation"):
    MATRIX |= {
        f"resolutions_{_kind}_import": Page(EDITORS_GET, "403 403 200 200 200"),
        f"resolutions_{_kind}_import_template": Page(
            EDITORS_GET, "403 403 405 405 405", lambda scene: ["updates", "csv"]
        ),
        # A trial run is there for who made it (test_import.py); this one is somebody else's.
        f"resolutions_{_kind}_import_trial": Page(
            "403 403 404 404 404", "403 403 404 404 404", lambda scene: [scene.trial.pk]
        ),
    }

#: Addresses without a name: old ones of Django's, and everything that is no address.
NAMELESS = {"<path:object_id>/", "(?P<url>.*)$"}
#: What the admin makes for every model; test_roles.py has them.
OF_A_MODEL = ("changelist", "add", "change", "delete", "history")


class Scene:
    """A document by somebody else, and one of everything that hangs on it."""

    def __init__(self):
        self.article = make_article()
        for language in ("ar", "en"):
            factories.write(self.article, language, title=f"ثان {language}")
        notes = Note.objects
        self.note = notes.create(document=self.article, language_code="en", text="?", written_by=chief())
        self.resolved = notes.create(
            document=self.article,
            text="!",
            written_by=chief(),
            resolved_at=timezone.now(),
            resolved_by=chief(),
        )
        self.link = ShareLink.objects.create(
            document=self.article, language_code="en", name="ضيف", created_by=chief(),
            expires_at=timezone.now() + timedelta(days=3),
        )  # fmt: skip
        self.colleague = make_user("author", "colleague")
        self.binned = make_article()
        desk_bin.move_to_bin(self.binned, chief())
        event = factories.make_event()
        self.decision, self.recommendation = (
            make(event) for make in (factories.make_decision, factories.make_recommendation)
        )
        self.updates = {
            row.kind: record_status_update(row, chief(), "in_progress", date(2025, 1, 1), note_ar="بدأ")
            for row in (self.decision, self.recommendation)
        }
        self.proposal = factories.make_decision(event, adopted_on=None, status="proposed")
        self.public = factories.make_decision(event, live=True)
        self.trial = ResolutionImport.objects.create(sheet="updates", file_name="x.csv", created_by=chief())
        self.release, self.planned = (Release.objects.create(name=name, created_by=chief()) for name in "اب")
        releases.add_text(self.release, self.article, "en", chief())
        releases.add_text(self.planned, make_article(), "ar", chief())
        releases.schedule_release(self.planned, chief(), timezone.now() + timedelta(days=1))


@pytest.fixture
def scene():
    return Scene()


def patterns():
    """(route, name) of every address of the admin."""

    def walk(found):
        for pattern in found:
            if hasattr(pattern, "url_patterns"):
                yield from walk(pattern.url_patterns)
            else:
                yield str(pattern.pattern), pattern.name

    return set(walk(site.urls[0]))


def address_of(row, scene):
    return reverse(f"admin:{row.split()[0]}", args=MATRIX[row].at(scene))


def written():
    return [list(model._base_manager.order_by("pk").values()) for model in WRITTEN]


def test_every_address_of_the_desk_is_in_a_table():
    of_models = {f"{model}_{act}" for model in TABLE for act in OF_A_MODEL}
    named = {name for _route, name in patterns() if name}
    assert named == of_models | {row.split()[0] for row in MATRIX}
    assert {route for route, name in patterns() if not name} == NAMELESS


class People:
    """One of each role, signed in once; every try begins with their sessions as they were."""

    def __init__(self):
        self.cookies = {role: desk_of(role).cookies for role in ROLES}
        self.before = written()

    def answers(self, send):
        """What ``send(browser)`` answers each role: "302!", where something was written; then all is as it was before."""
        found = []
        for role in ROLES:
            place = transaction.savepoint()
            desk = Client()
            desk.cookies.update(self.cookies[role])
            status = send(desk).status_code
            found.append(f"{status}{'!' if written() != self.before else ''}")
            transaction.savepoint_rollback(place)
        return " ".join(found)


def test_who_may_open_which_page(scene):
    people, found = People(), {}
    for row, page in MATRIX.items():
        address = address_of(row, scene)
        found[row] = people.answers(lambda desk, address=address, page=page: desk.get(address, page.asked))
    assert found == {row: page.get for row, page in MATRIX.items()}


def test_who_may_post_what(scene):
    people, found = People(), {}
    seen = {"seen": "-".join(map(str, releases.latest_texts(scene.release.items.all())))}
    for row, page in MATRIX.items():
        address, sent = address_of(row, scene), (seen if "_check" in row else {}) | page.sent_in(scene)
        found[row] = people.answers(lambda desk, address=address, sent=sent: desk.post(address, sent))
    assert found == {row: page.post for row, page in MATRIX.items()}


def test_strangers_and_outsiders_get_nowhere(scene, reader):
    outsider = User.objects.create_user("outsider", "outsider@example.org", "saffron-lantern-417")
    gone = User.objects.create_user(
        "gone", "gone@example.org", "saffron-lantern-417", is_staff=True, is_active=False
    )
    browsers = (reader, signed_in(outsider), signed_in(gone))
    before = written()
    for row in MATRIX.keys() - {"login", "logout"}:
        page, address = MATRIX[row], address_of(row, scene)
        for browser in browsers:
            for answer in (browser.get(address, page.asked), browser.post(address, page.sent_in(scene))):
                assert (answer.status_code, answer.url.split("?")[0]) == (302, reverse("admin:login")), row
        assert written() == before, row


def test_addresses_without_a_name_lead_nowhere_new(scene):
    for role in ROLES:
        desk = desk_of(role)
        assert desk.get(f"/admin/articles/article/{scene.article.pk}/").url == (
            f"/admin/articles/article/{scene.article.pk}/change/"
        )
        for send in (desk.get, desk.post):
            assert send("/admin/nothing/").status_code == 404, role
