# Multaqa's commands. They need Python 3.11 or newer, make and bash; everything else is put into $(VENV).
SHELL := /bin/bash
VENV ?= .venv
BIN := $(VENV)/bin
# Where the demo is served, and where developers' commands run.
PORT ?= 8000
export PORT
MANAGE := MULTAQA_MODE=development $(BIN)/python manage.py
# Tells what is installed, so that a second call begins at once.
RUNTIME := $(VENV)/.installed
DEVELOPMENT := $(VENV)/.installed-dev

.DEFAULT_GOAL := help
.PHONY: help run test lint format messages screenshots bench audit demo-reset lock setup

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(RUNTIME) ## the demo forum on http://127.0.0.1:8000/ (PORT=, DATABASE_URL=, DEMO_PASSWORD=)
	@tools/serve_demo.sh $(BIN)

test: $(DEVELOPMENT) ## the whole suite on SQLite, then on PostgreSQL if it is installed (ARGS= for pytest, REQUIRE_ALL=1)
	@tools/test.sh $(BIN)/python $(ARGS)

lint: $(DEVELOPMENT) ## what is wrong with the style, and with who imports whom
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports --no-logo

format: $(DEVELOPMENT) ## bring the Python code into its one format
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format .

messages: $(RUNTIME) ## bring locale/ in step with the sources, compile it, and say what is to translate
	@$(MANAGE) messages
	@$(MANAGE) compile_catalogues

screenshots: $(DEVELOPMENT) ## the pictures of the README and the guides (needs Chromium)
	@$(BIN)/python -m tests.screenshots

bench: $(RUNTIME) ## how fast the site is with 100,000 documents, against a bare Django view: docs/performance.md (needs wrk; ARGS=--quick to try it)
	@$(BIN)/python bench/run.py $(ARGS)

audit: $(DEVELOPMENT) ## axe, the Nu HTML checker, weights, layout shift and Lighthouse on every public page (needs Node, Java, Chromium)
	@$(BIN)/python -m tools.audit $(ARGS)

demo-reset: ## throw the demo forum in var/ away; the next make run loads it anew
	@rm -rf var/media var/multaqa.sqlite3 var/multaqa.sqlite3-wal var/multaqa.sqlite3-shm
	@echo "The demo in var/ is gone; make run loads it anew. (A database that DATABASE_URL names is left alone.)"

lock: $(RUNTIME) ## write the exact versions anew from pyproject.toml (ARGS=--upgrade for newer ones)
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet uv==0.13.9
	@$(BIN)/uv pip compile --quiet --universal --no-header --python-version 3.11 $(ARGS) \
		pyproject.toml -o requirements.txt
	@$(BIN)/uv pip compile --quiet --universal --no-header --python-version 3.11 $(ARGS) \
		pyproject.toml --extra dev -c requirements.txt -o requirements-dev.txt

setup: $(DEVELOPMENT) ## the environment alone, with everything a developer needs
	@echo "Ready: $(VENV)"

$(RUNTIME): requirements.txt
	@tools/environment.sh $(VENV) requirements.txt
	@touch $@

$(DEVELOPMENT): requirements-dev.txt $(RUNTIME)
	@tools/environment.sh $(VENV) requirements-dev.txt
	@touch $@
