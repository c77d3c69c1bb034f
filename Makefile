# Set-up, the map and the tests; `make help` says what there is to do.
#
# A file below .venv/stamps says that a step succeeded. The step is taken again when what it was
# made from changed, or when .venv itself is gone, was moved, or no longer runs.
#
# All is installed below the releases that constraints.txt names, so that what is released tomorrow
# changes nobody's first run. They are ceilings: a Python or a system without that release gets the
# newest earlier one. `make test-newest` looks at what is released since.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help map test quick test-long test-newest newest docs pictures lock fuzz browser clean ALWAYS
SHELL := /bin/sh

VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/stamps
PAGE := outputs/argument-map.html
CONSTRAINTS := constraints.txt

# A file of tests stays with one process, and so do the pages that its tests open.
# Files with few tests are not put last, as the longest tests are in these.
PYTEST := $(BIN)/pytest -n logical --maxprocesses 8 --dist loadfile --no-loadscope-reorder

# Tests of the editor's server run an event loop of their own, and those in a browser another: one
# process cannot have both.
EDITOR := tests/language_server

# Tried in this order, after PYTHON if that is set.
PYTHONS := python3.14 python3.13 python3.12 python3.11 python3 python
BROWSERS := chromium chromium-browser google-chrome

# Where the documents lie against which quotations are held: an absolute path for every step.
ifeq ($(origin ARGMAP_DOCUMENTS),undefined)
ARGMAP_DOCUMENTS := $(wildcard ../shared/documents)
endif
ifneq ($(ARGMAP_DOCUMENTS),)
quoted := '$(subst ','\'',$(ARGMAP_DOCUMENTS))'
override ARGMAP_DOCUMENTS := $(shell cd -- $(quoted) 2>/dev/null && pwd || printf '%s' $(quoted))
export ARGMAP_DOCUMENTS
endif

# Empty where .venv was made in this very folder and still runs.
RENEW := $(shell [ "$$(cat $(STAMPS)/made 2>/dev/null)" = "$$(pwd -P)" ] \
  && $(BIN)/python -c '' >/dev/null 2>&1 || echo ALWAYS)

help: ## list these targets
	@echo 'Usage: make TARGET'
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile \
	  | while IFS='|' read -r name says; do printf '  %-13s%s\n' "$$name" "$$says"; done
	@echo 'PYTHON=... names the Python to use (3.11 or later), ARGMAP_DOCUMENTS=... the folder of'
	@echo 'source documents, ARGMAP_CHROMIUM=... the browser for the tests.'

map: $(STAMPS)/mapped ## set up, check the claims, draw the map into outputs/
	@echo "The map lies in $$(pwd)/$(PAGE)"

test: $(STAMPS)/installed-for-tests ## set up, run linters, type checker, import contracts and tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST) -m 'not long' --ignore=$(EDITOR)
	$(PYTEST) $(EDITOR)

quick: $(STAMPS)/installed-for-tests ## the linter and the quick tests, in less than a minute
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(PYTEST) -m 'not long and not browser' --ignore=tests/proc --ignore=tests/properties \
	  --ignore=tests/browser --ignore=tests/checks/test_large_maps.py --ignore=tests/packaging \
	  --ignore=tests/docs/test_site.py --ignore=tests/architecture/test_imports.py

test-long: $(STAMPS)/installed-for-tests ## the tests that take minutes and that `test` leaves out
	$(PYTEST) -m long --ignore=$(EDITOR)

test-newest: ## all tests with the newest release of every library, in .venv/newest
	rm -rf .venv/newest
	@$(MAKE) --no-print-directory VENV=.venv/newest CONSTRAINTS=/dev/null newest

# As `test-newest` calls it.
newest: $(STAMPS)/installed-for-tests
	$(PYTEST) --ignore=$(EDITOR)
	$(PYTEST) $(EDITOR)

docs: $(STAMPS)/installed-for-docs ## the documentation as a site, in build/site
	rm -rf build/site
	$(BIN)/sphinx-build --fail-on-warning --keep-going -q -b html docs build/site
	@echo "The documentation lies in $$(pwd)/build/site/index.html"

pictures: $(STAMPS)/installed-for-tests ## draw the pictures of the documentation anew, in a browser
	$(BIN)/python -m tests.docs.draw

fuzz: $(STAMPS)/installed-for-tests ## read files with faults in them, FUZZ_FILES=100000 of them
	nice $(BIN)/python -m tests.fuzz.campaign

browser: ## find a browser for the tests; as root, install one where there is none
	@browser() { \
	  for one in "$$ARGMAP_CHROMIUM" $(BROWSERS); do \
	    if [ -n "$$one" ] && "$$one" --version >/dev/null 2>&1; then \
	      echo "Browser for the tests: $$one"; return 0; \
	    fi; \
	  done; return 1; \
	}; \
	install() { echo "Installing $$*"; DEBIAN_FRONTEND=noninteractive apt-get install -y "$$@"; }; \
	if browser; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get update && { install chromium fonts-inter || install chromium; }; \
	  if browser; then exit 0; fi; \
	fi; \
	echo 'There is no browser for the tests. To get one, after "make test" has set .venv up:'; \
	echo '  $(BIN)/playwright install chromium'; \
	echo 'or name one that is there: ARGMAP_CHROMIUM=/path/to/chromium make test'

