"""Decides whether a notebook belongs to the installed course; the notebook's first cell asks."""

__all__ = ["Release", "misfit", "release"]


class Release:
    """What `release` found out: shown as one sentence where the two differ, and as nothing where they agree."""

    def __init__(self, notebook: str, installed: str):
        self.notebook, self.installed = notebook, installed

    @property
    def fits(self) -> bool:
        """Do notebook and course come from the same release?"""
        return self.notebook == self.installed

    @property
    def message(self) -> str:
        """The sentence for the student; empty if there is nothing to say."""
        if self.fits:
            return ""
        return (
            f"This notebook belongs to release {self.notebook} of the course, but {self.installed} is installed: fetch "
            "the notebook again, or ask your instructor which one is to be used."
        )

    def __repr__(self) -> str:
        return self.message or f"release {self.notebook}"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        if self.fits:
            return {"text/plain": repr(self)}
        return {"text/plain": self.message, "text/html": f"<p><b>{self.message}</b></p>"}


seen: Release | None = None  # of the notebook that runs in this process; `check` repeats its message


def release(notebook: str) -> Release:
    """Say whether a notebook of release `notebook` fits the installed course.

    >>> release("0.9")
    This notebook belongs to release 0.9 of the course, but ... is installed: fetch the notebook again, or ask ...
    """
    global seen
    from course import __version__

    seen = Release(str(notebook), __version__)
    return seen


def misfit() -> str:
    """Return the sentence for a notebook of another release, "" if it fits or did not say."""
    return seen.message if seen else ""
