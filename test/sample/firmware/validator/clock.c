/*
 * What time is it on a boat?
 *
 * At the quay NTP answers. At sea the ship's GPS receiver does, and it may be wrong by
 * 1,024 weeks, as three boats were in February 2024 (INC-19). A wrong year turns every
 * ticket red and every certificate into one that is "not yet valid".
 */
#include "clock.h"

#include <stdbool.h>
#include <stdint.h>

#define HOURS(n) ((int64_t)(n) * 3600)

/* Quartz drifts two seconds a day. 26 h of slack would take decades to reach. */
#define MAX_STEP HOURS(26)

static int64_t quartz_now(const struct clock *c)
{
	return c->quartz_epoch + (int64_t)(c->ticks / TICKS_PER_SECOND);
}

static bool plausible(const struct clock *c, int64_t candidate)
{
	int64_t step = candidate - quartz_now(c);

	if (candidate < FIRMWARE_BUILT_AT)	/* INC-19 */
		return false;
	return step < MAX_STEP && step > -MAX_STEP;
}

/* Returns seconds since 1970, UTC. Sets c->source so that the screen can show a 'Q'. */
int64_t clock_now(struct clock *c)
{
	int64_t gps;

	if (ntp_fresh(c)) {
		c->source = SOURCE_NTP;
		return c->ntp_epoch + c->since_ntp;
	}
	if (gps_epoch(c, &gps) && plausible(c, gps)) {
		c->source = SOURCE_GPS;
		return gps;
	}
	/*
	 * Do not be tempted to refuse service here. INC-29 was partly made by crews who had
	 * learned in INC-19 that a red screen means nothing.
	 */
	c->source = SOURCE_QUARTZ;
	return quartz_now(c);
}
