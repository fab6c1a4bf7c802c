"""The media library in the admin: a good picture goes in and is shown; a bad one is refused and what was typed stays."""

import pytest
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from accounts.models import User
from media_library.admin import ImageAdmin
from media_library.models import Attachment, Image
from media_library.renditions import SIZES, picture
from tests.media_library.files import SVG, photograph, picture_bytes, png_of, upload
from tests.worker import do_the_work

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


def test_a_picture_goes_in_clean_and_with_a_small_copy_of_it(desk):
    answer = desk.post(
        reverse("admin:media_library_image_add"), WORDS | {"file": upload(photograph(), "قاعة 1.JPG")}
    )
    assert answer.status_code == 302
    image = Image.objects.get()
    assert image.file.name.endswith("/قاعة-1.jpg")
    assert (image.width, image.height, image.ppoi) == (200, 320, "0.25x0.75")
    assert set(image.renditions["made"]) == {"small"}
    small = image.renditions["made"]["small"]
    url = image.file.storage.url(small["file"])
    assert [picture(image, size)["url"] for size in SIZES] == [url] * 5
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


def add_picture(desk):
    desk.post(reverse("admin:media_library_image_add"), WORDS | {"file": upload(picture_bytes())})
    return Image.objects.latest("pk")


def change_picture(desk, image, **words):
    address = reverse("admin:media_library_image_change", args=[image.pk])
    answer = desk.post(address, WORDS | {"file": "", **words})
    assert answer.status_code == 302
    image.refresh_from_db()


def test_the_worker_makes_the_other_renditions_and_keeps_the_one_that_is_there(desk):
    image = add_picture(desk)
    small = image.renditions["made"]["small"]
    do_the_work()
    image.refresh_from_db()
    assert set(image.renditions["made"]) == set(SIZES)
    assert image.renditions["made"]["small"] == small


def test_a_moved_focal_point_is_shown_when_the_worker_has_been_there(desk):
    image = add_picture(desk)
    do_the_work()
    image.refresh_from_db()
    before = image.renditions["made"]
    change_picture(desk, image, ppoi="0.9x0.1")
    assert image.renditions["made"] == before
    do_the_work()
    image.refresh_from_db()
    after = image.renditions["made"]
    assert {name for name in SIZES if before[name] != after[name]} == {"card", "card_small", "portrait"}
    assert image.file.storage.exists(before["card"]["file"]), "pages that were kept lead to it"


def test_changed_words_ask_for_nothing_and_replace_nothing_that_the_worker_wrote(desk, monkeypatch):
    image = add_picture(desk)
    save_form = ImageAdmin.save_form

    def and_meanwhile_the_worker(*args, **options):
        do_the_work()
        return save_form(*args, **options)

    monkeypatch.setattr(ImageAdmin, "save_form", and_meanwhile_the_worker)
    change_picture(desk, image, alt_en="Another description")
    assert image.alt_en == "Another description"
    assert set(image.renditions["made"]) == set(SIZES)
    assert DBTaskResult.objects.count() == 1


def test_a_replaced_file_is_shown_at_once(desk):
    image = add_picture(desk)
    do_the_work()
    change_picture(desk, image, file=upload(picture_bytes("PNG", size=(90, 60)), "other.png"))
    assert set(image.renditions["made"]) == {"small"}
    assert picture(image, "card")["width"] == 90
    do_the_work()
    image.refresh_from_db()
    assert set(image.renditions["made"]) == set(SIZES)


@pytest.mark.parametrize(
    ("language", "waiting", "done"),
    [
        ("en", "The smaller copies are being made.", "The smaller copies that pages show are made."),
        ("ar", "يجري الآن صنع النسخ المصغّرة", "صُنعت النسخ المصغّرة التي تعرضها الصفحات."),
    ],
)
def test_the_form_says_where_the_renditions_stand(desk, language, waiting, done):
    User.objects.update(interface_language=language)
    image = add_picture(desk)
    address = reverse("admin:media_library_image_change", args=[image.pk])
    assert waiting in desk.get(address).content.decode()
    do_the_work()
    html = desk.get(address).content.decode()
    assert done in html
    assert f'class="imagefield-preview-image" src="{picture(image, "small")["url"]}"' in html


def test_a_form_sent_by_the_script_is_told_where_to_go_on(desk):
    answer = desk.post(
        reverse("admin:media_library_image_add"),
        WORDS | {"file": upload(picture_bytes())},
        headers={"X-Upload": "progress"},
    )
    assert (answer.status_code, answer["X-Go-On"]) == (204, reverse("admin:media_library_image_changelist"))
    assert "was added successfully" in desk.get(answer["X-Go-On"]).content.decode()


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
        add_picture(desk)
    do_the_work()
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
