"""Decide whose a submission is: by an id that is written out, by the platform's own number, or by the whole name.

A name that fits two students, or a name and a number of two, fits nobody.
"""

import unicodedata
from collections.abc import Iterable

from grader.cohort.collecting.downloads import Named
from grader.roster import STUDENT, WITHDRAWN, Person

_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "ñ": "n"})


class Roster:
    """Who may have handed in: people by what a platform may call them."""

    def __init__(self, people: Iterable[Person], numbers: dict[str, str] | None = None):
        self.people = {person.id: person for person in people if person.role in (STUDENT, WITHDRAWN)}
        self._by_id: dict[str, set[str]] = {}
        self._by_name: dict[str, set[str]] = {}
        self._by_number: dict[str, set[str]] = {}
        for person in self.people.values():
            for written in {person.id.casefold(), person.email.casefold()} - {""}:
                self._by_id.setdefault(written, set()).add(person.id)
            if person.first_name or person.last_name:
                for name in (person.first_name + person.last_name, person.last_name + person.first_name):
                    for key in keys_of(name):
                        self._by_name.setdefault(key, set()).add(person.id)
        for student, number in (numbers or {}).items():
            self._by_number.setdefault(number, set()).add(student)

    def find(self, named: Named) -> tuple[str | None, str]:
        """Return (student or None, why there is none)."""
        by_id = self._all(self._by_id, (text.casefold() for name in named.ids for text in spellings(name)))
        by_number = self._by_number.get(named.number, set()) if named.number else set()
        by_name = self._all(
            self._by_name, (k for name in named.names for text in spellings(name) for k in keys_of(text))
        )
        found = by_id | by_number
        if found and by_name and not found & by_name:
            return None, f"its id or number is that of {_listed(found)}, its name that of {_listed(by_name)}"
        fits = (found & by_name or found) if found else by_name
        if len(fits) > 1:
            return None, f"it fits {_listed(fits)}"
        if not fits:
            return None, "nobody in the roster has this name or id"
        (student,) = fits
        if self.people[student].role == WITHDRAWN:
            return None, f"{student} has withdrawn"
        return student, ""

    def knows(self, text: str) -> bool:
        """Is this somebody's id or name?"""
        return text.casefold() in self._by_id or any(key in self._by_name for key in keys_of(text))

    @staticmethod
    def _all(index: dict[str, set[str]], texts: Iterable[str]) -> set[str]:
        return set().union(*(index.get(text, ()) for text in texts))


def keys_of(name: str) -> set[str]:
    """Return the forms in which a name is compared: no marks, spaces, capitals; with umlauts written out, too.

    >>> sorted(keys_of("Müller-Lüdenscheid, A."))
    ['muellerluedenscheida', 'mullerludenscheida']
    """
    low = unicodedata.normalize("NFC", name).casefold()
    return {_plain(low), _plain(low.translate(_WRITTEN_OUT))} - {""}


def _plain(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if letter.isalnum())


def spellings(text: str) -> set[str]:
    """Return a name as a zip has it, and as it was meant where the zip did not say its encoding."""
    found = {text}
    for encoding in ("utf-8", "cp1252"):
        try:
            found.add(text.encode("cp437").decode(encoding))
        except UnicodeError:
            continue
    return found


def _listed(students: Iterable[str]) -> str:
    return " and ".join(sorted(students))
