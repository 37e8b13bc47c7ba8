/* clean_model.c - the weights of the stages of clean_page.h. */
#include "clean_model.h"

#include <limits.h>

#include <stdlib.h>

#include "arena.h"
#include "err.h"
#include "reader.h"

extern const char model_clean[], model_clean_end[];

static const char task[] = "clean";

static uint32_t
hash_of(uint32_t feature)
{
	return feature >= CLEAN_HASHED ? feature
	       : model_feature(feature / CLEAN_VALUES,
	                       feature % CLEAN_VALUES);
}

void
clean_model_hash(struct clean_features *f)
{
	for (size_t i = 0; i < f->n; i++)
		f->v[i] = hash_of(f->v[i]);
}

void
clean_stage_unpack(struct clean_stage *s, size_t stage)
{
	uint32_t count = CLEAN_TEMPLATES * CLEAN_VALUES;

	s->dense = mem_alloc(count, sizeof(*s->dense));
	for (uint32_t i = 0; i < count; i++) {
		uint32_t h = hash_of((uint32_t)stage * count + i);

		s->dense[i] = (int16_t)model_score(&s->model, &h, 1);
	}
}

/* Takes the next model file off the row. */
static struct str
next_file(struct str *row)
{
	struct str file = *row;
	unsigned char bits = row->n < MODEL_HEADER
	                         ? UCHAR_MAX : (unsigned char)row->p[16];

	if (bits <= MODEL_BITS_MAX)
		file = str_head(*row, MODEL_HEADER + ((size_t)2 << bits));
	*row = str_from(*row, file.n);
	return file;
}

bool
clean_model_open(struct clean_model *m, const char *path)
{
	struct str name = str_of(path);
	struct str row = { model_clean,
		           (size_t)(model_clean_end - model_clean) };

	if (path != NULL) {
		if (!reader_all(&m->hold, path))
			return false;
		row = buf_str(&m->hold);
	}
	for (size_t i = 0; i < CLEAN_MODELS; i++) {
		struct clean_stage *s = &m->stage[i];

		if (!model_open(&s->model, next_file(&row), task, name))
			return false;
		clean_stage_unpack(s, i);
	}
	return true;
}

int32_t
clean_model_score(const struct clean_stage *s, const struct clean_features *f)
{
	int32_t sum = 0;

	for (size_t i = 0; i < f->n; i++)
		sum += f->v[i] >= CLEAN_HASHED
		       ? model_score(&s->model, &f->v[i], 1)
		       : s->dense[f->v[i] % (CLEAN_TEMPLATES * CLEAN_VALUES)];
	return sum;
}

void
clean_model_release(struct clean_model *m)
{
	for (size_t i = 0; i < CLEAN_MODELS; i++)
		free(m->stage[i].dense);
	buf_release(&m->hold);
}
