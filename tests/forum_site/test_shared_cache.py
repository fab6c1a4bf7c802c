"""The cache of readers' pages where several processes share a Redis; and who waits for whom on PostgreSQL."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.db import connection, transaction
from django.test import Client

from publishing.models import ContentVersion, Document, Topic
from tests.factories import go_live, make_article, make_session, make_topic, write
from tests.personas import PASSWORD, make_user

pytestmark = pytest.mark.django_db(transaction=True)

ADDRESS = "/ar/news/"


def test_what_one_process_has_made_another_need_not_make(shared_cache, django_assert_num_queries):
    article = make_article(ar="خبر", live=True)
    one, another = Client(), Client()
    first = one.get(ADDRESS)
    with django_assert_num_queries(1):
        assert another.get(ADDRESS).content == first.content
    write(article, "ar", title="خبر آخر")
    go_live(article, "ar")
    assert "خبر آخر" in another.get(ADDRESS).content.decode()
    with django_assert_num_queries(1):
        assert "خبر آخر" in one.get(ADDRESS).content.decode()


def test_readers_do_not_notice_that_the_cache_is_down(shared_cache, caplog):
    article = make_article(ar="خبر", live=True)
    reader = Client()
    assert "خبر" in reader.get(ADDRESS).content.decode()
    shared_cache.stop()
    assert "خبر" in reader.get(ADDRESS).content.decode()
    write(article, "ar", title="خبر آخر")
    go_live(article, "ar")
    for process in (reader, Client()):
        assert "خبر آخر" in process.get(ADDRESS).content.decode()
    assert "The cache does not answer" in caplog.text


def test_people_sign_in_while_the_cache_is_down(shared_cache):
    editor = make_user("editor")
    shared_cache.stop()
    client = Client()
    told = {"login": editor.username, "password": PASSWORD}
    assert client.post("/accounts/login/", told | {"password": "wrong"}).status_code == 200
    assert client.post("/accounts/login/", told).status_code == 302
    assert client.get("/admin/").status_code == 200


@pytest.mark.postgresql_only
def test_nobody_waits_for_a_row_while_they_hold_the_version(page_cache):
    """One changes something and refers to a session that another has locked; the other changes something too, and commits
    first. Were the version raised before the reference is checked, the two would wait for each other."""
    session, article = make_session(live=True), make_article(live=True)
    topics = [make_topic(), make_topic()]
    before = ContentVersion.objects.get().number
    is_locked, is_committing = Event(), Event()

    def refer():
        try:
            with transaction.atomic():
                Topic.objects.filter(pk=topics[0].pk).update(name_ar="واحد")
                article.sessions.add(session)
                is_locked.wait(timeout=30)
                is_committing.set()
        finally:
            connection.close()

    def hold():
        try:
            with transaction.atomic():
                Document.objects.select_for_update().get(pk=session.pk)
                is_locked.set()
                is_committing.wait(timeout=30)
                Topic.objects.filter(pk=topics[1].pk).update(name_ar="اثنان")
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        for act in [pool.submit(refer), pool.submit(hold)]:
            act.result(timeout=60)
    assert sorted(Topic.objects.values_list("name_ar", flat=True)) == ["اثنان", "واحد"]
    assert ContentVersion.objects.get().number >= before + 2
