/*
 * freq_link.h - web and e-mail addresses, which are one word each.
 */
#ifndef FREQ_LINK_H
#define FREQ_LINK_H

#include <stddef.h>

#include "str.h"

/* The end of the web address that starts at `at`, or `at`. */
size_t freq_url_end(struct str text, size_t at);
/* The same for an e-mail address. */
size_t freq_mail_end(struct str text, size_t at);

#endif
