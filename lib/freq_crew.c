/* freq_crew.c - threads that count the words of blocks of text. */
#include "freq_crew.h"

#include <pthread.h>
#include <stdlib.h>

#include "arena.h"
#include "buf.h"
#include "freq_scan.h"

/* Texts are handed over when they are so many bytes: small enough to be still
 * in the processor's memory, large enough that waiting is rare. */
enum { BLOCK = 512 * 1024 };

struct worker {
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t changed;
	struct buf block;  /* what waits for it, when full */
	bool full, ended;  /* no more is to come */
	struct freq_table table;
	struct freq_scan scan;
	uint64_t words;
};

struct freq_crew {
	struct buf block;  /* what is being filled */
	size_t next;       /* whose turn it is */
	size_t n;
	struct worker worker[];
};

/* Waits for a block, and takes it; false at the end. */
static bool
take_block(struct worker *w, struct buf *block)
{
	struct buf old = *block;
	bool taken;

	pthread_mutex_lock(&w->lock);
	while (!w->full && !w->ended)
		pthread_cond_wait(&w->changed, &w->lock);
	taken = w->full;
	if (taken) {
		*block = w->block;
		w->block = old;
		w->full = false;
		pthread_cond_signal(&w->changed);
	}
	pthread_mutex_unlock(&w->lock);
	return taken;
}

static void *
work(void *context)
{
	struct worker *w = context;
	struct buf block = { 0 };

	while (take_block(w, &block))
		freq_scan_text(&w->scan, buf_str(&block));
	w->words = freq_scan_end(&w->scan);
	buf_release(&block);
	return NULL;
}

struct freq_crew *
freq_crew_open(unsigned threads, unsigned rules)
{
	struct freq_crew *c = mem_alloc(
	    1, sizeof(*c) + threads * sizeof(c->worker[0]));

	c->n = threads;
	for (size_t i = 0; i < c->n; i++) {
		struct worker *w = &c->worker[i];

		pthread_mutex_init(&w->lock, NULL);
		pthread_cond_init(&w->changed, NULL);
		freq_table_init(&w->table, sizeof(struct freq_slot));
		freq_scan_open(&w->scan, &w->table, rules);
		if (pthread_create(&w->thread, NULL, work, w) != 0)
			mem_fail();
	}
	return c;
}

static void
hand_over(struct freq_crew *c)
{
	struct worker *w = &c->worker[c->next];
	struct buf empty;

	pthread_mutex_lock(&w->lock);
	while (w->full)
		pthread_cond_wait(&w->changed, &w->lock);
	empty = w->block;
	w->block = c->block;
	w->full = true;
	pthread_cond_signal(&w->changed);
	pthread_mutex_unlock(&w->lock);
	c->block = empty;
	buf_clear(&c->block);
	c->next = (c->next + 1) % c->n;
}

void
freq_crew_add(struct freq_crew *c, struct str text)
{
	buf_add(&c->block, text);
	buf_char(&c->block, '\n'); /* no word goes on into the next text */
	if (c->block.n >= BLOCK)
		hand_over(c);
}

static void
dismiss(struct worker *w)
{
	pthread_mutex_lock(&w->lock);
	w->ended = true;
	pthread_cond_signal(&w->changed);
	pthread_mutex_unlock(&w->lock);
}

static void
add_table(struct freq_table *to, const struct freq_table *from)
{
	for (size_t i = 0; i < from->room; i++) {
		const struct freq_slot *s = freq_slot_at(from, i);

		if (s->key.a == 0)
			continue;
		if (freq_key_long(s->key))
			freq_table_add(to, freq_slot_key(s))->count +=
			    s->count;
		else
			freq_table_add_short(to, s->key)->count += s->count;
	}
}

static void
end_worker(struct worker *w, struct freq_table *t, uint64_t *words)
{
	pthread_join(w->thread, NULL);
	add_table(t, &w->table);
	*words += w->words;
	freq_table_release(&w->table);
	freq_scan_close(&w->scan);
	buf_release(&w->block);
	pthread_mutex_destroy(&w->lock);
	pthread_cond_destroy(&w->changed);
}

void
freq_crew_close(struct freq_crew *c, struct freq_table *t, uint64_t *words)
{
	hand_over(c);
	for (size_t i = 0; i < c->n; i++)
		dismiss(&c->worker[i]);
	for (size_t i = 0; i < c->n; i++)
		end_worker(&c->worker[i], t, words);
	buf_release(&c->block);
	free(c);
}
