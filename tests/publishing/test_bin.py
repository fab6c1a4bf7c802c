"""The bin: what readers never saw goes there, comes back whole, and is deleted for good after its days."""

from contextlib import contextmanager
from datetime import timedelta
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import IntegrityError
from django.utils import timezone

from articles.models import Article
from publishing import assignments, bin, notes, sharing, workflow
from publishing.models import Act, Document, Kind, Release, ReleaseItem, Revision
from publishing.refusals import WorkflowError
from resolutions import followup
from resolutions.models import ReferenceSeries, Resolution
from tests import factories
from tests.factories import (
    MAKERS,
    chief,
    make_article,
    make_decision,
    make_event,
    make_image,
    make_organisation,
    make_person,
    make_session,
    make_topic,
    second_chief,
    write,
)
from tests.personas import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

#: What was done is told by Acts, and an Act is added by moving and by taking back.
LEFT_OUT = {"publishing.ContentVersion", "publishing.Act"}


def whole_database():
    """{model: rows as dicts} of everything that is not a record of what was done."""
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in apps.get_models(include_auto_created=True)
        if model._meta.label not in LEFT_OUT
        and model._meta.app_label not in ("admin", "sessions", "contenttypes")
    }


@contextmanager
def refused(message):
    """The act is refused with these very words, and nothing is written, not even an Act."""
    before, acts = whole_database(), Act.objects.count()
    with pytest.raises(WorkflowError) as caught:
        yield
    assert str(caught.value) == message
    assert (whole_database(), Act.objects.count()) == (before, acts)


def said(acts=None):
    """Who did what, in order: [(act, language, title, by)]."""
    rows = (acts or Act.objects).order_by("pk")
    return list(rows.values_list("name", "language_code", "title", "by__username"))


def rich(kind):
    """A document of ``kind`` with everything that a document can have around it."""
    document = MAKERS[kind](
        ar={"kicker": "تمهيد", "byline": "كاتب"},
        topics=[make_topic(), make_topic()],
        picture=make_image(),
    )
    write(document, "ar", title="العنوان بعد تعديله")
    write(document, "en", title="The changed title", dateline="Istanbul")
    workflow.submit(document, "en", chief())
    assignments.assign(document, "en", chief(), second_chief(), timezone.localdate())
    notes.write_note(document, chief(), "ملاحظة مفتوحة", "ar")
    notes.resolve(notes.write_note(document, chief(), "A resolved note"), chief())
    link, _token = sharing.share(document, "ar", chief(), "A guest", 7, is_answer_asked=True)
    notes.guest_note(link, "Guest", "Looks good.", "approved")
    release = Release.objects.create(name="Together", created_by=chief())
    ReleaseItem.objects.create(release=release, document_id=document.pk, language_code="ar")
    ADD_FACTS.get(kind, lambda document: None)(document)
    return document


def _add_to_event(event):
    event.hosts.add(make_organisation())
    event.closing_statement = make_article()
    event.save()
    make_article(event=event)


def _add_to_session(session):
    factories.Participation.objects.create(session=session, person=make_person(), role="chair")
    session.materials.add(factories.make_attachment())
    make_decision(session.event, session=session)


def _add_to_decision(decision):
    decision.milestones.create(title_ar="محطة", title_en="Step")
    decision.members.create(person=make_person())
    decision.responsible.add(make_organisation())
    factories.make_article(resolutions=[Resolution.objects.get(pk=decision.pk)])
    followup.record_status_update(
        decision, chief(), "in_progress", timezone.localdate(), note_ar="بدأ العمل."
    )


ADD_FACTS = {
    Kind.EVENT: _add_to_event,
    Kind.SESSION: _add_to_session,
    Kind.DECISION: _add_to_decision,
    Kind.RECOMMENDATION: _add_to_decision,
}


# ---- There and back


@pytest.mark.parametrize("kind", list(MAKERS))
def test_what_is_taken_back_is_as_it_was(kind):
    document, by = rich(kind), make_user("publisher")
    before = whole_database()
    acts = list(Act.objects.order_by("pk").values())

    bin.move_to_bin(document, by)
    marked = Document.objects.get(pk=document.pk)
    assert (marked.binned_by, marked.binned_at is None) == (by, False)
    assert document.pk not in set(Document.objects.in_use().values_list("pk", flat=True))

    bin.take_back(document, by)
    assert whole_database() == before
    assert list(Act.objects.order_by("pk").values())[: len(acts)] == acts
    told = said(Act.objects.filter(pk__gt=acts[-1]["id"]))
    assert told == [
        ("bin", "", "العنوان بعد تعديله", "publisher"),
        ("take_back", "", "العنوان بعد تعديله", "publisher"),
    ]


