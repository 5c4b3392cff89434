"""PDF files of one page, for tests."""

from __future__ import annotations

import zlib


def pdf(*lines: str, compressed: bool = False) -> bytes:
    """Return a PDF file of one page with one text line under the other; what Latin-1 lacks becomes '?'."""
    escaped = (line.translate(str.maketrans({c: "\\" + c for c in "()\\"})) for line in lines)
    shown = " ".join(f"({line}) Tj T*" for line in escaped)
    stream, packed = f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET".encode("latin-1", "replace"), b""
    if compressed:
        stream, packed = zlib.compress(stream), b" /Filter /FlateDecode"
    fonts = b"<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources %s >>" % fonts,
        b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(stream), packed, stream),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 5\n0000000000 65535 f \n%strailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(out),
    )
