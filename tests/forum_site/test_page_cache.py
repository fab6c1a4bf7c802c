"""Pages kept for readers: fresh the moment a change commits, alike for nobody for whom they are not, and cheap."""

import gzip
from datetime import timedelta
from threading import Event, Thread

import brotli
import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from accounts.models import User
from forum_site.page_cache import pages_for_readers
from forum_site.page_store import InMemory
from media_library.models import Image
from people.models import Person
from publishing import workflow
from publishing.content_version import content_version, reading_version
from publishing.models import ContentVersion, Document, FeaturedDocument, PublicText, SiteSettings, Topic
from publishing.version_triggers import public_tables
from resolutions.followup import record_status_update
from resolutions.models import Status
from tests.factories import (
    chief,
    go_live,
    make_article,
    make_decision,
    make_image,
    make_page,
    make_person,
    make_session,
    make_topic,
    second_chief,
    write,
)
from tests.personas import signed_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("page_cache")]

ADDRESS = "/ar/news/"


def words(client, address=ADDRESS, **headers):
    response = client.get(address, headers=headers)
    assert response.status_code == 200, address
    return response.content.decode()


def number():
    return ContentVersion.objects.get().number


# ---- Fresh


def test_a_publication_is_seen_by_the_next_request_of_every_process():
    one, another = Client(), Client()
    article = make_article(ar="الخبر الأول", en="The first", live=True)
    for process in (one, another):
        assert "الخبر الأول" in words(process)
        assert "The first" in words(process, "/en/news/")
    write(article, "ar", title="الخبر بعد التعديل")
    assert "الخبر الأول" in words(one)
    go_live(article, "ar")
    for process in (one, another):
        assert "الخبر بعد التعديل" in words(process)
        assert "الخبر الأول" not in words(process)
    workflow.withdraw(article, "ar", chief())
    for process in (one, another):
        assert "الخبر بعد التعديل" not in words(process)
        assert "The first" in words(process, "/en/news/")


CHANGES = {
    "a fact": lambda things: Document.objects.filter(pk=things["article"].pk).update(picture=things["image"]),
    "a relation": lambda things: things["article"].topics.set([]),
    "a label": lambda things: Topic.objects.update(name_ar="موضوع آخر"),
    "a person": lambda things: Person.objects.update(name_ar="اسم آخر"),
    "the words of a picture": lambda things: Image.objects.update(alt_ar="وصف آخر"),
    "the menu": lambda things: things["page"].__class__.objects.update(is_in_menu=False),
    "the settings": lambda things: SiteSettings.objects.create(name_ar="اسم آخر"),
    "what is featured": lambda things: FeaturedDocument.objects.create(document=things["article"]),
    "a status": lambda things: record_status_update(
        things["decision"], chief(), Status.IN_PROGRESS, timezone.localdate(), "بدأ", "Begun"
    ),
}


@pytest.fixture
def things():
    image, topic, person = make_image(), make_topic(name_ar="موضوع"), make_person(name_ar="اسم")
    return {
        "image": image,
        "article": make_article(live=True, topics=[topic], people=[person]),
        "page": make_page(live=True),
        "decision": make_decision(live=True),
    }


def test_every_change_of_what_readers_see_is_one(things):
    seen = {}
    for name, change in CHANGES.items():
        before = number()
        change(things)
        seen[name] = number() > before
    assert seen == dict.fromkeys(CHANGES, True)


def test_what_readers_see_nothing_of_is_none(things):
    before = number()
    article = things["article"]
    write(article, "ar", title="مسودة")
    workflow.submit(article, "ar", chief())
    User.objects.update(first_name="x")
    Client().force_login(second_chief())
    Topic.objects.update(order=0)
    Document.objects.get(pk=article.pk).save()
    assert number() == before


def test_what_is_taken_back_is_no_change(things):
    before = number()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        Topic.objects.update(name_ar="لا شيء")
        raise ZeroDivisionError
    assert number() == before
    with transaction.atomic():
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            Topic.objects.update(name_ar="لا شيء")
            raise ZeroDivisionError
        Topic.objects.update(name_ar="شيء")
    assert number() > before


def test_the_tables_that_are_watched():
    """A new table is watched unless somebody says that readers see nothing of it."""
    watched = {table for table in connection.introspection.table_names() if table in public_tables()}
    assert {
        "articles_article",
        "events_participation",
        "media_library_image",
        "people_person",
        "publishing_document",
        "publishing_document_topics",
        "publishing_revision",
        "publishing_sitesettings",
        "resolutions_statusupdate",
    } <= watched
    unwatched = set(connection.introspection.table_names()) - watched
    assert {table for table in unwatched if table.startswith(("publishing_", "resolutions_", "events_", "articles_"))} <= {
        "publishing_act",
        "publishing_assignment",
        "publishing_contentchange",
        "publishing_contentversion",
        "publishing_documenttranslation",
        "publishing_note",
        "publishing_openform",
        "publishing_release",
        "publishing_releaseitem",
        "publishing_sharelink",
        "resolutions_referenceseries",
        "resolutions_resolutionimport",
    }  # fmt: skip


