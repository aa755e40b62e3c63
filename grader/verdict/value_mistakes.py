"""Say of the wrong entries of a student's value how they came to be.

A known mistake is named only if it gives every wrong entry, and hardly any that the student has right is wrong by it.
"""

import itertools
from typing import Any

import numpy as np

from course.checking.compare import Verdict
from course.checking.data import MistakeData, PackEntry
from course.checking.plain import Plain, from_lists, to_array
from course.checking.relations import relation
from course.checking.slips import Slip
from grader.verdict.entry import same_value, tensor, without_leading_ones

FEWEST_NUMBERS = 4  # in an entry of which all but one are right
MOSTLY = 3  # for each entry that speaks against a mistake so many have to speak for it


def explain_value(hidden: PackEntry, entries: dict[str, Plain], wrong: list[str]) -> list[Slip]:
    """Return what is behind the `wrong` entries: a known mistake, or two of them; often nothing.

    `entries` is {entry: plain data}, the key "" standing for a value without entries.
    """
    if not wrong:
        return []
    found = [
        (known, _covered(known, hidden, entries, wrong), _against(known, hidden, wrong))
        for known in hidden["misconceptions"]
    ]
    agreed = [(known, covered) for known, covered, against in found if not against]
    mostly = [(known, covered) for known, covered, against in found if MOSTLY * len(against) <= len(covered)]
    for candidates, count in ((agreed, 1), (agreed, 2), (mostly, 1)):
        for group in itertools.combinations(candidates, count):
            if set(wrong) == set().union(*(covered for _, covered in group)) and _each_its_own(group):
                return [Slip(known["name"], known["hint"]) for known, _ in group]
    return []


def describe_value(hidden: PackEntry, entries: dict[str, Plain], wrong: list[str]) -> list[Slip]:
    """Return how wrong entries differ from the right ones, where all of them do in one way; often nothing."""
    found = _relation(hidden, entries, wrong) if wrong else None
    return [found] if found else []


def _covered(known: MistakeData, hidden: PackEntry, entries: dict[str, Plain], wrong: list[str]) -> set[str]:
    made = known["made"]
    return {name for name in wrong if name in made and _same(entries.get(name), made[name], hidden["atol"])}


def _against(known: MistakeData, hidden: PackEntry, wrong: list[str]) -> set[str]:
    """Return the entries that the student has right and that would be wrong by this mistake."""
    right = {name: wanted for name, wanted in hidden.get("answer", {}).items() if name not in wrong}
    return {
        name
        for name, wanted in right.items()
        if name in known["made"] and not _same(from_lists(wanted), known["made"][name], hidden["atol"])
    }


def _each_its_own(group: tuple[tuple[MistakeData, set[str]], ...]) -> bool:
    """Does each of them explain an entry that the others do not?"""
    return all(covered - set().union(*(c for k, c in group if k is not known)) for known, covered in group)


def _same(given: Plain, wanted: Plain, atol: float) -> bool:
    try:
        return same_value(given, wanted, atol).passed
    except Exception:  # the entry is the student's data, so it may have any form at all
        return False


# -- what the entries themselves show ----------------------------------------------------------------------------


def other_keys(hidden: PackEntry, value: Plain, wrong: list[str]) -> list[Slip]:
    """Say, where every wrong entry is missing, which keys there are that nobody asked for; often nothing."""
    keys = [key for key, _ in value["dict"]] if isinstance(value, dict) and "dict" in value else []
    asked = [facet["name"] for facet in hidden["facets"]]
    known = {*asked, *hidden.get("aliases", {})}
    missing, other = [name for name in asked if name not in keys], [key for key in keys if key not in known]
    if not other or missing != wrong:
        return []
    listed, unknown = (", ".join(f'"{key}"' for key in names) for names in (missing, other[: len(missing)]))
    said = f"There is no entry {listed}, but there is {unknown}: keys are fixed, letter by letter."
    return [Slip("other_keys", said)]


