# check.mk - what tests and measures: check lint bench fuzz scale and others.

UNITS   = $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/*.c))
FUZZ    = $(patsubst tests/fuzz/%.c,$(BUILD)/fuzz/%,$(wildcard tests/fuzz/*.c))
FUZZLIB = $(LIB:$(BUILD)/%=$(BUILD)/fuzz/%)
STAGE   = $(BUILD)/tests/stage
FAULTS  = $(addprefix $(BUILD)/faults/,shim.so faults zst chunks io_test) \
          $(BUILD)/hostile/shape $(BUILD)/hostile/cost
FUZZCC  = clang -std=c11 -g -O1 -fsanitize=address,undefined $(DEFS) \
          -Ilib -I$(BUILD)/data -MMD -MP

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

-include $(UNITS:=.d) $(FAULTS:=.d) $(FUZZLIB:.o=.d)

.PHONY: check check-faults coverage hostile mutants units lint bench fuzz scale
