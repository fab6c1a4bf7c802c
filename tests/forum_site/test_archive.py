"""The archive: everything public as files that lead to each other, nothing else, and the same every time."""

import json
import logging

import pytest
from django.core.management import CommandError
from django.test import Client

from events.models import Participation
from forum_site.archive import crawling, making, names, papers
from publishing import bin, sharing
from publishing.languages import LANGUAGES
from publishing.models import PublicText
from resolutions.models import Academy, Committee, SponsorshipProject
from tests.factories import (
    chief,
    go_live,
    make_article,
    make_attachment,
    make_decision,
    make_event,
    make_image,
    make_page,
    make_person,
    make_recommendation,
    make_session,
    make_topic,
    write,
)
from tests.forum_site.archives import DAY, broken_links, documents, export, files, real_sums, sums
from tests.pages.hidden import SECRET, make_hidden
from tests.pages.test_leaks import routes

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

LONG = "-".join(["الأقصى"] * 8)
DEAD = (
    '<p>نص <a href="/ar/news/no-such-text/">رابط إلى لا شيء</a> و<a href="/ar/search/?q=القدس">ابحث</a>.</p>'
)


@pytest.fixture
def site(settings):
    """Every kind of document, public, with what an archive could get wrong; and what must not get into it."""
    topic, person = make_topic(name_ar="موضوع", name_en="Topic"), make_person()
    event = make_event(ar="ملتقى علني", en="A public forum", is_current=True, topics=[topic], live=True)
    session = make_session(event, live=True, people=[person])
    session.materials.add(make_attachment())
    decision = make_decision(event, ar="قرار علني", en="A public decision", session=session, live=True)
    for model in (Committee, SponsorshipProject, Academy):
        model.objects.create(decision=decision, name_ar="اسم", name_en="Name")
    make_recommendation(event, live=True)
    make_page(ar="عن الملتقى", en="About", live=True)
    article = make_article(
        ar={"title": "خبر بعنوان طويل", "slug": LONG, "body": DEAD},
        en={
            "title": "The first name",
            "slug": "first-name",
            "body": f'<p><a href="http://testserver/en/decisions/{slug_of(decision, "en")}/#followup">See</a> '
            '<a href="https://example.org/page?a=1&amp;b=2">elsewhere</a></p>',
        },
        event=event, topics=[topic], picture=make_image(), resolutions=[decision], live=True,
    )  # fmt: skip
    write(article, "en", title="The second name", slug="second-name", body="<p>New</p>", summary="S")
    go_live(article, "en")
    make_article(ar="بالعربية وحدها", en=None, topics=[topic], live=True)
    for _number in range(12):
        make_article(event=event, live=True)
    hide(event, topic, person)
    return {"event": event, "decision": decision, "article": article}


def hide(event, topic, person):
    """Texts in every state that readers may not read, a binned one, and one that a link shows to one person."""
    make_hidden(make_article, event=event, topics=[topic])
    make_article(**SECRET, event=event, picture=make_image(colour="#123456"))
    make_hidden(make_decision, event=event, topics=[topic])
    session = make_session(event, ar=SECRET["ar"], en=SECRET["en"])
    Participation.objects.create(session=session, person=person)
    bin.move_to_bin(make_article(**SECRET), chief())
    link, token = sharing.share(make_article(**SECRET), "ar", chief(), "Dr Nabil", 7)
    assert Client().get(f"/shared/{token}/").status_code == 200


def slug_of(document, language):
    return PublicText.objects.get(document_id=document.pk, language_code=language).slug


@pytest.fixture
def archive(site, tmp_path):
    folder = tmp_path / "archive"
    site["said"] = export(folder, "--without-pdf")
    return folder


@pytest.fixture(autouse=True)
def drawn_quickly(monkeypatch):
    """What cards look like is told elsewhere."""
    monkeypatch.setattr("forum_site.cards.drawing.draw", lambda words: b"a card")


