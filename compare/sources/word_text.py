"""The words of a Word document as its printed page shows them, from the elements of WordprocessingML (ECMA-376).

Tracked insertions and moves are read as accepted; deletions, hidden and struck words are left out.  Elements are told
by their local names, since the transitional and the strict standard differ in the namespace alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from compare.sources.word_fields import unprinted

if TYPE_CHECKING:
    from lxml.etree import _Element

# what is not on the printed page, what only describes, and the reading aid above a word
UNSEEN = frozenset(
    "del moveFrom delText instrText delInstrText rPr pPr sectPr tblPr tblGrid trPr tcPr sdtPr sdtEndPr fldData rt "
    "annotationRef commentReference".split()
)
BLANKS = frozenset({"tab", "br", "cr", "ptab"})
UNREADABLE = {  # an element or the end of a graphic's address → what an editor calls it
    "chart": "a chart",
    "diagram": "a diagram",
    "object": "an embedded object",
    "altChunk": "an included file",
    "subDoc": "an included document",
}
STRUCK = ("vanish", "strike", "dstrike", "specVanish")  # not 'webHidden': such words are printed
OFF = frozenset({"0", "false", "off", "none"})
DEEPEST = 200  # elements within elements; python's stack is deeper, a real document shallower


@dataclass(slots=True)
class WordText:
    """What a walk through a document gathers: lines with the id of their style, and what the page refers to."""

    styles: Mapping[str, Mapping[str, bool]]  # id of a style → its own and inherited marks, ``STRUCK`` only
    lines: list[tuple[str, str | None]] = field(default_factory=list)  # words and style; style "" is a table's row
    notes: list[tuple[str, str]] = field(default_factory=list)  # 'footnote' or 'endnote', and its id, in reading order
    unread: set[str] = field(default_factory=set)
    changed: bool = False  # whether changes were tracked
    begun: list[str] = field(default_factory=list)  # words before a paragraph mark that was deleted
    unprinted: frozenset[_Element] = frozenset()  # words in the instructions of fields

    def read(self, body: _Element) -> None:
        """Read the paragraphs and tables of a body or a note, with their cells and text boxes."""
        self.unprinted = unprinted(body)
        self._blocks(body, 0)
        self._end_line(None)

    def _blocks(self, parent: _Element, depth: int) -> None:
        if depth > DEEPEST:
            self.unread.add("a part nested too deeply")
            return
        for child in parent:
            name = local(child)
            if name == "p":
                self._paragraph(child, depth)
            elif name == "tbl":
                self._table(child, depth)
            elif name == "AlternateContent":
                self._blocks(_chosen(child), depth + 1)
            elif name in UNREADABLE:
                self.unread.add(UNREADABLE[name])
            elif name not in UNSEEN:
                self._blocks(child, depth + 1)

    def _paragraph(self, paragraph: _Element, depth: int) -> None:
        style = value_of(paragraph, "pPr", "pStyle")
        boxes: list[_Element] = []
        self.begun += self._words(paragraph, self.styles.get(style or "", {}), boxes, depth)
        mark = [local(c) for c in _inside(paragraph, "pPr", "rPr")]
        if "ins" in mark:
            self.changed = True
        if "del" in mark or "moveFrom" in mark:  # the next paragraph goes on where this one stops
            self.changed = True
        else:
            self._end_line(style)
        for box in boxes:
            self._blocks(box, depth + 1)

    def _end_line(self, style: str | None) -> None:
        words = " ".join("".join(self.begun).split())
        self.begun.clear()
        if words:
            self.lines.append((words, style))

    def _words(self, parent: _Element, marks: Mapping[str, bool], boxes: list[_Element], depth: int) -> Iterator[str]:
        if depth > DEEPEST:
            self.unread.add("a part nested too deeply")
            return
        for child in parent:
            name = local(child)
            if name in ("ins", "del", "moveTo", "moveFrom"):
                self.changed = True
            if name in UNSEEN:
                continue
            if name == "r" and _struck(child, self.styles, marks):
                continue
            if name == "t":
                yield "" if child in self.unprinted else child.text or ""
            elif name in BLANKS:
                yield " "
            elif name == "noBreakHyphen":
                yield "-"
            elif name == "sym":
                yield _symbol(child)
            elif name in ("footnoteReference", "endnoteReference"):
                self.notes.append((name.removesuffix("Reference"), attribute(child, "id") or ""))
            elif name == "txbxContent":
                boxes.append(child)
            elif name == "AlternateContent":
                yield from self._words(_chosen(child), marks, boxes, depth + 1)
            else:
                self._unreadable(child, name)
                yield from self._words(child, marks, boxes, depth + 1)

    def _unreadable(self, element: _Element, name: str) -> None:
        if name == "graphicData":
            name = (attribute(element, "uri") or "").rpartition("/")[2]
        if name in UNREADABLE:
            self.unread.add(UNREADABLE[name])

    def _table(self, table: _Element, depth: int) -> None:
        """Read a table row by row; what stands inside a cell's own tables and boxes follows the row."""
        for row in _each(table, "tr", depth):
            about = [local(c) for c in _inside(row, "trPr")]
            if "del" in about or "hidden" in about:
                self.changed = self.changed or "del" in about
                continue
            cells: list[str] = []
            below: list[tuple[str, str | None]] = []
            for cell in _each(row, "tc", depth):
                about = [local(c) for c in _inside(cell, "tcPr")]
                merged = "vMerge" in about and value_of(cell, "tcPr", "vMerge") in (None, "continue")
                if merged or "cellDel" in about:
                    continue
                inner = WordText(self.styles, notes=self.notes, unread=self.unread, unprinted=self.unprinted)
                inner._blocks(cell, depth + 1)
                inner._end_line(None)
                self.changed = self.changed or inner.changed
                cells.append(" ".join(words for words, style in inner.lines if style != ""))
                below += [line for line in inner.lines if line[1] == ""]
            if any(cells):
                self.lines.append((" | ".join(cells), ""))
            self.lines += below