def test_a_scheduled_moment_changes_the_page_at_its_time(clock):
    article = make_article(ar="الآن", en=False)
    go_live(article, "ar", until=clock.after(minutes=5))
    later = make_article(ar="بعد قليل", en=False)
    workflow.schedule(later, "ar", chief(), clock.after(minutes=3))
    reader = Client()
    seen = []
    for minutes in (0, 2, 3, 4, 5):
        page = words(reader)
        seen.append((minutes, "الآن" in page, "بعد قليل" in page))
        before = clock.now
        clock.goes_to(before + timedelta(minutes={0: 2, 2: 1, 3: 1, 4: 1, 5: 0}[minutes]))
    assert seen == [
        (0, True, False),
        (2, True, False),
        (3, True, True),
        (4, True, True),
        (5, False, True),
    ]


def test_a_shared_cache_may_keep_a_page_no_longer_than_it_holds(clock):
    workflow.schedule(make_article(en=False), "ar", chief(), clock.after(seconds=30))
    reader = Client()
    assert reader.get(ADDRESS)["Cache-Control"] == "public, max-age=0, s-maxage=1"
    clock.goes_on(seconds=29.5)
    assert reader.get(ADDRESS)["Cache-Control"] == "public, max-age=0, s-maxage=0"


def test_a_day_does_not_outlive_itself(clock):
    """What a page says of today is asked anew with every quarter of an hour, with which days begin everywhere."""
    with reading_version():
        assert content_version().holds_until == clock.after(minutes=15)
    clock.goes_on(minutes=14, seconds=59)
    with reading_version():
        assert content_version().seconds_left == 1


def test_a_slow_page_that_races_a_publication_is_not_kept_for_it():
    article = make_article(ar="قبل", en=False, live=True)
    may_go_on, has_read = Event(), Event()
    is_slow = [True]

    def view(request):
        title = PublicText.objects.get(document_id=article.pk).title
        if is_slow:
            is_slow.pop()
            has_read.set()
            may_go_on.wait(timeout=30)
        return HttpResponse(title)

    handler = pages_for_readers(view)
    answers = []

    def read_slowly():
        try:
            answers.append(handler(RequestFactory().get(ADDRESS)).content.decode())
        finally:
            connection.close()

    slow = Thread(target=read_slowly)
    slow.start()
    assert has_read.wait(timeout=30)
    write(article, "ar", title="بعد")
    go_live(article, "ar")
    may_go_on.set()
    slow.join(timeout=30)
    assert answers == ["قبل"]
    assert handler(RequestFactory().get(ADDRESS)).content.decode() == "بعد"


# ---- For whom


def test_languages_and_hosts_have_pages_of_their_own(settings):
    settings.ALLOWED_HOSTS, settings.SITE_ADDRESS = ["testserver", "other.example.org"], ""
    make_article(ar="خبر", en="News item", live=True)
    reader = Client()
    assert "خبر" in words(reader)
    assert "News item" in words(reader, "/en/news/")
    assert "خبر" not in words(reader, "/en/news/")
    assert (
        "http://other.example.org/"
        in reader.get(ADDRESS, headers={"Host": "other.example.org"}).content.decode()
    )
    assert "other.example.org" not in words(reader)


def test_a_search_keeps_its_words_to_itself():
    reader = Client()
    assert "خبر" in words(reader, "/ar/search/?q=خبر")
    assert "خبر" not in words(reader, "/ar/search/?q=حدث")


def test_who_is_signed_in_gets_and_leaves_nothing(django_assert_num_queries):
    editor, reader = signed_in(chief()), Client()
    page = editor.get(ADDRESS)
    assert page["Cache-Control"] == "private"
    assert "ETag" not in page
    words(reader)
    with django_assert_num_queries(1):
        words(reader)
    assert len(editor.get(ADDRESS).content) > 1000
    assert editor.get(ADDRESS)["Cache-Control"] == "private"


NOT_FOR_ALL = [
    {"Set-Cookie": "a=b"},
    {"Vary": "Cookie"},
    {"Vary": "Accept-Language"},
    {"Cache-Control": "private"},
    {"Cache-Control": "no-store"},
    {"Content-Security-Policy": "script-src 'nonce-abc'"},
    {"Content-Type": "application/pdf"},
    {"Content-Encoding": "gzip"},
    {"status": 301},
    {"status": 404},
    {"status": 500},
]


def answers_of(address=ADDRESS, **said):
    """Two answers to one question, of a view that never says the same twice."""
    told = iter([b"first", b"second"])

    def view(request):
        response = HttpResponse(next(told), status=said.get("status", 200))
        for name in said.keys() - {"status", "Set-Cookie"}:
            response.headers[name] = said[name]
        if "Set-Cookie" in said:
            response.set_cookie("a", "b")
        return response

    handler = pages_for_readers(view)
    return [handler(RequestFactory().get(address)).content for _time in range(2)]