def test_the_archive_is_whole_and_holds_nothing_else(site, archive):
    found = files(archive)
    assert broken_links(found) == []
    assert sums(archive) == real_sums(found)
    # Everything that the sitemap names, both languages, and its own pages.
    expected = {"index.html", "sitemap.xml", "robots.txt"}
    for text in PublicText.objects.all():
        expected |= {
            names.file_name(text.address_in(text.language_code)),
            f"d/{text.document_id}/index.html",
        }
    for language in LANGUAGES:
        expected |= {f"{language}/{name}" for name in EACH_LANGUAGE}
    assert expected - set(found) == set()
    # A new route of the site needs a page in the archive, or a reason in LEFT_OUT.
    ends = [name.removesuffix("index.html").removesuffix("index.xml") for name in found]
    without = crawling.LEFT_OUT | papers.ROUTES
    assert set(routes()) - without - {crawling.route_of(f"/{end}") for end in ends} == set()
    assert_nothing_hidden(found)
    assert_pages_say_what_they_are(documents(found))
    assert_led_on(site, found)
    about = json.loads(found["manifest.json"])
    assert (about["archived_on"], about["pages"]) == (DAY, len(documents(found)))
    assert about["files"] == len(found) - 2 and set(about["versions"]) == {"multaqa", "django"}


EACH_LANGUAGE = (
    "index.html",
    "news/index.html",
    "news/index_page-2.html",
    "news/feed/index.xml",
    "decisions/index.html",
    "decisions/feed/index.xml",
    "decisions.json",
    "decisions.csv",
    "recommendations.json",
    "recommendations.csv",
    "events/index.html",
)


def assert_nothing_hidden(found):
    """No word of what is not public, no picture of it, no door to the desk, no search."""
    for name, content in found.items():
        text = content.decode(errors="ignore")
        assert not [
            secret for secret in SECRET.values() if secret in text or secret.replace(" ", "-") in name
        ]
        assert "Dr Nabil" not in text
    assert not [name for name in found if name.split("/")[0] in ("admin", "accounts", "shared", "healthz")]
    pictures = {name for name in found if name.startswith("media/pictures/")}
    assert len(pictures) == 1
    for name, page in documents(found).items():
        assert page.all("form") == [], name
        doors = [link for link in page.links() if {"search", "admin", "accounts"} & set(link.split("/"))]
        assert doors == [], name


def assert_pages_say_what_they_are(pages):
    notes = {
        "en": "Archived on 31 December 2026 . Search is not part of the archive.",
        "ar": "حُفظ هذا الأرشيف في 31 ديسمبر 2026 ، وهو لا يشمل البحث.",
    }
    for page in pages.values():
        language = page.all("html")[0]["lang"]
        assert page.words.count(notes[language]) == 1, page.name
    front = pages["index.html"]
    assert all(note in front.words for note in notes.values())
    ways = {(link["hreflang"], link["href"]) for link in front.all("a")}
    assert ways == {("ar", "ar/index.html"), ("en", "en/index.html")}


def assert_led_on(site, found):
    """Old and short addresses lead to where the page is; what leads nowhere has lost its link and kept its words."""
    pages, article = documents(found), site["article"]
    old = pages["en/news/first-name/index.html"]
    assert [link["href"] for link in old.all("a")] == ["../second-name/index.html"]
    assert "0; url=../second-name/index.html" in [meta.get("content") for meta in old.all("meta")]
    short = {link["hreflang"]: link["href"] for link in pages[f"d/{article.pk}/index.html"].all("a")}
    arabic = pages[names.file_name(f"/ar/news/{slug_of(article, 'ar')}/")]
    assert short["en"] == "../../en/news/second-name/index.html" and set(short) == {"ar", "en"}
    assert "نص رابط إلى لا شيء وابحث." in arabic.words
    # The switch of a page that is there in one language leads to the page that says so.
    alone = PublicText.objects.get(title="بالعربية وحدها")
    assert "بالعربية وحدها" in pages[names.file_name(alone.address_in("en"))].words
    said, complained = site["said"]
    assert f"{len(pages)} pages in " in said
    assert [line.strip().split(" ")[0] for line in complained.splitlines()[1:]] == ["/ar/news/no-such-text/"]


