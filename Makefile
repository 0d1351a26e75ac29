# Needs python3 (3.11 or newer), pip, git and make. Everything made stays in this folder: .uv, .venv, build.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test atlas lock clean

PYTHON ?= python3
UV := .uv/bin/uv
BIN := .venv/bin
DEMO ?=
PYTEST ?=

# The system's Python may be externally managed, and may keep pip to virtual environments or to the user's home.
PIP := PIP_BREAK_SYSTEM_PACKAGES=1 PIP_REQUIRE_VIRTUALENV=0 PIP_USER=0 PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore

# uv goes where pip goes: the same index, the same proxy's certificate, and the certificates that the system trusts if it has any.
UV_AS_PIP = index="$${UV_DEFAULT_INDEX:-$${PIP_INDEX_URL:-$$($(PYTHON) -m pip config get global.index-url 2>/dev/null || true)}}"; \
	if [ -n "$$index" ]; then export UV_DEFAULT_INDEX="$$index"; fi; \
	if [ -n "$$PIP_CERT" ] && [ -z "$$SSL_CERT_FILE" ]; then export SSL_CERT_FILE="$$PIP_CERT"; fi; \
	$(if $(wildcard /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/cert.pem),export UV_SYSTEM_CERTS=1;) \
	$(UV) --quiet

export UV_PYTHON_DOWNLOADS := never
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME

help:
	@echo 'make demo    set everything up, play the published year, and serve it   (DEMO=--once ends after printing)'
	@echo 'make test    set everything up and run every check                      (PYTEST="-k words" to choose)'
	@echo 'make atlas   draw docs/atlas again from the tables'
	@echo 'make lock    pin the dependencies again, with hashes                    (LOCK=--upgrade for newer ones)'
	@echo 'make clean   remove everything that was made here'

demo: .venv/.run
	$(BIN)/saf demo $(DEMO)

test: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict domain workflows adapters
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest $(PYTEST)

atlas: .venv/.run
	$(BIN)/saf atlas

lock: .uv/.ready
	@$(UV_AS_PIP) pip compile pyproject.toml $(LOCK) --universal --generate-hashes --no-emit-index-url --no-annotate -o requirements/run.txt
	@$(UV_AS_PIP) pip compile pyproject.toml $(LOCK) --group dev -c requirements/run.txt --universal --generate-hashes --no-emit-index-url --no-annotate -o requirements/dev.txt
	@$(UV_AS_PIP) pip compile requirements/uv.in $(LOCK) --universal --generate-hashes --no-emit-index-url --no-annotate -o requirements/uv.txt

clean:
	rm -rf .uv .venv build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find domain workflows adapters tests -name __pycache__ -type d -exec rm -rf {} +

# uv comes from pip, pinned by hash, into a folder of its own: nothing outside this folder is touched.
.uv/.ready: requirements/uv.txt
	rm -rf .uv
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Python 3.11 or newer is needed: make PYTHON=python3.12'; exit 1; }
	@if $(PYTHON) -m pip --version >/dev/null 2>&1; then pip="$(PYTHON) -m pip"; else pip=pip3; fi; \
	 echo "$$pip install --target .uv -r requirements/uv.txt"; \
	 $(PIP) $$pip install --quiet --target .uv --no-deps --only-binary :all: --require-hashes -r requirements/uv.txt
	touch $@

.venv/.made: | .uv/.ready
	$(UV) venv --quiet --clear --python "$$($(PYTHON) -c 'import sys; print(sys.executable)')" .venv
	touch $@

.venv/.run: .venv/.made requirements/run.txt pyproject.toml
	@echo 'uv pip install -r requirements/run.txt'
	@$(UV_AS_PIP) pip install --python $(BIN)/python --require-hashes -r requirements/run.txt
	$(UV) pip install --python $(BIN)/python --quiet --offline --no-deps -e .
	touch $@

.venv/.dev: .venv/.made requirements/dev.txt pyproject.toml
	@echo 'uv pip sync requirements/dev.txt'
	@$(UV_AS_PIP) pip sync --python $(BIN)/python --require-hashes requirements/dev.txt
	$(UV) pip install --python $(BIN)/python --quiet --offline --no-deps -e .
	touch .venv/.run $@
