"""Which database a request reads from: a copy for readers without an account, the primary for all else."""

import pytest
from django.contrib.sessions.models import Session
from django.db import DEFAULT_DB_ALIAS, connections
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django_tasks_db.models import DBTaskResult

from forum_site import routers
from forum_site.routers import ReplicaRouter, read_from_a_replica
from publishing.models import ContentVersion, Revision
from tests.factories import go_live, make_article, write
from tests.machines.replica import replica
from tests.machines.servers import wait_until
from tests.personas import make_user, signed_in

COPIES = {"replica1", "replica2"}
ask = RequestFactory()


@pytest.fixture
def copies(settings, monkeypatch):
    """Two copies; those in the set that is returned do not answer."""
    settings.REPLICAS = sorted(COPIES)
    gone = set()
    monkeypatch.setattr(routers, "_rests_until", {})
    monkeypatch.setattr(routers, "_answers", lambda alias: alias not in gone)
    return gone


def read_by(request):
    """The names of the databases from which a request reads what readers see: one, however often it looks."""
    found = set()

    def view(request):
        found.update(ReplicaRouter().db_for_read(model) for model in (Revision, ContentVersion, Revision))
        return HttpResponse()

    read_from_a_replica(view)(request)
    (one,) = found
    return one


def with_cookie(name):
    request = ask.get("/ar/")
    request.COOKIES[name] = "x"
    return request


def test_readers_without_an_account_read_from_one_of_the_copies(copies):
    assert {read_by(ask.get("/ar/news/")) for _time in range(60)} == COPIES
    assert read_by(ask.head("/sitemap.xml")) in COPIES
    # Outside a request (commands, the worker) all is read from the primary.
    assert ReplicaRouter().db_for_read(Revision) == DEFAULT_DB_ALIAS


@pytest.mark.parametrize(
    "request_of",
    [
        lambda: ask.get("/admin/"),
        lambda: ask.get("/accounts/login/"),
        lambda: ask.get("/shared/token/"),
        lambda: ask.get("/healthz"),
        lambda: ask.post("/ar/news/"),
        lambda: with_cookie("sessionid"),
        lambda: with_cookie("messages"),
        lambda: ask.get("/ar/", headers={"Authorization": "Basic x"}),
    ],
)
def test_whoever_may_have_written_reads_from_the_primary(copies, request_of):
    assert {read_by(request_of()) for _time in range(10)} == {DEFAULT_DB_ALIAS}


def test_a_copy_that_does_not_answer_is_left_out_and_without_any_the_primary_is_asked(copies):
    copies.add("replica1")
    assert {read_by(ask.get("/ar/")) for _time in range(10)} == {"replica2"}
    copies.add("replica2")
    assert {read_by(ask.get("/ar/")) for _time in range(10)} == {DEFAULT_DB_ALIAS}


def test_writes_migrations_and_what_readers_never_see_are_the_primarys(copies):
    router, seen = ReplicaRouter(), []

    def view(request):
        seen.append(router.db_for_write(Revision))
        # A PDF that is asked for: the row that says so is written and read at once.
        seen.extend(router.db_for_read(model) for model in (DBTaskResult, Session))
        return HttpResponse()

    read_from_a_replica(view)(ask.get("/ar/"))
    assert seen == [DEFAULT_DB_ALIAS] * 3
    assert [router.allow_migrate(name, "publishing") for name in ("default", "replica1")] == [True, False]
    assert router.allow_relation(Revision(), Revision())


def test_without_copies_nothing_is_chosen(settings):
    assert settings.REPLICAS == []
    assert read_by(ask.get("/ar/")) == DEFAULT_DB_ALIAS


# ---- A real one


@pytest.fixture
def copy(transactional_db, page_cache, settings):
    """A streaming replica of the tests' PostgreSQL, as "replica1"."""
    with replica() as server:
        # Made by hand: an alias of the settings would have to be there before the tests' database is made.
        connections["replica1"] = connections[DEFAULT_DB_ALIAS].copy("replica1")
        connections["replica1"].settings_dict |= {"HOST": server.folder, "CONN_HEALTH_CHECKS": True}
        settings.REPLICAS, settings.DATABASE_ROUTERS = ["replica1"], ["forum_site.routers.ReplicaRouter"]
        routers._rests_until.clear()
        yield server
        connections["replica1"].close()
        del connections["replica1"]
        routers._rests_until.clear()


@pytest.mark.postgresql_only
@pytest.mark.django_db(transaction=True)
def test_readers_see_what_their_copy_has_and_editors_what_they_wrote(copy, caplog):
    article = make_article(ar="خبر قديم", en=False, live=True)
    reader, editor = Client(), signed_in(make_user("publisher"))

    def titles(client):
        return [
            title
            for title in ("قديم", "جديد", "أخير")
            if f"خبر {title}" in client.get("/ar/news/").content.decode()
        ]

    wait_until(lambda: titles(reader) == ["قديم"], "the copy has the article")
    copy.follows(False)
    write(article, "ar", title="خبر جديد")
    go_live(article, "ar")
    assert (titles(reader), titles(editor), titles(Client())) == (["قديم"], ["جديد"], ["قديم"])
    # It catches up: the version that comes with it makes what was kept old.
    copy.follows(True)
    wait_until(lambda: titles(reader) == ["جديد"], "the copy has the new title")
    copy.stop()
    # As at the start of each request; django.test.Client leaves connections alone.
    connections["replica1"].close_if_unusable_or_obsolete()
    write(article, "ar", title="خبر أخير")
    go_live(article, "ar")
    assert titles(reader) == ["أخير"]
    assert "The copy replica1 of the database does not answer" in caplog.text
