"""Uploads and made files in buckets: who may read them, under which names and addresses, and what a wrong set-up is told."""

import urllib.request
from urllib.error import HTTPError

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage, storages

from forum_site import made_files
from forum_site.archive.reading import Reader
from forum_site.checks import buckets_fit_together, several_machines_have_what_they_share
from forum_site.settings import storage
from tests.factories import make_attachment, make_image
from tests.machines.servers import KEYS, MADE, UPLOADS

pytestmark = pytest.mark.any_database


@pytest.fixture
def in_buckets(bucket_address, settings, monkeypatch):
    """The site with both of its buckets; the address of the S3 that has them."""
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    settings.BUCKET_ENDPOINT = bucket_address
    place = {"endpoint_url": bucket_address, "region_name": "us-east-1"}
    both = {"default": storage("UploadsBucket", UPLOADS), "made": storage("MadeBucket", MADE)}
    for one in both.values():
        one["OPTIONS"] |= place
    settings.STORAGES = settings.STORAGES | both
    return bucket_address


def fetched(address):
    """The status and headers that anybody gets at ``address``."""
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return answer.status, answer.headers
    except HTTPError as error:
        return error.code, error.headers


@pytest.mark.django_db
def test_everybody_may_read_an_upload_and_an_attachment_is_saved(in_buckets):
    image, attachment = make_image(), make_attachment()
    status, headers = fetched(f"{in_buckets}/{UPLOADS}/{image.file.name}")
    assert (status, headers["Content-Type"], headers["Content-Disposition"]) == (200, "image/png", None)
    status, headers = fetched(f"{in_buckets}/{UPLOADS}/{attachment.file.name}")
    assert (status, headers["Content-Type"], headers["Content-Disposition"]) == (
        200,
        "text/csv",
        "attachment",
    )
    assert headers["Cache-Control"] == "public, max-age=86400"


@pytest.mark.django_db
def test_a_second_file_of_a_name_takes_another(in_buckets):
    first, second = (default_storage.save("files/قائمة.csv", ContentFile(text)) for text in (b"1", b"2"))
    assert first != second
    assert [default_storage.open(name).read() for name in (first, second)] == [b"1", b"2"]
    assert default_storage.url("files/قائمة.csv").startswith("/media/files/%D9%82")


def test_what_is_made_is_read_by_the_program_alone(in_buckets):
    assert made_files.read("pdf/1/ar-whole-1.pdf") is None
    assert made_files.names_in("pdf/1") == []
    for content in (b"old", b"new"):
        made_files.keep("pdf/1/ar-whole-1.pdf", content)
    made_files.keep("pdf/1/ar-whole-2.pdf", b"other")
    assert made_files.read("pdf/1/ar-whole-1.pdf") == b"new"
    assert fetched(f"{in_buckets}/{MADE}/pdf/1/ar-whole-1.pdf")[0] == 403
    with pytest.raises(ValueError, match="no address"):
        storages["made"].url("pdf/1/ar-whole-1.pdf")
    made_files.drop_others("pdf/1", "ar-whole-", "pdf/1/ar-whole-2.pdf")
    assert made_files.names_in("pdf/1") == ["ar-whole-2.pdf"]


@pytest.mark.django_db
def test_uploads_at_another_host_are_still_in_the_archive(in_buckets, settings):
    settings.MEDIA_URL = "https://media.example.org/"
    image = make_image()
    link = image.file.url
    assert link == f"https://media.example.org/{image.file.name}"
    reader = Reader()
    assert reader.address(link, "/ar/") == f"/media/{image.file.name}"
    answer = reader.get(reader.address(link, "/ar/"))
    assert (answer.status, answer.media_type) == (200, "image/png")
    # What only looks like an upload of the site is none.
    assert reader.address("https://elsewhere.example.org/media/x.png", "/ar/") is None


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, []),
        ({"MEDIA_BUCKET": "one", "MADE_BUCKET": "other"}, []),
        ({"MEDIA_BUCKET": "one", "MADE_BUCKET": "one"}, ["multaqa.E010"]),
        ({"MEDIA_BUCKET": "one"}, ["multaqa.W010"]),
        ({"MEDIA_ADDRESS": "https://media.example.org"}, []),
        ({"MEDIA_ADDRESS": "media.example.org"}, ["multaqa.E011"]),
        ({"MEDIA_ADDRESS": "http://testserver/uploads"}, ["multaqa.E012"]),
    ],
)
def test_buckets_that_do_not_fit_are_named(settings, given, found):
    for name, value in given.items():
        setattr(settings, name, value)
    assert [problem.id for problem in buckets_fit_together(None)] == found


def test_a_network_and_copies_that_cannot_work_are_named(settings):
    assert several_machines_have_what_they_share(None) == []
    settings.CDN_PURGE_ADDRESS, settings.CDN_PURGE_HEADERS = "cdn.example.org", ["Authorization"]
    found = [problem.id for problem in several_machines_have_what_they_share(None)]
    assert found == ["multaqa.E013", "multaqa.E014"]
