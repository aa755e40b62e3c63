"""The pictures of the kernel editor, packed small: a photograph, a house, and four of 8 pixels."""

import numpy as np

from course import images

from ._samples import images as samples

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
SMALL = {name: samples()[name] for name in ("square", "diagonal step", "disk", "ramp")}
PHOTOS = ("portrait", "house")


def photo(name: str) -> np.ndarray:
    """Return "portrait" (120 x 120) or "house" (48 x 48) as brightness from 0 to 1, in at most 64 steps."""
    if name == "house":
        return images.shapes(48).double().numpy()
    return np.round(images.portrait(120).double().numpy() * 63) / 63


def packed(image: np.ndarray) -> dict[str, object]:
    """Return an image as one letter for each pixel and the brightness that each letter stands for.

    A notebook keeps what it shows: a letter takes a byte, a number with its comma six.

    >>> packed(np.array([[0.0, 0.5], [0.5, 1.0]]))
    {'columns': 2, 'levels': [0.0, 0.5, 1.0], 'pixels': 'ABBC'}
    """
    levels, places = np.unique(image, return_inverse=True)
    pixels = "".join(LETTERS[place] for place in places.ravel())
    return {"columns": image.shape[1], "levels": levels.round(4).tolist(), "pixels": pixels}


def unpacked(picture: dict) -> np.ndarray:
    """Return the image that was packed."""
    values = [picture["levels"][LETTERS.index(letter)] for letter in picture["pixels"]]
    return np.array(values).reshape(-1, picture["columns"])
