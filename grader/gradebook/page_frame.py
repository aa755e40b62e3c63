"""Put a guard before the page: each cell is cleaned as nbconvert's template wrote it.

Whatever template an exporter was told to use, it gets one that extends it, through Jinja's inheritance of blocks and
nbconvert's `extra_loaders`.  Scripts of the frame are taken away, but for the marking page's own.
"""

import base64
import hashlib
import re
import secrets
from collections.abc import Callable

from jinja2 import BaseLoader, ChoiceLoader, Environment, TemplateNotFound, pass_context
from jinja2.runtime import Context
from nbconvert.exporters import TemplateExporter

from grader.gradebook.markdown import markdown2html
from grader.gradebook.sanitizer import clean_cell, clean_content

USUAL = "usual template"  # the name under which the guarded template is still to be had
GUARDED_CELLS = """
{%- extends "usual template" -%}
{%- block codecell %}{% filter clean_cell %}{{ super() }}{% endfilter %}{% endblock -%}
{%- block markdowncell %}{% filter clean_cell %}{{ super() }}{% endfilter %}{% endblock -%}
{%- block rawcell %}{% filter clean_content %}{{ super() }}{% endfilter %}{% endblock -%}
{%- block unknowncell %}{% filter clean_content %}{{ super() }}{% endfilter %}{% endblock -%}
{%- block output %}{% filter clean_content %}{{ super() }}{% endfilter %}{% endblock -%}
"""
GUARDED_FRAME = """
{%- block header %}{{ super() | with_policy }}{% endblock -%}
{%- block html_head_js %}{% endblock -%}
{%- block html_head_js_mathjax %}{% endblock -%}
{%- block jupyter_widgets %}{% endblock -%}
"""
# macros that would load a renderer from another host; formulas are MathML, and diagrams and widgets are not shown
NOT_LOADED = {
    "mathjax.html.j2": "{% macro mathjax(url='') %}{% endmacro %}",
    "mermaidjs.html.j2": "{% macro mermaid_js(url='', elk_url='') %}{% endmacro %}",
    "jupyter_widgets.html.j2": "{% macro jupyter_widgets(url='', range='', renderer='') %}{% endmacro %}",
}
# nbgrader's marking page waits for MathJax to say that it is done before it puts the cursor into the first field
TYPESET = "<script>var MathJax = {Hub: {Startup: {signal: {Interest: heard => heard('End')}}}};</script>"
MARKING_PAGE = "formgrade"
SLIDES = "reveal"  # without its scripts it shows nothing, so only its cells are guarded
STILL = (
    "default-src 'none'; img-src 'self' data:; media-src data:; style-src 'unsafe-inline'; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
MARKING = (
    "default-src 'none'; script-src 'nonce-{nonce}' 'unsafe-hashes' {digests}; connect-src 'self'; "
    "img-src 'self' data:; media-src data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; "
    "base-uri 'none'; form-action 'none'"
)
INLINE = re.compile(r"<script\b[^>]*>(.+?)</script>|\son[a-z]+=\"([^\"]+)\"", re.DOTALL)


def guard(exporter: TemplateExporter) -> None:
    """Make `exporter` clean every page; called once, before it has loaded a template."""
    exporter.extra_loaders = [_Guard(exporter), *exporter.extra_loaders]
    exporter.filters = exporter.filters | {
        "clean_cell": clean_cell,
        "clean_content": clean_content,
        "markdown2html": markdown2html,
        "with_policy": with_policy,
    }


class _Guard(BaseLoader):
    """Offers the guarding template under the name of the one that it guards."""

    def __init__(self, exporter: TemplateExporter) -> None:
        self.exporter = exporter

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """Return (source, no file, never outdated), as Jinja asks its loaders to."""
        name, kind = str(self.exporter.template_file), self.exporter.template_name
        if template == USUAL:
            others = ChoiceLoader([loader for loader in _loaders(environment).loaders if loader is not self])
            return others.get_source(environment, name)
        if template == name:
            return GUARDED_CELLS + (GUARDED_FRAME if kind != SLIDES else ""), None, lambda: True
        if template in NOT_LOADED and kind != SLIDES:
            source = NOT_LOADED[template]
            if kind == MARKING_PAGE:
                source = source.replace("{% endmacro %}", TYPESET + "{% endmacro %}")
            return source, None, lambda: True
        raise TemplateNotFound(template)


def _loaders(environment: Environment) -> ChoiceLoader:
    assert isinstance(environment.loader, ChoiceLoader), "nbconvert looks for templates in several places"
    return environment.loader


@pass_context
def with_policy(context: Context, head: str) -> str:
    """Return the head of a page with its content security policy, and with the course's style."""
    if "<head>" not in head:
        return head
    policy = STILL
    if "submission_id" in context.get("resources", {}):
        nonce = secrets.token_urlsafe(16)
        policy = MARKING.format(nonce=nonce, digests=" ".join(_digests_of_the_bar(context.environment)))
        head = re.sub(r"<script\b", f'<script nonce="{nonce}"', head)  # nothing of a submission is in the head
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    style = context["resources"].get("page_style", "")
    return head.replace("<head>", f"<head>\n{meta}", 1).replace("</head>", f"{style}\n</head>", 1)


def _digests_of_the_bar(environment: Environment) -> list[str]:
    """Return the digests of the scripts that nbgrader writes into its bar of links, as it ships them."""
    source, _, _ = _loaders(environment).get_source(environment, "formgrade_macros.html.j2")
    bar = source[source.index("{% macro nav") :]
    found = [script or handler for script, handler in INLINE.findall(bar)]
    return [f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in found]