def test_the_same_site_gives_the_same_files(tmp_path):
    make_article(ar="خبر", en="News", live=True, picture=make_image())
    archive = tmp_path / "archive"
    export(archive, "--without-pdf")
    first = sums(archive)
    export(archive, "--replace", "--without-pdf")
    assert sums(archive) == first
    export(archive, "--replace", "--without-pdf", day="2027-01-01")
    differs = {name for name, number in sums(archive).items() if first[name] != number}
    assert differs == {name for name in first if name.endswith(".html")} | {"manifest.json"}


def test_a_pdf_is_made_here_and_one_that_cannot_be_made_is_named(tmp_path, monkeypatch):
    article = make_article(ar="خبر", en=None, live=True)
    event = make_event(ar="بلا ورق", en=None, live=True)

    def made(html, root):
        if "بلا ورق" in html:
            raise RuntimeError("no such font")
        return b"%PDF-1.7 made %%EOF"

    monkeypatch.setattr("forum_site.paper.is_offered", lambda: True)
    monkeypatch.setattr("forum_site.paper.engine.made", made)
    _said, complained = export(tmp_path / "archive")
    found = files(tmp_path / "archive")
    assert broken_links(found) == []
    assert {name: found[name] for name in found if name.endswith(".pdf")} == {
        f"d/{article.pk}/ar.pdf": b"%PDF-1.7 made %%EOF"
    }
    assert f"/d/{event.pk}/ar.pdf (PDF)" in complained and "could not be made" in complained
    pages = documents(found)
    links = {name: [link for link in page.links() if link.endswith(".pdf")] for name, page in pages.items()}
    slug = slug_of(article, "ar")
    assert {name for name in links if links[name]} == {
        names.file_name(f"/{language}/news/{slug}/") for language in LANGUAGES
    }
    assert found[names.file_name(f"/ar/events/{slug_of(event, 'ar')}/")].count(b'class="paper"') == 0


def test_nothing_is_overwritten_and_nothing_is_left_half_done(tmp_path, monkeypatch):
    make_article(ar="خبر", en="News", live=True)
    other = tmp_path / "other"
    other.mkdir()
    (other / "letters.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    for folder, options, reason in (
        (tmp_path / "file", ["--replace"], "is a file"),
        (other, {}, "say --replace"),
        (other, ["--replace"], "holds something else"),
    ):
        with pytest.raises(CommandError, match=reason):
            export(folder, *options)
    archive = tmp_path / "archive"
    archive.mkdir()
    export(archive, "--without-pdf")
    whole = files(archive)
    (archive / "ar" / "notes.txt").write_text("mine")
    with pytest.raises(CommandError, match="ar/notes.txt"):
        export(archive, "--replace", "--without-pdf")
    (archive / "ar" / "notes.txt").unlink()

    # A page that fails, and a run that is interrupted: the archive of before is still there, whole.
    monkeypatch.setattr(making._Archive, "rewrite", interrupted)
    with pytest.raises(KeyboardInterrupt):
        export(archive, "--replace", "--without-pdf")
    monkeypatch.setattr("articles.views.languages_and_changes", interrupted_by_a_fault)
    logging.disable(logging.CRITICAL)
    with pytest.raises(CommandError, match="nothing was written") as refused:
        export(archive, "--replace", "--without-pdf")
    logging.disable(logging.NOTSET)
    assert refused.value.returncode == 1
    assert files(archive) == whole
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def interrupted(*_of):
    raise KeyboardInterrupt


def interrupted_by_a_fault(*_of):
    raise RuntimeError("a fault of the page")
