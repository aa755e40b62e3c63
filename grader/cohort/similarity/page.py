"""Similar answers side by side, on one HTML page that opens offline."""

from collections.abc import Collection, Mapping
from html import escape

from grader.cohort.similarity.comparing import ENOUGH, THRESHOLD
from grader.cohort.similarity.ranking import WARNING, Alike, Comparison
from grader.cohort.similarity.words import in_how_many, not_read
from grader.errors import printable


def html_page(found: Comparison, called: Mapping[str, str]) -> str:
    """Return one page: a table of pairs, then every pair side by side; nothing in it runs or is loaded."""
    rows = "".join(_row(number, pair, called) for number, pair in enumerate(found.pairs, 1))
    table = (
        "<table><caption>Pairs, the most alike first</caption><thead><tr><th scope=col>Pair<th scope=col>Students"
        f"<th scope=col>Alike in, from 0 to 1<th scope=col>Only these two have</thead><tbody>{rows}</tbody></table>"
        if rows
        else "<p>No two answers are alike beyond what is common."
    )
    tasks = "".join(f"<li>{escape(task)}: {in_how_many(counts)}" for task, counts in found.tasks.items())
    unread = "".join(f"<li>{escape(who)}: {escape(printable(why))}" for who, why in not_read(found, called).items())
    more = f"<p>{found.left_out} more pairs are left out." if found.left_out else ""
    pairs = "".join(_pair(number, pair, called) for number, pair in enumerate(found.pairs, 1))
    title = escape(f"Similar answers, {found.assignment}")
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title>"
        "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f'<meta name=viewport content="width=device-width"><style>{STYLE}</style></head><body><main>'
        f"<h1>{title}</h1><p class=warning><strong>{escape(WARNING)}</strong>"
        f"<p>{found.students} students. A fragment that two answers share counts by how rare it is in the class; what "
        f"the lesson shows counts nothing. Shown from {THRESHOLD:.2f} on; answers with fewer than {ENOUGH} fragments "
        f"of their own are not compared.<ul>{tasks}</ul>{table}{more}{pairs}"
        f"{'<h2>Not compared</h2><ul>' + unread + '</ul>' if unread else ''}</main></body></html>\n"
    )


def _row(number: int, pair: Alike, called: Mapping[str, str]) -> str:
    alike = ", ".join(f"{escape(task.task)} {task.score:.2f}" for task in pair.tasks)
    words = ", ".join(f"<code>{escape(printable(word))}</code>" for task in pair.tasks for word in task.words[:5])
    who = " and ".join(escape(called[student]) for student in pair.students)
    return f"<tr><th scope=row><a href=#pair-{number}>{number}</a><td>{who}<td>{alike}<td>{words}"


def _pair(number: int, pair: Alike, called: Mapping[str, str]) -> str:
    who = [escape(called[student]) for student in pair.students]
    parts = [f"<h2 id=pair-{number}>{number}. {' and '.join(who)}</h2>"]
    for task in pair.tasks:
        parts.append(f"<h3>{escape(task.task)}: {task.score:.2f}</h3><div class=pair>")
        for name, source, lines in zip(who, task.sources, task.lines, strict=True):
            parts.append(
                f"<figure><figcaption>{name}</figcaption><pre tabindex=0>{_marked(source, set(lines))}</pre></figure>"
            )
        parts.append("</div>")
    return "".join(parts)


def _marked(source: str, lines: Collection[int]) -> str:
    """Mark the lines that are alike: by a sign in front as well as by colour."""
    shown = []
    for number, line in enumerate(source.split("\n"), 1):
        text = escape("".join(c if c.isprintable() or c == "\t" else "?" for c in line[:400]))
        shown.append(f"<mark>≈ {text}</mark>" if number in lines else f"  {text}")
    return "\n".join(shown)


STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; color: #1b1b1b; background: #fff }
main { max-width: 76rem; margin: auto; padding: 1rem }
.warning { border-left: .4rem solid #b35806; padding: .5rem 1rem; background: #fef6ec }
table { border-collapse: collapse; width: 100% }
caption { text-align: left; font-weight: 600; padding: .5rem 0 }
th, td { border: 1px solid #ccc; padding: .3rem .6rem; text-align: left; vertical-align: top }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem }
figure { margin: 0; min-width: 0 }
figcaption { font-weight: 600 }
pre { overflow: auto; border: 1px solid #ccc; padding: .5rem; font: 13px/1.45 ui-monospace, monospace; tab-size: 4 }
mark { background: #e5dcf0; color: inherit }
@media (max-width: 50rem) { .pair { grid-template-columns: 1fr } }
"""
