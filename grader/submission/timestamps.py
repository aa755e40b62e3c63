"""Read the time at which a submission was handed in, in whatever form it was written down, or say that it cannot be.

Nothing is guessed: a date without a year, or one whose day and month may be exchanged, is no time.
"""

import re
from datetime import UTC, datetime, timedelta, tzinfo

from dateutil import parser, tz

from grader.submission.decoding import decode

LONGEST = 200  # characters
NBGRADERS = "%Y-%m-%d %H:%M:%S.%f UTC"  # the form that nbgrader writes and reads
_ISO = re.compile(r"\d{4}-\d\d?-\d\d?([T ]|$)")
_NUMBERS = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\b\d{4}/\d{1,2}/\d{1,2}\b")
_EPOCH = re.compile(r"\d{9,10}(\.\d+)?|\d{12,13}")
# zones that mean one thing only in the places that write them so; IST, BST or CST mean several
_ZONES = {
    "UTC": 0,
    "GMT": 0,
    "Z": 0,
    "CET": 1,
    "MEZ": 1,
    "CEST": 2,
    "MESZ": 2,
    "EET": 2,
    "EEST": 3,
    "WET": 0,
    "WEST": 1,
}
_ZONES |= {"EST": -5, "EDT": -4, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7}
_GERMAN = ("Jan", "Feb", "Mär|Mrz|März", "Apr", "Mai", "Jun", "Jul", "Aug", "Sep", "Okt", "Nov", "Dez")


class _Names(parser.parserinfo):
    """English and German names of days and months."""

    WEEKDAYS: list[tuple[str, ...]] = [  # type: ignore[assignment]  # dateutil takes any number of names
        (*english, german, short)
        for english, german, short in zip(
            parser.parserinfo.WEEKDAYS,
            ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
            ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
            strict=True,
        )
    ]
    MONTHS = [
        (*english, *german.split("|"), *longer)
        for english, german, longer in zip(
            parser.parserinfo.MONTHS,
            _GERMAN,
            (("Januar",), ("Februar",), (), (), (), ("Juni",), ("Juli",), (), (), ("Oktober",), (), ("Dezember",)),
            strict=True,
        )
    ]


def read_stamp(data: bytes) -> tuple[datetime | None, str]:
    """Return (time in UTC, without a zone, or None; what is to be said about the form, or "").

    >>> read_stamp(b"2026-11-27 10:00:00.000000 UTC")
    (datetime.datetime(2026, 11, 27, 10, 0), '')
    >>> read_stamp(b"yesterday")
    (None, "the time stamp 'yesterday' cannot be read: when this was handed in is not known")
    """
    text, encoding = decode(data[: 4 * LONGEST])
    text = text.strip("\ufeff \t\r\n\0")
    if not text:
        return None, "the time stamp is empty: when this was handed in is not known"
    time, zone = _read(text)
    shown = text[:60]
    if time is None:
        return None, f"the time stamp {shown!r} cannot be read: when this was handed in is not known"
    if not zone and not _ISO.match(text):
        return time, f"the time stamp {shown!r} names no time zone: read as {_shown(time)}"
    if encoding or not _ISO.match(text):
        return time, f"the time stamp {shown!r} is not in nbgrader's form: read as {_shown(time)}"
    return time, ""


def _shown(time: datetime) -> str:
    return f"{time.isoformat(' ', 'seconds')} UTC"


def _read(text: str) -> tuple[datetime | None, bool]:
    """Return (time in UTC or None, whether a zone was named)."""
    try:
        if _EPOCH.fullmatch(text):
            seconds = float(text) / (1000 if len(text.split(".")[0]) > 10 else 1)
            return datetime.fromtimestamp(seconds, UTC).replace(tzinfo=None), True
        if len(text) > LONGEST or _may_be_exchanged(text):
            return None, False
        found = {_parsed(text, default) for default in (datetime(2001, 1, 1), datetime(2002, 2, 2, 2, 2))}
        if len(found) != 1:  # some part is missing, and was taken from the default
            return None, False
        (time,) = found
        named = time.tzinfo is not None
        time = time.astimezone(UTC).replace(tzinfo=None) if named else time
        return (time, named) if 1990 <= time.year <= 2200 else (None, False)
    except (ValueError, OverflowError, OSError, TypeError, AttributeError, IndexError):
        return None, False


def _may_be_exchanged(text: str) -> bool:
    """Is this a date in numbers of which nobody can say which is the day?  With points it is the first."""
    found = _NUMBERS.search(text)
    if not found or _ISO.match(text) or "." in found[0] or re.match(r"\d{4}/", found[0]):
        return False
    first, second = re.split(r"[/-]", found[0])[:2]
    return int(first) <= 12 and int(second) <= 12


def _parsed(text: str, default: datetime) -> datetime:
    day_first = "." in (_NUMBERS.search(text) or [""])[0]
    zone = text.rsplit(" ", 1)[-1]
    named = tz.gettz(zone) if "/" in zone else None
    if named:  # the name of a place, as nbgrader may be told to write
        return parser.parse(text.removesuffix(zone), default=default).replace(tzinfo=named)
    time = parser.parse(text, _Names(), default=default, dayfirst=day_first, tzinfos=_zone)
    return time


def _zone(name: str | None, offset: int | None) -> tzinfo | None:
    if offset is not None:
        return tz.tzoffset(name, offset)
    if name is None:
        return None
    if name.upper() not in _ZONES:
        raise ValueError(f"the zone {name} may mean several")
    return tz.tzoffset(name, timedelta(hours=_ZONES[name.upper()]))
