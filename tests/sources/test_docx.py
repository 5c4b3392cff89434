"""Word documents: what a reader of the printed page sees is read, and nothing else; the rest is named."""

from __future__ import annotations

import io
import re
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from compare.errors import SourceError
from compare.model import Source
from compare.sources.collecting import read_bytes

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "readers" / "docx.toml").read_text("utf-8"))["body"]
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word(xml: str) -> str:
    """Return XML in which every element and attribute has the namespace of Word."""
    xml = re.sub(r"<(/?)(\w)", r"<\1w:\2", xml)
    xml = re.sub(r" (\w+=\")", r" w:\1", xml)
    xml = xml.replace("<w:t>", '<w:t xml:space="preserve">')
    return f'<w:root xmlns:w="{WORD}">{xml}</w:root>'


def document(xml: str, notes: str | None = None) -> bytes:
    made = docx.Document()
    body = made.element.body
    for child in reversed(list(parse_xml(word(xml)))):
        body.insert(0, child)
    if notes is not None:
        part = Part(PackURI("/word/footnotes.xml"), "application/xml", word(notes).encode(), made.part.package)
        made.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def read(data: bytes) -> Source:
    return read_bytes(data, "a.docx", "docx")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_printed_page_is_read(case: dict[str, Any]) -> None:
    assert read(document(case["xml"])).text.split("\n\n") == case["lines"]


def test_notes_follow_the_text_in_the_order_of_their_marks() -> None:
    body = '<p><r><t>Over.</t></r><r><footnoteReference id="3"/></r></p>'
    body += '<p><del><r><footnoteReference id="2"/></r></del></p>'
    notes = '<footnote id="2"><p><r><t>Gone.</t></r></p></footnote>'
    notes += '<footnote id="3"><p><r><t>By nine.</t></r></p></footnote>'
    assert read(document(body, notes)).text == "Over.\n\nBy nine."


def test_a_damaged_note_is_no_traceback() -> None:
    body = '<p><r><t>Over.</t></r><r><footnoteReference id="3"/></r></p>'
    assert "Over." in read(document(body, '<footnote id="3"><p><r><t>By')).text


def test_changes_and_what_cannot_be_read_are_named() -> None:
    source = read(document("<p><ins><r><t>One.</t></r></ins></p><p><r><object/></r></p><altChunk/>"))
    assert source.notes == (
        "Tracked changes were read as accepted.",
        "Not read in this document: an embedded object, an included file.",
    )
    assert read(document("<p><r><t>One.</t></r></p>")).notes == ()


def test_a_style_may_hide_words() -> None:
    made = docx.Document()
    hidden = made.styles.add_style("Unseen", docx.enum.style.WD_STYLE_TYPE.CHARACTER)
    hidden.font.hidden = True
    line = made.add_paragraph("Nine ")
    line.add_run("or ten ", style="Unseen")
    line.add_run("boats.")
    out = io.BytesIO()
    made.save(out)
    assert read(out.getvalue()).text == "Nine boats."


@pytest.mark.parametrize("where", ["docDefaults", "Normal"])
def test_a_document_may_hide_words_that_name_no_style(where: str) -> None:
    made = docx.Document()
    if where == "Normal":
        made.styles["Normal"].font.hidden = True
    else:
        made.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")[0].append(parse_xml(word("<vanish/>"))[0])
    made.add_paragraph("Unseen.")
    made.add_paragraph().add_run("Nine boats.").font.hidden = False
    out = io.BytesIO()
    made.save(out)
    assert read(out.getvalue()).text == "Nine boats."


def test_a_document_of_the_strict_standard_is_read() -> None:
    out, notes = io.BytesIO(), '<footnote id="3"><p><r><t>By nine.</t></r></p></footnote>'
    plain = document('<p><r><t>Over.</t></r><r><footnoteReference id="3"/></r></p>', notes)
    with zipfile.ZipFile(io.BytesIO(plain)) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            part = re.sub(
                rb"http://schemas\.openxmlformats\.org/(officeDocument|wordprocessingml|drawingml)/2006/",
                rb"http://purl.oclc.org/ooxml/\1/",
                given.read(name),
            )
            made.writestr(name, part)
    assert b"purl.oclc.org" in out.getvalue()
    assert read(out.getvalue()).text == "Over.\n\nBy nine."


@pytest.mark.parametrize("depth", [50, 230])
def test_deep_nesting_is_read_or_named(depth: int) -> None:
    try:
        source = read(document("<p><r><t>One.</t></r></p>" + "<sdt>" * depth + "<p/>" + "</sdt>" * depth))
    except SourceError as error:
        assert "a.docx" in str(error)  # noqa: PT017
    else:
        assert source.text == "One."
