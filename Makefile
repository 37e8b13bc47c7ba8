# newsutils - Unix filters for news text. `make deps` installs what is needed.
# What tests and measures is in tests/check.mk.

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
LINK    = $(CC) $(CFLAGS) $(HARDLD) $(LDFLAGS)
# As an archive, where there is one: tools start in half the time. STATIC= for
# shared libraries.
STATIC  = .a
lib     = $(or $(filter /%$(STATIC),\
          $(shell $(CC) -print-file-name=lib$1$(STATIC))),-l$1)
LDLIBS := $(foreach l,utf8proc csv z zstd stemmer jansson,$(call lib,$l)) -lm

# Debian's packages: to build, to test, to lint and sanitize (CI).
PKG_BUILD = libutf8proc-dev libcsv-dev zlib1g-dev libzstd-dev \
            libstemmer-dev libjansson-dev unicode-data
PKG_CHECK = libcmocka-dev mandoc parallel
PKG_LINT  = clang clang-tidy libclang-rt-14-dev

TOOLS  = $(patsubst tools/%.c,$(BUILD)/%,$(wildcard tools/*.c))
LIB    = $(patsubst lib/%.c,$(BUILD)/lib/%.o,$(wildcard lib/*.c))
MODELS = $(patsubst lib/%,$(BUILD)/%.o,$(wildcard lib/model/*.model))
DATA   = $(patsubst lib/%.txt,$(BUILD)/%.inc,$(wildcard lib/data/*.txt)) \
         $(HASHED:%=$(BUILD)/data/%.inc) $(BUILD)/data/wordbreak.inc
HASHED = abbrev.short abbrev.filter common.short common.long quote.hash
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

# The same as the rows of hash tables: "jan TAB month" is ABBREV_MONTH.
HASH    = @mkdir -p $(@D); \
          awk -f lib/data/hash.awk -v NAME=$* -v MIN=$1 -v MAX=$2 $< \
              > $@.new && mv $@.new $@
$(BUILD)/data/%.short.inc: lib/data/%.txt lib/data/hash.awk
	$(call HASH,1,7)
$(BUILD)/data/%.long.inc: lib/data/%.txt lib/data/hash.awk
	$(call HASH,8,15)

# What words that list can have: a quick look before the search.
$(BUILD)/data/%.filter.inc: lib/data/%.txt lib/data/filter.awk
	@mkdir -p $(@D)
	awk -f lib/data/filter.awk $< > $@.new && mv $@.new $@

QUOTE = $(wildcard lib/data/quote_*.txt)
$(BUILD)/data/quote.hash.inc: $(QUOTE) lib/data/classes.awk lib/data/hash.awk
	@mkdir -p $(@D)
	awk -f lib/data/classes.awk $(QUOTE) | awk -f lib/data/hash.awk > $@.new
	mv $@.new $@

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

include tests/check.mk
-include $(LIB:.o=.d) $(TOOLS:$(BUILD)/%=$(BUILD)/tools/%.d)

.PHONY: all deps demo install uninstall clean
.DELETE_ON_ERROR:
.SECONDARY:
