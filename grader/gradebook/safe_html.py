"""Take scripts out of what students wrote, when a page shows it: an instructor's browser may change grades.

nbconvert's own `sanitize_html` would take away feedback, pictures and explorers as well.
"""

import copy
import re

import bleach
from bleach.css_sanitizer import ALLOWED_CSS_PROPERTIES, CSSSanitizer
from nbconvert.preprocessors import Preprocessor

# a drawing comes without what loads or animates: `use`, `image`, `foreignObject`, `animate`, `set`
NAMES = """
a abbr b blockquote br caption code dd details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img kbd li ol p pre
s small span strong sub summary sup table tbody td tfoot th thead tr u ul
svg g path rect circle line polyline polygon text tspan title desc defs marker
"""
LAYOUT = """
background border border-left border-radius border-collapse display flex flex-wrap gap align-items justify-content
margin margin-bottom margin-left margin-right margin-top max-width min-width outline outline-offset padding padding-left
list-style font opacity grid-template-columns aspect-ratio image-rendering
"""
TAGS = set(NAMES.split())
CSS = CSSSanitizer(allowed_css_properties=[*ALLOWED_CSS_PROPERTIES, *LAYOUT.split()])
DROPPED = ("application/javascript", "application/vnd.jupyter.widget-view+json", "text/latex")
PICTURE = re.compile(r"data:image/(png|jpeg|gif|svg\+xml);base64,[A-Za-z0-9+/=\s]+$")
SCRIPT = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
# in Markdown: plain tags without attributes, and nothing else that starts like a tag
PLAIN_TAG = re.compile(r"</?(b|i|em|strong|sub|sup|br|code|kbd|u|s|p|details|summary)\s*/?>", re.IGNORECASE)
LIKE_A_TAG = re.compile(r"<(?=[a-zA-Z/!?])")


class SafeHtml(Preprocessor):
    """Cleans outputs and student-written Markdown of the page that is made; the notebook itself stays as it is."""

    def preprocess(self, nb, resources):
        """Return a cleaned copy of `nb`."""
        shown = copy.deepcopy(nb)
        for cell in shown.cells:
            for output in cell.get("outputs", []):
                data = output.get("data", {})
                for kind in DROPPED:
                    data.pop(kind, None)
                if "text/html" in data:
                    data["text/html"] = clean(data["text/html"])
                if "text/markdown" in data:
                    data["text/markdown"] = clean_markdown(data["text/markdown"])
            if cell.cell_type == "markdown" and not cell.metadata.get("nbgrader", {}).get("locked"):
                cell.source = clean_markdown(cell.source)
        return shown, resources


def clean(html):
    """Return HTML that can show and not do anything.

    >>> clean('<b onclick="f()">x</b><script>f()</script>')
    '<b>x</b>'
    """
    html = SCRIPT.sub("", html)  # for the looks of it: what is left of a script would be shown as text
    protocols = {"https", "http", "data"}
    return bleach.clean(
        html,
        tags=TAGS,
        attributes=_is_harmless,
        css_sanitizer=CSS,
        protocols=protocols,
        strip=True,
        strip_comments=True,
    )


def _is_harmless(tag, name, value):
    if name.startswith("on") or name in ("id", "name", "srcset", "xlink:href"):
        return False
    if name == "src":
        return tag == "img" and bool(PICTURE.match(value))
    return name != "href" or (tag == "a" and value.startswith(("https://", "http://", "#")))


def clean_markdown(text):
    """Return Markdown in which only plain tags are tags.

    >>> clean_markdown("a < b, <b>bold</b>, <img src=x onerror=f()>")
    'a < b, <b>bold</b>, &lt;img src=x onerror=f()>'
    """
    cleaned, last = [], 0
    for tag in PLAIN_TAG.finditer(text):
        cleaned += [LIKE_A_TAG.sub("&lt;", text[last : tag.start()]), tag.group()]
        last = tag.end()
    return "".join([*cleaned, LIKE_A_TAG.sub("&lt;", text[last:])])
