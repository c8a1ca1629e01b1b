# Advent of Code in three languages. `make` alone says what there is.
#
# What is built is a file, and is built again only when something it is made of is newer. How each thing is built is in
# scripts/build.sh; which languages there are, and which target builds each, is in languages.toml.

SHELL := bash
MAKEFLAGS += --no-builtin-rules --no-print-directory
.SUFFIXES:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

# The newest year that has days, unless another is named.
years := $(sort $(foreach it,$(wildcard inputs/[0-9][0-9][0-9][0-9]/[0-9][0-9]),$(word 2,$(subst /, ,$(it)))))
YEAR ?= $(lastword $(years))
year-said := $(if $(filter file,$(origin YEAR)),,$(YEAR))
DAY ?=
DAYS ?=
YEARS ?= $(AOC_YEARS)
SUITES ?=
FILES ?=
SIZES ?=
LANGS ?=
INPUT ?=
PART ?=
RESULT ?=
SCALE ?=
YES ?=
EXAMPLES ?= 1000
MUTATE ?=
FILE ?=
FOR ?=
TITLE ?=
WITH ?=
ARGS ?=
export INPUT DAY DAYS EXAMPLES FILE FOR MUTATE RESULT SCALE SIZES TITLE WITH

# rustup and ghcup put programs where a shell that is already open does not look.
export PATH := $(PATH):$(HOME)/.cargo/bin:$(HOME)/.ghcup/bin
export CARGO_TARGET_DIR := $(CURDIR)/rust/target

# Sources hold more than ASCII, which GHC's tools cannot read in a bare container's locale.
ifneq ($(shell locale charmap 2>/dev/null),UTF-8)
  export LC_ALL := C.UTF-8
endif

VENV := .venv/.ready
VENV_DEV := .venv/.ready-dev
AOC_RS := rust/target/release/aoc-rs
AOC_RS_CHECKED := rust/target/checked/aoc-rs
AOC_RS_QUICK := rust/target/quick/aoc-rs
AOC_RUST := .venv/.aoc_rust
WASM := .build/wasm/.ready
HTML := .build/html/.ready
AOC_HS := haskell/.build/aoc-hs
LIARS_RS := rust/target/release/aoc-liars-rs
LIARS_RS_DEBUG := rust/target/debug/aoc-liars-rs
LIARS_HS := haskell/.build/aoc-liars
LIARS_HS_DEBUG := haskell/.build/aoc-liars-debug

## What the values mean, looked at before anything is built #############################################################

comma := ,
empty :=
space := $(empty) $(empty)
one-word = $(and $(filter 1,$(words $1)),$(if $(findstring %,$1),,$1))
is-among = $(and $(call one-word,$1),$(filter $1,$2))

# "rust:rust haskell:haskell ...": the tables of languages.toml and their make targets.
LANGUAGES := $(shell awk -F '"' '/^\[/ { if (name) print name ":" build; gsub(/[][]/, ""); name = $$0; build = "" } \
  /^build *=/ { build = $$2 } END { print name ":" build }' languages.toml)
language-names := $(foreach it,$(LANGUAGES),$(firstword $(subst :, ,$(it))))
# LANGS of this once, AOC_LANGS or the file .languages of always, or else all.
langs := $(or $(subst $(comma), ,$(or $(LANGS),$(AOC_LANGS),$(shell cat .languages 2>/dev/null))),$(language-names))
builds := $(foreach it,$(langs),$(patsubst $(it):%,%,$(filter $(it):%,$(LANGUAGES))))

# `make 2021/07` and `make 2021/7` are goals that begin with a digit.
short := $(filter 1% 2%,$(MAKECMDGOALS))

