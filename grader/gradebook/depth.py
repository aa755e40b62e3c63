"""Is HTML nested deeper than any page needs?  A parser looks through all elements that are open, for each new one."""

import re
from collections import Counter

DEEPEST = 1_000
FEW = 5_000  # tags: however they are nested, a parser is done in a moment
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)")
# never open, or closed by the next of their kind without a word
_BRIEF = "br col hr img wbr source area input link meta p li td th tr dd dt tbody thead tfoot option"
_CLOSED = frozenset(_BRIEF.split())
# these end a drawing, and in those stands HTML again.  Source: HTML standard, 13.2.6.5, "parsing main-inforeign"
_HTML = """
b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li
menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var
"""
_ENDS_DRAWING = frozenset(_HTML.split())
_HTML_AGAIN = ("foreignobject", "desc", "title")


def too_deep(html: str) -> bool:
    """Is something nested too deep?  What is closed by no tag of its own name counts as open.

    >>> too_deep("<div>" * 10_000), too_deep("<div></div>" * 10_000), too_deep("<td>" * 10_000)
    (True, False, False)
    """
    if html.count("<") <= FEW:
        return False
    opened: Counter[str] = Counter()
    depth = 0
    for closing, written, rest in _TAG.findall(html):
        name = written.lower()
        in_drawing = opened["svg"] and not any(opened[other] for other in _HTML_AGAIN)
        if in_drawing and name in _ENDS_DRAWING:
            in_drawing = opened["svg"] = 0
        if name in _CLOSED or (in_drawing and rest.endswith("/")):  # there, `<path/>` is closed
            continue
        if not closing:
            opened[name] += 1
            depth += 1
        elif opened[name]:
            opened[name] -= 1
            depth -= 1
        if depth > DEEPEST:
            return True
    return False
