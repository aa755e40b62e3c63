"""All answers to one written question under each other, with its rubric: read in one go, marked alike."""

from html import escape

from course.checking.feedback import code_marks
from grader.cohort.exports.marks import TaskMark
from grader.cohort.report.facts import Facts
from grader.cohort.report.needs_a_person import names
from grader.gradebook.markdown import render
from grader.tasks import COURSE


def questions(facts: Facts, here: str) -> str:
    """Return a part of the page for each written question, "" where there is none; `here` starts its anchors."""
    rubrics = _rubrics(facts)
    parts = []
    for task, answers in facts.answers.items():
        written = {student: text for student, text in answers.items() if text}
        marks = {mark.student: found for mark in facts.marks for found in mark.tasks if found.task == task}
        rubric = "".join(f"<li>{code_marks(line)}</li>" for line in rubrics.get(task, ()))
        waiting_first = sorted(written, key=lambda student: not (student in marks and marks[student].to_mark))
        body = "".join(_answer(facts, student, written[student], marks.get(student)) for student in waiting_first)
        blank = len(answers) - len(written)
        parts.append(
            f'<h3 id="{here}-question-{escape(task)}"><code>{escape(task)}</code></h3>'
            + (f"<p>What a good answer says:</p><ul>{rubric}</ul>" if rubric else "")
            + f"<details><summary>{len(written)} answers{f', {blank} blank' if blank else ''}</summary>{body}</details>"
        )
    return "".join(parts)


def _rubrics(facts: Facts) -> dict[str, tuple[str, ...]]:
    if not facts.answers:
        return {}
    assignment = COURSE.assignment(facts.assignment)
    return {name: assignment.task(name).rubric for name in facts.answers}


def _answer(facts: Facts, student: str, text: str, mark: TaskMark | None) -> str:
    points = "" if mark is None else "to mark" if mark.to_mark else f"{mark.score:g} of {mark.max_score:g} points"
    return (
        f'<article class="answer"><header><span class="who">{names(facts, [student])} · </span>{points}</header>'
        f"{render(text)}</article>"
    )
