"""Make the answers of two mistakes at once: one made before the work begins, another in the work itself."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from course.checking.data import AnswerData, CaseData, PackEntry, PairData, Plain
from course.checking.diagnose import agrees
from course.checking.measure import measure
from grader.tasks.model import Misconception, Task

Rounding = Callable[[AnswerData], AnswerData]

FEWEST = 2  # cases that show both
LOOKED_AT = 3  # cases of a facet, where they show nothing that one of the two alone would not
MOST = 3  # of those are kept, and one of each facet: random numbers agree by chance in none; of single numbers all are


def pairs_of(task: Task, drawn: PackEntry, rounded: Rounding) -> list[PairData]:
    """Return what pairs of this task's mistakes answer, as {"of": two names, "answers": {case: answer}}.

    Left out are pairs that some case cannot tell from one of the two alone, and those that answer as another pair does.
    """
    made = [pair for pair in _all_pairs(task, drawn, rounded) if pair["answers"]]
    alike: dict[str, list[PairData]] = {}
    for pair in made:
        alike.setdefault(_print(pair), []).append(pair)
    return [group[0] for group in alike.values() if len(group) == 1]


def _all_pairs(task: Task, drawn: PackEntry, rounded: Rounding) -> Iterator[PairData]:
    alone = {mistake["name"]: mistake["answers"] for mistake in drawn["misconceptions"]}
    done = set()
    for first in task.misconceptions:
        before = first.before
        if before is None:
            continue
        for second in task.misconceptions:
            names = frozenset((first.name, second.name))
            if len(names) == 2 and names not in done and names <= alone.keys():
                answers = _answers(_both(before, second), drawn, [alone[name] for name in names], rounded)
                if not answers:  # one may take back what the other did: then the other way round
                    continue
                done.add(names)
                yield {"of": [first.name, second.name], "answers": answers}


def _both(before: Callable[..., tuple], second: Misconception) -> Callable[..., object]:
    def wrong(*args: object, **kwargs: object) -> object:
        return second.made(*before(*args, **kwargs))

    return wrong


def _answers(
    made: object, drawn: PackEntry, alone: list[list[AnswerData | None]], rounded: Rounding
) -> dict[str, AnswerData]:
    """Return {case: answer}: some cases that show both mistakes, and one of each facet that does not; {} if too few."""
    both: dict[str, AnswerData] = {}
    others: dict[str, dict[str, AnswerData]] = {}
    seen: Counter[str] = Counter()
    for i, (case, expected) in enumerate(zip(drawn["cases"], drawn["expected"], strict=True)):
        facet = case["facet"]
        if not _has_numbers(case, expected) or (facet in others and seen[facet] >= LOOKED_AT):
            continue
        seen[facet] += 1
        answer = rounded(measure(made, case))
        if "result" not in answer:
            continue  # what both break together any exception may be
        told = [expected, *(answers[i] or expected for answers in alone)]
        if not any(agrees(answer, other, expected, case) for other in told):
            both[str(i)] = answer
        else:
            others.setdefault(facet, {str(i): answer})
    if len(both) < FEWEST:
        return {}
    kept = _some_of_each_facet(both, drawn) if _many_numbers(both.values()) else both
    return kept | {i: answer for pair in others.values() for i, answer in pair.items()}


def _some_of_each_facet(both: dict[str, AnswerData], drawn: PackEntry) -> dict[str, AnswerData]:
    """Return MOST of these, if there are as many, and one of each facet: what holds in one may not in another."""
    first = {drawn["cases"][int(i)]["facet"]: i for i in reversed(both)}
    chosen = set(first.values())
    for i in both:
        if len(chosen) < MOST:
            chosen.add(i)
    return {i: answer for i, answer in both.items() if i in chosen}


def _has_numbers(case: CaseData, expected: AnswerData) -> bool:
    return "result" in case["observe"] and "result" in expected and not case.get("by_chance")


def _many_numbers(answers: Iterable[AnswerData]) -> bool:
    return all(isinstance(answer["result"], dict) for answer in answers)


def _print(pair: PairData) -> str:
    return repr({i: _coarse(answer) for i, answer in pair["answers"].items()})


def _coarse(plain: Plain) -> Plain:
    if isinstance(plain, float):
        return float(f"{plain:.4g}") + 0.0
    if isinstance(plain, dict):
        return {key: _coarse(value) for key, value in plain.items() if key != "dtype"}
    return [_coarse(item) for item in plain] if isinstance(plain, list) else plain
