"""The page of the open data: every file, key and code is on it, in both languages, and is what the data has."""

import re

import pytest
from django.utils.translation import override
from jsonschema import Draft202012Validator

from publishing.models import SiteSettings
from resolutions import data_dictionary, entry_table, open_data
from resolutions.data_dictionary import ENTRY, FILTERS, PARTS, RESOLUTION, TYPES
from resolutions.data_page import CODES
from resolutions.list_filter import ListFilter
from resolutions.models import Course, Milestone, Relation, Status
from tests.pages.reading import get
from tests.pages.schemas import NAMES, properties, schema

pytestmark = pytest.mark.django_db

#: Where a part of the dictionary stands in the schemas.
IN_SCHEMA = {part.name: "everything" for part in PARTS} | dict.fromkeys(
    ("file", "licence", "resolution", "relation"), "resolutions"
)
del IN_SCHEMA["entry"]
ENDINGS = {"kind", "status", "nature"}


def kind_of(found):
    """A property of a schema in; its (type of the dictionary, whether it may be null) out."""
    if "anyOf" in found:
        (one,) = [choice for choice in found["anyOf"] if choice != {"type": "null"}]
        return kind_of(one)[0], True
    if found.get("type") == "array":
        return "list", False
    if "enum" in found:
        return "code", False
    name = found.get("$ref", "").rpartition("/")[2]
    if name in ENDINGS:
        return "code", False
    if "pattern" in found or name == "language":
        return "text", False
    return (name if name in TYPES else "object"), False