# Which values a target has a use for: any other is refused, before anything is done.
uses-short := LANGS PART INPUT WITH ARGS
uses-day := DAY DAYS YEAR $(uses-short)
uses-watch := DAY DAYS YEAR LANGS ARGS
uses-judge := DAY DAYS YEAR LANGS PART INPUT WITH ARGS
uses-all := DAY DAYS YEAR LANGS PART INPUT WITH ARGS
uses-agree := DAY DAYS YEAR LANGS EXAMPLES MUTATE FOR ARGS
uses-replay := FILE LANGS ARGS
uses-stress := DAY DAYS YEAR LANGS ARGS
uses-time := $(uses-stress)
uses-scale := $(uses-stress) SIZES
uses-publish := RESULT SCALE ARGS
uses-site := ARGS
uses-site-wasm := ARGS
uses-new := DAY DAYS YEAR LANGS TITLE ARGS
uses-done := DAY DAYS YEAR LANGS ARGS
uses-solved := $(uses-done)
uses-fetch := DAY DAYS YEAR ARGS
uses-submit := DAY DAYS YEAR PART YES LANGS ARGS
uses-remember := DAY DAYS YEAR PART LANGS ARGS
uses-setup :=
uses-build := YEAR YEARS LANGS
uses-test := YEARS LANGS
uses-test-changed :=
uses-test-python := YEARS LANGS SUITES ARGS
uses-test-rust := YEARS ARGS
uses-test-haskell := YEARS
uses-lint := FILES
uses-format :=
uses-clean :=
uses-distclean :=
targets := day watch judge all agree replay stress time scale publish site site-wasm new done solved fetch submit remember build test test-python \
  test-rust test-haskell lint setup test-changed format clean distclean
VALUES := DAY DAYS YEAR YEARS LANGS PART INPUT WITH YES EXAMPLES MUTATE FOR FILE TITLE SIZES RESULT SCALE SUITES FILES ARGS
given := $(foreach it,$(VALUES),$(if $(findstring command line,$(origin $(it))),$(if $(strip $($(it))),$(it))))
uses-of = $(if $(filter $1,$(short)),$(uses-short),$(if $(filter $1,$(targets)),$(uses-$1),$(VALUES)))
has-a-use = $(strip $(foreach goal,$(MAKECMDGOALS),$(filter $1,$(call uses-of,$(goal)))))
# A name that nothing reads is a slip, as DYA=7; what programs read that are run from here is theirs.
theirs := AOC_% CARGO_% CI HOME LC_ALL MAKE% PATH PYTHON% SHELL TMPDIR -%
unknown := $(filter-out $(VALUES) $(theirs),$(foreach it,$(.VARIABLES),$(if $(findstring command line,$(origin $(it))),$(it))))
# What a make that runs this one was told is not for this one alone.
ifeq ($(MAKELEVEL),0)
  $(foreach it,$(firstword $(unknown)),$(error $(it)=$($(it)): nothing is called so; there is $(VALUES)))
  $(if $(MAKECMDGOALS),$(foreach it,$(given),$(if $(call has-a-use,$(it)),,$(error \
    $(it)=$($(it)) has no effect on `make $(MAKECMDGOALS)`; it has one on: $(strip $(foreach target,$(targets),$(if $(filter $(it),$(uses-$(target))),$(target))))))))
endif

# One day or several: it may be called either.
$(if $(and $(DAY),$(DAYS),$(filter-out $(DAY),$(DAYS))),$(error DAY=$(DAY) DAYS=$(DAYS): say one of them))
override DAY := $(or $(DAY),$(DAYS))
override DAYS := $(DAY)

days-of = $(sort $(notdir $(wildcard inputs/$1/[0-9][0-9])) $(patsubst day%.py,%,$(notdir $(wildcard python/src/crosscheck/puzzles/y$1/day[0-9][0-9].py))))
without-zero = $(patsubst 0%,%,$1)

# The other years that have the day, and how to say so.
elsewhere = $(if $2,$(call say-elsewhere,$(call short-of,$2),$(strip $(foreach it,$(filter-out $1,$(years)),$(if $(filter $(call short-of,$2),$(call without-zero,$(call days-of,$(it)))),$(it))))))
short-of = $(call without-zero,$1)
say-elsewhere = $(if $2,; it is in $2$(comma) as in: make $(lastword $2)/$1)

