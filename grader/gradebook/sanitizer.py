"""What may stand in a page: elements, attributes, link schemes and styles, each by an allow-list.

Works on finished HTML, with ammonia's parser (through nh3), which reads HTML as a browser does.  Knows no notebook.
"""

import re
from html import escape
from typing import Any

import nh3

from grader.gradebook.depth import too_deep

TEXT = """
a abbr b bdi blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure
h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup
table tbody td tfoot th thead tr u ul var wbr audio source video
"""
# a drawing comes without what loads, links or animates: `use`, `image`, `a`, `foreignObject`, `animate`, `set`, `style`
DRAWING = """
svg g path rect circle ellipse line polyline polygon text tspan title desc defs marker
linearGradient radialGradient stop clipPath
"""
# ... and a formula without `maction`, `annotation-xml`, `mglyph`, and without links
FORMULA = """
math mi mn mo ms mtext mspace mrow mfrac msqrt mroot mstyle mpadded mphantom msub msup msubsup munder mover munderover
mmultiscripts mprescripts mtable mtr mtd menclose
"""
CONTROLS = {"button", "input", "textarea"}  # nbgrader's own, around an answer: never inside what a student wrote
CONTENT = set(f"{TEXT} {DRAWING} {FORMULA}".split())

# these names mean nothing but looks and words, on whatever element they stand
LOOKS = """
align alt aria-hidden aria-label aria-live border cellpadding cellspacing class colspan datetime dir height id lang open
role rowspan scope span start style tabindex title valign width
clip-path clip-rule clipPathUnits cx cy d dominant-baseline dx dy fill fill-opacity fill-rule font-family font-size
font-style font-weight fx fy gradientTransform gradientUnits letter-spacing marker-end marker-mid marker-start
markerHeight markerUnits markerWidth offset opacity orient pathLength points preserveAspectRatio r refX refY
rotate rx ry shape-rendering spreadMethod stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor textLength transform
vector-effect viewBox visibility x x1 x2 xmlns y y1 y2
accent accentunder columnalign columnlines columnspacing depth display displaystyle fence form largeop linethickness
lspace mathcolor mathsize mathvariant maxsize minsize movablelimits notation rowlines rowspacing rspace scriptlevel
separator stretchy symmetric voffset
"""
ATTRIBUTES = {
    "*": set(LOOKS.split()),
    "a": {"href"},
    "img": {"src"},
    "audio": {"src", "controls"},
    "video": {"src", "controls"},
    "source": {"src", "type"},
    "ol": {"type"},
}
FRAME = ATTRIBUTES | {
    "*": ATTRIBUTES["*"] | {"data-mime-type", "data-type"},
    "a": {"href", "name"},
    "button": {"type"},
    "input": {"type"},
}
STYLES = """
align-content align-items align-self aspect-ratio background background-color border border-bottom border-collapse
border-color border-left border-radius border-right border-spacing border-style border-top border-width box-sizing
caption-side color column-gap display fill fill-opacity flex flex-basis flex-direction flex-grow flex-shrink flex-wrap
font font-family font-size font-style font-variant font-weight gap grid-column grid-row grid-template-columns
grid-template-rows height image-rendering justify-content justify-items letter-spacing line-height list-style
list-style-type margin margin-bottom margin-left margin-right margin-top max-height max-width min-height min-width
opacity outline outline-offset overflow overflow-wrap overflow-x overflow-y padding padding-bottom padding-left
padding-right padding-top row-gap stop-color stroke stroke-dasharray stroke-opacity stroke-width tab-size text-align
text-anchor text-decoration text-indent text-transform vertical-align white-space width word-break word-spacing
word-wrap
"""
# classes that colour code and traceback, or that the templates give to outputs; a class of nbgrader's would be a button
CLASS = re.compile(
    r"[a-z]{1,2}\d?|hll|highlight|hl-\w+|ansi-[\w-]+|dataframe|anchor-link|rendered_html|prompt|output\w*|jp-[\w-]+"
)
LOADS = re.compile(r"(url|image|image-set|cross-fade|element|expression|attr|var|env)\s*\(|[\\@<>]|/\*", re.IGNORECASE)
MEDIA = {
    "img": re.compile(r"data:image/(png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=\s]*"),
    "audio": re.compile(r"data:audio/[a-z0-9.+-]+;base64,[A-Za-z0-9+/=\s]*"),
    "video": re.compile(r"data:video/[a-z0-9.+-]+;base64,[A-Za-z0-9+/=\s]*"),
    "source": re.compile(r"data:(audio|video)/[a-z0-9.+-]+;base64,[A-Za-z0-9+/=\s]*"),
}
BESIDE = re.compile(r"(?!data:)(?:\./)?(?:[\w-][\w .-]*/)*[\w-][\w .-]*\.(png|jpe?g|gif|webp|svg)", re.IGNORECASE)
WHOLE_NUMBER = re.compile(r"\d{1,5}(px|%)?")
INSIDE = "in-"  # before every id inside a notebook's content, so that none is taken for one of the page's


def clean_content(html: str) -> str:
    """Return what a cell's author wrote, as HTML that can show and not do anything.

    >>> clean_content('<b onclick="f()">x</b><script>f()</script>')
    '<b>x</b>'
    >>> clean_content('<button class="full-credit">Show</button> <a href="javascript:f()">x</a>')
    'Show <a rel="noopener noreferrer">x</a>'

    What is nested too deep for a parser is shown as text.
    """
    return _CONTENT.clean(html) if not too_deep(html) else f"<pre>{escape(html)}</pre>"


def clean_cell(html: str) -> str:
    """Return a whole cell as the template wrote it: nbgrader's own score and comment fields stay.

    What stands in them has gone through `clean_content` before, so no such field is a student's.
    """
    return _CELL.clean(html)


def _harmless(tag: str, name: str, value: str) -> str | None:
    """Return the value that an attribute may have, or None; its name was chosen before (nh3 drops it on an error)."""
    if name == "src":
        data = tag in MEDIA and MEDIA[tag].fullmatch(value)
        return value if data or (tag == "img" and BESIDE.fullmatch(value)) else None
    if name == "href":
        return value if re.match(r"https?://|mailto:|#", value, re.IGNORECASE) else None
    if name == "style":
        kept = [part for part in value.split(";") if part.strip() and not LOADS.search(part)]
        return ";".join(kept) or None
    if name in ("width", "height") and tag in ("img", "video"):
        return value if WHOLE_NUMBER.fullmatch(value.strip()) else None
    return None if LOADS.search(value) and name not in ("alt", "title", "aria-label", "d", "points") else value


def _harmless_content(tag: str, name: str, value: str) -> str | None:
    if name == "class":
        return " ".join(token for token in value.split() if CLASS.fullmatch(token)) or None
    if name == "href" and value.startswith("#"):
        return f"#{INSIDE}{value[1:]}"
    if name == "tabindex":
        return None  # the order in which a marker's Tab key goes through the fields is nbgrader's
    return _harmless(tag, name, value)


_SAME: dict[str, Any] = {
    "clean_content_tags": {"script", "style", "template", "noscript", "iframe", "object", "title"} - CONTENT,
    "url_schemes": {"http", "https", "mailto", "data"},
    "filter_style_properties": set(STYLES.split()),
    "strip_comments": True,
}
_CONTENT = nh3.Cleaner(
    tags=CONTENT, attributes=ATTRIBUTES, attribute_filter=_harmless_content, id_prefix=INSIDE, **_SAME
)
_CELL = nh3.Cleaner(tags=CONTENT | CONTROLS, attributes=FRAME, attribute_filter=_harmless, **_SAME)
