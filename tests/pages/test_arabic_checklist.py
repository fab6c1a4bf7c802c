"""Lines of the Arabic checklist that no other test shows; docs/arabic.md says which test shows which line."""

import re
from pathlib import Path

import polib
import pytest
from django.apps import apps
from django.utils.translation import ngettext, override

from publishing.models import PublicText
from resolutions.models import Academy, Committee, SponsorshipProject
from resolutions.set_ups import SET_UPS
from tests import factories
from tests.pages.reading import get

ROOT = Path(__file__).resolve().parent.parent.parent
DIRECTIONS = {"ar": "rtl", "en": "ltr"}


def address_of(document, language):
    return PublicText.objects.get(document_id=document.pk, language_code=language).address_in(language)


# ---- The documents


def test_every_test_that_the_table_names_is_there():
    table = (ROOT / "docs" / "arabic.md").read_text()
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", table)
    missing = [
        f"{file}::{test}"
        for file, test in named
        if not (ROOT / file).exists() or f"def {test}(" not in (ROOT / file).read_text()
    ]
    assert missing == []
    assert re.findall(r"^\| (\d+) ", table, re.MULTILINE) == [str(line) for line in range(1, 21)]


# ---- Lines 1 and 2: the language and the direction of a page and of its parts


@pytest.fixture
def forum():
    """One of each kind in both languages, and one of each that the other language lacks. Returns the paths to look at."""
    person = factories.make_person()
    topic = factories.make_topic()
    event = factories.make_event(live=True, venue=factories.make_venue(), is_current=True, topics=[topic])
    factories.make_session(event, live=True, people=[person])
    factories.make_session(event, ar="جلسة بلا ترجمة", en=False, live=True, people=[person])
    factories.make_session(event, ar=False, en="A session without Arabic", live=True, people=[person])
    decision = factories.make_decision(event, live=True, topics=[topic])
    for model in (Committee, SponsorshipProject, Academy):
        model.objects.create(decision=decision, name_ar="اسم (نموذجي)", name_en="Name 1")
    factories.make_decision(event, ar=False, en="A decision without Arabic", live=True)
    factories.make_recommendation(event, ar="توصية بلا ترجمة", en=False, live=True)
    factories.make_page(live=True)
    factories.make_article(live=True, resolutions=[decision], topics=[topic])
    factories.make_article(ar="خبر بلا ترجمة", en=False, live=True, topics=[topic])
    factories.make_article(ar=False, en="News without Arabic", live=True, topics=[topic])
    paths = [f"/{language}/{path}" for language in DIRECTIONS for path in LISTS]
    for document in {text.document_id for text in PublicText.objects.all()}:
        texts = {text.language_code: text for text in PublicText.objects.filter(document_id=document)}
        # Where there is no translation, the page that says so.
        paths += [texts.get(code, next(iter(texts.values()))).address_in(code) for code in DIRECTIONS]
        if document == event.pk:
            paths += [f"{text.address_in(code)}programme/" for code, text in texts.items()]
        if document == decision.pk:
            paths += [f"{text.address_in(code)}{part}/" for code, text in texts.items() for part in SET_UPS]
    for language in DIRECTIONS:
        with override(language):
            paths += [person.get_absolute_url(), topic.get_absolute_url()]
    return sorted(set(paths))


LISTS = (
    "",
    "news/",
    "events/",
    "decisions/",
    "recommendations/",
    "follow-up/",
    "search/?q=news",
    "search/?q=خبر",
)


@pytest.mark.django_db
def test_dir_stands_only_on_the_page_on_another_language_and_on_isolated_runs(forum):
    assert len(forum) > 30
    foreign = set()
    for path in forum:
        page = get(path)
        language = path.split("/")[1]
        assert page.language == (language, DIRECTIONS[language])
        for tag, attributes, _words in page.elements:
            if tag == "html" or "dir" not in attributes:
                continue
            own = attributes.get("lang")
            if own:
                assert attributes["dir"] == DIRECTIONS[own], (path, tag, attributes)
                foreign.add((language, own))
            else:
                # A run of any direction or a code; what readers type is set by its own letters.
                allowed = {"bdi": "ltr", "bdo": "ltr", "input": "auto", "textarea": "auto"}
                assert allowed.get(tag) == attributes["dir"], (path, tag, attributes)
        for tag, attributes, _words in page.elements:
            if tag != "html" and attributes.get("lang", language) != language:
                assert attributes.get("dir") == DIRECTIONS[attributes["lang"]], (path, tag, attributes)
    assert {("ar", "en"), ("en", "ar")} <= foreign