check-year = $(if $(call is-among,$1,$(years)),,$(error YEAR=$1: no such year; there is $(years) (to begin one: make new)))
# YEAR=all is every year, where several days are meant.
check-years = $(if $(filter all,$1),,$(check-year))
first-of = $(firstword $(subst -, ,$(subst $(comma), ,$1)))
check-one = $(if $(filter-out $1,$(first-of)),$(error DAY=$1: one day at a time, as in: DAY=$(first-of)))
check-day = $(check-year)$(call check-one,$2)$(if $(call is-among,$2,$(days-of) $(call without-zero,$(days-of))),,$(error \
  DAY=$2: $(if $2,no such day in $1;,which day?) there is $(call without-zero,$(days-of))$(call elsewhere,$1,$2)$(if $2,,$(comma) as in: make day DAY=$(call without-zero,$(firstword $(days-of)))) (to begin one: make new)))
langs-said = $(if $(LANGS),LANGS=$(LANGS),$(if $(AOC_LANGS),AOC_LANGS=$(AOC_LANGS),the file .languages))
check-langs = $(if $(filter-out $(language-names),$(subst %,?,$(langs))),$(error \
  $(langs-said): no such language; there is $(subst $(space),$(comma),$(language-names))))
check-part = $(if $(filter-out 1 2,$(PART)),$(error PART=$(PART): there is part 1 and part 2))
quoted = '$(subst ','\'',$1)'
file-fault = $(shell f=$(call quoted,$1); \
  if [ "$$f" = - ] || [ -z "$$f" ]; then :; elif [ -d "$$f" ]; then echo it is a folder; \
  elif [ ! -e "$$f" ]; then echo no such file; elif [ ! -r "$$f" ]; then echo it may not be read; fi)
check-file = $(foreach fault,$(subst $(space),_,$(call file-fault,$($1))),$(error $1=$($1): $(subst _, ,$(fault))))

# A value's name, what it is like as a regular expression, and what to say of another.
check-form = $(if $($1),$(if $(shell printf %s $(call quoted,$($1)) | grep -Eqx '$2' && echo well),,$(error $1=$($1): expected $3)))
number := [0-9]+
one-day := [[:blank:]]*0*([1-9]|1[0-9]|2[0-5])(-0*([1-9]|1[0-9]|2[0-5]))?[[:blank:]]*
check-days = $(call check-form,DAYS,$(one-day)($(comma)$(one-day))*,days from 1 to 25$(comma) as 7 or 1-8 or 1$(comma)3$(comma)7-9)
check-number = $(call check-form,$1,$(number),a whole number)
check-mutate = $(call check-form,MUTATE,$(number)|all,a whole number$(comma) or all)
check-time = $(call check-form,FOR,([0-9]+h)?([0-9]+m)?([0-9]+s)?,a time$(comma) as 8h or 90m)
check-sizes = $(call check-form,SIZES,$(number)($(comma)$(number))*,whole numbers with commas between$(comma) as in 100$(comma)200$(comma)400)

ifneq (,$(filter day watch done solved judge,$(MAKECMDGOALS)))
  $(call check-day,$(YEAR),$(DAY))
endif
$(foreach it,$(short),$(if $(findstring /,$(it)),,$(error make $(it): which day? as in: make $(it)/7))$(call check-day,$(patsubst %/,%,$(dir $(it))),$(notdir $(it))))
ifneq (,$(filter submit remember,$(MAKECMDGOALS)))
  $(call check-day,$(YEAR),$(DAY))$(check-part)
endif
ifneq (,$(filter judge,$(MAKECMDGOALS)))
  $(if $(WITH),,$(error WITH=: which program? as in: make judge DAY=$(DAY) WITH='python3 mine.py'))
endif
ifneq (,$(filter submit,$(MAKECMDGOALS)))
  $(if $(PART),,$(error PART=: which part? as in: make submit DAY=$(DAY) PART=1))
endif
ifneq (,$(filter fetch,$(MAKECMDGOALS)))
  $(if $(DAY),,$(error DAY=: which day? as in: make fetch DAY=1))
endif
$(foreach it,$(subst $(comma), ,$(YEARS)),$(if $(call is-among,$(it),$(years)),,$(error YEARS=$(it): no such year; there is $(years))))
ifneq (,$(filter new done solved submit remember build test test-python,$(MAKECMDGOALS)))
  $(check-langs)
