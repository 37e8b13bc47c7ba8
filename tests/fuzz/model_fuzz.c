/* model_fuzz.c - any bytes as a model: refused, or scores without harm. */
#include "fuzz.h"
#include "model.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str blob = { (const char *)data, size };
	struct model m;

	if (model_open(&m, blob, "test", STR("fuzz"))) {
		uint32_t f[3] = { 0, UINT32_MAX, model_feature(1, 2) };
		int p = model_probability(model_score(&m, f, 3));

		LAW(p >= 0 && p <= 1000);
	}
	return 0;
}