# ---- Line 5: one style sheet for both directions


def test_no_style_sheet_knows_left_and_right():
    physical = re.compile(
        r"(?<![\w-])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)(?:-\w+)?"
        r"|(?:left|right)\s*:|border-(?:top|bottom)-(?:left|right)-radius|(?:text-align|float|clear)\s*:\s*(?:left|right))"
    )
    sheets = list((ROOT / "static" / "css").rglob("*.css"))
    assert len(sheets) > 20
    found = {
        f"{sheet.relative_to(ROOT)}: {match[0]}"
        for sheet in sheets
        for match in physical.finditer(re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL))
    }
    assert found == set()


# ---- Line 10: one setting of the digits


@pytest.mark.django_db
def test_the_digits_of_the_site_are_those_of_every_arabic_page(settings):
    """Dates, times, counts and the numbers of pages; references, addresses and English pages keep theirs."""
    settings.MULTAQA_DIGITS = "arab"
    session = factories.make_session(live=True)
    decision = factories.make_decision(session.event, live=True)
    arabic = get(address_of(session, "ar"))
    assert {"٢١ ديسمبر ٢٠٢٤", "١٠:٠٠", "١١:٠٠"} <= set(arabic.words_of("time"))
    assert [words for words in arabic.words_of("time") if re.search("[0-9]", words)] == []
    english = get(address_of(session, "en"))
    assert {"21 December 2024", "10:00", "11:00"} <= set(english.words_of("time"))
    page = get(address_of(decision, "ar"))
    assert decision.reference in page.words_of("bdi", dir="ltr")
    assert re.search("[0-9]", decision.reference)
    # The search takes either.
    for asked in ("2024", "٢٠٢٤"):
        factories.make_article(ar=f"خبر من سنة {asked}", en=False, live=True)
    found = [get(f"/ar/search/?q={asked}").words_of("h2", klass="row__title") for asked in ("2024", "٢٠٢٤")]
    assert found[0] == found[1] and len(found[0]) == 2


# ---- Lines 11 to 13: dates and numbers in words


def test_nothing_counts_time_in_words_of_django():
    """timesince and its kin say "2 شهرين"; where a page says how long ago, it says the day."""
    templates = [*ROOT.glob("templates/**/*.html"), *ROOT.glob("*/templates/**/*.html")]
    assert len(templates) > 100
    django = re.compile(r"\|\s*(?:timesince|timeuntil|naturaltime)\b")
    assert [str(path) for path in templates if django.search(path.read_text())] == []


def test_no_hijri_date_is_stored():
    columns = [field.name for model in apps.get_models() for field in model._meta.get_fields()]
    assert len(columns) > 200
    assert [name for name in columns if "hijri" in name] == []


#: Of the six forms the one for each number: none, one, two, 3 to 10, 11 to 99, and the hundreds.
FORMS = {0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 11: 4, 99: 4, 100: 5, 101: 5, 102: 5, 103: 3}


def counted_messages():
    catalogue = polib.pofile(str(ROOT / "locale" / "ar" / "LC_MESSAGES" / "django.po"))
    return [entry for entry in catalogue if entry.msgid_plural and not entry.obsolete]


def test_every_number_before_a_noun_takes_its_form():
    messages = counted_messages()
    assert len(messages) > 20
    with override("ar"):
        for entry in messages:
            # That none is missing is shown by tests/forum_site/test_catalogues.py.
            if entry.msgctxt or not entry.translated():
                continue
            for number, form in FORMS.items():
                said = ngettext(entry.msgid, entry.msgid_plural, number)
                assert said == entry.msgstr_plural[form], (entry.msgid, number)


def test_the_forms_of_a_counted_noun_are_those_of_arabic():
    """3 to 10 take a plural, 11 to 99 a singular, and two a dual that needs no figure."""
    found = next(entry for entry in counted_messages() if entry.msgid.startswith("%(shown)s text found for"))
    words = {number: found.msgstr_plural[form] for number, form in FORMS.items()}
    assert words[3] == words[10] == words[103] != words[11] == words[99]
    assert "%(shown)s" not in words[2] and "%(shown)s" in words[3]
    assert len({words[number] for number in (0, 1, 2, 3, 11)}) == 5