# Made with the oldest Python, for what that one can have, every later one can have too.
lock: $(STAMPS)/made ## write constraints.txt anew, from the newest release of every library
	@if ! $(BIN)/python -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))'; then \
	  echo 'The oldest Python has to choose: make clean lock PYTHON=python3.11'; exit 1; \
	fi
	@$(BIN)/python -m pip install --disable-pip-version-check --quiet --dry-run \
	  --ignore-installed --report $(VENV)/newest.json \
	  -e '.[cite,corpus,documents,lsp,pdf,png,serve,xlsx]' --group test hatchling pip
	@$(BIN)/python -c '$(LOCKED)' < $(VENV)/newest.json > $(CONSTRAINTS).new
	@mv $(CONSTRAINTS).new $(CONSTRAINTS)
	@echo 'Written: $(CONSTRAINTS). What it says now is tried by "make test test-long".'

LOCKED := import json, sys; \
  chosen = [one["metadata"] for one in json.load(sys.stdin)["install"]]; \
  releases = {one["name"].lower().replace("_", "-"): one["version"] for one in chosen}; \
  print("\# Made by make lock: the newest release of each package that make installs."); \
  [print(name + "<=" + releases[name]) for name in sorted(releases) if name != "argmap"]

clean: ## remove .venv, the outputs and every cache
	rm -rf .venv outputs/* build dist
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .grimp_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The first candidate that runs, is new enough and can make an environment. To be on the PATH is not
# enough: a version manager leaves names there that run nothing.
PROBE := import sys; from importlib.util import find_spec; \
  print("old" if sys.version_info < (3, 11) else "ready" if find_spec("venv") \
  and find_spec("ensurepip") else "bare", "%d.%d" % sys.version_info[:2])

$(STAMPS)/made: $(RENEW)
	@bare=; \
	for python in $(if $(PYTHON),"$(PYTHON)") $(PYTHONS); do \
	  said=$$("$$python" -c '$(PROBE)' 2>/dev/null) || continue; \
	  case $$said in \
	    ready\ *) break ;; \
	    bare\ *) bare=$${bare:-$${said#bare }} ;; \
	  esac; \
	  said=; \
	done; \
	case $$said in ready\ *) ;; *) \
	  if [ -n "$$bare" ]; then \
	    echo "Python $$bare is here, but not its module venv. To get it on Debian or Ubuntu:"; \
	    echo "  apt-get install python3-venv    (or python$$bare-venv), then run make again"; \
	  else \
	    echo 'No Python 3.11 or later runs here. To get one on Debian or Ubuntu:'; \
	    echo '  apt-get install python3 python3-venv'; \
	    echo 'or name one: make map PYTHON=/path/to/python3'; \
	  fi; \
	  exit 1 ;; \
	esac; \
	echo "Making $(VENV) with $$python ($${said#ready })"; \
	if ! "$$python" -m venv --clear $(VENV) >/dev/null 2>&1; then \
	  rm -rf $(VENV); \
	  echo "$$python could not make $(VENV). On Debian or Ubuntu this may help:"; \
	  echo "  apt-get install python3-venv    (or python$${said#ready }-venv)"; \
	  exit 1; \
	fi
	@$(call pip,'pip>=25.3')
	@mkdir -p $(STAMPS) && pwd -P > $@

$(STAMPS)/installed: $(STAMPS)/made pyproject.toml $(CONSTRAINTS)
	@echo 'Installing argmap and what it needs: a minute or so'
	@$(call pip,--build-constraint $(CONSTRAINTS) -e .)
	@touch $@

$(STAMPS)/installed-for-tests: $(STAMPS)/installed
	@echo 'Installing what the tests need: a minute or so'
	@$(call pip,--group test)
	@touch $@

$(STAMPS)/installed-for-docs: $(STAMPS)/installed
	@echo 'Installing what the documentation needs: a minute or so'
	@$(call pip,--group docs)
	@touch $@

$(STAMPS)/mapped: $(STAMPS)/installed $(STAMPS)/inputs $(if $(wildcard $(PAGE)),,ALWAYS)
	@rm -f $@
	$(BIN)/argmap build claims -o outputs $(if $(ARGMAP_DOCUMENTS),--documents "$$ARGMAP_DOCUMENTS")
	@touch $@

# Rewritten only when program, claims or documents changed, so that the step above waits for that.
# Sums instead of prerequisites: names may hold spaces, and a file that went away counts too.
$(STAMPS)/inputs: $(STAMPS)/made ALWAYS
	@{ printf '%s\n' "$$ARGMAP_DOCUMENTS"; \
	  find src claims $(if $(ARGMAP_DOCUMENTS),"$$ARGMAP_DOCUMENTS") -name __pycache__ -prune \
	    -o -type f -exec cksum {} + 2>/dev/null | sort; } > $@.new; \
	if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

# Install quietly; where that fails, the lines that say why, and where the rest stands.
define pip
$(BIN)/python -m pip install --disable-pip-version-check -c $(CONSTRAINTS) $(1) \
  > $(VENV)/pip.log 2>&1 || { \
  grep -i '^ *error' $(VENV)/pip.log; \
  echo 'Nothing further was installed; $(VENV)/pip.log tells the whole story.'; exit 1; }
endef
