"""What was there before a migration is there after it, and says what the new columns ask."""

import pytest
from django.core.management import call_command
from django.core.management.sql import emit_pre_migrate_signal
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

pytestmark = pytest.mark.django_db(transaction=True)

BEFORE = [
    ("publishing", "0002_guard_live_periods"),
    ("accounts", "0001_initial"),
    ("forum_site", "0001_roles"),
]


def go_back_to(targets):
    """The database as it was at these migrations. As `migrate` does, the triggers are taken off first. Returns the executor."""
    emit_pre_migrate_signal(verbosity=0, interactive=False, db=connection.alias)
    executor = MigrationExecutor(connection)
    executor.migrate(targets)
    return executor


@pytest.fixture
def apps_before():
    """The apps as they were before the desk's columns; the database is brought back to now afterwards."""
    executor = go_back_to(BEFORE)
    yield executor.loader.project_state(BEFORE).apps
    call_command("migrate", verbosity=0)


def make_document():
    """A row of the table as it was (parler's class cannot be made without its translations); its key."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO publishing_document (kind, source_language, created_at) VALUES (%s, %s, %s)",
            ["article", "ar", "2024-12-22 12:00:00+00:00"],
        )
        cursor.execute("SELECT max(id) FROM publishing_document")
        return cursor.fetchone()[0]


def test_acts_and_revisions_of_before_get_their_columns(apps_before):
    revision_model, act_model, user_model = (
        apps_before.get_model(name) for name in ("publishing.Revision", "publishing.Act", "accounts.User")
    )
    user = user_model.objects.create(username="someone")
    document = make_document()
    words = {"title": "قرار", "slug": "قرار", "body": "<p>متن</p>"}
    common = {"document_id": document, "kind": "article", "language_code": "ar"}
    first = revision_model.objects.create(number=1, **common, **words)
    revision_model.objects.create(number=2, **common, **(words | {"slug": "آخر"}))
    revision_model.objects.create(number=3, **common, **(words | {"body": "<p>غيره</p>"}))
    act = {"document_id": document, "language_code": "ar", "name": "save", "by": user}
    act_model.objects.create(revision=first, note="ملاحظة", **act)
    act_model.objects.create(revision=None, **act)

    call_command("migrate", verbosity=0)

    from publishing.models import Act, Revision

    assert list(Act.objects.order_by("pk").values_list("title", "kind", "note", "document_id", "by_id")) == [
        ("قرار", "article", "ملاحظة", document, user.pk),
        ("", "article", "", document, user.pk),
    ]
    # The address is no word that a translation follows.
    first, second, third = Revision.objects.order_by("number")
    assert len(first.sense) == 32
    assert first.sense == second.sense != third.sense


def test_resolutions_that_were_adopted_before_proposals_were_known_stay_adopted():
    from resolutions.models import Milestone, Resolution, StatusUpdate
    from tests.factories import chief, make_decision

    decision = make_decision()
    Milestone.objects.create(resolution=decision, title_ar="محطة", title_en="Step", due_on="2025-01-01")
    StatusUpdate.objects.create(
        resolution=decision, noted_on="2025-01-01", from_status="adopted", to_status="adopted", note_ar="ملاحظة",
        recorded_by=chief(),
    )  # fmt: skip
    kept = [Resolution, StatusUpdate, Milestone]
    rows = [list(model.objects.values()) for model in kept]
    # Back to the tables of before, where there is no room for what is new, and to now again.
    go_back_to([("resolutions", "0001_initial"), ("forum_site", "0003_roles_of_the_site")])
    call_command("migrate", verbosity=0)

    assert [list(model.objects.values()) for model in kept] == rows
    assert Resolution.objects.get().status == "adopted"
    assert StatusUpdate.objects.standing().count() == 1
