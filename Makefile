# Set-up, the map and the tests; `make help` says what there is to do.
#
# A file below .venv/stamps says that a step succeeded. The step is taken again when what it was
# made from changed, or when .venv itself is gone, was moved, or no longer runs.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help map test fuzz browser clean ALWAYS
SHELL := /bin/sh

BIN := .venv/bin
STAMPS := .venv/stamps
PAGE := outputs/argument-map.html

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
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1|\2/p' Makefile \
	  | while IFS='|' read -r name says; do printf '  %-9s%s\n' "$$name" "$$says"; done
	@echo 'PYTHON=... names the Python to use (3.11 or later), ARGMAP_DOCUMENTS=... the folder of'
	@echo 'source documents, ARGMAP_CHROMIUM=... the browser for the tests.'

map: $(STAMPS)/mapped ## set up, check the claims, draw the map into outputs/
	@echo "The map lies in $$(pwd)/$(PAGE)"

test: $(STAMPS)/installed-for-tests ## set up, run linters, type checker, import contracts and tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest

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
	echo "Making .venv with $$python ($${said#ready })"; \
	if ! "$$python" -m venv --clear .venv >/dev/null 2>&1; then \
	  rm -rf .venv; \
	  echo "$$python could not make .venv. On Debian or Ubuntu this may help:"; \
	  echo "  apt-get install python3-venv    (or python$${said#ready }-venv)"; \
	  exit 1; \
	fi
	@$(call pip,'pip>=25.1')
	@mkdir -p $(STAMPS) && pwd -P > $@

$(STAMPS)/installed: $(STAMPS)/made pyproject.toml
	@echo 'Installing argmap and what it needs: a minute or so'
	@$(call pip,-e .)
	@touch $@

$(STAMPS)/installed-for-tests: $(STAMPS)/installed
	@echo 'Installing what the tests need: a minute or so'
	@$(call pip,--group test)
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
$(BIN)/python -m pip install --disable-pip-version-check $(1) > .venv/pip.log 2>&1 || { \
  grep -i '^ *error' .venv/pip.log; \
  echo 'Nothing further was installed; .venv/pip.log tells the whole story.'; exit 1; }
endef
