/*
 * clean_wrap.h - text whose paragraphs were broken at a width.
 *
 * Renderers and mail break lines at 60 to 130 columns. The width shows itself:
 * many lines end just below it, and the first word of the line after each of
 * them would not have fitted.
 */
#ifndef CLEAN_WRAP_H
#define CLEAN_WRAP_H

#include <stdbool.h>
#include <stddef.h>

#include "clean_line.h"

/* The width in code points at which the rows of l are broken; 0: they are
 * not. Blocks are not used; sets the columns of the rows. */
size_t clean_wrap_width(struct clean_lines *l);
/* Whether row i > 0 continues the row before it. l->width is used. */
bool clean_wrap_joins(const struct clean_lines *l, size_t i);

#endif
