# newsutils - Unix filters for news text. `make deps` installs what is needed.

VERSION = 0.1.0
PREFIX  = /usr/local
BINDIR  = $(PREFIX)/bin
MANDIR  = $(PREFIX)/share/man
COMPDIR = $(PREFIX)/share/bash-completion/completions
BUILD   = build

CC      = cc
AR      = ar
CFLAGS  = -O2 -g
HARDEN  = -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fPIE
HARDLD  = -pie -Wl,-z,relro,-z,now -Wl,--as-needed
WARN    = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion \
          -Wcast-qual -Wwrite-strings -Wstrict-prototypes \
          -Wmissing-prototypes -Wvla
DEFS    = -D_GNU_SOURCE -DVERSION='"$(VERSION)"'
COMPILE = $(CC) -std=c11 $(WARN) $(HARDEN) $(DEFS) -Ilib -I$(BUILD)/data \
          -MMD -MP $(CPPFLAGS) $(CFLAGS)
FUZZCC  = clang -std=c11 -g -O1 -fsanitize=address,undefined $(DEFS) \
          -Ilib -I$(BUILD)/data -MMD -MP
LINK    = $(CC) $(CFLAGS) $(HARDLD) $(LDFLAGS)
LDLIBS  = -lutf8proc -lcsv -lz -lzstd -lstemmer -ljansson -lm

# Debian's packages: to build, to test, to lint and sanitize (CI).
PKG_BUILD = libutf8proc-dev libcsv-dev zlib1g-dev libzstd-dev \
            libstemmer-dev libjansson-dev unicode-data
PKG_CHECK = libcmocka-dev mandoc parallel
PKG_LINT  = clang clang-tidy libclang-rt-14-dev

