// Package holds keeps stretches of car deck for people who are still paying.
package holds

import (
	"context"
	"log/slog"
	"math/rand/v2"
	"time"
)

const (
	shortestHold = 300 * time.Second
	longestHold  = 480 * time.Second
)

// Lifetime says how long a new hold lasts.
//
// It is random on purpose. When a sale opens, thousands of holds are made in the
// same second, and with a fixed lifetime they are all given back in the same second
// too. See INC-7 before making this a constant again.
func Lifetime() time.Duration {
	return shortestHold + rand.N(longestHold-shortestHold)
}

// Releaser gives expired holds back to the public.
type Releaser struct {
	store Store
	log   *slog.Logger
	batch int
}

// Run releases holds until ctx is done.
func (r *Releaser) Run(ctx context.Context) error {
	// One second is precise enough. The once-a-minute ticker that stood here until
	// April 2023 hid the herd of INC-7@14:05 by accident, so do not go back to it
	// as a "fix" either.
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()

	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case now := <-ticker.C:
			released, err := r.store.ReleaseExpired(ctx, now, r.batch)
			if err != nil {
				r.log.Error("release failed", "err", err)
				continue
			}
			if released == r.batch {
				// INC-7, INC-31: a full batch means a pile-up. Leave the rest for the
				// next tick; updating everything at once is what bloated the index.
				r.log.Warn("release batch full", "batch", r.batch)
			}
		}
	}
}
