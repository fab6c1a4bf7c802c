"""The media library in the admin: a good picture goes in and is shown; a bad one is refused and what was typed stays."""

import pytest
from django.urls import reverse

from accounts.models import User
from media_library.models import Attachment, Image
from tests.media_library.files import SVG, photograph, picture_bytes, png_of, upload

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

WORDS = {
    "ppoi": "0.25x0.75",
    "alt_ar": "قاعة المؤتمر",
    "alt_en": "The congress hall",
    "caption_ar": "القاعة",
    "caption_en": "",
    "credit_ar": "",
    "credit_en": "M.",
    "licence": "own-work",
}


@pytest.fixture
def desk(client):
    user = User.objects.create_superuser("admin", "admin@example.org", "secret", interface_language="en")
    client.force_login(user)
    return client


def test_a_picture_goes_in_clean_and_with_its_renditions(desk):
    answer = desk.post(
        reverse("admin:media_library_image_add"), WORDS | {"file": upload(photograph(), "قاعة 1.JPG")}
    )
    assert answer.status_code == 302
    image = Image.objects.get()
    assert image.file.name.endswith("/قاعة-1.jpeg")
    assert (image.width, image.height, image.ppoi) == (200, 320, "0.25x0.75")
    assert set(image.renditions["made"]) == {"card", "card_small", "portrait", "small", "wide"}
    assert image.uploaded_by.username == "admin"
    with image.file.storage.open(image.file.name) as file:
        assert b"SecretCamera" not in file.read()
    assert {name: getattr(image, name) or "" for name in WORDS} == WORDS


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        (SVG, "a.png", "This is no picture that the site can show."),
        (SVG, "a.svg", "This is no picture that the site can show."),
        (picture_bytes("TIFF"), "a.jpg", "This is no picture that the site can show."),
        (png_of(60_000, 60_000), "a.png", "The picture has too many pixels"),
        (picture_bytes()[:-300], "a.jpg", "This picture is damaged"),
        (b"", "a.jpg", "The submitted file is empty."),
    ],
)
def test_a_bad_picture_is_refused_and_the_words_stay(desk, content, name, message):
    answer = desk.post(reverse("admin:media_library_image_add"), WORDS | {"file": upload(content, name)})
    assert answer.status_code == 200
    assert message in answer.context["adminform"].form.errors["file"][0]
    assert set(answer.context["adminform"].form.errors) == {"file"}
    assert "قاعة المؤتمر" in answer.content.decode()
    assert Image.objects.count() == 0


def test_the_description_is_asked_for_in_both_languages(desk):
    words = WORDS | {"alt_en": "", "caption_ar": "", "file": upload(picture_bytes())}
    answer = desk.post(reverse("admin:media_library_image_add"), words)
    assert set(answer.context["adminform"].form.errors) == {"alt_en"}


def test_a_moved_focal_point_makes_new_renditions(desk):
    desk.post(reverse("admin:media_library_image_add"), WORDS | {"file": upload(picture_bytes())})
    image = Image.objects.get()
    before = image.renditions["made"]["card"]["file"]
    desk.post(
        reverse("admin:media_library_image_change", args=[image.pk]), WORDS | {"ppoi": "0.9x0.1", "file": ""}
    )
    image.refresh_from_db()
    assert image.ppoi == "0.9x0.1"
    assert image.renditions["made"]["card"]["file"] != before


@pytest.mark.parametrize("language", ["ar", "en"])
def test_each_field_has_the_language_and_direction_of_its_content(desk, language):
    User.objects.update(interface_language=language)
    html = desk.get(reverse("admin:media_library_image_add")).content.decode()
    fields = {
        name: html.split(f'name="{name}"')[1].split(">")[0] for name in ("alt_ar", "alt_en", "caption_ar")
    }
    assert 'lang="ar" dir="rtl"' in fields["alt_ar"]
    assert 'lang="en" dir="ltr"' in fields["alt_en"]
    assert 'lang="ar" dir="rtl"' in fields["caption_ar"]
    assert "[ar]" not in html


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_shows_pictures_in_few_queries(desk, django_assert_num_queries, rows):
    for _ in range(rows):
        desk.post(reverse("admin:media_library_image_add"), WORDS | {"file": upload(picture_bytes())})
    address = reverse("admin:media_library_image_changelist")
    desk.get(address)
    with django_assert_num_queries(7):
        html = desk.get(address).content.decode()
    assert html.count("-card-") == rows
    assert html.count('<bdi dir="ltr">320 × 200</bdi>') == rows


@pytest.mark.parametrize(("query", "found"), [("قاعة", 1), ("congress", 1), ("القاعة", 1), ("nothing", 0)])
def test_pictures_are_found_by_their_words_in_both_languages(desk, query, found):
    desk.post(reverse("admin:media_library_image_add"), WORDS | {"file": upload(picture_bytes())})
    answer = desk.get(reverse("admin:media_library_image_changelist"), {"q": query})
    assert answer.context["cl"].result_count == found


def test_a_file_goes_in_under_a_safe_name(desk):
    words = {"title_ar": "البيان", "title_en": "The statement", "language": "ar"}
    answer = desk.post(
        reverse("admin:media_library_attachment_add"),
        words | {"file": upload(b"%PDF-1.7", "البيانُ الختامي.PDF")},
    )
    assert answer.status_code == 302
    attachment = Attachment.objects.get()
    assert attachment.file.name.endswith("/البيان-الختامي.pdf")
    assert (str(attachment), attachment.kind, attachment.uploaded_by.username) == (
        "The statement",
        "PDF",
        "admin",
    )


def test_a_page_in_place_of_a_file_is_refused(desk):
    words = {"title_ar": "البيان", "title_en": "The statement", "language": "ar"}
    for name, content in (("a.html", b"<p>"), ("a.svg", SVG), ("a.pdf", SVG)):
        answer = desk.post(
            reverse("admin:media_library_attachment_add"), words | {"file": upload(content, name)}
        )
        assert set(answer.context["adminform"].form.errors) == {"file"}
    assert Attachment.objects.count() == 0
