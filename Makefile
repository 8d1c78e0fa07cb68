# Python 3.11 or newer is all that has to be there; the first target that needs something sets it up.
#   make serve   the site at http://127.0.0.1:8000, rebuilt as you write (ADDR=0.0.0.0:8000 for the local network)
#   make site    the site in site/; any problem fails, and the site that was there stays
#   make usb     the same as usb.zip, for a USB stick: unpacked, it is opened without a server or a network
#   make test    everything that is checked
#   make safari  the pages in Safari's engine, on Linux
#   make storm   2,000 random days of tabs, exams, journeys, releases and failing storage, on two cores (SEQUENCES=100 for fewer);
#                then 20 releases under a reader who is offline between them, 200 pushes with kills (PUSHES=20), 50 releases to an object store
#                with kills (RELEASES=10) and 300 made-up photographs of cards (PHOTOGRAPHS=30); an hour or so; SEED=… for the same ones again
#   make bench   what many questions cost; build time, requests and bytes beside stock Material
#   make lock    requirements.txt anew, from the ranges in pyproject.toml
#   make clean   back to a fresh clone

ADDR ?= 127.0.0.1:8000
PY := .venv/bin/python
NODE := $(PY) -m tools.dev.node
WIDGET := tools/widget
WIDGET_SOURCES := $(shell find $(WIDGET) -name node_modules -prune -o -type f -print 2>/dev/null)

export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: serve site usb test safari storm bench widget lock clean

serve: widget
	$(PY) -m yanxi.commands serve --address $(ADDR)

site: widget
	$(PY) -m yanxi.commands build

usb: widget
	$(PY) -m yanxi.commands build --usb usb.zip

test: widget
	$(PY) -m tools.dev.browser
	$(PY) -m ruff check .
	$(NODE) npm run check --prefix $(WIDGET)
	$(NODE) npm test --prefix $(WIDGET)
	$(PY) -m pytest --numprocesses 2 --dist worksteal --durations 40

safari: widget
	$(PY) -m tools.dev.browser --webkit
	YANXI_SAFARI=1 $(PY) -m pytest tests/e2e/test_safari.py

SEQUENCES ?= 2000
PUSHES ?= 200
RELEASES ?= 50
PHOTOGRAPHS ?= 300
SEED ?= $(shell date +%s)

storm: widget
	$(PY) -m tools.dev.browser
	YANXI_STORM=$(SEQUENCES) YANXI_SEED=$(SEED) $(PY) -m pytest tests/e2e/test_storage_model.py --numprocesses 4 --dist worksteal
	YANXI_RELEASES=20 YANXI_SEED=$(SEED) $(PY) -m pytest tests/e2e/test_offline.py
	YANXI_PUSHES=$(PUSHES) YANXI_SEED=$(SEED) $(PY) -m pytest tests/publish/test_storm.py
	YANXI_RELEASES=$(RELEASES) YANXI_SEED=$(SEED) $(PY) -m pytest tests/publish/test_sync.py -k killed
	YANXI_PHOTOGRAPHS=$(PHOTOGRAPHS) YANXI_SEED=$(SEED) $(NODE) node --test tests/widget/classroom-cards.test.js

bench: widget
	$(PY) -m tools.dev.bench

widget: docs/assets/yanxi.js

docs/assets/yanxi.js: $(WIDGET)/node_modules/.package-lock.json $(WIDGET_SOURCES)
	$(NODE) npm run build --prefix $(WIDGET)

# Scripts stay off: nothing we use needs one, and esbuild works without its own.
$(WIDGET)/node_modules/.package-lock.json: $(WIDGET)/package-lock.json | .venv/.done
	$(NODE) npm ci --prefix $(WIDGET) --ignore-scripts --no-audit --no-fund
	@touch $@

.venv/.done: requirements.txt pyproject.toml tools/dev/venv.sh
	sh tools/dev/venv.sh
	@touch $@

lock: .venv/.done
	sh tools/dev/lock.sh

clean:
	rm -rf .venv site site.new-* site.old-* usb.zip docs/assets $(WIDGET)/node_modules tools/*.egg-info build .cache .pytest_cache .ruff_cache .hypothesis
