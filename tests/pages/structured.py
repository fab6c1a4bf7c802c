"""Reading and checking JSON-LD: against the words of schema.org, and against what Google's documentation asks for."""

import json
import re
from pathlib import Path

_VOCABULARY = json.loads((Path(__file__).parent / "schema_org.json").read_text(encoding="utf-8"))
TYPES, PROPERTIES = _VOCABULARY["types"], _VOCABULARY["properties"]
_SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)

#: What a thing must have to be shown (developers.google.com/search/docs/appearance/structured-data/search-gallery), and what
#: every page of this site can say of it.
REQUIRED = {
    "Event": {"name", "startDate", "location"},
    "NewsArticle": {"headline", "image", "datePublished", "dateModified", "author", "publisher", "mainEntityOfPage"},
    "Article": {"headline", "image", "datePublished", "dateModified", "author", "publisher", "mainEntityOfPage"},
    "CreativeWork": {"name", "url"},
    "BreadcrumbList": {"itemListElement"},
    "Dataset": {"name", "description", "license", "creator", "distribution"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "ListItem": {"position", "name", "item"},
    "Organization": {"name"},
    "Person": {"name", "url"},
    "Place": {"name"},
    "PostalAddress": {"addressCountry"},
    "ProfilePage": {"mainEntity"},
    "WebSite": {"name", "url"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
    "ImageObject": {"url", "width", "height"},
}  # fmt: skip
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?")
_TEXTS = {"Text", "PronounceableText", "CssSelectorType", "XPathType"}


def nodes_of(html):
    """The things that a page tells of, each of its scripts opened."""
    found = []
    for script in _SCRIPT.findall(html):
        said = json.loads(script)
        assert said.pop("@context") == "https://schema.org"
        found += said.get("@graph", [said])
    return found


def complaints_about(node, way=""):
    """What is wrong with a thing and with all in it; [] where nothing is."""
    kind = node.get("@type")
    here = f"{way}/{kind}"
    if kind not in TYPES:
        return [f"{here}: no such type"]
    found = [f"{here}: without {name}" for name in sorted(REQUIRED.get(kind, set()) - set(node))]
    for name, value in node.items():
        if name.startswith("@") or name == "query-input":
            continue
        domains, ranges = PROPERTIES.get(name, ([], []))
        if not _ancestry(kind) & set(domains):
            found.append(f"{here}: no property {name}")
            continue
        for one in value if isinstance(value, list) else [value]:
            found += _about_value(one, ranges, f"{here}.{name}")
    return found


def _about_value(value, ranges, here):
    if isinstance(value, dict):
        fits = _ancestry(value.get("@type")) & set(ranges)
        return ([] if fits else [f"{here}: {value.get('@type')}"]) + complaints_about(value, here)
    if isinstance(value, bool):
        return [] if "Boolean" in ranges else [f"{here}: {value}"]
    if isinstance(value, int):
        # Pictures are measured in pixels, as everybody writes it.
        return [] if {"Integer", "Number", "QuantitativeValue"} & set(ranges) else [f"{here}: {value}"]
    return [] if _fits_text(value, set(ranges)) else [f"{here}: {value}"]


def _fits_text(value, ranges):
    if not isinstance(value, str) or not value.strip():
        return False
    if {"Date", "DateTime"} & ranges:
        return bool(_MOMENT.fullmatch(value))
    is_address = value.startswith(("http://", "https://"))
    # A thing may be named by its address; a type of values (EventStatusType) always is.
    return bool(_TEXTS & ranges) or is_address or "Language" in ranges


def _ancestry(kind):
    known = {kind}
    for parent in TYPES.get(kind, ()):
        known |= _ancestry(parent)
    return known
