"""Decide whether a fault lies in an earlier function, of the student's own, that this one calls."""

import contextlib
import types
from collections.abc import Callable, Iterator


def names_of(candidate: object) -> dict[str, object]:
    """Return the global names that a function or a class of the student's sees; empty where there are none."""
    for function in _functions(candidate):
        return function.__globals__
    return {}


def uses(candidate: object, name: str) -> bool:
    """Does the code of a function or a class mention this global name, or that of a function that it calls?"""
    seen: set[str] = set()
    waiting = list(_functions(candidate))
    while waiting:
        function = waiting.pop()
        for mentioned in _mentioned(function.__code__) - seen:
            seen.add(mentioned)
            called = function.__globals__.get(mentioned)
            # the student's own only: what a library calls is no fault of theirs
            waiting += [own for own in _functions(called) if own.__globals__ is function.__globals__]
    return name in seen


@contextlib.contextmanager
def replaced(candidate: object, name: str, given: Callable) -> Iterator[None]:
    """Let `candidate` find `given` under a global name, for a while."""
    names = names_of(candidate)
    was_there, before = name in names, names.get(name)
    names[name] = given
    try:
        yield
    finally:
        if was_there:
            names[name] = before
        else:
            names.pop(name, None)


def _functions(candidate: object) -> Iterator[types.FunctionType]:
    if isinstance(candidate, types.FunctionType):
        yield candidate
    elif isinstance(candidate, type):
        yield from (value for value in vars(candidate).values() if isinstance(value, types.FunctionType))


def _mentioned(code: types.CodeType) -> set[str]:
    inner = [constant for constant in code.co_consts if isinstance(constant, types.CodeType)]
    return set(code.co_names).union(*(_mentioned(part) for part in inner))