@pytest.mark.parametrize("part", IN_SCHEMA)
def test_the_dictionary_is_what_the_schema_says(part):
    keys = next(each for each in PARTS if each.name == part).keys
    found = properties(IN_SCHEMA[part], part)
    assert {key.name: (key.type, key.is_optional) for key in keys} == {
        name: kind_of(one) for name, one in found.items()
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_is_one_and_lets_nothing_else_in(name):
    found = schema(name)
    Draft202012Validator.check_schema(found)
    open_objects = [
        part for part, one in found["$defs"].items() if "properties" in one and not is_closed(one)
    ]
    # The rows are closed where they are used, so that the complete download can add to them.
    assert open_objects == (["resolution"] if name == "resolutions" else [])
    assert found["additionalProperties"] is False
    parts = {part for part in IN_SCHEMA if IN_SCHEMA[part] == name} - {"file"}
    simple = {
        "number",
        "text",
        "yes_no",
        "date",
        "moment",
        "address",
        "decimal",
        "language",
        "words",
        "lists",
        "addresses",
    }
    assert set(found["$defs"]) - simple - ENDINGS - {"moments"} == parts


def is_closed(found):
    return found.get("additionalProperties", found.get("unevaluatedProperties")) is False


def test_the_dictionary_has_every_column_of_the_tables():
    columns = {key.name: key.columns for part in (RESOLUTION, ENTRY) for key in part.keys}
    lists = [column for key in RESOLUTION.keys for column in key.columns]
    assert set(open_data.HEAD) == set(lists)
    assert len(open_data.HEAD) == len(set(open_data.HEAD))
    own = [*entry_table.FACTS, *entry_table.WORDS]
    entry = [column for key in ENTRY.keys for column in key.columns]
    assert list(entry_table.HEAD) == [column for name in own for column in columns[name]] + entry


def test_the_codes_are_those_of_the_program():
    found = schema("resolutions")["$defs"]
    assert {name: found[name]["enum"] for name in ENDINGS} == {
        name: [code for code, _words in CODES[name]] for name in ENDINGS
    }
    assert set(found["status"]["enum"]) == set(Status.values)
    assert set(found["nature"]["enum"]) == set(Relation.Nature.values)
    assert set(properties("everything", "milestone")["kind"]["enum"]) == set(Milestone.MilestoneKind.values)
    assert set(properties("everything", "course")["level"]["enum"]) == set(Course.Level.values)
    assert {key.name for key in FILTERS} == set(ListFilter.NAMES)


def test_the_page_lists_every_key_with_its_meaning(in_english):
    page = get("/en/open-data/")
    rows = dict(re.findall(r'<code dir="ltr">([a-z_]+)</code></th>\s*<td>(.*?)</td>', page.html, re.DOTALL))
    keys = [key for part in PARTS for key in part.keys]
    assert {key.name for key in [*keys, *FILTERS]} <= set(rows)
    assert [str(key.meaning) for key in [*keys, *FILTERS] if str(key.meaning) not in page.main] == []
    assert {str(part.title) for part in PARTS} <= set(page.words_of("h3"))
    assert "may be empty" in rows["due_on"]


def test_the_page_lists_every_code_in_both_languages():
    page = get("/ar/open-data/")
    for choices in CODES.values():
        for code, words in choices:
            for language in ("ar", "en"):
                with override(language):
                    assert str(words) in page.main, (code, language)
            assert f'<code dir="ltr">{code}</code>' in page.html


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_file_of_the_page_answers(client, language):
    page = get(f"/{language}/open-data/")
    files = [path for path in page.links if path.endswith((".json", ".csv", "/feed/"))]
    everything = {"follow-up/everything.json", "follow-up/everything.csv"}
    lists = {
        f"{name}.{end}" for name in ("follow-up", "decisions", "recommendations") for end in ("json", "csv")
    }
    feeds = {f"{name}/feed/" for name in ("follow-up", "decisions", "recommendations", "news")}
    expected = {f"/{language}/{name}" for name in everything | lists | feeds}
    expected |= {f"/open-data/{name}.schema.json" for name in NAMES}
    assert set(files) == expected
    assert {path: client.get(path).status_code for path in files} == dict.fromkeys(files, 200)


@pytest.mark.parametrize(
    ("chosen", "name", "asks"),
    [("CC-BY-4.0", "CC BY 4.0", True), ("CC-BY-SA-4.0", "CC BY-SA 4.0", True), ("CC0-1.0", "CC0 1.0", False)],
)
def test_the_licence_of_the_settings_is_named_and_linked(in_english, chosen, name, asks):
    SiteSettings.objects.create(data_licence=chosen, name_en="Our forum")
    page = get("/en/open-data/")
    ((attrs, words),) = page.all("a", rel="license noopener")
    ((head, _words),) = page.all("link", rel="license")
    assert (words, attrs["href"]) == (name, head["href"])
    assert attrs["href"].startswith("https://creativecommons.org/")
    assert ("It asks for the source to be named: Our forum" in page.main) is asks


def test_readers_are_led_to_the_page():
    for path in ("/en/", "/en/decisions/", "/en/recommendations/", "/en/follow-up/"):
        assert "/en/open-data/" in get(path).links, path
    page = get("/ar/open-data/")
    assert (page.language, page.switch) == (("ar", "rtl"), "/en/open-data/")
    assert page.alternates.keys() == {"ar", "en"}


def test_a_schema_has_no_language_and_is_not_sent_twice(client):
    for name in NAMES:
        path = f"/open-data/{name}.schema.json"
        answer = client.get(path, headers={"accept-language": "ar"})
        assert "Accept-Language" not in answer.get("Vary", "")
        assert client.get(path, headers={"if-none-match": answer["ETag"]}).status_code == 304
        assert (client.post(path).status_code, client.get(f"/ar{path}").status_code) == (405, 404)


def test_the_page_asks_for_nothing_but_the_settings_and_the_menu(client, django_assert_num_queries):
    with django_assert_num_queries(2):
        client.get("/en/open-data/")


def test_each_type_is_used_and_named():
    used = {key.type for part in PARTS for key in part.keys} | {key.type for key in FILTERS}
    assert used == set(TYPES)
    assert set(data_dictionary.BY_LANGUAGE) < used
