"""Make case packs from tasks: what the references and the misconceptions output for a set of inputs, as plain JSON.

A public pack is drawn from a fixed seed and committed in `course/packs/`; a hidden one is drawn from the secret
seed and stays in the private folder.
"""

import hashlib
import inspect
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch

from course.checking.compare import EPS32, compare_answers, fair_tolerance
from course.checking.data import AnswerData, CaseData, FacetData, MistakeData, Pack, PackEntry, Plain
from course.checking.diagnose import explain
from course.checking.measure import describe, measure
from grader.authoring.exactness import DIGITS, NotReproducible, reproducible
from grader.authoring.given import given_source
from grader.authoring.pairs import pairs_of
from grader.errors import UserError
from grader.packs.digest import made_from
from grader.packs.reading import FORMAT, PUBLIC_SEED, fingerprint, hidden_path, public_path, recipe
from grader.packs.seed import secret_seed
from grader.places import ROOT, write_atomically
from grader.tasks import COURSE, Named, Task
from grader.tasks.model import Case, Facet, Input, Layer, Misconception

DRAWS = 5  # cases on which some mistake happens to be right, or to look like another, are drawn again


class SurvivorError(UserError):
    """A misconception passes, or two cannot be told apart: such a pack is not published."""


def build_pack(assignment: Named, seed: str, public: bool) -> Pack:
    """Return the case pack of one assignment as plain data.

    Raises:
        SurvivorError: a known misconception would get full marks on these cases, or be taken for another.
    """
    found = COURSE.assignment(assignment)
    tasks, digests = found.tasks, made_from(found)
    entries = {name: build_task(task, seed, public) for name, task in tasks.items()}
    for name, entry in entries.items():
        entry["made_from"] = digests[name]
        if "cases" in entry and not public:
            entry["given"] = given_source(tasks[name], tasks)
    pack: Pack = {
        "assignment": found.name,
        "format": FORMAT,
        "seed_fingerprint": PUBLIC_SEED if public else fingerprint(seed),
        "tasks": entries,
    }
    return pack if public else {**pack, "recipe": recipe(found)}


def build_task(task: Task, seed: str, public: bool) -> PackEntry:
    """Return one task's entry: its cases, and what reference and misconceptions output for them.

    Of a value, a test or a text, a public entry tells the form only.
    """
    entry: Any = {
        "kind": task.kind,
        "points": task.points,
        "read": task.read,
        "needs": list(task.needs),
        "facets": [_facet(facet) for facet in task.facets],
        "cell": task.cell,
    }
    if task.kind not in ("code", "module"):
        entry["form"] = {key: _plain_form(shape) for key, shape in task.form.items()}
        entry |= {"aliases": task.aliases} if task.aliases else {}
        return entry if public or task.kind == "text" else entry | _answer(task)
    for attempt in range(DRAWS):
        try:
            drawn = _draw_cases(task, f"{seed}/{task.name}/{attempt}", public) | {"facets": entry["facets"]}
        except NotReproducible as error:
            flaw = str(error)
            continue
        if public:  # few, for people to read: what passes all of them is for the hidden ones to tell
            drawn["misconceptions"] = [wrong for wrong in drawn["misconceptions"] if _is_seen(wrong)]
        flaw = next(_flaws(drawn), "")
        if not flaw:
            return entry | drawn | ({} if public else {"pairs": pairs_of(task, drawn, _rounded)})
    raise SurvivorError(f"task {task.name!r}: {flaw}, in {DRAWS} draws")


def _facet(facet: Facet) -> FacetData:
    plain: FacetData = {"name": facet.name, "weight": facet.weight, "says": facet.says}
    if facet.form:
        plain["form"] = True
    return plain


