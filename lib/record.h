/*
 * record.h - records of named fields on an out: TSV, CSV or JSON Lines.
 *
 * A record is one call a column, in the order of the columns, then
 * record_end(). Plain TSV may write any fields: names count only for CSV and
 * JSON. CSV is RFC 4180, quoted by libcsv where that is needed; ill-formed
 * bytes stay in TSV and CSV and become U+FFFD in JSON.
 */
#ifndef RECORD_H
#define RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "out.h"
#include "str.h"

enum record_form { RECORD_TSV, RECORD_CSV, RECORD_JSON };

struct record {
	struct out *out;
	enum record_form form;
	bool excel;  /* CSV: BOM, CRLF, formulas made text */
	const char *const *columns;
	const struct str *tail_name; /* columns behind those */
	struct str *tail;            /* and their fields */
	size_t ntail;
	size_t field; /* number of fields of the record so far */
	struct buf scratch;
};

/* columns: NULL-terminated, alive as long as the record. With header, CSV
 * begins with their line. */
void record_open(struct record *r, struct out *out, enum record_form form,
                 bool excel);
/* n more columns, to be set before the header; record_end() writes what is in
 * fields then. Both rows stay the caller's, alive as long as the record. */
void record_tail(struct record *r, const struct str *names, struct str *fields,
                 size_t n);
/* The line of column names, for CSV (nothing else has one). */
void record_header(struct record *r, const char *const *columns, bool shown);

/* An empty field is "-" in TSV, nothing in CSV, "" in JSON. */
void record_str(struct record *r, struct str field);
/* The same trimmed, with each run of white space written as one space. */
void record_flat(struct record *r, struct str field);
void record_num(struct record *r, uint64_t field);
/* With so many decimals; a value that is no number is written as none. */
void record_real(struct record *r, double field, int decimals);
void record_bool(struct record *r, bool field); /* 1 or 0; JSON true, false */
/* No value: "-", nothing, null. */
void record_none(struct record *r);
void record_end(struct record *r);
void record_release(struct record *r);

#endif