endif
ifneq (,$(short)$(filter day watch judge all agree replay stress time scale,$(MAKECMDGOALS)))
  $(call check-years,$(YEAR))$(check-langs)$(check-part)$(call check-file,INPUT)$(check-days)
endif
ifneq (,$(filter agree,$(MAKECMDGOALS)))
  $(call check-number,EXAMPLES)$(check-mutate)$(check-time)
endif
ifneq (,$(filter scale,$(MAKECMDGOALS)))
  $(check-sizes)
endif
ifneq (,$(filter replay,$(MAKECMDGOALS)))
  $(if $(FILE),,$(error FILE=: which file? as in: make replay FILE=.build/disagreements/2021-07-1-1.json))$(call check-file,FILE)
endif

## What the programs are made of ########################################################################################

# They have the years that were asked for so far: a year that is added rebuilds none that is there.
about-a-day := day watch judge done solved submit remember
about-all-days := all agree replay stress time scale build rust rust-checked rust-quick rust-python haskell test-python
had-years := $(shell cat .build/years 2>/dev/null)
wanted-years := $(patsubst %/,%,$(dir $(short))) $(if $(filter $(about-a-day),$(MAKECMDGOALS)),$(YEAR)) \
  $(if $(filter $(about-all-days),$(MAKECMDGOALS)),$(or $(filter-out all,$(year-said)),$(subst $(comma), ,$(YEARS)),$(years)))
program-years := $(or $(filter $(years),$(sort $(had-years) $(wanted-years))),$(years))

YEARS_BUILT := .build/years
ifneq ($(strip $(had-years)),$(program-years))
  .PHONY: $(YEARS_BUILT)
endif
$(YEARS_BUILT):
	@mkdir -p $(@D) && echo $(program-years) >$@

# A folder is newer than what was built before a file in it was added or removed.
crates = $(shell find $(addprefix rust/crates/,$1))
RUST_CORE := rust/Cargo.toml rust/Cargo.lock $(call crates,aoc-core)
year-folders = $(notdir $(wildcard $(program-years:%=$1/aoc-y%)))
RUST := $(RUST_CORE) $(YEARS_BUILT) $(call crates,aoc aoc-build $(call year-folders,rust/crates))
RUST_SERVE := $(call crates,aoc-serve)
RUST_CLI := $(RUST) $(RUST_SERVE) $(call crates,aoc-cli)
RUST_LIARS := $(RUST_CORE) $(RUST_SERVE) $(call crates,aoc-liars)
RUST_WASM := $(RUST_CORE) scripts/wasm.sh $(call crates,aoc aoc-build aoc-wasm $(notdir $(wildcard rust/crates/aoc-y*)))
RUST_PYTHON := $(RUST) $(call crates,aoc-python) rust/pyproject.toml
packages = $(shell find $(addprefix haskell/,$1))
HASKELL_CORE := haskell/cabal.project $(call packages,aoc-core aoc-hs)
HASKELL := $(HASKELL_CORE) $(YEARS_BUILT) $(call packages,aoc-hs $(call year-folders,haskell))
HASKELL_LIARS := $(HASKELL_CORE) $(call packages,aoc-liars)

## Running ##############################################################################################################

CROSSCHECK := .venv/bin/crosscheck
LANG_OPTIONS = $(if $(LANGS),--languages '$(subst $(space),$(comma),$(strip $(LANGS)))')
RUN_OPTIONS = $(LANG_OPTIONS) $(if $(PART),--part $(PART)) $(if $(INPUT),--input "$$INPUT") $(if $(WITH),--with "$$WITH") $(ARGS)

.PHONY: help
help: ## This list
	@echo "make TARGET, where TARGET is:"
	@awk -F ':.*## ' '/^[a-z][a-z-]*:.*## / { printf "  %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@echo "  2021/7         Short for: make day YEAR=2021 DAY=7"
	@echo "LANGS=$(subst $(space),$(comma),$(language-names)) chooses languages for this once; AOC_LANGS in the environment, or a file .languages, for always."
	@echo "DAYS= and DAY= are the same. ARGS= goes to the program that does the work."

# In these a missing toolchain is said, and the other languages still run.
day watch judge all agree replay stress time scale done solved submit remember $(short): export AOC_MISSING := skip

