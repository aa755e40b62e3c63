"""Render Markdown for nbgrader's pages: prose keeps its `<` signs, formulas become MathML, pictures come from the cell.

Takes the place of nbconvert's filter of this name, and like it knows the cell that it renders.
"""

import re
from html import escape
from urllib.parse import unquote

from jinja2 import pass_context
from jinja2.runtime import Context
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from grader.gradebook.formulas import formula
from grader.gradebook.sanitizer import CONTENT, clean_content

# a tag of HTML with nothing but quoted attributes; in "a<b and c>d" nothing is one
ATTRIBUTE = r"""\s+[a-zA-Z][\w:.-]*\s*=\s*("[^"<>]*"|'[^'<>]*')"""
TAG = re.compile(rf"</?([a-zA-Z][a-zA-Z0-9]*)((?:{ATTRIBUTE})*)\s*/?>")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
# what the parser looks for the end of through all that follows, again for each that has none
OPENER = re.compile(r"\\[\[(]|\\begin\{|<!--")
MOST_WORK = 20_000_000  # such openers times characters: a tenth of a second or two
LONGEST = 200_000  # characters of one cell
PICTURES = ("image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp")


@pass_context
def markdown2html(context: Context, source: str) -> str:
    """Return Markdown as clean HTML; `context` is the template's, with the cell."""
    cell = context.get("cell", {})
    return render(source, cell.get("attachments", {}))


def render(source: str, attachments: dict | None = None) -> str:
    """Return Markdown as clean HTML.

    >>> print(render("a<b and c>d, <b>bold</b>, <img src=x onerror=f()>"))
    <p>a&lt;b and c&gt;d, <b>bold</b>, &lt;img src=x onerror=f()&gt;</p>

    What would take the parser long, as no text that a person writes does, is shown as it stands.
    """
    if len(source) > LONGEST or sum(1 for _ in OPENER.finditer(source)) * len(source) > MOST_WORK:
        return f"<pre>{escape(source)}</pre>"
    renderer = _Renderer(escape=False, attachments=attachments)
    return clean_content(MarkdownWithMath(renderer=renderer).render(source)).rstrip("\n")


class _Renderer(IPythonRenderer):
    """nbconvert's renderer, which leaves nothing for later and raises for nothing that a student wrote."""

    def inline_html(self, html: str) -> str:
        return _only_tags(html)

    def block_html(self, html: str) -> str:
        return _only_tags(html) + "\n"

    def block_mermaidjs(self, code: str) -> str:
        return f"<pre><code>{escape(code.strip(), quote=False)}</code></pre>\n"

    def block_math(self, body: str) -> str:
        return formula(body.strip(), display=True)

    def inline_math(self, body: str) -> str:
        return formula(body.strip())

    def latex_environment(self, name: str, body: str) -> str:
        return formula(f"\\begin{{{name}}}{body}\\end{{{name}}}", display=True)

    def image(self, text: str, url: str, title: str | None = None) -> str:
        if url.startswith("attachment:"):
            attached = self._attached(url.removeprefix("attachment:"))
            if attached is None:
                return f"[picture: {escape(text)}, which is not in the notebook]"
            url = attached
        return super().image(text, url, title)

    def _attached(self, name: str) -> str | None:
        bundle = self.attachments.get(name) or self.attachments.get(unquote(name))
        if isinstance(bundle, dict):
            for kind in PICTURES:
                if isinstance(bundle.get(kind), str):
                    return f"data:{kind};base64,{''.join(bundle[kind].split())}"
        return None


def _only_tags(html: str) -> str:
    """Return HTML in which everything that is not a known, well-formed tag is text."""
    kept, last = [], 0
    html = COMMENT.sub("", html)
    for tag in TAG.finditer(html):
        if tag.group(1).lower() in CONTENT:
            kept += [html[last : tag.start()].replace("<", "&lt;"), tag.group()]
            last = tag.end()
    return "".join([*kept, html[last:].replace("<", "&lt;")])
