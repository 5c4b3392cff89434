"""Bytes → text: byte-order marks first, then UTF-8, then what the bytes look like."""

from __future__ import annotations

import codecs

from compare.errors import SourceError

MARKS = (  # the longer mark first: UTF-32-LE begins with the mark of UTF-16-LE
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (  # first bytes of files that are no text, with what an editor calls them
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
)
# Letters of Latin-1 that English and other western texts hold; charset-normalizer guesses badly on few of them.
WESTERN = frozenset("€‚„…‘’“”•–—™£©«®°±´·»¼½¾¿¡§ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûüÿŠšŽžŒœ\xa0")


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Return the text of ``data`` without a byte-order mark, and notes on doubts about its encoding.

    Raises ``SourceError`` where the bytes are no text.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), ()
            except UnicodeDecodeError as error:
                raise SourceError(
                    f"{name}: byte {error.start + len(mark)} is not {encoding.upper()}, although the file says it is; "
                    "save it as UTF-8."
                ) from error
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise SourceError(f"{name}: this is {what}, not text; give the article as text, HTML, PDF or DOCX.")
    if b"\x00" in data[:8192]:
        raise SourceError(f"{name}: this is a binary file, not text; give the article as text, HTML, PDF or DOCX.")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _guess(data, name)


def _guess(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    western = data.decode("cp1252", errors="replace")
    strange = [c for c in western if ord(c) > 127 and c not in WESTERN]
    if not strange:
        return western, ("The file is not UTF-8; it was read as Windows-1252 (Latin-1).",)
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in data[:65536])
    if best is None or controls * 20 > min(len(data), 65536):
        raise SourceError(f"{name}: no encoding fits the bytes of this file; save it as UTF-8.")
    return str(best), (f"The file is not UTF-8; it was read as {best.encoding.replace('_', '-')}, which is a guess.",)
