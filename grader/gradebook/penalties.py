"""See that each late penalty is what the configured rule gives now.

nbgrader computes one only when it grades; a due date, an extension, a rule or a mark given later changes it, too.
"""

from collections.abc import Iterable
from pathlib import Path

from nbgrader.plugins import BasePlugin
from nbgrader.preprocessors import AssignLatePenalties

from course.checking.data import EvidenceData, LatenessRecord
from grader.gradebook.lateness import Lateness, found_late
from grader.gradebook.pipelines import load_config, open_course
from grader.submission.evidence import read_evidence, write_evidence

WHY = {  # what may change a penalty, in words
    "handed_in": "the time of handing in",
    "due": "the due date",
    "extension": "the extension",
    "rule": "the penalty rule",
    "score": "the score",
}


def penalty_rule(root: Path) -> tuple[BasePlugin, str]:
    """Return the configured rule for penalties, and a line that names it with its settings."""
    step = AssignLatePenalties(config=load_config(Path(root)))
    step.init_plugin()
    rule = step.plugin_inst
    settings = ", ".join(f"{name}={getattr(rule, name)!r}" for name in sorted(rule.trait_names(config=True)))
    return rule, f"{type(rule).__name__}({settings})"


def settle_penalties(root: Path, assignment: str, students: Iterable[str]) -> dict[str, list[str]]:
    """Bring each penalty to what the rule gives now; return {student: what changed, in words}.

    What it depends on is kept with the evidence, so that the reason can be named.
    """
    rule, rule_in_words = penalty_rule(root)
    wanted = set(students)
    changes = {}
    now = []
    with open_course(root).gradebook as gradebook:
        for found, notebook in found_late(gradebook, assignment):
            if found.student not in wanted:
                continue
            penalty = _penalty(rule, found)
            if abs(penalty - found.penalty) > 1e-9:
                notebook.late_submission_penalty = penalty or None
            now.append(Lateness(**(vars(found) | {"penalty": penalty})))
        gradebook.db.commit()
    for found in now:
        evidence = read_evidence(root, assignment, found.student)
        if evidence is None:
            continue
        before, after = evidence.get("lateness"), found.as_record(rule_in_words)
        if before != after:
            settled: EvidenceData = {**evidence, "lateness": after}
            write_evidence(root, settled)
        changes[found.student] = _changes(before, after)
    return changes


def _penalty(rule: BasePlugin, found: Lateness) -> float:
    """Return what nbgrader would take off, within what can be taken."""
    if found.seconds_late <= 0:
        return 0.0
    penalty = rule.late_submission_penalty(found.student, found.score, found.seconds_late)
    return min(max(penalty or 0.0, 0.0), max(found.score, 0.0))


def _changes(before: LatenessRecord | None, after: LatenessRecord) -> list[str]:
    if not before or abs(before["penalty"] - after["penalty"]) < 1e-9:
        return []
    reasons = [words for key, words in WHY.items() if before.get(key) != after.get(key)]
    why = f" ({' and '.join(reasons)} changed)" if reasons else ""
    return [f"late penalty: {before['penalty']:g} -> {after['penalty']:g}{why}"]