def test_a_document_without_words_comes_and_goes_too():
    document = make_article(ar=None, en=None, source_language="ar")
    before = whole_database()
    bin.move_to_bin(document, chief())
    bin.take_back(document, chief())
    assert whole_database() == before
    assert said() == [("bin", "", "", "chief"), ("take_back", "", "", "chief")]


def test_many_go_together_or_not_at_all():
    first, public, last = make_article(), make_article(ar="منشور", live=True), make_article()
    with refused(
        "None of them was moved, because of “\u2068منشور\u2069”. "
        "What readers have seen is kept: it can be withdrawn, but not deleted."
    ):
        bin.move_all_to_bin([last, public, first], chief())
    bin.move_all_to_bin([last, first], chief())
    assert set(Document.objects.binned().values_list("pk", flat=True)) == {first.pk, last.pk}


# ---- What has to stay

PUBLIC_ONCE = {
    "live": lambda document: factories.go_live(document, "ar"),
    "live in English": lambda document: factories.go_live(document, "en"),
    "withdrawn": lambda document: factories.withdrawn(document, "ar"),
    "expired": lambda document: factories.expired(document, "ar"),
    "changed": lambda document: factories.draft_over_live(document, "ar"),
}


@pytest.mark.parametrize("became", list(PUBLIC_ONCE))
def test_what_readers_saw_stays(became):
    article = make_article()
    PUBLIC_ONCE[became](article)
    with refused("What readers have seen is kept: it can be withdrawn, but not deleted."):
        bin.move_to_bin(article, chief())


def test_the_moment_at_which_a_text_goes_public_decides(clock):
    article = make_article(en=False)
    factories.scheduled(article, "ar", clock.after(hours=1))
    clock.goes_on(hours=1)
    with refused("What readers have seen is kept: it can be withdrawn, but not deleted."):
        bin.move_to_bin(article, chief())


def test_the_current_event_stays():
    event = make_event(is_current=True)
    with refused("This is the current event; make another one the current event first."):
        bin.move_to_bin(event, chief())


def test_an_event_stays_while_others_in_use_belong_to_it():
    event = make_event()
    session, decision = make_session(event, ar="جلسة"), make_decision(event, ar="قرار", en=False)
    make_article(event=event)
    with refused(
        "2 documents in use belong to it: \u2068جلسة\u2069 and \u2068قرار\u2069. "
        "Move them to the bin first, or give them another place."
    ):
        bin.move_to_bin(event, chief())
    bin.move_to_bin(session, chief())
    with refused(
        "1 document in use belongs to it: \u2068قرار\u2069. "
        "Move that one to the bin first, or give it another place."
    ):
        bin.move_to_bin(event, chief())
    bin.move_to_bin(decision, chief())
    # The article can be without the event, so it does not keep it.
    bin.move_to_bin(event, chief())
    assert set(Document.objects.in_use().values_list("kind", flat=True)) == {"article"}


def test_of_many_that_depend_some_are_named():
    event = make_event()
    for number in range(6):
        make_session(event, ar=f"جلسة {number}", en=False, starts_at=None)
    with pytest.raises(WorkflowError) as caught:
        bin.move_to_bin(event, chief())
    assert str(caught.value).startswith("6 documents in use belong to it: ")
    assert "جلسة 4\u2069 …. Move" in str(caught.value)
    assert "جلسة 5" not in str(caught.value)


def test_what_belongs_to_something_in_the_bin_comes_back_after_it():
    event = make_event(ar="الملتقى")
    session = make_session(event)
    bin.move_to_bin(session, chief())
    bin.move_to_bin(event, chief())
    with refused("It belongs to “\u2068الملتقى\u2069”, which is in the bin; take that back first."):
        bin.take_back(session, chief())
    bin.take_back(event, chief())
    bin.take_back(session, chief())
    assert not Document.objects.binned().exists()


# ---- Schedules


def test_a_schedule_is_dropped_on_the_way(clock):
    article = make_article()
    for language in ("ar", "en"):
        factories.scheduled(article, language, clock.after(days=1))
    bin.move_to_bin(article, chief())
    clock.goes_on(days=2)
    assert not Revision.objects.filter(live_from__isnull=False).exists()
    assert said(Act.objects.filter(name__in=["cancel_schedule", "bin"])) == [
        ("cancel_schedule", "ar", article.working_copy("ar").title, "chief"),
        ("cancel_schedule", "en", article.working_copy("en").title, "chief"),
        ("bin", "", article.working_copy("ar").title, "chief"),
    ]
    bin.take_back(article, chief())
    assert not Revision.objects.ever_public().exists()