.PHONY: day watch judge all agree replay stress time scale fetch submit remember $(short)
day: $(VENV) $(builds) ## Solve a day in every language and compare: YEAR=2021 DAY=7 [LANGS=rust,python PART=1 INPUT=file or -]
	@$(CROSSCHECK) run --year $(YEAR) --days $(DAY) $(RUN_OPTIONS)

watch: $(VENV) ## On every save, build that language and run the cases and the input again: DAY=7 [YEAR=2021 LANGS=]
	@$(CROSSCHECK) watch --year $(YEAR) --days $(DAY) $(LANG_OPTIONS) $(ARGS)

$(short): $(VENV) $(builds)
	@$(CROSSCHECK) run --year $(@D) --days $(@F) $(RUN_OPTIONS)

judge: $(VENV) $(builds) ## Hold any program against ours, to find the smallest input on which it is wrong: DAY=7 WITH='python3 mine.py' [YEAR=2021 PART=1]
	@$(CROSSCHECK) judge --year $(YEAR) --days $(DAY) --with "$$WITH" $(LANG_OPTIONS) $(if $(PART),--part $(PART)) $(if $(INPUT),--input "$$INPUT") $(ARGS)

all: $(VENV) $(builds) ## Solve every day of a year, or of all: [YEAR=2021 or YEAR=all, DAYS=1-8 LANGS= PART=]
	@$(CROSSCHECK) run --year $(YEAR) $(if $(DAYS),--days "$$DAYS") $(RUN_OPTIONS)

agree: $(VENV) $(builds) ## Compare the languages on generated inputs, or on mutants of those there are: [YEAR=2021 DAYS=1-8 EXAMPLES=10000 or MUTATE=10000, LANGS=; for hours: FOR=8h, with MUTATE=all for mutants]
	@$(CROSSCHECK) agree --year $(YEAR) $(if $(DAYS),--days "$$DAYS") $(if $(FOR),--for "$$FOR") \
	  $(if $(MUTATE),--mutate $(if $(filter-out all,$(MUTATE)),"$$MUTATE"),$(if $(or $(filter EXAMPLES,$(given)),$(if $(FOR),,all)),--examples "$$EXAMPLES")) $(LANG_OPTIONS) $(ARGS)

replay: $(VENV) $(builds) ## Ask again what they disagreed on: FILE=.build/disagreements/... [LANGS=]
	@$(CROSSCHECK) replay $(LANG_OPTIONS) $(ARGS) "$$FILE"

stress: $(VENV) $(builds) ## Hold the languages to limits of time and memory on the worst inputs: [YEAR=2021 DAYS=1-8 LANGS=]
	@$(CROSSCHECK) stress --year $(YEAR) $(if $(DAYS),--days "$$DAYS") $(LANG_OPTIONS) $(ARGS)

time: $(VENV) $(builds) ## Time the languages against each other: [YEAR=2021 DAYS=1-8 LANGS=]
	@$(CROSSCHECK) time --year $(YEAR) $(if $(DAYS),--days "$$DAYS") $(LANG_OPTIONS) $(ARGS)

scale: $(VENV) $(builds) ## Time inputs of growing size, and fit how time grows: DAYS=15 [SIZES=100,200,400 YEAR= LANGS=]
	@$(CROSSCHECK) scale --year $(YEAR) $(if $(DAYS),--days "$$DAYS") $(if $(SIZES),--sizes "$$SIZES") $(LANG_OPTIONS) $(ARGS)

.PHONY: publish
publish: $(VENV_DEV) ## Store a year's times, and make the tables and pictures that show them: [RESULT=all.json SCALE=scale.json]
	@$(CROSSCHECK) publish $(if $(RESULT),"$$RESULT") $(if $(SCALE),--scale "$$SCALE") $(ARGS)

# Once built, WebAssembly is built again with what it is made of: no page runs other code than it shows.
wasm-again = $(if $(wildcard $(WASM)),$(WASM))

.PHONY: site site-wasm
site: $(VENV_DEV) $(wasm-again) ## Write site/: pages on which the solutions of a day stand side by side, to be opened from the disk
	@$(CROSSCHECK) site $(ARGS)

