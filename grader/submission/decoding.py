"""Read a file's bytes as the text they are, whatever program has saved it.

Nothing is replaced in silence: what is no text in any known encoding stays visible as \\xNN, and is counted.
"""

import codecs

_MARKS = (  # a UTF-32 mark begins like one of UTF-16
    (codecs.BOM_UTF8, "utf-8", "UTF-8 with a byte order mark"),
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_ZEROS = {  # which of the first four bytes are zero, in a text that begins with two ASCII characters
    (0, 1, 1, 1): ("utf-32-le", "UTF-32 without a byte order mark"),
    (1, 1, 1, 0): ("utf-32-be", "UTF-32 without a byte order mark"),
    (0, 1, 0, 1): ("utf-16-le", "UTF-16 without a byte order mark"),
    (1, 0, 1, 0): ("utf-16-be", "UTF-16 without a byte order mark"),
}


def decode(data: bytes) -> tuple[str, str]:
    """Return (text, what is to be said about its encoding), the latter empty for plain UTF-8.

    >>> decode("naïve".encode("cp1252"))
    ('naïve', 'is in the encoding cp1252')
    >>> decode("{}".encode("utf-16"))
    ('{}', 'is in the encoding UTF-16')
    """
    for mark, name, said in _MARKS:
        if data.startswith(mark):
            return _read(data[3:] if name == "utf-8" else data, name, said)
    zeros = tuple(int(byte == 0) for byte in data[:4])
    if zeros in _ZEROS:
        return _read(data, *_ZEROS[zeros])
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        pass
    # of bytes over 127: in UTF-8 with a damaged place most stand in whole characters, in cp1252 hardly any do
    lenient = data.decode("utf-8", "replace")
    damaged = lenient.count("\ufffd")
    whole = sum(letter > "\x7f" for letter in lenient) - damaged
    if damaged > whole:
        try:
            return data.decode("cp1252"), "is in the encoding cp1252"
        except UnicodeDecodeError:
            pass
    return _read(data, "utf-8", "")


def _read(data: bytes, name: str, said: str) -> tuple[str, str]:
    try:
        return data.decode(name), f"is in the encoding {said}"
    except UnicodeDecodeError:
        marked = f"is in the encoding {said}, but " if said else ""
        return data.decode(name, _shown.__name__), f"{marked}has bytes that are no text: they are shown as <0xNN>"


def _shown(error: UnicodeError) -> tuple[str, int]:
    """Write bytes as what also a JSON string may hold, unlike a backslash and an x."""
    assert isinstance(error, UnicodeDecodeError)  # it is named for decoding only
    return "".join(f"<0x{byte:02x}>" for byte in error.object[error.start : error.end]), error.end


codecs.register_error(_shown.__name__, _shown)
