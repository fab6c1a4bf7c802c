"""The JSON Schemas of the open data, as a program elsewhere would use them."""

import json

from django.test import Client
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

ROOT = "http://testserver"
NAMES = ("resolutions", "everything")


def schema(name):
    """The schema of that name as the site gives it."""
    response = Client().get(f"/open-data/{name}.schema.json")
    assert (response.status_code, response["Content-Type"]) == (200, "application/schema+json")
    return json.loads(response.content)


def complaints(data):
    """What in an answer is not as the schema says that the answer itself names; [] where all is."""
    address = data["schema"]
    known = {f"{ROOT}/open-data/{name}.schema.json": schema(name) for name in NAMES}
    registry = Registry().with_resources((url, Resource.from_contents(found)) for url, found in known.items())
    # By its address, so that what one schema takes from the other is found beside it.
    validator = Draft202012Validator(
        {"$ref": address}, registry=registry, format_checker=FormatChecker(["date"])
    )
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)]


def properties(name, part):
    """The properties of a part of $defs; of the whole answer for "file"."""
    found = schema(name)
    return (found if part == "file" else found["$defs"][part])["properties"]
