-- 0142: one partial index on holds instead of two full ones
--
-- Strong locks stand in line with everybody else, and everybody behind them waits:
-- docs/incidents/2024-03-13-migration-lock-queue.md. So: two seconds, then give up and
-- let the runner come back later. ADR 4 has the wording.

SET lock_timeout = '2s';

ALTER TABLE holds ADD COLUMN IF NOT EXISTS released_at timestamptz;

RESET lock_timeout;

-- Only live holds are ever searched by expiry. Most of the churn since INC-7 is on rows
-- that have been released already, and it is what the old index choked on in INC-31.
CREATE INDEX CONCURRENTLY IF NOT EXISTS holds_live_expires_at_idx
    ON holds (expires_at)
 WHERE released_at IS NULL;

/* TODO(INC-31): drop holds_expires_at_idx in 0143, after a week of both. If this file is
   interrupted, look for an invalid ..._ccnew first; Postgres goes on feeding it. */

COMMENT ON INDEX holds_live_expires_at_idx IS 'replaces holds_expires_at_idx, INC-31';

DO $$
BEGIN
  -- INC-31#what-was-difficult: "success" is not the same as "removed"
  IF EXISTS (SELECT 1 FROM pg_index WHERE NOT indisvalid) THEN
    RAISE EXCEPTION 'there is an invalid index, see notebook of 2024-07-31';
  END IF;
END
$$;
