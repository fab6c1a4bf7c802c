"""The things that have labels instead of texts: pictures, files, people, bodies, the venue, topics."""

import csv
from io import BytesIO, StringIO

from django.core.files.base import ContentFile

from demo import drawings
from demo.content import files, labels
from events.models import Room, Venue
from media_library.models import Attachment, Image
from media_library.renditions import make_renditions
from people.models import Organisation, Person
from publishing.labels import fill_slugs
from publishing.models import Topic


def make_pictures(by):
    """The drawings as Images with their renditions, by name."""
    return {name: _make_picture(name, words, by) for name, words in labels.PICTURES.items()}


def _make_picture(name, words, by):
    arabic, english, focal_point = words
    return _save_drawing(drawings.draw(name), name, by, alt_ar=arabic, alt_en=english, ppoi=focal_point)


def _save_drawing(drawing, name, by, **fields):
    written = BytesIO()
    drawing.save(written, "JPEG", quality=88, progressive=True)
    image = Image(
        licence=Image.Licence.OWN_WORK, uploaded_by=by,
        credit_ar=labels.PICTURE_CREDIT["ar"], credit_en=labels.PICTURE_CREDIT["en"], **fields,
    )  # fmt: skip
    image.file.save(f"{name}.jpg", ContentFile(written.getvalue()), save=True)
    make_renditions(image)
    return image


def make_files(by):
    """The downloads as Attachments, by key."""
    return {key: _make_file(by, *words) for key, words in files.FILES.items()}


def _make_file(by, name, language, arabic, english, content):
    attachment = Attachment(language=language, title_ar=arabic, title_en=english, uploaded_by=by)
    text = _table(content) if name.endswith(".csv") else "\n\n".join(content) + "\n"
    # With a byte order mark, without which spreadsheets misread Arabic (Arabic checklist, line 26).
    attachment.file.save(name, ContentFile(text.encode("utf-8-sig")), save=True)
    return attachment


def _table(rows):
    written = StringIO()
    csv.writer(written).writerows(rows)
    return written.getvalue()


def make_topics():
    """The Topics by key, in their order."""
    topics = {}
    for order, (key, words) in enumerate(labels.TOPICS.items()):
        (name_ar, about_ar), (name_en, about_en) = words["ar"], words["en"]
        topics[key] = _with_slugs(
            Topic(
                name_ar=name_ar,
                name_en=name_en,
                description_ar=about_ar,
                description_en=about_en,
                order=order,
            )
        )
    return topics


def make_organisations():
    """The Organisations by key."""
    return {
        key: Organisation.objects.create(
            kind=kind, name_ar=arabic, name_en=english, is_sample=is_sample, site=labels.SITES.get(key, "")
        )
        for key, (kind, arabic, english, is_sample) in labels.ORGANISATIONS.items()
    }


def make_people(by):
    """The sample Persons by key, each with a roundel in place of a portrait."""
    return {key: _make_person(key, *words, by) for key, words in labels.PEOPLE.items()}


def _make_person(key, arabic, english, by):
    (name_ar, role_ar), (name_en, role_en) = arabic, english
    alt = {
        code: labels.PORTRAIT_ALT[code].format(name=name) for code, name in (("ar", name_ar), ("en", name_en))
    }
    portrait = _save_drawing(drawings.draw_roundel(key), key, by, alt_ar=alt["ar"], alt_en=alt["en"])
    return _with_slugs(
        Person(
            name_ar=name_ar, name_en=name_en, role_line_ar=role_ar, role_line_en=role_en, portrait=portrait,
            biography_ar=labels.BIOGRAPHY["ar"], biography_en=labels.BIOGRAPHY["en"], is_sample=True,
        )
    )  # fmt: skip


def make_rooms():
    """The Rooms of the sample venue by key."""
    (name_ar, city_ar, address_ar), (name_en, city_en, address_en) = labels.VENUE["ar"], labels.VENUE["en"]
    venue = Venue.objects.create(
        name_ar=name_ar, name_en=name_en, city_ar=city_ar, city_en=city_en, country=labels.VENUE["country"],
        address_ar=address_ar, address_en=address_en,
    )  # fmt: skip
    return {
        key: Room.objects.create(venue=venue, name_ar=arabic, name_en=english, order=order)
        for order, (key, (arabic, english)) in enumerate(labels.ROOMS.items())
    }


def _with_slugs(label):
    fill_slugs(label)
    label.save()
    return label