TOOLS  = $(patsubst tools/%.c,$(BUILD)/%,$(wildcard tools/*.c))
LIB    = $(patsubst lib/%.c,$(BUILD)/lib/%.o,$(wildcard lib/*.c))
MODELS = $(patsubst lib/%,$(BUILD)/%.o,$(wildcard lib/model/*.model))
DATA   = $(patsubst lib/%.txt,$(BUILD)/%.inc,$(wildcard lib/data/*.txt)) \
         $(HASHED:%=$(BUILD)/data/%.hash.inc) $(BUILD)/data/wordbreak.inc
HASHED = abbrev common
UNITS  = $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/*.c))
FUZZ   = $(patsubst tests/fuzz/%.c,$(BUILD)/fuzz/%,$(wildcard tests/fuzz/*.c))
FUZZLIB = $(LIB:$(BUILD)/%=$(BUILD)/fuzz/%)
STAGE  = $(BUILD)/tests/stage
FAULTS = $(addprefix $(BUILD)/faults/,shim.so faults zst chunks io_test) \
         $(BUILD)/hostile/shape $(BUILD)/hostile/cost
COMP   = $(TOOLS:$(BUILD)/%=$(BUILD)/completions/%)
MAN    = $(wildcard man/*.[1-9])
A      = $(BUILD)/libnewsutils.a

# All cores, unless the caller has said how many.
SUBMAKE = $(MAKE) --no-print-directory \
          $(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(shell nproc))

all: $(TOOLS) $(COMP)

$(TOOLS): $(BUILD)/%: $(BUILD)/tools/%.o $A
	$(LINK) -o $@ $< $A $(LDLIBS)

$(BUILD)/tools/%.o: tools/%.c | $(BUILD)/deps
	@mkdir -p $(@D)
	$(COMPILE) -c -o $@ $<

# Removed first: an archive keeps members whose source has gone.
$A: $(LIB) $(MODELS)
	@rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/lib/%.o: lib/%.c | $(DATA) $(BUILD)/deps
	@mkdir -p $(@D)
	$(COMPILE) -c -o $@ $<

# A list of facts, lib/data/*.txt, as rows of C strings.
$(BUILD)/data/%.inc: lib/data/%.txt lib/data/table.awk
	@mkdir -p $(@D)
	awk -f lib/data/table.awk $< > $@.new && mv $@.new $@

# The same as the rows of a hash table: "jan TAB month" is ABBREV_MONTH.
$(BUILD)/data/%.hash.inc: lib/data/%.txt lib/data/hash.awk
	@mkdir -p $(@D)
	awk -f lib/data/hash.awk -v NAME=$* $< > $@.new && mv $@.new $@

# Word-break classes, from the Unicode Character Database.
UCD     = /usr/share/unicode
UCDFILE = $(UCD)/auxiliary/WordBreakProperty.txt $(UCD)/emoji/emoji-data.txt \
          $(UCD)/DerivedCoreProperties.txt \
          $(UCD)/DerivedNormalizationProps.txt $(UCD)/CaseFolding.txt \
          $(UCD)/UnicodeData.txt
$(BUILD)/data/wordbreak.inc: lib/data/wordbreak.awk | $(BUILD)/deps
	@mkdir -p $(@D)
	awk -f lib/data/wordbreak.awk $(UCDFILE) > $@.new && mv $@.new $@

# Weights as they are: sent.model becomes model_sent and model_sent_end.
$(BUILD)/model/%.model.o: lib/model/%.model lib/model/blob.S
	@mkdir -p $(@D)
	$(CC) -c -DNAME=model_$* -DFILE='"$<"' -o $@ lib/model/blob.S

$(BUILD)/unit/%: tests/unit/%.c $A
	@mkdir -p $(@D)
	$(COMPILE) $(HARDLD) $(LDFLAGS) -o $@ $< $A $(LDLIBS) -lcmocka

$(STAGE): tests/stage.c
	@mkdir -p $(@D)
	$(COMPILE) $(HARDLD) $(LDFLAGS) -o $@ $<

# Faults: calls of whole processes (shim), calls of the library (--wrap).
WRAP = $(addprefix -Wl$(comma)--wrap=,read write close poll open)
comma = ,

$(BUILD)/faults/shim.so: tests/faults/shim.c
	@mkdir -p $(@D)
	$(COMPILE) -fPIC -fno-builtin -shared -o $@ $<

$(BUILD)/faults/%_test: tests/faults/%_test.c $A
	@mkdir -p $(@D)
	$(COMPILE) -Itests/unit $(HARDLD) $(LDFLAGS) $(WRAP) -o $@ $< $A \
	    $(LDLIBS) -lcmocka

$(BUILD)/faults/%: tests/faults/%.c
	@mkdir -p $(@D)
	$(COMPILE) $(HARDLD) $(LDFLAGS) -o $@ $< -lzstd

$(BUILD)/hostile/%: tests/hostile/%.c
	@mkdir -p $(@D)
	$(COMPILE) $(HARDLD) $(LDFLAGS) -o $@ $<

$(BUILD)/fuzz/lib/%.o: lib/%.c | $(DATA) $(BUILD)/deps
	@mkdir -p $(@D)
	$(FUZZCC) -fsanitize=fuzzer-no-link -c -o $@ $<

$(BUILD)/fuzz/%: tests/fuzz/%.c $(FUZZLIB) $(MODELS)
	$(FUZZCC) -fsanitize=fuzzer -o $@ $^ $(LDLIBS)

$(BUILD)/completions/%: $(BUILD)/%
	@mkdir -p $(@D)
	$< --completion > $@.new && mv $@.new $@

# Names every missing package at once, then never looks again.
$(BUILD)/deps:
	@mkdir -p $(@D)
	@sh tests/deps.sh missing $(PKG_BUILD)
	@touch $@

deps:
	@sh tests/deps.sh install $(PKG_BUILD) $(PKG_CHECK)

demo: deps
	@+$(SUBMAKE) all
	@sh tests/demo.sh $(BUILD)

check: deps
	@+$(SUBMAKE) all units
	@sh tests/run.sh $(BUILD) $(UNITS) $(BUILD)/faults/io_test

# Every fault that is possible; make check tries a sample.
check-faults: all $(FAULTS)
	@$(BUILD)/faults/io_test
	@sh tests/faults/run.sh $(BUILD) 0

units: $(UNITS) $(STAGE) $(FAULTS)

# How time and memory grow on hard texts.
hostile: all $(FAULTS)
	@sh tests/hostile/run.sh $(BUILD)

# Branches of lib and tools that make check takes; without the sandbox, which
# would not let the counts be written.
COVER = $(BUILD)/coverage
coverage:
	@sh tests/deps.sh install $(PKG_BUILD) $(PKG_CHECK) gcovr
	@$(SUBMAKE) BUILD=$(COVER) HARDEN= HARDLD= \
	    CFLAGS='-O0 -g --coverage -DNO_SANDBOX' all units
	-@sh tests/run.sh $(COVER) $(UNITS:$(BUILD)/%=$(COVER)/%) \
	    $(COVER)/faults/io_test
	gcovr --branches --exclude-throw-branches -j 2 -r . -f lib/ -f tools/ \
	    --object-directory $(COVER)

mutants: all
	@sh tests/mutants/run.sh $(BUILD)

lint:
	@sh tests/deps.sh install $(PKG_BUILD) $(PKG_CHECK) $(PKG_LINT)
	@sh tests/lint.sh $(BUILD) $(MAN)

bench: all
	@sh tests/bench/run.sh $(BUILD)

fuzz:
	@sh tests/deps.sh install $(PKG_BUILD) $(PKG_LINT)
	@+$(SUBMAKE) $(FUZZ)
	@sh tests/fuzz/run.sh $(FUZZ)

scale: all
	@sh tests/scale/run.sh $(BUILD)

install: all
	install -d $(DESTDIR)$(BINDIR) $(DESTDIR)$(COMPDIR)
	install $(TOOLS) $(DESTDIR)$(BINDIR)
	install -m 644 $(COMP) $(DESTDIR)$(COMPDIR)
	for m in $(MAN); do install -D -m 644 $$m \
	    $(DESTDIR)$(MANDIR)/man$${m##*.}/$${m##*/} || exit; done

uninstall:
	cd $(DESTDIR)$(BINDIR) && rm -f $(notdir $(TOOLS))
	cd $(DESTDIR)$(COMPDIR) && rm -f $(notdir $(COMP))
	for m in $(MAN); do \
	    rm -f $(DESTDIR)$(MANDIR)/man$${m##*.}/$${m##*/}; done

clean:
	rm -rf $(BUILD)

-include $(LIB:.o=.d) $(TOOLS:$(BUILD)/%=$(BUILD)/tools/%.d) \
         $(UNITS:=.d) $(FAULTS:=.d) $(FUZZLIB:.o=.d)

.PHONY: all deps demo check check-faults coverage hostile mutants units \
        lint bench fuzz scale install uninstall clean
.DELETE_ON_ERROR:
.SECONDARY:
