"""The tools around the program: settings documented, versions pinned, commands listed, imports one way."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def variables_read(source: str) -> set[str]:
    """The names that a settings file asks its environment for: the first argument of every env.something(…)."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "env"
        and call.func.attr != "read_env"
    }


def test_the_example_environment_names_exactly_what_the_settings_read():
    read = variables_read((ROOT / "forum_site" / "settings.py").read_text())
    example = (ROOT / ".env.example").read_text()

    assert set(re.findall(r"^(?:# )?([A-Z][A-Z_]+)=", example, re.MULTILINE)) == read


def test_settings_ask_the_environment_in_one_way_only():
    source = (ROOT / "forum_site" / "settings.py").read_text()

    assert "os.environ" not in source
    assert "getenv" not in source


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_to_one_version(name):
    lines = [
        line for line in (ROOT / name).read_text().splitlines() if line and not line.lstrip().startswith("#")
    ]

    assert lines
    assert [line for line in lines if not re.match(r"^[a-z0-9-]+==[\w.]+( ;.*)?$", line)] == []


def test_what_the_project_asks_for_is_what_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = {
        "requirements.txt": project["dependencies"],
        "requirements-dev.txt": project["dependencies"] + project["optional-dependencies"]["dev"],
    }
    for name, wanted in asked.items():
        pinned = set(re.findall(r"^([a-z0-9-]+)==", (ROOT / name).read_text(), re.MULTILINE))
        assert {re.match(r"[a-z0-9-]+", line)[0] for line in wanted} - pinned == set(), name


def test_make_help_lists_every_command():
    makefile = (ROOT / "Makefile").read_text()
    commands = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    said = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    assert set(re.findall(r"^make ([a-z-]+) +\S", said, re.MULTILINE)) == commands
    assert set(re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[1].split()) == commands


def test_imports_point_one_way():
    checker = Path(sys.executable).parent / "lint-imports"
    checked = subprocess.run([checker, "--no-logo"], cwd=ROOT, capture_output=True, text=True)

    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_every_app_has_its_place_in_the_arrow():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    apps = {path.parent.name for path in ROOT.glob("*/__init__.py")} - {"tests"}

    assert set(contracts["root_packages"]) == apps
    assert {*contracts["contracts"][0]["layers"], "search"} == apps


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({}, "SECRET_KEY, ALLOWED_HOSTS, DATABASE_URL, SITE_ADDRESS"),
        ({"SECRET_KEY": "x", "DATABASE_URL": "sqlite:///x.sqlite3"}, "ALLOWED_HOSTS, SITE_ADDRESS"),
    ],
)
def test_production_refuses_to_start_and_names_what_is_missing(given, named, tmp_path):
    missing = dict.fromkeys(("SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "SITE_ADDRESS"), "")
    missing["MULTAQA_MODE"] = "production"
    environment = {**os.environ, **missing, "VAR_DIR": str(tmp_path), **given}
    environment["DJANGO_SETTINGS_MODULE"] = "forum_site.settings"
    started = subprocess.run(
        [sys.executable, "manage.py", "check"], cwd=ROOT, env=environment, capture_output=True, text=True
    )

    assert started.returncode != 0
    assert f"does not start in production without {named} in the environment" in started.stderr