site-wasm: $(VENV_DEV) $(WASM) ## The same, with pages that solve an input: by Rust as WebAssembly, where that can be built
	@$(CROSSCHECK) site $(ARGS)

.PHONY: new done solved
new fetch: export YEAR := $(YEAR)
new: $(VENV) ## Begin a day, from templates; in December, today's: [YEAR=2026 DAY=1 LANGS=rust,python TITLE="..."]
	@$(CROSSCHECK) new $(if $(year-said),--year "$$YEAR") $(if $(DAY),--day "$$DAY") $(LANG_OPTIONS) $(if $(TITLE),--title "$$TITLE") $(ARGS)

done: $(VENV) $(builds) ## Mark a day that was begun as done, or say what it lacks: DAY=1 [YEAR=2026 LANGS=]
	@$(CROSSCHECK) done --year $(YEAR) --days $(DAY) $(LANG_OPTIONS) $(ARGS)

solved: $(VENV) $(builds) ## Close a day that was begun as solved, in a language or more: its cases and your input pass: DAY=1 [YEAR=2026 LANGS=]
	@$(CROSSCHECK) done --solved --year $(YEAR) --days $(DAY) $(LANG_OPTIONS) $(ARGS)

fetch: $(VENV) ## Get your input of a day from the site: DAY=1 [YEAR=2021]
	@$(CROSSCHECK) fetch --year "$$YEAR" --days "$$DAY" $(ARGS)

submit: $(VENV) $(builds) ## Send the answer that all languages agree on to the site, after asking: DAY=1 PART=1 [YEAR=2021 YES=1 LANGS=]
	@$(CROSSCHECK) submit --year $(YEAR) --days $(DAY) --part $(PART) $(LANG_OPTIONS) $(if $(filter 1 y yes,$(YES)),--yes) $(ARGS)

remember: $(VENV) $(builds) ## Record the answers that all agree on as right for your input: DAY=1 [YEAR=2021 PART=1 LANGS=]
	@$(CROSSCHECK) remember --year $(YEAR) --days $(DAY) $(LANG_OPTIONS) $(if $(PART),--part $(PART)) $(ARGS)

## Building #############################################################################################################

.PHONY: setup build python rust rust-checked rust-quick rust-python haskell liars-rust liars-haskell
setup: ## Install the toolchains and the Python packages, as far as that takes no password
	@fault=0; for it in python rust haskell lint browser; do scripts/toolchain.sh $$it || fault=1; done; \
	$(MAKE) $(VENV_DEV) $(HTML) && { ! command -v cargo >/dev/null || $(MAKE) rust-python; } && exit $$fault

build: python $(builds) ## Build every language [YEAR=2021 LANGS=rust,python]
	@:

python: $(VENV) ; @:
rust: $(AOC_RS) ; @:
rust-checked: $(AOC_RS_CHECKED) ; @:
rust-quick: $(AOC_RS_QUICK) ; @:
rust-python: $(AOC_RUST) ; @:
haskell: $(AOC_HS) ; @:
liars-rust: $(LIARS_RS) $(LIARS_RS_DEBUG) ; @:
liars-haskell: $(LIARS_HS) $(LIARS_HS_DEBUG) ; @:

# Python does this as it goes along; here it is to be seen what it takes.
.PHONY: python-bytecode
python-bytecode:
	@python=$$(scripts/find-python.sh) && "$$python" -m compileall -q python/src/aoc

$(VENV): requirements.txt python/pyproject.toml
	@scripts/build.sh python
$(VENV_DEV): requirements-dev.txt $(VENV)
	@scripts/build.sh python-dev
$(AOC_RS): $(RUST_CLI)
	@scripts/build.sh rust
$(AOC_RS_CHECKED): $(RUST_CLI)
	@scripts/build.sh rust-checked
$(AOC_RS_QUICK): $(RUST_CLI)
	@scripts/build.sh rust-quick
$(AOC_RUST): $(RUST_PYTHON) $(VENV)
	@scripts/build.sh rust-python
$(WASM): $(RUST_WASM) $(VENV_DEV)
	@scripts/build.sh wasm
$(HTML): $(wildcard tests/html/package*.json)
	@scripts/build.sh html
