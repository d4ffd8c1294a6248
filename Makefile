# make site      builds the database from corpus/notices and serves it on port 8001
# make test      lint, types and the fast tests
# make test-all  the slow tests too: every notice in every form, scans of all, long fuzz runs
# Needs Python 3.11 or later with venv (Debian: apt-get install python3-venv). Everything goes into .venv.

.PHONY: site test test-all build lint format docs clean
.DEFAULT_GOAL := site

# The first of these that runs and is new enough; `make PYTHON=/path/to/python` overrides.
CANDIDATES := python3.11 python3.12 python3.13 python3
PYTHON ?= $(firstword $(foreach name,$(CANDIDATES),$(shell $(name) -c \
	'import sys; print(sys.executable if sys.version_info >= (3, 11) else "")' 2>/dev/null)))
PORT ?= 8001
BIN := .venv/bin

site: build
	$(BIN)/zhengce serve --port $(PORT)

build: .venv/installed
	$(BIN)/zhengce build

lint: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test: lint
	$(BIN)/pytest -n auto -m "not slow"

test-all: lint
	$(BIN)/pytest -n auto

format: .venv/installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

$(BIN)/pip:
	@test -n "$(PYTHON)" || { echo "make: no Python 3.11 or later found: install it, or say make PYTHON=/path/to/python" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo "make: $(PYTHON) cannot make environments: apt-get install python3-venv" >&2; exit 1; }
	"$(PYTHON)" -m venv .venv

.venv/installed: pyproject.toml | $(BIN)/pip
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/installed-dev: pyproject.toml | $(BIN)/pip
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@ .venv/installed

docs: .venv/installed
	$(BIN)/zhengce schema --markdown > docs/database.md

clean:
	rm -rf .venv build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis
