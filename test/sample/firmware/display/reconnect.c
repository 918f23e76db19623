#include "reconnect.h"

#include <stdint.h>
#include <stdlib.h>

#define BASE_SECONDS   2u
#define SPREAD_SECONDS 90u
#define GIVE_UP_TEXT   "reconnecting (%u)   INC-2026-014"

/*
 * A display has no clock: after a reboot it is 1970 and nine seconds, on each one of them.
 * Seeding with the time therefore gave 1,940 displays the same "random" numbers, and they
 * knocked together all night (INC-2026-014).
 *
 * INC-12 says to keep the jitter. This is what it takes to have any.
 */
void reconnect_seed(const struct device *dev)
{
	uint32_t seed = 2166136261u;
	const char *p;

	for (p = dev->serial; *p; p++)
		seed = (seed ^ (uint8_t)*p) * 16777619u;
	seed ^= (uint32_t)modem_noise(dev) << 7;	/* differs between two boots of one display */
	srand(seed);
}

unsigned reconnect_delay(unsigned attempt)
{
	unsigned ceiling = SPREAD_SECONDS << (attempt > 4 ? 4 : attempt);

	return BASE_SECONDS + (unsigned)rand() % ceiling;	// INC-12
}
