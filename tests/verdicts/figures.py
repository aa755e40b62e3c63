"""Prints what the grader says of the corpus, in figures: `python -m tests.verdicts.figures`, about four minutes.

With `--unnamed` also a line for each wrong answer that is neither named nor shown by its line: where to look next.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from grader.verdict.grade import TaskGrade

from . import corpus
from .measuring import grade_in_process

JUDGED = json.loads((Path(__file__).parent / "judged.json").read_text(encoding="utf-8"))


def judgement(answer: corpus.Answer, grade: TaskGrade) -> str:
    """Return what was read of its hint: "true", "line" (true, but not the cause), "unread", or "" for none."""
    if grade.misconception is None:
        return ""
    return next((kind for kind, names in JUDGED.items() if grade.misconception in names.get(answer.name, [])), "unread")


def shows_its_line(answer: corpus.Answer, grade: TaskGrade) -> bool:
    """Does the note quote an exception and a line that the repair changes?"""
    lines = answer.text.splitlines()
    return any(f"in your line `{lines[number - 1].strip()}`" in grade.note for number in answer.lines)


def main() -> None:
    """Grade the whole corpus and print the figures."""
    answers = corpus.answers()
    grades = {answer.name: grade_in_process(answer.task, answer.path) for answer in answers}
    wrong = [answer for answer in answers if answer.wrong]
    full = [a.name for a in wrong if grades[a.name].score == grades[a.name].max_score]
    losing = [a.name for a in answers if not a.wrong and grades[a.name].score < grades[a.name].max_score]
    hints = Counter(judgement(answer, grades[answer.name]) for answer in wrong)
    explained = [
        answer
        for answer in wrong
        if judgement(answer, grades[answer.name]) == "true" or shows_its_line(answer, grades[answer.name])
    ]
    given = len(wrong) - hints[""]
    print(f"{len(wrong)} wrong answers, {len(answers) - len(wrong)} right ones (twins included)")
    print(f"wrong with full marks: {len(full)} {' '.join(full)}")
    print(f"right that lose: {len(losing)} {' '.join(losing)}")
    print(f"hints: {given}, {hints['true']} true, {hints['line']} true of the line only, {hints['unread']} not read")
    print(f"named truly, or explained by a line that the repair changes: {len(explained) / len(wrong):.1%}")
    for task, number in sorted(Counter(answer.task for answer in wrong).items()):
        open_ones = [answer for answer in wrong if answer.task == task and answer not in explained]
        for answer in open_ones if "--unnamed" in sys.argv else ():
            print(f"{task} ({len(open_ones)} of {number}): {answer.path.stem}: {answer.head['says']}")


if __name__ == "__main__":
    main()