def _relation(hidden: PackEntry, entries: dict[str, Plain], wrong: list[str]) -> Slip | None:
    right = {name: to_array(from_lists(hidden["answer"][name])) for name in wrong if name in hidden.get("answer", {})}
    wanted = {name: array for name, array in right.items() if array is not None and array.size}
    read = {name: to_array(entries.get(name)) for name in wanted}
    given = {name: array for name, array in read.items() if array is not None and array.size}
    if len(given) < len(wrong):
        return None
    if all(_all_but_one(given[name], wanted[name], hidden["atol"]) for name in wrong):
        which = " and ".join(f'"{name}"' for name in wrong if name)
        where = f"In {'each of ' if len(wrong) > 1 else ''}{which}, all" if which else "All"
        return Slip("all_but_one", f"{where} numbers are right but one: go through them again.")
    pack: Any = {
        "cases": [{"atol": hidden["atol"]} for _ in wrong],
        "expected": [{"result": tensor(wanted[name])} for name in wrong],
    }
    answers: Any = [{"result": tensor(given[name])} for name in wrong]
    found = relation(pack, answers, [Verdict(False)] * len(wrong))
    moved = (
        found is not None and found.name == "another_order" and any(given[n].shape != wanted[n].shape for n in wrong)
    )
    if found and found.name != "same_for_every_input" and not moved:
        return found
    numbers = given, wanted, hidden["atol"]
    return _other_shape(given, wanted) or _by_one_amount(*numbers) or _one_of_two(*numbers)


def _other_shape(given: dict[str, np.ndarray], wanted: dict[str, np.ndarray]) -> Slip | None:
    wrong = [name for name in wanted if without_leading_ones(given[name].shape) != wanted[name].shape]
    if len(wrong) < len(wanted):
        return None
    shapes = "; ".join(f'"{name}" has {given[name].shape} instead of {wanted[name].shape}' for name in wrong if name)
    said = shapes or "it has {} instead of {}".format(given[""].shape, wanted[""].shape)
    return Slip("other_shape", f"The numbers do not have the shape that is asked for: {said}.")


def _by_one_amount(given: dict[str, np.ndarray], wanted: dict[str, np.ndarray], atol: float) -> Slip | None:
    if any(given[name].shape != wanted[name].shape for name in wanted):
        return None
    added = np.concatenate([(given[name].astype(float) - wanted[name].astype(float)).ravel() for name in wanted])
    if added.size < FEWEST_NUMBERS or not np.isfinite(added).all() or np.ptp(added) > atol:
        return None
    which = " and ".join(f'"{name}"' for name in wanted if name)
    where = f"In {which} every" if which else "Every"
    return Slip("off_by_a_constant", f"{where} number is {abs(added[0]):g} too {'large' if added[0] > 0 else 'small'}.")


def _one_of_two(given: dict[str, np.ndarray], wanted: dict[str, np.ndarray], atol: float) -> Slip | None:
    """Is, of entries of two numbers, everywhere the first right and the second not, or the other way round?"""
    if any(array.shape != (2,) for array in (*given.values(), *wanted.values())):
        return None
    right = {tuple((np.abs(given[name] - wanted[name]) <= atol).tolist()) for name in wanted}
    if right not in ({(True, False)}, {(False, True)}):
        return None
    which = " and ".join(f'"{name}"' for name in wanted)
    first, second = ("first", "second") if right == {(True, False)} else ("second", "first")
    return Slip("one_of_two_numbers", f"In {which} the {first} number is right, the {second} is not.")


def _all_but_one(given: np.ndarray, wanted: np.ndarray, atol: float) -> bool:
    if given.shape != wanted.shape or wanted.size < FEWEST_NUMBERS:
        return False
    return int((np.abs(given.astype(float) - wanted.astype(float)) > atol).sum()) == 1