def styles_of(styles: _Element) -> dict[str, dict[str, bool]]:
    """Return for each style that hides or strikes words which marks it sets, what it is based on included.

    Under '' stand those of a paragraph that names no style.
    """
    own = {attribute(s, "styleId") or "": (_marks(s), value_of(s, "basedOn")) for s in styles if local(s) == "style"}
    defaults = next((_marks(d) for d in styles.iter("{*}rPrDefault")), {})
    found: dict[str, dict[str, bool]] = {"": defaults}
    for name in own:
        chain: list[str] = []
        at: str | None = name
        while at is not None and at in own and at not in chain:
            chain.append(at)
            at = own[at][1]
        found[name] = {**defaults, **{mark: on for step in reversed(chain) for mark, on in own[step][0].items()}}
    for style in styles:
        if attribute(style, "type") == "paragraph" and attribute(style, "default") in ("1", "true"):
            found[""] = found[attribute(style, "styleId") or ""]
    return found


def local(element: _Element) -> str:
    """Return the name of an element without its namespace; '' for a comment or an instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: _Element, name: str) -> str | None:
    """Return an attribute by its local name."""
    return next((str(v) for k, v in element.attrib.items() if str(k).rpartition("}")[2] == name), None)


def value_of(element: _Element, *path: str) -> str | None:
    """Return the ``w:val`` at the end of a path of local names."""
    for name in path:
        found = next((c for c in element if local(c) == name), None)
        if found is None:
            return None
        element = found
    return attribute(element, "val")


def _inside(element: _Element, *path: str) -> list[_Element]:
    """Return the children at the end of a path of local names."""
    for name in path:
        found = next((c for c in element if local(c) == name), None)
        if found is None:
            return []
        element = found
    return list(element)


def _each(parent: _Element, wanted: str, depth: int) -> Iterator[_Element]:
    """Yield the rows of a table or the cells of a row, also those in content controls."""
    for child in parent:
        name = local(child)
        if name == wanted:
            yield child
        elif name not in UNSEEN and name != "tbl" and depth < DEEPEST:
            yield from _each(child, wanted, depth + 1)


def _chosen(alternatives: _Element) -> _Element:
    """Return the first alternative that holds words: a page shows one of them."""
    with_words = [c for c in alternatives if any(local(e) == "t" and (e.text or "").strip() for e in c.iter())]
    return with_words[0] if with_words else alternatives[0] if len(alternatives) else alternatives


def _marks(element: _Element) -> dict[str, bool]:
    return {
        local(c): (attribute(c, "val") or "1").casefold() not in OFF
        for c in _inside(element, "rPr")
        if local(c) in STRUCK
    }


def _struck(run: _Element, styles: Mapping[str, Mapping[str, bool]], marks: Mapping[str, bool]) -> bool:
    """Say whether a run is hidden or struck: by itself, by its style, by its paragraph's, in this order."""
    style = value_of(run, "rPr", "rStyle")
    return any({**marks, **(styles.get(style, {}) if style else {}), **_marks(run)}.values())


def _symbol(element: _Element) -> str:
    """Return a character given by its code; those of private fonts ('F0B7') have no meaning as text."""
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return ""
    return chr(code) if 32 <= code < 0xD800 else " "