def _answer(task: Task) -> dict[str, object]:
    """Return what a value or a test is compared with: the right answer, or the module of the judge."""
    entry: dict[str, object] = {"misconceptions": [_wrong_value(wrong) for wrong in task.misconceptions]}
    if task.answer:
        entry |= {"answer": _rounded(task.answer), "atol": task.atol}
    if task.judge:
        entry |= {"judge": _home(task), "atol": task.atol}
    if task.advise:
        entry |= {"advice": _home(task)}
    return entry


def _wrong_value(wrong: Misconception) -> MistakeData:
    made = wrong.made if isinstance(wrong.made, dict) else {"": wrong.made}
    return {"name": wrong.name, "hint": wrong.hint, "made": _rounded(made)}


def _home(task: Task) -> str:
    """Return the name of the module that holds a task."""
    assignment = COURSE.assignment_of(task.name)
    return f"grader.tasks.{assignment.folder.name}.{task.name.lower()}"


def _draw_cases(task: Task, seed: str, public: bool) -> PackEntry:
    """Return cases drawn from `seed`, with what reference and misconceptions output; None where one is right."""
    rng = np.random.default_rng(list(hashlib.sha256(seed.encode()).digest()))
    assert task.reference is not None and task.cases is not None  # it asks for code
    names = list(inspect.signature(task.reference).parameters)
    cases = [encode_case(case) | {"names": names[: len(case.args)]} for case in task.cases(rng, public)]
    missing = {facet.name for facet in task.facets} - {case["facet"] for case in cases}
    if missing:
        raise SurvivorError(f"task {task.name!r}: no case for {', '.join(sorted(missing))}")
    expected = [_answer_to(case, task.reference, "the reference", public) for case in cases]
    misconceptions = []
    for wrong in task.misconceptions:
        if public and wrong.by_chance:
            continue
        answers = [_answer_to(case, wrong.made, f"the misconception {wrong.name!r}", public) for case in cases]
        right = [compare_answers(a, e, c).passed for a, e, c in zip(answers, expected, cases, strict=True)]
        kept = [None if ok else answer for ok, answer in zip(right, answers, strict=True)]
        about = {"about": list(wrong.about)} if wrong.about else {}
        misconceptions.append({"name": wrong.name, "hint": wrong.hint, **about, "answers": kept})
    return cast(PackEntry, {"cases": cases, "expected": expected, "misconceptions": misconceptions})


def _answer_to(case: CaseData, made: Any, who: str, public: bool) -> AnswerData:
    """Return what a reference or a misconception does in a case, to nine digits; in public cases, on any processor."""
    if not public:
        return _rounded(measure(made, case))
    try:
        return _rounded(reproducible(made, case))
    except NotReproducible as error:
        raise NotReproducible(f"{who}, facet {case['facet']!r}, {case['name']}: {error}") from None


def _flaws(drawn: PackEntry) -> Iterator[str]:
    """Yield what these cases would let happen: a misconception passes, or is taken for another."""
    for wrong in drawn["misconceptions"]:
        if not _is_seen(wrong):
            yield f"the misconception {wrong['name']!r} passes every case"
            continue
        failed = {i for i, answer in enumerate(wrong["answers"]) if answer is not None}
        answers = [e if a is None else a for a, e in zip(wrong["answers"], drawn["expected"], strict=True)]
        named = [found["name"] for found in explain(answers, drawn, failed)[:1]]
        if named not in ([], [wrong["name"]]):
            yield f"the misconception {wrong['name']!r} is taken for {named[0]!r}"


def _is_seen(wrong: MistakeData) -> bool:
    """Is some answer of this misconception wrong?  {} is an answer too: nothing was raised."""
    return any(answer is not None for answer in wrong["answers"])