$(AOC_HS): $(HASKELL)
	@scripts/build.sh haskell
$(LIARS_RS): $(RUST_LIARS)
	@scripts/build.sh liars-rust
$(LIARS_RS_DEBUG): $(RUST_LIARS)
	@scripts/build.sh liars-rust-debug
# After each other: two cabals at once would write the same files.
$(LIARS_HS): $(HASKELL_LIARS) | $(AOC_HS)
	@scripts/build.sh liars-haskell
$(LIARS_HS_DEBUG): $(HASKELL_LIARS) | $(LIARS_HS)
	@scripts/build.sh liars-haskell-debug

## Checking #############################################################################################################

CABAL := scripts/cabal.sh

# YEARS limits what goes day by day to those years; the tests know it as AOC_YEARS.
override AOC_YEARS := $(subst $(comma), ,$(YEARS))
export AOC_YEARS
TESTS := lint-rust lint-haskell test-rust test-haskell lint-python test-python
# With LANGS, what is a language's own, and the suites of the days in those languages.
ifneq (,$(LANGS))
  TESTS := $(filter $(foreach it,$(builds),lint-$(it) test-$(it)) test-python,$(TESTS))
  SUITES := $(or $(SUITES),tests/days)
  export AOC_LANGS := $(subst $(space),$(comma),$(langs))
endif

.PHONY: test test-changed test-python test-rust test-haskell
test: ## Everything that must hold: all tests of all languages, lint [YEARS=2021,2022 LANGS=rust,python]
	@MAKE="$(MAKE)" scripts/test.sh $(TESTS)

test-changed: $(VENV) ## The same of what the files that differ from the main branch may break
	@said=$$(.venv/bin/python scripts/changed.py) || exit; \
	[[ $$said ]] || { echo "make test-changed: no file differs from the main branch"; exit; }; \
	targets=(); while IFS= read -r it; do targets+=("$$it"); done <<<"$$said"; \
	MAKE="$(MAKE)" scripts/test.sh "$${targets[@]}"

test-python: build $(VENV_DEV) $(wasm-again) $(if $(filter rust,$(builds)),rust-checked) $(if $(or $(findstring crosscheck,$(SUITES)),$(if $(SUITES),,all)),liars-rust liars-haskell $(HTML))
test-python: ## pytest: the cross-language suites, and the Python doctests [YEARS=2021 SUITES=tests/days ARGS="-k day07"]
	@scripts/test-python.sh $(subst $(comma), ,$(SUITES)) $(ARGS)

test-rust: ## cargo test, with overflow checks [YEARS=2021]
	@scripts/toolchain.sh rust
	@cd rust && cargo test --quiet --profile checked $(if $(YEARS),$(patsubst %,-p %,aoc-core aoc-serve $(AOC_YEARS:%=aoc-y%))) $(ARGS)

test-haskell: ## cabal test, and the doctests [YEARS=2021]
	@scripts/toolchain.sh haskell
	@scripts/test-haskell.sh

.PHONY: lint lint-python lint-rust lint-haskell format
lint: lint-python lint-rust lint-haskell ## Formatters, linters, type checker; warnings are errors [FILES=]

lint-python: $(VENV_DEV)
	@scripts/lint.sh check python $(subst $(comma), ,$(FILES))

lint-rust:
	@scripts/lint.sh check rust $(subst $(comma), ,$(FILES))

lint-haskell:
	@scripts/toolchain.sh lint
	@scripts/lint.sh check haskell $(subst $(comma), ,$(FILES))

format: $(VENV_DEV) ## Lay out all code as lint wants it
	@scripts/lint.sh format python
	@scripts/lint.sh format rust
	@scripts/lint.sh format haskell

.PHONY: clean distclean
clean: ## Remove what was built, except .venv
	@rm -rf .build haskell/.build haskell/dist-newstyle rust/target rust/python/aoc_rust/*.so $(AOC_RUST)
	@rm -rf .hypothesis .pytest_cache .mypy_cache .ruff_cache
	@find python rust/python tests -name __pycache__ -prune -exec rm -rf {} +

distclean: clean ## Remove .venv too
	@rm -rf .venv
