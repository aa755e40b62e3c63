"""What all explorers share: their module text, and the picture that stays when there is no kernel."""

import re
from pathlib import Path
from typing import Any

import anywidget

_HERE = Path(__file__).parent
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./(\w+\.js)";\n', re.MULTILINE)
_COMMENT = re.compile(r"^ *//.*\n|(?<=[;,(){}\]]) +// [^\n\"'`]*$|\n(?=\n)", re.MULTILINE)
_DECLARATION = re.compile(r"^(?=(?:export )?(?:async )?(?:function|const|let) )", re.MULTILINE)
_NAME = re.compile(r"(?:export )?(?:async )?(?:function|const|let) (\w+)")
_INDENTATION = re.compile(r"^ +", re.MULTILINE)


def bundle(name: str) -> str:
    """Return the ES module `name` as one self-contained text: what it uses of the modules it imports, then itself.

    A widget's module travels to the browser as text, so it cannot import a file beside it. And every instance
    stores its module in the saved notebook, so comments, indentation and what nobody uses are left out.

    Raises:
        ValueError: two of the modules declare the same name; the browser would refuse the text.
    """
    texts: dict[str, str] = {}

    def add(name: str) -> None:
        text = (_HERE / name).read_text(encoding="utf-8")
        for needed in _IMPORT.findall(text):
            if needed not in texts:
                add(needed)
        texts[name] = _COMMENT.sub("", _IMPORT.sub("", text))

    add(name)
    *libraries, module = texts.values()
    parts = _used([part for text in libraries for part in _parts(text)], module)
    names = [found[1] for part in [*parts, *_parts(module)] if (found := _NAME.match(part))]
    twice = {one for one in names if names.count(one) > 1}
    if twice:
        raise ValueError(f"{name}: {', '.join(sorted(twice))} is declared in two modules; rename one.")
    return _INDENTATION.sub("", "".join([*parts, module]))


def _parts(text: str) -> list[str]:
    """Return the declarations of a module, one text for each."""
    return [part for part in _DECLARATION.split(text) if part.strip()]


def _used(parts: list[str], module: str) -> list[str]:
    """Return the declarations that the module needs, also by way of others."""
    needed: set[str] = set()
    waiting = [module]
    while waiting:
        words = set(re.findall(r"\w+", waiting.pop()))
        found = [part for part in parts if part not in needed and (name := _NAME.match(part)) and name[1] in words]
        needed.update(found)
        waiting += found
    return [part for part in parts if part in needed]


class Explorer(anywidget.AnyWidget):
    """An anywidget that also leaves a still picture in the notebook."""

    _css = (_HERE / "explorers.css").read_text(encoding="utf-8")

    def still(self) -> str:
        """Return the present state as one HTML figure, for readers without a kernel."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **kwargs: Any) -> tuple[dict[str, Any], dict[str, Any]]:
        shown = super()._repr_mimebundle_(**kwargs)
        data, metadata = shown if isinstance(shown, tuple) else ({}, {})
        # Formgrader, feedback pages and plain HTML exports cannot run a widget; they show this instead.
        return {**data, "text/html": self.still()}, metadata
