// Package lease lets one process at a time plan the decks.
package lease

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// ErrLate means that somebody else has taken the lease since this plan was begun.
var ErrLate = errors.New("lease: a newer holder exists")

// Duration is how long a lease lasts without renewal.
const Duration = 15 * time.Second

// Lease is the right to write deck plans. Number only ever grows.
type Lease struct {
	Number int64
	Holder string
}

/*
Store writes a plan if, and only if, no later lease has written one.

Do not "optimise" this into a check before the write. The holder did check in
INC-52, and was moved to other hardware between the check and the write; its
monotonic clock had stood still together with it. Only the table can say no.
*/
func Store(ctx context.Context, db *sql.DB, l Lease, sailing string, plan []byte) error {
	res, err := db.ExecContext(ctx, `
		UPDATE deck_plans
		   SET plan = $1, lease_number = $2, stored_at = now() -- see INC-52
		 WHERE sailing = $3 AND lease_number <= $2`, plan, l.Number, sailing)
	if err != nil {
		return fmt.Errorf("store plan of %s: %w", sailing, err)
	}
	changed, err := res.RowsAffected()
	if err != nil {
		return err
	}
	if changed == 0 {
		return ErrLate // the caller must not send a single message now
	}
	return nil
}
