"""The class report: how each task went, and which mistakes a class makes most."""

from collections import Counter

from grader.gradebook.reading import export
from grader.packs import load_public
from grader.submission.evidence import read_evidence


def class_report(root, assignment):
    """Return, for each task, how many students, their mean share of the points and the mistakes by frequency."""
    tasks = load_public(assignment)["tasks"]
    scores = export(root, assignment)
    rows = []
    for name, task in tasks.items():
        shares = [grades[name]["score"] / task["points"] for grades in scores.values() if name in grades]
        waiting = sum(grades[name]["needs_manual_grade"] for grades in scores.values() if name in grades)
        mistakes = Counter()
        for student in scores:
            evidence = read_evidence(root, assignment, student)
            found = evidence and evidence["tasks"].get(name, {}).get("misconception")
            if found:
                mistakes[found] += 1
        rows.append(
            {
                "task": name,
                "students": len(shares),
                "mean_share": sum(shares) / len(shares) if shares else None,
                "to_mark_by_hand": waiting,
                "mistakes": dict(mistakes.most_common()),
            }
        )
    return {"assignment": assignment, "students": len(scores), "tasks": rows}


def in_words(report):
    """Return the report as text."""
    lines = [f"{report['assignment']}: {report['students']} students"]
    for row in report["tasks"]:
        share = "   -" if row["mean_share"] is None else f"{row['mean_share']:>4.0%}"
        mistakes = ", ".join(f"{count} x {name}" for name, count in row["mistakes"].items())
        waiting = f"{row['to_mark_by_hand']} to mark by hand" if row["to_mark_by_hand"] else ""
        lines.append(f"  {row['task']:<20} {share}  {'; '.join(filter(None, [waiting, mistakes]))}")
    return "\n".join(lines)
