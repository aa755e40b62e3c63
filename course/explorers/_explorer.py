"""What all explorers share: their module text, and the picture that stays when there is no kernel."""

import re
from pathlib import Path

import anywidget

_HERE = Path(__file__).parent
_IMPORT = re.compile(r'^import \{[^}]*\} from "\./(\w+\.js)";\n', re.MULTILINE)
_SPARE = re.compile(r"^ *//.*\n|^ +|\n(?=\n)", re.MULTILINE)


def bundle(name: str) -> str:
    """Return the ES module `name` as one self-contained text: what it imports first, then itself.

    A widget's module travels to the browser as text, so it cannot import a file beside it.  Each module
    is taken once, in the order of the imports; whole-line comments and indentation are left out, because every instance
    stores its module in the saved notebook.
    """
    texts: dict[str, str] = {}

    def add(name: str) -> None:
        text = (_HERE / name).read_text(encoding="utf-8")
        for needed in _IMPORT.findall(text):
            if needed not in texts:
                add(needed)
        texts[name] = _SPARE.sub("", _IMPORT.sub("", text))

    add(name)
    return "\n".join(texts.values())


class Explorer(anywidget.AnyWidget):
    """An anywidget that also leaves a still picture in the notebook."""

    _css = (_HERE / "explorers.css").read_text(encoding="utf-8")

    def still(self) -> str:
        """Return the present state as one HTML figure, for readers without a kernel."""
        raise NotImplementedError

    def _repr_mimebundle_(self, **kwargs):
        data, metadata = super()._repr_mimebundle_(**kwargs)
        # Formgrader, feedback pages and plain HTML exports cannot run a widget; they show this instead.
        return {**data, "text/html": self.still()}, metadata
