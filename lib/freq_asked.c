/* freq_asked.c - wordfreq's options as the user gives them. */
#include "freq_asked.h"

#include "freq_word.h"
#include "stem.h"

static const char *
contradiction(const struct freq_asked *a, bool merge,
              const struct freq_opts *o)
{
	if (a->matrix && ((o->sizes & ~2U) || a->by != NULL || !a->plain))
		return "--dtm goes with none of -n, --by, --csv and --json";
	if (merge && (a->matrix || o->by == FREQ_BY_DOC || a->fields))
		return "--merge: lists of single documents (--by=doc, --dtm) "
		       "have nothing to add; put them one after another";
	if (merge && a->dispersion)
		return "--merge goes without --dispersion: dp needs the "
		       "counts of each document";
	if (a->dispersion && (a->plain || a->by != NULL))
		return "--dispersion goes with --csv or --json, without --by";
	if (a->fields && o->by != FREQ_BY_DOC)
		return "--fields goes with --by=doc";
	return NULL;
}

static const char *
read_values(const struct freq_asked *a, struct freq_opts *o)
{
	if (a->sizes != NULL &&
	    !freq_parse_sizes(str_of(a->sizes), &o->sizes))
		return "-n takes 1 to 9 words an n-gram; for the N most "
		       "frequent words use -k N";
	if (a->by != NULL) {
		o->field = str_of(a->by);
		o->by = str_eq(o->field, STR("doc")) ? FREQ_BY_DOC
		                                     : FREQ_BY_FIELD;
	}
	if (a->budget != NULL &&
	    (!freq_parse_bytes(str_of(a->budget), &o->budget) ||
	     o->budget < FREQ_BUDGET_MIN))
		return "-S takes a size of at least 16M";
	if (a->language == NULL)
		return NULL;
	o->stem = stem_open(a->language);
	return o->stem != NULL ? NULL
	                       : "--stem: no such language; english, german, "
	                         "french, spanish, russian and others are";
}

static void
read_stop_words(struct freq_asked *a, struct freq_opts *o)
{
	if (a->no_stop_words)
		freq_stop_english(&a->stop);
	if (a->stop_file != NULL)
		freq_stop_file(&a->stop, a->stop_file, o->rules);
	if (a->no_stop_words || a->stop_file != NULL)
		o->stop = &a->stop.words;
}

const char *
freq_settle(struct freq_asked *a, bool merge, struct freq_opts *o)
{
	const char *wrong = read_values(a, o);

	if (wrong == NULL)
		wrong = contradiction(a, merge, o);
	if (wrong != NULL)
		return wrong;
	o->rules = (a->keep_case ? FREQ_KEEP_CASE : 0U) |
	           (a->split_hyphens ? FREQ_SPLIT_HYPHENS : 0U);
	read_stop_words(a, o);
	o->across = a->across;
	o->docs = a->docs || !a->plain;
	o->dp = a->dispersion;
	o->matrix = a->matrix;
	o->order = a->order;
	o->threads = (unsigned)a->threads;
	o->order.by_word = a->sort_by == 1;
	return NULL;
}

void
freq_unsettle(struct freq_asked *a, struct freq_opts *o)
{
	freq_stop_release(&a->stop);
	stem_close(o->stem);
}
