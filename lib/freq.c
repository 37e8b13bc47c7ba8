/* freq.c - how often each word of a row of documents occurs. */
#include "freq.h"

#include <math.h>

/* The sum of freq_wide.spread is kept in whole units, so that it does not
 * depend on the order of the documents and can be merged exactly. */
static const double spread_units = 1 << 20;

void
freq_open(struct freq *f, const struct freq_opts *opts)
{
	*f = (struct freq){ .opts = *opts };
	if (opts->docs) {
		freq_table_init(&f->all, sizeof(struct freq_wide));
		freq_table_init(&f->doc, sizeof(struct freq_slot));
		freq_scan_open(&f->scan, &f->doc, opts->rules);
	} else {
		freq_table_init(&f->all, sizeof(struct freq_slot));
		freq_scan_open(&f->scan, &f->all, opts->rules);
	}
}

/* v of a document's n words are the same: v * log2(v / n), rounded up, so that
 * no dispersion comes out below 0. */
static int64_t
spread_of(uint64_t v, uint64_t n)
{
	double x = (double)v;

	return (int64_t)ceil(x * log2(x / (double)n) * spread_units);
}

static void
add_to_all(struct freq *f, const struct freq_slot *s)
{
	struct freq_slot *to;
	struct freq_wide *wide;

	if (freq_key_long(s->key))
		to = freq_table_add(&f->all, freq_slot_key(s));
	else
		to = freq_table_add_short(&f->all, s->key);
	wide = (struct freq_wide *)(void *)to;
	wide->slot.count += s->count;
	wide->spread += spread_of(s->count, f->scan.words);
	wide->docs++;
}

static void
end_document(struct freq *f)
{
	const char *end = f->doc.slots + freq_table_bytes(&f->doc);

	for (const char *p = f->doc.slots; p < end; p += f->doc.size) {
		const void *slot = p;

		if (((const struct freq_slot *)slot)->key.a != 0)
			add_to_all(f, slot);
	}
	freq_table_clear(&f->doc);
}

void
freq_part(struct freq *f, const struct doc *part)
{
	freq_scan_text(&f->scan, part->text);
	if (!part->last)
		return;
	if (f->opts.docs)
		end_document(f);
	f->words += f->scan.words;
	f->scan.words = 0;
}

struct freq_list
freq_finish(struct freq *f, const struct freq_order *order)
{
	return freq_sort(&f->all, order);
}

void
freq_close(struct freq *f)
{
	freq_table_release(&f->all);
	if (f->opts.docs)
		freq_table_release(&f->doc);
	freq_scan_close(&f->scan);
}

double
freq_per_million(uint64_t count, uint64_t words)
{
	return words == 0 ? NAN : (double)count * 1e6 / (double)words;
}

double
freq_dkl(const struct freq_item *item, uint64_t words)
{
	double f = (double)item->count;
	double dkl = (double)item->spread / spread_units / f +
	             log2((double)words / f);

	return dkl < 0 ? 0 : dkl; /* rounding of the last bits */
}
