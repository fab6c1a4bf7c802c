"""Renditions: made at once, cut around the focal point, remembered; and the original where they are missing."""

import io

import pytest
from django.core.files.base import ContentFile
from django.utils.translation import override
from PIL import Image as Picture

from media_library.models import Image
from media_library.renditions import SIZES, make_renditions, picture
from tests.media_library.files import picture_bytes

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


def make_image(content=None, **fields):
    image = Image(alt_ar="قاعة", alt_en="A hall", **fields)
    image.file.save("hall.png", ContentFile(content or picture_bytes("PNG", size=(1600, 900))), save=False)
    image.save()
    return image


def sizes_of(image):
    return {name: (made["width"], made["height"]) for name, made in image.renditions["made"].items()}


def opened(image, name):
    with image.file.storage.open(image.renditions["made"][name]["file"]) as file:
        return Picture.open(io.BytesIO(file.read())).convert("RGB")


def test_every_size_is_made_and_remembered():
    image = make_image()
    make_renditions(image)
    image.refresh_from_db()
    assert sizes_of(image) == {
        "card": (640, 360),
        "card_small": (320, 180),
        "portrait": (320, 320),
        "small": (640, 360),
        "wide": (1280, 720),
    }
    for name, size in sizes_of(image).items():
        assert opened(image, name).size == size


@pytest.mark.parametrize(
    ("size", "made"),
    [
        ((200, 100), [(178, 100), (178, 100), (100, 100), (200, 100), (200, 100)]),
        ((900, 1600), [(640, 360), (320, 180), (320, 320), (640, 1138), (900, 1600)]),
        ((6000, 400), [(640, 360), (320, 180), (320, 320), (640, 43), (1280, 85)]),
        ((1, 1), [(1, 1)] * 5),
    ],
)
def test_no_picture_is_blown_up_or_bent(size, made):
    image = make_image(picture_bytes("PNG", size=size))
    make_renditions(image)
    assert sizes_of(image) == dict(zip(SIZES, made, strict=True))


def test_cards_are_cut_around_the_focal_point():
    image = make_image(picture_bytes("PNG", size=(2000, 400)))  # the left top quarter is red
    for focal_point, colour in (("0.1x0.1", (255, 0, 0)), ("0.9x0.1", (255, 255, 255))):
        image.ppoi = focal_point
        make_renditions(image)
        assert opened(image, "portrait").getpixel((50, 50)) == pytest.approx(colour, abs=6)


@pytest.mark.parametrize("broken", ["", "x", "axb", "0.5", "9x-4"])
def test_an_unreadable_focal_point_is_the_middle_or_the_edge(broken):
    image = make_image(ppoi=broken)
    make_renditions(image)
    assert set(sizes_of(image)) == set(SIZES)


def test_making_them_twice_writes_nothing_new():
    image = make_image()
    make_renditions(image)
    first = image.renditions
    make_renditions(image)
    assert image.renditions == first


def test_ten_megapixels_become_a_page_wide_picture():
    image = Image(alt_ar="أ", alt_en="a")
    content = picture_bytes("JPEG", size=(4000, 2500), quality=90)
    image.file.save("large.jpg", ContentFile(content), save=False)
    image.save()
    make_renditions(image)
    assert sizes_of(image)["wide"] == (1280, 800)


def test_what_a_page_needs_to_show_a_picture(django_assert_num_queries):
    image = make_image(caption_ar="القاعة الكبرى", credit_en="M.", licence=Image.Licence.CC_BY)
    make_renditions(image)
    with override("ar"), django_assert_num_queries(0):
        wide = picture(image, "wide")
    made = image.renditions["made"]
    assert wide == {
        "url": f"/media/{made['wide']['file']}",
        "srcset": f"/media/{made['small']['file']} 640w, /media/{made['wide']['file']} 1280w",
        "width": 1280,
        "height": 720,
        "alt": "قاعة",
        "caption": "القاعة الكبرى",
        "credit": "",
        "licence": image.get_licence_display(),
        "licence_address": "https://creativecommons.org/licenses/by/4.0/",
    }
    with override("en"):
        card = picture(image, "card")
    assert (card["alt"], card["caption"], card["credit"]) == ("A hall", "", "M.")
    assert card["srcset"] == f"/media/{made['card_small']['file']} 320w, /media/{made['card']['file']} 640w"


def test_the_original_stands_in_where_there_are_no_renditions():
    image = make_image()
    shown = picture(image, "card")
    assert (shown["url"], shown["srcset"], shown["width"], shown["height"]) == (image.file.url, "", 1600, 900)


def test_the_renditions_of_a_replaced_file_are_not_shown():
    image = make_image()
    make_renditions(image)
    image.file.save("other.png", ContentFile(picture_bytes("PNG", size=(800, 450))), save=True)
    assert picture(image, "card")["url"] == image.file.url


@pytest.mark.parametrize("damage", ["gone", "broken"])
def test_an_original_that_cannot_be_read_breaks_nothing(damage):
    image = make_image()
    storage, name = image.file.storage, image.file.name
    storage.delete(name)
    if damage == "broken":
        storage.save(name, ContentFile(b"no picture"))
    make_renditions(image)
    assert image.renditions == {"source": name, "made": {}, "damaged": True}
    assert picture(image, "card")["url"] == image.file.url


def test_no_picture_is_no_picture():
    assert picture(None, "card") is None
    assert picture(Image(), "card") is None


def test_names_survive_a_missing_translation():
    with override("en"):
        assert str(Image(alt_ar="قاعة")) == "قاعة"
        assert str(Image(alt_ar="قاعة", alt_en="A hall")) == "A hall"
        assert str(Image(file="pictures/2024/12/hall.png", width=1, height=1)) == "hall.png"
        assert str(Image(pk=7)) == "#7"


def test_the_colour_profile_goes_along():
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = make_image(picture_bytes("PNG", size=(800, 450), icc_profile=profile))
    make_renditions(image)
    with image.file.storage.open(image.renditions["made"]["card"]["file"]) as file:
        assert Picture.open(file).info["icc_profile"] == profile
