# One command each: `make run` shows the portal, `make test` checks it. Every path is relative,
# so the folder may have any name. Options for the command behind a target: make run ARGS="--port 8001"
PYTHON ?= python3
# Starting again is fast because the compiled modules are kept.
unexport PYTHONDONTWRITEBYTECODE
ARGS ?=

BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
READY := .venv/.ready
HTMX := static/vendor/htmx.min.js
# Installs Debian packages where that is possible without asking, and fails anywhere else.
APT := [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq && \
	DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends
LOCK := .venv/uv/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate $(ARGS)

.PHONY: run setup test proofs bench screenshots lock clean browser
.DELETE_ON_ERROR:

run: setup
	@$(BIN)/portal run --demo $(ARGS)

setup: $(READY) $(HTMX)

test: setup browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/lint-imports
	$(BIN)/djlint --quiet --lint templates
	$(BIN)/pytest -n 2 --dist worksteal $(ARGS)

# All tests, those too that take longer than `make test` may.
proofs: setup browser
	$(BIN)/pytest -n 2 --dist worksteal -m "" $(ARGS)

bench: setup
	@$(BIN)/python -m benchmarks $(ARGS)

# The two pictures of the README, from a fresh demo.
screenshots: setup browser
	@$(BIN)/python -m docs.screenshots

$(READY): requirements-dev.lock pyproject.toml
	@command -v "$(PYTHON)" >/dev/null || { \
	  echo "$(PYTHON) is not here: install Python 3.11 or newer (Debian: apt-get install python3 python3-venv)" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "The portal needs Python 3.11 or newer, and $(PYTHON) is $$("$(PYTHON)" -V). Another: make PYTHON=python3.12 setup" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { $(APT) python3-venv; } || { \
	  echo "$(PYTHON) cannot make virtual environments. On Debian: apt-get install python3-venv" >&2; exit 1; }
	@echo "Installing the locked packages into .venv (half a minute where they are at hand)"
	@$(PYTHON) -m venv .venv
	@$(PIP) --no-compile --require-hashes -r requirements-dev.lock
	@$(PIP) --no-compile --no-deps --no-build-isolation --editable .
	@touch $@

# The tests look for the same three names, and skip or fail by PORTAL_REQUIRE_ALL.
browser:
	@{ command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null || \
	  { $(APT) chromium; } || \
	  echo "No Chromium: the browser tests will not run. On Debian: apt-get install chromium" >&2

$(HTMX): assets.lock | $(READY)
	@rm -rf .venv/assets
	@$(PIP) --no-deps --require-hashes --target .venv/assets -r assets.lock
	@mkdir -p $(@D)
	@cp .venv/assets/django_htmx/static/django_htmx/htmx-2.min.js $@

# Newer versions: make lock ARGS=--upgrade
lock: $(READY)
	@$(PIP) --upgrade --target .venv/uv uv
	$(LOCK) --extra postgres --output-file requirements.lock pyproject.toml
	$(LOCK) --extra dev --output-file requirements-dev.lock pyproject.toml
	echo "django-htmx==1.29.0" | $(LOCK) --no-deps --output-file assets.lock -

# The data in var/ stays.
clean:
	rm -rf .venv static/vendor build .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	rm -f portal/translations/*/LC_MESSAGES/*.mo
