"""`/d/{id}/{language}.pdf`: made by the worker, kept until what it shows changes, of live texts alone."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult

from forum_site import made_files, paper
from publishing import workflow
from publishing.models import Kind, Revision
from resolutions.followup import record_status_update
from resolutions.models import Status
from tests import factories
from tests.factories import in_istanbul
from tests.pages.hidden import SECRET, make_hidden
from tests.pages.reading import Page
from tests.paper.reading import Paper
from tests.publishing.test_concurrency import all_at_once
from tests.worker import do_the_work

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(bool(paper.missing()), reason=f"not installed: {', '.join(paper.missing())}"),
]

BODY = (
    "<p>ورشة تحضيرية أولى، لا إله إلا الله: كان رسميًّا، في الأول والآن.</p>"
    "<table><tbody><tr><th>الرقم</th><td>MQF-2024-D1</td></tr></tbody></table>"
)


@pytest.fixture
def article():
    """A public article in both languages."""
    return factories.make_article(
        ar={"title": "خبر على الورق", "slug": "خبر", "body": BODY, "byline": "هيئة التحرير"},
        en={"title": "News on paper", "slug": "news", "body": "<p>The whole story.</p>"},
        live=True,
    )


def ask(document, language="ar", part="", **headers):
    return Client().get(f"/d/{document.pk}/{language}{part}.pdf", headers=headers)


def made(document, language="ar", part=""):
    """The PDF as a Paper, once the worker has made it."""
    assert ask(document, language, part).status_code == 202
    do_the_work()
    response = ask(document, language, part)
    assert response.status_code == 200
    return Paper(response.content)


def files(document):
    return made_files.names_in(f"pdf/{document.pk}")


def test_it_is_made_outside_the_request_and_then_kept(article, django_assert_num_queries):
    waiting = ask(article)
    assert waiting.status_code == 202
    assert (waiting["Retry-After"], waiting["Refresh"], waiting["X-Robots-Tag"]) == ("3", "3", "noindex")
    assert (waiting["Cache-Control"], waiting["Content-Language"]) == ("no-store", "ar")
    page = Page(waiting.content.decode())
    assert page.all("html", lang="ar", dir="rtl")
    assert "يجري إعداد ملف PDF" in page.main
    assert "The PDF is being made" in page.main
    assert page.all("meta", name="robots", content="noindex")
    # However many ask.
    assert ask(article).status_code == 202
    assert DBTaskResult.objects.count() == 1

    do_the_work()
    response = ask(article)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == (
        f"inline; filename=\"article-{article.pk}-ar.pdf\"; filename*=UTF-8''%D8%AE%D8%A8%D8%B1.pdf"
    )
    assert response["Link"] == '<http://testserver/ar/news/%D8%AE%D8%A8%D8%B1/>; rel="canonical"'
    assert (response["Cache-Control"], response["Content-Language"]) == ("public, max-age=60", "ar")
    assert "Content-Security-Policy" not in response
    with django_assert_num_queries(3):
        assert ask(article, **{"If-None-Match": response["ETag"]}).status_code == 304


def test_what_is_copied_out_of_it_is_what_was_written(article):
    paper = made(article)
    assert "ورشة تحضيرية أولى، لا إله إلا الله: كان رسميًّا، في الأول والآن" in paper.words
    for words in ("خبر على الورق", f"http://testserver/d/{article.pk}/", "MQF-2024-D1"):
        assert words in paper.words
    assert (paper.about["Title"], paper.about["Author"]) == ("خبر على الورق", "هيئة التحرير")
    assert paper.is_tagged
    assert paper.is_whole
    assert paper.sizes == [(595, 842)]
    english = made(article, "en")
    assert "News on paper" in english.words
    assert "The whole story." in english.words
    assert "Page 1 of 1" in english.words


def test_a_changed_fact_makes_another_one(settings):
    settings.MULTAQA_DIGITS = "arab"
    words = {"title": "قرار", "summary": "موجز", "body": "<p>نص القرار.</p>"}
    decision = factories.make_decision(
        factories.make_event(live=True, ar={"title": "الملتقى"}),
        live=True,
        ar=words,
        adopted_on=date(2024, 12, 22),
    )
    before = made(decision)
    assert decision.reference in before.words
    assert "تم الاعتماد" in before.words
    # The digits of the site, also those of the pages.
    assert {"٢٠٢٤", "١٤٤٦"} <= set(before.words.split())
    said = before.words.replace(decision.reference, "")
    # The short address keeps its own, and an engine may read it from its other end, part by part or letter by letter.
    for number in {str(decision.pk), str(decision.pk)[::-1]}:
        said = said.replace(f"/d/{number}/", "").replace(f"/{number}/d/", "")
    assert not set(said) & set("0123456789")
    kept = files(decision)
    record_status_update(
        decision, factories.chief(), Status.STALLED, noted_on=date(2025, 3, 1), note_ar="انتهى."
    )
    assert ask(decision).status_code == 202
    # The row of the same work is used again, once it has rested.
    DBTaskResult.objects.update(finished_at=in_istanbul(date(2024, 1, 1), 1))
    after = made(decision)
    assert "تعثّر التنفيذ" in after.words
    assert "انتهى" in after.words
    assert len(files(decision)) == 1
    assert files(decision) != kept


def test_the_programme_lies_down_and_has_a_column_a_room():
    event = factories.make_event(live=True)
    assert ask(event, "en", "/programme").status_code == 404
    people = [factories.make_person(name_en="Sample speaker")]
    for hour, name in ((9, "First hall"), (9, "Second hall"), (11, "First hall")):
        room = factories.make_room(event.venue, name_en=name)
        times = {
            "starts_at": in_istanbul(event.starts_on, hour),
            "ends_at": in_istanbul(event.starts_on, hour + 1),
        }
        factories.make_session(event, en=f"At {hour} in {name}", live=True, room=room, people=people, **times)
    paper = made(event, "en", "/programme")
    assert paper.sizes == [(842, 595)]
    for words in ("At 9 in First hall", "At 9 in Second hall", "09:00–10:00", "Sample speaker", event.code):
        assert words in paper.words
    assert "الوقت" in made(event, "ar", "/programme").words


@pytest.mark.parametrize("kind", [Kind.EVENT, Kind.SESSION, Kind.RECOMMENDATION, Kind.PAGE])
def test_every_kind_has_one(kind):
    person = {"people": [factories.make_person(name_en="Sample speaker")]} if kind == Kind.SESSION else {}
    document = factories.MAKERS[kind](en={"title": "A title", "body": "<p>A body.</p>"}, live=True, **person)
    paper = made(document, "en")
    assert "A title" in paper.words
    assert "A body." in paper.words
    assert ("Sample speaker" in paper.words) == bool(person)


def test_drafts_and_what_was_withdrawn_have_none():
    live = make_hidden(factories.make_article)
    drafts = set(Revision.objects.values_list("document_id", flat=True)) - {live.pk}
    assert len(drafts) == 4
    for pk in drafts:
        for language in SECRET:
            assert Client().get(f"/d/{pk}/{language}.pdf").status_code == 404
    assert "علني" in made(live).words
    assert SECRET["ar"] not in made(live, "en").words

    workflow.withdraw(live, "ar", factories.chief())
    assert ask(live).status_code == 404
    # Asked of the worker all the same, it keeps nothing of it.
    DBTaskResult.objects.update(status="READY")
    do_the_work()
    assert [name[:2] for name in files(live)] == ["en"]


def test_what_went_or_is_half_written_is_made_anew(article, settings):
    made(article)
    (name,) = files(article)
    path = Path(settings.MADE_ROOT) / "pdf" / str(article.pk) / name
    for spoil in (lambda: path.write_bytes(path.read_bytes()[:-100]), path.unlink):
        spoil()
        assert ask(article).status_code == 202
        DBTaskResult.objects.update(finished_at=in_istanbul(date(2024, 1, 1), 1))
        ask(article)
        do_the_work()
        assert ask(article).status_code == 200
    assert files(article) == [name]


def test_addresses_that_lead_nowhere(article):
    only_arabic = factories.make_article(en=None, live=True)
    for path in (
        f"{only_arabic.pk}/en.pdf",
        f"{article.pk}/fr.pdf",
        f"{article.pk}/ar/programme.pdf",
        f"{2**63}/ar.pdf",
    ):
        assert Client().get(f"/d/{path}").status_code == 404, path
    assert DBTaskResult.objects.count() == 0


def test_a_body_reads_no_files(article, settings):
    """Even one that got past the cleaning of texts."""
    hostile = (
        '<p>before</p><img src="file:///etc/passwd" alt="one"><img src="http://example.org/x.png" alt="two">'
        '<img src="/media/../../secret_key" alt="three"><a rel="attachment" href="file:///etc/passwd">after</a>'
        '<link rel="attachment" href="file:///etc/passwd"><style>@import "file:///etc/hostname";</style>'
    )
    Revision.objects.filter(document=article).update(body=hostile)
    assert ask(article).status_code == 202
    do_the_work()
    response = ask(article)
    assert "before" in Paper(response.content).words
    assert b"root:" not in response.content
    assert b"EmbeddedFile" not in response.content


def test_without_pango_there_are_no_links_and_the_check_says_why(article, monkeypatch):
    page = Client().get("/en/news/news/").content.decode()
    assert f'href="/d/{article.pk}/en.pdf"' in page
    monkeypatch.setattr(paper, "missing", lambda: ("libpango-1.0.so.0",))
    from forum_site.checks import pdfs_can_be_made

    [warning] = pdfs_can_be_made(None)
    assert (warning.id, "libpango-1.0.so.0" in warning.msg) == ("multaqa.W002", True)
    assert ".pdf" not in Client().get("/en/news/news/").content.decode()
    assert ask(article, "en").status_code == 404


def test_one_that_cannot_be_made_is_said_to_be_so(article, monkeypatch):
    from forum_site.paper import engine

    def broken(*args):
        raise ValueError("No.")

    monkeypatch.setattr(engine, "made", broken)
    ask(article, "en")
    do_the_work()
    failed = ask(article, "en")
    assert (failed.status_code, failed["Retry-After"]) == (503, "300")
    assert "Refresh" not in failed
    assert "The PDF could not be made" in Page(failed.content.decode()).main
    assert DBTaskResult.objects.get().status == "FAILED"


@pytest.mark.django_db(transaction=True)
def test_of_many_who_ask_at_once_one_is_first():
    article = factories.make_article(live=True)
    answers, _refusals = all_at_once(*[lambda: ask(article).status_code] * 6)
    assert answers == [202] * 6
    assert DBTaskResult.objects.count() == 1
