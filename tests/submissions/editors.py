"""What other editors make of a notebook when they save it: VS Code, Google Colab, and one that drops what it can.

Each takes a notebook and returns the JSON that it would write.  Sources: VS Code's serializer of notebooks
(extensions/ipynb, `serializers.ts`); files that Colab downloads, which are of format 4.0 and carry their own ids.
"""

import copy
import json
import random


def vs_code(nb):
    """Sources as lists of lines, keys in an order of its own, ids and cell metadata kept, its mark at code cells."""
    saved = _plain(nb)
    saved["metadata"] = saved["metadata"] | {"language_info": {"name": "python", "version": "3.12.3"}}
    for cell in saved["cells"]:
        cell["source"] = cell["source"].splitlines(keepends=True)
        if cell["cell_type"] == "code":
            cell["metadata"]["vscode"] = {"languageId": "python"}
            cell["execution_count"] = 7
    return saved


def colab(nb):
    """Format 4.0: no cell ids but its own in the metadata; nbgrader's metadata are kept beside them."""
    saved, draw = _plain(nb), random.Random(0)
    saved |= {"nbformat": 4, "nbformat_minor": 0}
    saved["metadata"] = {
        "colab": {"provenance": [], "toc_visible": True},
        "kernelspec": {"name": "python3", "display_name": "Python 3"},
        "language_info": {"name": "python"},
    }
    for cell in saved["cells"]:
        cell.pop("id", None)
        cell["metadata"]["id"] = "".join(draw.choices("abcdefghijkABCDEFGHIJK0123456789_-", k=12))
        cell["source"] = cell["source"].splitlines(keepends=True)
        if cell["cell_type"] == "code":
            cell["metadata"]["outputId"] = "7c8a26ff-4b1a-4f0e-8b5e-1f2a0b5f0000"
            cell["execution_count"] = 3
    install = {
        "cell_type": "code",
        "source": ["!pip install --no-deps convolutions_course-*.whl anywidget==0.11.0"],
        "metadata": {"id": "q1w2e3r4t5y6"},
        "execution_count": 1,
        "outputs": [{"output_type": "stream", "name": "stdout", "text": ["Successfully installed\n"]}],
    }
    saved["cells"].insert(0, install)
    return saved


def without_metadata(nb):
    """Cell ids stay, all metadata of cells are gone: a converter, or a copy through another format."""
    saved = _plain(nb)
    for cell in saved["cells"]:
        cell["metadata"] = {}
    return saved


def without_metadata_and_ids(nb):
    """The worst: nothing but texts in their order."""
    saved = without_metadata(nb)
    saved |= {"nbformat": 4, "nbformat_minor": 2}
    for cell in saved["cells"]:
        cell.pop("id", None)
    return saved


SAVERS = {
    "VS Code": vs_code,
    "Colab": colab,
    "metadata dropped": without_metadata,
    "metadata and ids dropped": without_metadata_and_ids,
}


def _plain(nb):
    return json.loads(json.dumps(copy.deepcopy(nb)))