def test_a_text_of_a_scheduled_release_stays():
    article = make_article(en=False)
    revision = factories.scheduled(article, "ar")
    release = Release.objects.create(name="قرارات الملتقى", live_from=revision.live_from)
    ReleaseItem.objects.create(release=release, document=article, language_code="ar", revision=revision)
    with refused("This text goes public with the release “قرارات الملتقى”; cancel the release first."):
        bin.move_to_bin(article, chief())


# ---- Who may


@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("author", False),
        ("translator", False),
        ("editor", True),
        ("publisher", True),
        ("administrator", True),
    ],
)
def test_who_may_move_and_take_back(role, may):
    person, article = make_user(role, word_languages=["en"] if role == "translator" else []), make_article()
    if may:
        bin.move_to_bin(article, person)
        bin.take_back(article, person)
        return
    with refused("You may not move this document to the bin."):
        bin.move_to_bin(article, person)
    bin.move_to_bin(article, chief())
    with refused("You may not take this document back from the bin."):
        bin.take_back(article, person)


def test_an_author_moves_own_articles_and_nothing_else(author):
    own = make_article(by=author)
    bin.move_to_bin(own, author)
    bin.take_back(own, author)
    event = make_event()
    Document.objects.filter(pk=event.pk).update(created_by=author)
    event.refresh_from_db()
    with refused("You may not move this document to the bin."):
        bin.move_to_bin(event, author)


def test_what_is_in_the_bin_is_not_moved_again_and_what_is_not_is_not_taken_back():
    article = make_article()
    with refused("This document is not in the bin."):
        bin.take_back(article, chief())
    bin.move_to_bin(article, chief())
    with refused("This document is in the bin; take it back first."):
        bin.move_to_bin(article, chief())
    Article.objects.filter(pk=article.pk).update(binned_at=timezone.now() - timedelta(days=31))
    bin.empty()
    with refused("This document has been deleted for good."):
        bin.take_back(article, chief())


# ---- In the bin

IN_THE_BIN = "This document is in the bin; take it back first."
TOMORROW = timezone.now() + timedelta(days=1)
ACTS = {
    "save": lambda document, note: write(document, "ar", title="عنوان"),
    "submit": lambda document, note: workflow.submit(document, "ar", chief()),
    "request changes": lambda document, note: workflow.request_changes(document, "ar", chief(), "Why"),
    "publish": lambda document, note: workflow.publish(document, "ar", second_chief()),
    "schedule": lambda document, note: workflow.schedule(document, "ar", second_chief(), TOMORROW),
    "cancel the schedule": lambda document, note: workflow.cancel_schedule(document, "ar", chief()),
    "withdraw": lambda document, note: workflow.withdraw(document, "ar", chief()),
    "restore": lambda document, note: workflow.restore(document, "ar", chief(), document.revisions.first()),
    "mark": lambda document, note: workflow.mark_up_to_date(
        document, "en", chief(), document.revisions.get(language_code="ar")
    ),
    "change the original": lambda document, note: workflow.change_source_language(document, "en", chief()),
    "assign": lambda document, note: assignments.assign(document, "ar", chief(), second_chief()),
    "note": lambda document, note: notes.write_note(document, chief(), "Text", "ar"),
    "resolve": lambda document, note: notes.resolve(note, chief()),
    "reopen": lambda document, note: notes.reopen(note, chief()),
    "share": lambda document, note: sharing.share(document, "ar", chief(), "Guest", 3),
    "revoke": lambda document, note: sharing.revoke(document.share_links.get(), chief()),
    "answer": lambda document, note: notes.guest_note(document.share_links.get(), "G", "T", "changes"),
    "record what became of it": lambda document, note: followup.record_status_update(
        document, chief(), "in_progress", timezone.localdate(), note_ar="بدأ."
    ),
}


@pytest.mark.parametrize("act", list(ACTS))
def test_no_act_touches_what_is_in_the_bin(act):
    decision, _colleague = make_decision(), second_chief()
    note = notes.write_note(decision, chief(), "A note")
    sharing.share(decision, "ar", chief(), "Guest", 3, is_answer_asked=True)
    bin.move_to_bin(decision, chief())
    with refused(IN_THE_BIN):
        ACTS[act](decision, note)


def test_a_link_to_a_preview_rests_while_its_document_is_in_the_bin():
    article = make_article()
    link, token = sharing.share(article, "ar", chief(), "Guest", 3)
    bin.move_to_bin(article, chief())
    assert sharing.find(token) is None
    bin.take_back(article, chief())
    assert sharing.find(token) == link


