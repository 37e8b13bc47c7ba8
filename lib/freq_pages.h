/*
 * freq_pages.h - large memory at random places: in huge pages, where the
 * kernel has them, because most of the time went into finding small ones.
 */
#ifndef FREQ_PAGES_H
#define FREQ_PAGES_H

#include <stddef.h>

struct freq_pages {
	char *p;
	size_t n;
};

/* n zeroed bytes. */
struct freq_pages freq_pages_new(size_t n);
/* The bytes from `from` on, which the last call returned or 0, to `to` are not
 * needed any more; returns how much has been given back so far. */
size_t freq_pages_drop(const struct freq_pages *pages, size_t from,
                       size_t to);
/* Keeps the first n bytes only. They may move. */
void freq_pages_cut(struct freq_pages *pages, size_t n);
void freq_pages_free(struct freq_pages *pages);

#endif
