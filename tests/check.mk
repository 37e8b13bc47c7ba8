# check.mk - what tests and measures: check lint bench fuzz scale and others.

UNITS   = $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(wildcard tests/unit/*.c))
FUZZ    = $(patsubst tests/fuzz/%.c,$(BUILD)/fuzz/%,$(wildcard tests/fuzz/*.c))
FUZZLIB = $(LIB:$(BUILD)/%=$(BUILD)/fuzz/%)
STAGE   = $(BUILD)/tests/stage
GROUPS  = $(BUILD)/tests/groups
FAULTS  = $(addprefix $(BUILD)/faults/,shim.so faults zst chunks io_test) \
          $(addprefix $(BUILD)/hostile/,shape cost press probe.so)
FUZZCC  = clang -std=c11 -g -O1 -fsanitize=address,undefined $(DEFS) \
          -Ilib -I$(BUILD)/data -MMD -MP

$(BUILD)/unit/%: tests/unit/%.c $A
	@mkdir -p $(@D)
	$(COMPILE) $(HARDLD) $(LDFLAGS) -o $@ $< $A $(LDLIBS) -lcmocka

$(STAGE): tests/stage.c
	@mkdir -p $(@D)
	$(COMPILE) $(HARDLD) $(LDFLAGS) -o $@ $<

# Names that are given, grouped: for tests/eval/run.sh.
$(GROUPS): tests/eval/groups.c $A
	@mkdir -p $(@D)
	$(COMPILE) $(HARDLD) $(LDFLAGS) -o $@ $< $A $(LDLIBS)

# Faults: calls of whole processes (shim), calls of the library (--wrap).
WRAP = $(addprefix -Wl$(comma)--wrap=,read write close poll open)
comma = ,

# Without CFLAGS: they count no coverage, and need no sanitizer.
$(BUILD)/%.so: tests/%.c
	@mkdir -p $(@D)
	$(CC) -std=c11 -O1 $(WARN) $(DEFS) -MMD -MP -fPIC -fno-builtin -shared \
	    -o $@ $<

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

# An archive: the fuzzer looks through the counters of all that is linked.
$(BUILD)/fuzz/lib.a: $(FUZZLIB) $(MODELS)
	@rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/fuzz/%: tests/fuzz/%.c $(BUILD)/fuzz/lib.a
	$(FUZZCC) -fsanitize=fuzzer -o $@ $^ $(LDLIBS)

check: deps
	@+$(SUBMAKE) all units
	@sh tests/run.sh $(BUILD) $(UNITS) $(BUILD)/faults/io_test

# Every fault that is possible; make check tries a sample.
check-faults: all $(FAULTS)
	@$(BUILD)/faults/io_test
	@sh tests/faults/run.sh $(BUILD) 0

units: $(UNITS) $(STAGE) $(GROUPS) $(FAULTS)

# How time and memory grow on hard texts.
hostile: all $(FAULTS)
	@sh tests/hostile/run.sh $(BUILD)

# Branches of lib and tools that make check takes, with more faults; without
# the sandbox, which would not let the counts be written.
COVER = $(BUILD)/coverage
MCDC  = $(BUILD)/mcdc
COUNT = -O0 -g -DNO_SANDBOX
GCOV  = $(COUNT) --coverage -fprofile-update=atomic
LLVM  = $(COUNT) -fprofile-instr-generate -fcoverage-mapping -fcoverage-mcdc
coverage:
	@sh tests/deps.sh install $(PKG_BUILD) $(PKG_CHECK) gcovr
	@mkdir -p $(COVER)
	$(CC) -c -o $(COVER)/exit.o tests/coverage/exit.c
	@$(SUBMAKE) BUILD=$(COVER) HARDEN= all units \
	    CFLAGS='$(GCOV)' \
	    HARDLD='-Wl,--wrap=_exit,-u,__gcov_dump $(COVER)/exit.o'
	@find $(COVER) -name '*.gcda' -delete
	-@GCOV_ERROR_FILE=/dev/null FAULTS=8000 sh tests/run.sh $(COVER) \
	    $(UNITS:$(BUILD)/%=$(COVER)/%) $(COVER)/faults/io_test
	gcovr --branches --exclude-throw-branches -r . -f lib/ -f tools/ \
	    --exclude-unreachable-branches --object-directory $(COVER)

mcdc:
	@sh tests/deps.sh install $(PKG_BUILD) $(PKG_CHECK) clang-19 llvm-19
	@mkdir -p $(MCDC)
	$(CC) -c -o $(MCDC)/exit.o tests/coverage/exit.c
	@LLVM_PROFILE_FILE=/dev/null $(SUBMAKE) BUILD=$(MCDC) CC=clang-19 \
	    HARDEN= all units CFLAGS='$(LLVM)' \
	    HARDLD='-Wl,--wrap=_exit $(MCDC)/exit.o'
	@sh tests/coverage/mcdc.sh $(MCDC) $(UNITS:$(BUILD)/%=$(MCDC)/%)

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

.PHONY: check check-faults coverage mcdc hostile mutants units lint bench \
        fuzz scale
