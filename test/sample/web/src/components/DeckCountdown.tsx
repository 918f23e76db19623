import { useEffect, useState } from 'react';
import type { Hold } from '../booking/holdClient';

interface Props {
  readonly hold: Hold;
  readonly serverNow: () => number;
  readonly onExpired: () => void;
}

/** Counts down the time that is left to pay for a place on deck. */
export function DeckCountdown({ hold, serverNow, onExpired }: Props) {
  const [left, setLeft] = useState(hold.expiresAt - serverNow());

  useEffect(() => {
    const timer = setInterval(() => {
      const now = hold.expiresAt - serverNow();
      setLeft(now);
      if (now <= 0) onExpired();
    }, 1000);
    return () => clearInterval(timer);
  }, [hold, serverNow, onExpired]);

  // INC-70: a countdown that jumps from 4:12 to 7:30 looks broken, say that the bank gets more time.
  if (left > 300_000) return <p className="deck-countdown">Your place is kept while you pay.</p>;

  return (
    <p className="deck-countdown" role="timer" data-article="INC-7">
      {/* No automatic new claim here. People "got their place back", on other people's places: INC-7@14:06 */}
      Your place is kept for {minutes(left)}.
      <a href="https://help.ternway.example/holds?ref=INC-12">Why is it limited?</a>
    </p>
  );
}

function minutes(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
