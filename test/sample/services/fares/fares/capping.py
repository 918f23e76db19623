"""Weekly caps: nobody pays more in a week than the price of a weekly pass.

What a week is turned out to be less obvious than it sounds. Read INC-35 first,
including the comments by Mr Ekelund's table.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

ISLANDS = ZoneInfo("Europe/Oslo")
CLOSING_LOG = "cap week closed, incident_count=%d (runbook INC-35)"


@dataclass(frozen=True)
class Tap:
    boarded_at: datetime
    tapped_at: datetime
    fare_cents: int


def week_of(tap: Tap) -> date:
    """The Monday of the week a tap belongs to.

    A trip belongs to the day on which it began, even when the passenger taps on
    arrival, after midnight (INC-35).
    """
    day = tap.boarded_at.astimezone(ISLANDS).date()
    return day - timedelta(days=day.weekday())


def capped(taps: list[Tap], cap_cents: int) -> int:
    spent: dict[date, int] = {}
    for tap in sorted(taps, key=lambda each: each.boarded_at):
        week = week_of(tap)
        spent[week] = min(cap_cents, spent.get(week, 0) + tap.fare_cents)
    return sum(spent.values())


def closes_at(week: date) -> datetime:
    # Local midnight and not 22:00 UTC. The offset differs by season, and twice a year
    # within the night: INC-35 and 2024-10-27-the-hour-that-happened-twice.
    end = week + timedelta(days=7)
    return datetime(end.year, end.month, end.day, tzinfo=ISLANDS)