def test_what_is_not_for_all_is_not_kept():
    assert answers_of() == [b"first", b"first"]
    for said in NOT_FOR_ALL:
        assert answers_of(**said) == [b"first", b"second"], said
    for address in ("/admin/", "/accounts/login/", "/shared/x/", "/healthz", "/d/1/", "/media/x", "/"):
        assert answers_of(address) == [b"first", b"second"], address


# ---- How


def test_a_page_that_is_kept_costs_one_query(django_assert_num_queries):
    reader = Client()
    words(reader)
    with django_assert_num_queries(1):
        words(reader)


def test_the_menu_and_the_settings_are_remembered(django_assert_num_queries):
    """What every page shows is asked once for all pages: the version, and the list itself twice."""
    make_session(live=True)
    reader = Client()
    words(reader)
    with django_assert_num_queries(2):
        words(reader, "/ar/topics/")
    SiteSettings.objects.create(name_ar="اسم آخر", name_en="Another name")
    assert "Another name" in words(reader, "/en/topics/")


@pytest.mark.parametrize(
    ("accepts", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("identity", None),
        ("", None),
    ],
)
def test_a_page_is_sent_as_small_as_the_browser_takes_it(accepts, encoding):
    make_article(ar="خبر", live=True)
    reader = Client()
    for _time in range(2):
        response = reader.get(ADDRESS, headers={"Accept-Encoding": accepts})
        unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding]
        assert response.get("Content-Encoding") == encoding
        assert "خبر" in unpack(response.content).decode()
        assert response["Vary"] == "Accept-Encoding"
        assert int(response["Content-Length"]) == len(response.content)


def test_who_has_the_page_is_told_so_until_it_changes():
    article = make_article(ar="خبر", live=True)
    reader = Client()
    first = reader.get(ADDRESS, headers={"Accept-Encoding": "br"})
    asked = {"If-None-Match": f'"other", {first["ETag"]}', "Accept-Encoding": "br"}
    same = reader.get(ADDRESS, headers=asked)
    assert (same.status_code, same.content, same["ETag"]) == (304, b"", first["ETag"])
    assert same["Vary"] == "Accept-Encoding"
    assert Client().get(ADDRESS, headers=asked).status_code == 304
    assert reader.get(ADDRESS, headers=asked | {"Accept-Encoding": "gzip"}).status_code == 200
    write(article, "ar", title="خبر آخر")
    go_live(article, "ar")
    assert reader.get(ADDRESS, headers=asked).status_code == 200


def test_a_question_for_the_head_alone_spoils_no_page():
    make_article(ar="خبر", live=True)
    reader = Client()
    head = reader.head(ADDRESS)
    assert (head.status_code, head.content) == (200, b"")
    assert "خبر" in words(reader)
    assert reader.head(ADDRESS)["ETag"] == reader.get(ADDRESS)["ETag"] == head["ETag"]


def test_feeds_and_data_are_kept_too(django_assert_num_queries):
    make_decision(live=True)
    reader = Client()
    for address in ("/ar/decisions/feed/", "/ar/decisions.json", "/sitemap.xml", "/robots.txt"):
        assert reader.get(address).status_code == 200, address
        with django_assert_num_queries(1):
            response = reader.get(address)
        assert reader.get(address, headers={"If-None-Match": response["ETag"]}).status_code == 304


def test_memory_is_bounded_in_bytes():
    class Page:
        size = 400

    pages = InMemory(1000)
    pages.set_many({"a": Page(), "b": Page()}, 1)
    pages.get("a")
    pages.set_many({"c": Page()}, 1)
    assert [pages.get(key) is not None for key in "abc"] == [True, False, True]
    Page.size = 2000
    pages.set_many({"d": Page()}, 1)
    assert pages.get("d") is None


def test_without_memory_every_page_is_made_anew_and_has_its_etag(settings, django_assert_num_queries):
    settings.PAGE_CACHE_MEGABYTES = 0
    make_article(live=True)
    reader = Client()
    first = reader.get(ADDRESS)
    # The version, and the rows: their number and keys are remembered.
    with django_assert_num_queries(2):
        assert reader.get(ADDRESS)["ETag"] == first["ETag"]


def test_a_content_delivery_network_may_keep_a_page_while_it_holds(settings, clock):
    reader = Client()
    assert "CDN-Cache-Control" not in reader.get(ADDRESS).headers
    settings.CDN_PURGE_ADDRESS = "https://cdn.example.org/purge"
    workflow.schedule(make_article(en=False), "ar", chief(), clock.after(seconds=90))
    headers = reader.get(ADDRESS).headers
    names = ("Cache-Control", "CDN-Cache-Control", "Surrogate-Control", "Cache-Tag", "Surrogate-Key")
    assert [headers[name] for name in names] == [
        "public, max-age=0, s-maxage=1",
        "max-age=90",
        "max-age=90",
        "site,ar",
        "site ar",
    ]
