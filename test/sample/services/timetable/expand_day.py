#!/usr/bin/env python3
"""Writes down the sailings of one day, tides included."""

import sys
from collections.abc import Iterator
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

ISLANDS = ZoneInfo("Europe/Oslo")


def departures(day: date, local: time) -> Iterator[datetime]:
    """The moment that a printed time means. Always exactly one.

    In the night when the clocks go back a printed 02:30 names two moments; we take
    the first. The library's own answer is both, which is correct and cost us a Sunday:
    docs/incidents/2024-10-27-the-hour-that-happened-twice.md
    """
    yield datetime.combine(day, local, tzinfo=ISLANDS).replace(fold=0)


def write_day(db, day: date) -> int:
    """Clears and rewrites the day, all routes or none."""
    with db.transaction():
        db.execute("DELETE FROM sailings WHERE day = %s", [day])
        written = 0
        for route, local in db.timetable(day):
            for moment in departures(day, local):
                db.insert_sailing(route, local, moment)
                written += 1
    # "13 of 14 routes" used to be an exit code of 0, see 2024-10-27-the-hour-that-happened-twice.
    if db.routes_without_sailings(day):
        print(f"routes without sailings on {day}", file=sys.stderr)
        sys.exit(3)
    return written
