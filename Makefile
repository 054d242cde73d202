# What a newcomer, a contributor and a packager need; `make` alone lists it.

SHELL := /bin/bash
PREFIX ?= /usr/local
SECONDS ?= 60
CORPUS ?= .build/fuzz-corpus

SWIFT ?= swift

.PHONY: help demo build test test-consumers test-spark sanitize fuzz install bench bench-spark lint clean dependencies

help:
	@echo "make demo             build, and check the sample article: reports in out/"
	@echo "make test             run the tests (Swift)"
	@echo "make test-consumers   run the tests of reports by consumers' own tools (Python, Chromium)"
	@echo "make test-spark       run the tests of the example for Apache Spark (Java 17, PySpark)"
	@echo "make sanitize         run the tests under the address and undefined-behaviour sanitizers"
	@echo "make fuzz SECONDS=60  feed random bytes through article, linter and reports"
	@echo "make bench            measure speed, start-up and memory"
	@echo "make bench-spark      measure Spark beside one process, over WORDS=5000000"
	@echo "make lint             check the form of the sources"
	@echo "make install PREFIX=… install the command (libraries linked in), its man page and completions"

dependencies:
	@scripts/dependencies

# Checks of exclusive access are for the tests; the modules are optimised together.
RELEASE = -c release -Xswiftc -enforce-exclusivity=unchecked -Xswiftc -cross-module-optimization

build: dependencies
	$(SWIFT) build $(RELEASE) --product calque

demo: build
	@mkdir -p out
	@bin="$$($(SWIFT) build $(RELEASE) --show-bin-path)/calque"; \
	"$$bin" check reports/sample/article.txt --format text --format text:out/report.txt \
	    --format json:out/report.json --format html:out/report.html; \
	status=$$?; [ $$status -le 1 ] || exit $$status
	@echo
	@echo "The same as files: out/report.html (open it in a browser), out/report.json, out/report.txt"

# Tests are optimised but keep every check of bounds, overflow and exclusive access: without, large texts take half an hour to parse.
TESTS = -Xswiftc -O -Xcc -O2

test: dependencies
	$(SWIFT) build --build-tests $(TESTS)
	$(SWIFT) test --skip-build $(TESTS)

test-consumers: dependencies
	@BUILD_FLAGS="$(TESTS)" scripts/test-consumers

# Undefined behaviour traps: SwiftPM links no runtime for it on Linux. Leaks are not looked for: the Swift
# runtime keeps metadata to the end. Texts of ten megabytes are left out: they take longer than their tests allow.
sanitize: dependencies
	ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --scratch-path .build/sanitize --sanitize=address \
	    -Xcc -fsanitize=undefined -Xcc -fsanitize-trap=undefined --skip 'ten megabytes|million short paragraphs'

fuzz: dependencies
	@scripts/fuzz "$(SECONDS)" "$(CORPUS)"

# Its own folder of products: the same sources are linked otherwise.
install: dependencies
	CALQUE_STATIC=1 $(SWIFT) build $(RELEASE) --static-swift-stdlib --scratch-path .build/static --product calque
	@scripts/install "$$(CALQUE_STATIC=1 $(SWIFT) build $(RELEASE) --static-swift-stdlib --scratch-path .build/static --show-bin-path)/calque" \
	    "$(DESTDIR)$(PREFIX)"

bench: dependencies
	$(SWIFT) build $(RELEASE)
	@scripts/bench "$$($(SWIFT) build $(RELEASE) --show-bin-path)/calque"

test-spark: build
	@CALQUE="$$($(SWIFT) build $(RELEASE) --show-bin-path)/calque" scripts/spark test

bench-spark: build
	@CALQUE="$$($(SWIFT) build $(RELEASE) --show-bin-path)/calque" scripts/spark bench

lint:
	$(SWIFT) format lint --strict -r Sources Tests Package.swift

clean:
	rm -rf .build out