# ---- Deleted for good


def in_the_bin_since(days_of):
    """Move the documents (keys of ``days_of``) there and let them have been there for so many days."""
    for document in days_of:
        bin.move_to_bin(document, chief())
    for document, days in days_of.items():
        since = timezone.now() - timedelta(days=days)
        Document.objects.filter(pk=document.pk).update(binned_at=since)


@pytest.mark.parametrize("kind", list(MAKERS))
def test_what_is_overdue_goes_for_good_and_its_record_stays(kind):
    document = rich(kind)
    in_the_bin_since({document: 31})
    pk, acts = document.pk, Act.objects.count()
    others = set(Document.objects.in_use().values_list("pk", flat=True))
    assert bin.empty() == 1
    assert set(Document.objects.values_list("pk", flat=True)) == others
    assert not Revision.objects.filter(document_id=pk).exists()
    assert Act.objects.count() == acts + 1
    assert not Act.objects.filter(document_id=pk).exists()
    last = Act.objects.latest("pk")
    assert (last.name, last.by, last.kind, last.title, last.document) == (
        Act.Name.EMPTY_BIN, None, kind, "العنوان بعد تعديله", None,
    )  # fmt: skip


def test_what_has_days_left_stays(clock):
    young, old = make_article(), make_article()
    bin.move_to_bin(old, chief())
    clock.goes_on(days=1)
    bin.move_to_bin(young, chief())
    clock.goes_on(days=28, hours=23, minutes=59)
    assert bin.empty() == 0
    clock.goes_on(minutes=1)
    assert bin.empty() == 1
    assert list(Document.objects.values_list("pk", flat=True)) == [young.pk]
    assert bin.stays_until(Document.objects.get()) == clock.after(days=1)


def test_what_is_not_in_the_bin_is_never_emptied():
    for kind in MAKERS:
        rich(kind)
    before = whole_database()
    assert bin.empty(timezone.now() + timedelta(days=999)) == 0
    assert whole_database() == before


def test_an_event_waits_for_its_sessions():
    event = make_event()
    late, early = make_session(event, starts_at=None), make_session(event, starts_at=None)
    in_the_bin_since({late: 2, early: 40, event: 50})
    assert bin.empty() == 1
    assert set(Document.objects.values_list("pk", flat=True)) == {event.pk, late.pk}
    # Before its session in the order, it is asked again once that has gone.
    Document.objects.filter(pk=late.pk).update(binned_at=timezone.now() - timedelta(days=31))
    assert bin.empty() == 2
    assert not Document.objects.exists()


def test_an_event_that_something_in_use_came_to_belong_to_is_kept():
    """Nothing lets that happen; were it to, nothing would be lost."""
    event = make_event()
    other = make_session()
    in_the_bin_since({event: 31})
    type(other).objects.filter(pk=other.pk).update(event=event)
    assert bin.empty() == 0
    assert Document.objects.filter(pk=event.pk).exists()


def test_moving_something_empties_what_is_overdue():
    old, new = make_article(), make_article()
    in_the_bin_since({old: 31})
    bin.move_to_bin(new, chief())
    assert list(Document.objects.values_list("pk", flat=True)) == [new.pk]


def test_the_command_empties_and_says_how_many():
    in_the_bin_since({make_article(): 31, make_article(): 32})
    told = []
    for _time in range(2):
        out = StringIO()
        call_command("empty_bin", stdout=out)
        told.append(out.getvalue().strip())
    assert told == ["2 documents were deleted for good.", "0 documents were deleted for good."]


def test_a_reference_is_not_given_again_after_its_decision_has_gone():
    event = make_event(code="MQF-2024")
    first, second = make_decision(event), make_decision(event)
    in_the_bin_since({second: 31})
    assert bin.empty() == 1
    assert make_decision(event).reference == "MQF-2024-D3"
    assert Resolution.objects.get(pk=first.pk).reference == "MQF-2024-D1"
    in_the_bin_since(dict.fromkeys([*Resolution.objects.all(), event], 31))
    assert bin.empty() == 3
    # Not even after the event itself has gone and another has its code.
    assert make_decision(make_event(code="MQF-2024")).reference == "MQF-2024-D4"
    assert ReferenceSeries.objects.get().last_number == 4


def test_a_code_is_taken_while_its_event_is_in_the_bin():
    in_the_bin_since({make_event(code="MQF-2024"): 1})
    with pytest.raises(IntegrityError):
        make_event(code="MQF-2024")