def encode_case(case: Case) -> CaseData:
    """Return a case as plain data that `course.checking.measure.measure` takes."""
    plain: Any = {
        "facet": case.facet,
        "name": case.name,
        "how": case.how,
        "observe": list(case.observe),
        "args": [_encode(argument) for argument in case.args],
        "kwargs": {key: _encode(value) for key, value in case.kwargs.items()},
    }
    numbers = [_numbers(value) for value in (*case.args, case.image, *case.state.values())]
    factors = [factor for factor in numbers if factor is not None][:2]
    plain["atol"] = _short(case.atol if case.atol is not None else fair_tolerance(*factors))
    if case.by_chance:
        plain["by_chance"] = True
    if case.any_number:
        plain["any_number"] = True
    if case.image is not None:
        plain["image"] = _encode(case.image)
    if case.state:
        plain["state"] = {name: _encode(value) for name, value in case.state.items()}
    if case.cotangent is not None:
        plain["cotangent"] = _encode(case.cotangent)
        sizes = [float(np.linalg.norm(factor)) for factor in factors]
        plain["gradient_atol"] = _short(8 * EPS32 * float(np.linalg.norm(case.cotangent)) * max(sizes))
    return plain


def write_public(assignment: Named) -> Path:
    """Build and write the public pack of an assignment, a committed file; return its path."""
    return _write(public_path(assignment), build_pack(assignment, PUBLIC_SEED, public=True), mode=0o644)


def write_hidden(assignment: Named, root: Path = ROOT) -> Path:
    """Build and write the hidden pack of an assignment into the private folder of `root`; return its path."""
    return _write(hidden_path(assignment, root), build_pack(assignment, secret_seed(root), public=False), mode=0o600)


def _write(path: Path, pack: Pack, mode: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, dump(pack) + "\n")
    path.chmod(mode)
    return path


def dump(value: object, indent: str = "") -> str:
    """Return JSON text in which whatever fits on one line stands on one line, so that a diff can be read."""
    text = json.dumps(value, sort_keys=True)
    if len(text) + len(indent) <= 160 or not isinstance(value, (dict, list)):
        return text
    deeper = indent + " "
    if isinstance(value, list):
        lines = [deeper + dump(item, deeper) for item in value]
        return "[\n" + ",\n".join(lines) + f"\n{indent}]"
    lines = [f"{deeper}{json.dumps(key)}: {dump(value[key], deeper)}" for key in sorted(value)]
    return "{\n" + ",\n".join(lines) + f"\n{indent}}}"


# -- plain data --------------------------------------------------------------------------------------------------


def _encode(value: object) -> Plain:
    if isinstance(value, Input):
        plain = describe(value.value) | ({"layout": value.layout} if value.layout else {})
        return plain | ({"grad": True} if value.grad else {})
    if isinstance(value, Layer):
        arguments = [[key, _encode(item)] for key, item in value.arguments.items()]
        return {"layer": {"arguments": arguments, "state": [[key, _encode(item)] for key, item in value.state.items()]}}
    return describe(value)


def _numbers(value: object) -> np.ndarray | None:
    if isinstance(value, Layer):
        value = value.state.get("weight")
    value = value.value if isinstance(value, Input) else value
    return value.detach().double().numpy() if isinstance(value, torch.Tensor) else None


def _short(tolerance: float) -> float:
    """Return a tolerance to four digits: a norm's last ones are the processor's."""
    return float(f"{tolerance:.4g}")


def _plain_form(shape: object) -> Plain:
    return list(shape) if isinstance(shape, tuple) else shape


def _rounded(answer: Any) -> Any:
    """Round floats to nine significant digits: the search for leaks looks for these, and no tolerance is finer."""
    if isinstance(answer, float):
        return float(f"{answer:.{DIGITS}g}") + 0.0  # a zero has no sign
    if isinstance(answer, dict):
        kept = {key: value for key, value in answer.items() if key != "signature"}
        return {key: _told(value) if key == "raised" else _rounded(value) for key, value in kept.items()}
    if isinstance(answer, list):
        return [_rounded(item) for item in answer]
    return answer


def _told(raised: dict[str, object]) -> dict[str, object]:
    """Return of an exception what is compared: not its text, nor the lines."""
    return {key: value for key, value in raised.items() if key not in ("text", "line", "code")}
