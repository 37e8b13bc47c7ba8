/* model.c - linear models with hashed features and integer weights. */
#include "model.h"

#include <string.h>
#include <zlib.h>

#include "err.h"
#include "reader.h"

enum { TASK_AT = 8, BITS_AT = 16, CRC_AT = 20 };

static const char magic[] = "newsmodl";

static uint32_t
get32(const unsigned char *p)
{
	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	       (uint32_t)p[3] << 24;
}

static uint32_t
checksum(const unsigned char *p, size_t n)
{
	return (uint32_t)crc32_z(0, p, n);
}

static bool
task_is(struct str blob, const char *task)
{
	char padded[8] = { 0 };

	memcpy(padded, task, strnlen(task, sizeof(padded)));
	return memcmp(blob.p + TASK_AT, padded, sizeof(padded)) == 0;
}

/* Why blob is no model for task; NULL when it is one. */
static const char *
fault(struct str blob, const char *task)
{
	const unsigned char *p = (const unsigned char *)blob.p;

	if (blob.n < MODEL_HEADER || memcmp(p, magic, 8) != 0)
		return "not a model file";
	if (!task_is(blob, task))
		return "a model of another task or version";
	if (checksum(p + MODEL_HEADER, blob.n - MODEL_HEADER) !=
	    get32(p + CRC_AT))
		return "a broken model file";
	return NULL;
}

bool
model_unwrap(struct str blob, const char *task, struct str path,
             struct str *body)
{
	const char *reason = fault(blob, task);

	if (reason != NULL) {
		err_report(path, reason);
		return false;
	}
	*body = str_from(blob, MODEL_HEADER);
	return true;
}

bool
model_open(struct model *m, struct str blob, const char *task,
           struct str path)
{
	struct str body;
	int bits;

	if (!model_unwrap(blob, task, path, &body))
		return false;
	bits = (unsigned char)blob.p[BITS_AT];
	if (bits > MODEL_BITS_MAX || body.n != (size_t)2 << bits) {
		err_report(path, "a model file of the wrong size");
		return false;
	}
	m->weight = (const unsigned char *)body.p;
	m->mask = (1U << bits) - 1;
	return true;
}

bool
model_load(struct model *m, struct buf *hold, const char *task,
           const char *path)
{
	return reader_all(hold, path) &&
	       model_open(m, buf_str(hold), task, str_of(path));
}

int32_t
model_score(const struct model *m, const uint32_t *feature, size_t n)
{
	int32_t sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += model_weight(m, feature[i]);
	return sum;
}

int
model_probability(int32_t score)
{
	/* 1000 / (1 + e^-x) for x = 0, 0.5, ... 7 */
	static const int table[] = { 500, 622, 731, 818, 881, 924, 953, 971,
		                     982, 989, 993, 996, 998, 998, 999 };
	enum { STEP = MODEL_ONE / 2, LAST = 14 };
	int32_t x = score < 0 ? -(score + 1) : score;
	int p = table[LAST];

	if (x / STEP < LAST) {
		int i = x / STEP;

		p = table[i] + (table[i + 1] - table[i]) * (x % STEP) / STEP;
	}
	return score < 0 ? 1000 - p : p;
}

/* The finaliser of MurmurHash3 (Appleby): every bit reaches the low bits. */
static uint32_t
mixed(uint32_t h)
{
	h ^= h >> 16;
	h *= 0x85EBCA6BU;
	h ^= h >> 13;
	h *= 0xC2B2AE35U;
	return h ^ h >> 16;
}

uint32_t
model_feature(uint32_t template, uint32_t value)
{
	return mixed(mixed(template + 0x9E3779B9U) ^ value);
}

uint32_t
model_feature_str(uint32_t template, struct str value)
{
	uint32_t h = 0x811C9DC5U;

	for (size_t i = 0; i < value.n; i++)
		h = (h ^ (unsigned char)value.p[i]) * 0x01000193U;
	return model_feature(template, h);
}

static void
put32(unsigned char *p, uint32_t x)
{
	for (int i = 0; i < 4; i++)
		p[i] = (unsigned char)(x >> 8 * i);
}

/* Everything but the body and its checksum; returns where the header is. */
static unsigned char *
put_header(struct buf *out, const char *task, size_t body)
{
	unsigned char *p = (unsigned char *)buf_reserve(out, MODEL_HEADER +
	                                                     body);

	memset(p, 0, MODEL_HEADER);
	memcpy(p, magic, 8);
	memcpy(p + TASK_AT, task, strnlen(task, 8));
	out->n += MODEL_HEADER + body;
	return p;
}

void
model_wrap(struct buf *out, const char *task, struct str body)
{
	unsigned char *p = put_header(out, task, body.n);

	if (body.n > 0)
		memcpy(p + MODEL_HEADER, body.p, body.n);
	put32(p + CRC_AT, checksum(p + MODEL_HEADER, body.n));
}

void
model_write(struct buf *out, const char *task, const int16_t *weight,
            size_t count)
{
	unsigned char *p = put_header(out, task, 2 * count);
	unsigned char *w = p + MODEL_HEADER;

	while (((size_t)1 << p[BITS_AT]) < count)
		p[BITS_AT]++;
	for (size_t i = 0; i < count; i++) {
		w[2 * i] = (unsigned char)((uint16_t)weight[i] & 0xFF);
		w[2 * i + 1] = (unsigned char)((uint16_t)weight[i] >> 8);
	}
	put32(p + CRC_AT, checksum(w, 2 * count));
}
