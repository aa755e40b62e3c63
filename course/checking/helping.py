"""Choose what is said of wrong answers to public cases: the exception and the student's line first, then the reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from course.checking.compare import Verdict
from course.checking.crashes import explain_crash
from course.checking.data import AnswerData, PackEntry, Raised
from course.checking.relations import relation
from course.checking.slips import Slip, slip_of_arguments, slip_of_calls, slip_of_form, slip_of_nothing


@dataclass(frozen=True)
class Help:
    """What to say of public cases: `case` is the one to show, called `name`; `does` tells of its exception, if any."""

    case: int
    name: str
    does: str = ""
    slip: Slip | None = None

    @property
    def message(self) -> str:
        """The exception in a sentence of its own; empty where nothing is raised."""
        return f"For {self.name} your code {self.does}." if self.does else ""


def help_with(pack: PackEntry, answers: Sequence[AnswerData | None], verdicts: Sequence[Verdict]) -> Help | None:
    """Return what helps with the first wrong case, one that raises before others; None where all are right.

    `answers` has an entry for each case of the public pack; None is a case that was never answered.
    """
    wrong = [i for i, verdict in enumerate(verdicts) if not verdict.passed]
    if not wrong:
        return None
    crashed = [i for i in wrong if _raised(answers[i])]
    # an exception that should not be there says more than one of another type than was asked for
    crashed.sort(key=lambda i: "raised" in pack["expected"][i])
    shown = crashed[0] if crashed else wrong[0]
    answer, expected, case = answers[shown] or {}, pack["expected"][shown], pack["cases"][shown]
    slip = slip_of_arguments(answer.get("signature"), pack["cases"])
    raised = _raised(answer)
    if raised is None:
        slip = (
            slip
            or slip_of_form(answer, expected, case)
            or slip_of_nothing(answers, shown)
            or slip_of_calls(verdicts)
            or relation(pack, answers, verdicts)
        )
        return Help(shown, case["name"], slip=slip)
    slip = slip or slip_of_form(answer, expected, case) or explain_crash(raised)
    return Help(shown, case["name"], in_words(raised), slip)


def _raised(answer: AnswerData | None) -> Raised | None:
    """Return what a call raised, or what going back to its gradients did."""
    if not isinstance(answer, dict):
        return None
    gradients = answer.get("gradients")
    return answer.get("raised") or (gradients.get("raised") if isinstance(gradients, dict) else None)


def in_words(raised: Raised) -> str:
    """Return what code does that raises: type, text and line of the exception.

    >>> in_words({"type": "NameError", "text": "name 'np' is not defined", "line": "Y = np.zeros(2)"})
    "raises `NameError: name 'np' is not defined`, in your line `Y = np.zeros(2)`"
    >>> in_words({"type": "OutOfTime", "text": "longer than 10 s"})
    'does not come to an end (longer than 10 s)'
    """
    text = " ".join(str(raised.get("text", "")).split())
    if raised["type"] == "OutOfTime":
        return "does not come to an end" + (f" ({text})" if text else "")
    said = "raises " + _code(f"{raised['type']}: {text}" if text else raised["type"])
    return said + (f", in your line {_code(raised['line'])}" if raised.get("line") else "")


def _code(text: str) -> str:
    return "`" + text.replace("`", "'") + "`"
