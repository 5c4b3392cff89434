"""What stands before an article's first sentence: the headline again, dates, bylines, datelines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from compare.language.en import furniture as words
from compare.language.en.places import is_town, listed
from compare.model import Block, Source
from compare.sources.publication import DATE

Found = tuple[int, int, str]
NAMED_DATE = re.sub(r"\(\?P<\w+>", "(?:", DATE)
TIME = r"(?:\s*(?:at\s+)?\d{1,2}[:.]?\d{2}\s*(?:[ap]\.?m\.?)?(?:\s*(?:GMT|UTC|[A-Z]{2,4}T))?)?"
NEXT = r"(?=\s*$|\s*[A-Z0-9“\"‘'(\[—–-])"
PUBLISHED = re.compile(
    rf"(?:(?:first\s+)?published|posted|updated|last\s+updated|date\s+of\s+publication|date)\s*(?:on\b)?\s*:?\s*"
    rf"(?i:{NAMED_DATE}){TIME}",
    re.IGNORECASE,
)
BARE_DATE = re.compile(rf"(?i:{NAMED_DATE}){TIME}(?:\s*\((?i:updated)[^)]{{0,40}}\))?{NEXT}")
BY = re.compile(r"(?:by|By)\s+(?=[A-Z])")
SHORT_URL = re.compile(r"Get short URL(?:\s+\d{1,6})*")
BUTTONS = re.compile(
    r"(?:(?:Share|Tweet|Print|E-?mail|Facebook|Twitter|WhatsApp|Comments?|Like|Views|Shares|\d{1,6})\b[\s|:,]*){2,9}"
)
AGENCY = re.compile(rf"{words.AGENCY}(?=\s+(?:[A-Z0-9“\"]|$))")
_CITY = r"[A-Z][A-Z.'’-]{1,24}(?:\s[A-Z][A-Z.'’-]{1,24}){0,3}"  # every repetition is bounded: texts are hostile
_DAY = r"(?:,?\s+(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:,?\s+\d{4})?|\d{1,2}\s+[A-Z][a-z]{2,8}\.?(?:\s+\d{4})?))?"
_REGION = r"(?:[,/]\s?[A-Z][\w.'’-]{0,24}(?:\s[A-Z][\w.'’-]{0,24}){0,2})?"
_GIVER = rf"\((?:{words.AGENCY}|[A-Z][\w.'’ -]{{1,28}}|\d{{1,2}}:\d\d\s?[AP]\.?M\.?)\)"
DATELINES = (
    re.compile(
        rf"{_CITY}{_REGION}{_DAY}\s+{_GIVER}(?:\s*(?:--|[—–:-])+)?(?=\s+[A-Z“\"‘'0-9])"
    ),  # BEIRUT, Lebanon (AP) --
    re.compile(rf"{_CITY}{_REGION}{_DAY}(?:\s+--+\s*|\s*[—–]\s*|\s+-\s+)(?=[A-Z“\"‘'0-9])"),  # WASHINGTON —
    re.compile(  # Paris (AFP) –
        rf"[A-Z][\w.'’-]{{1,24}}(?:\s[A-Z][\w.'’-]{{1,24}}){{0,2}}{_REGION}{_DAY}\s+\({words.AGENCY}\)(?:\s*(?:--|[—–:-])+)?"
        r"(?=\s+[A-Z“\"‘'0-9])"
    ),
    re.compile(  # MOSCOW, March 4. /TASS/.
        rf"{_CITY}{_REGION}{_DAY}\.?\s+/{words.AGENCY}/\.?(?:\s*(?:--|[—–-]))?(?=\s+[A-Z“\"‘'0-9])"
    ),
    re.compile(  # Damascus, SANA – Units of …
        rf"[A-Z][\w.'’-]{{1,24}}(?:[\s,/]{{1,2}}[A-Z][\w.'’-]{{1,24}}){{0,3}},?\s{words.AGENCY}\s?(?:--|[—–-])+(?=\s?[A-Z“\"‘'0-9])"
    ),
    re.compile(rf"\({words.AGENCY}\)\s*(?:--|[—–-])+(?=\s+[A-Z“\"‘'0-9])"),  # (Reuters) -
)
CITY_AND_COLON = re.compile(
    rf"(?=\w{{4}}){_CITY}{_REGION}:(?=\s+[A-Z“\"‘'0-9])"
)  # 'BEIRUT: At least …', first block only
UNMARKED = re.compile(  # 'BAGHDAD Nearly …', 'ORLANDO, Fla. A …': only where the words are places
    r"(?P<cities>[A-Z][A-Z.'’-]{2,24}(?:[ /][A-Z][A-Z.'’-]{1,24}){0,4})(?:,\s(?P<region>[A-Z][a-z]{1,14}\.?))?"
    r"(?=\s+[“\"‘']?(?:[A-Z][a-z ’']|\d))"
)
INNER = re.compile(rf"(?<![\w,] )(?<![\w(]){_CITY}{_REGION}\s+{_GIVER}(?=\s+[A-Z“\"‘])")
REPEATED = 5  # words; a shorter headline may well begin a sentence
DOUBLED = 8  # words that stand twice in a row


def head_furniture(source: Source, body: list[Block], titles: list[str]) -> Iterator[Found]:
    """Yield what stands before the first sentence, block by block until prose has begun; and datelines farther down."""
    text = source.text
    for number, block in enumerate(body):
        place = block.start
        if number < 3:
            while (step := _step(text, titles, block, place, number)) is not None:
                yield place, step[0], step[1]
                place = (
                    step[0] + len(text[step[0] : block.end]) - len(text[step[0] : block.end].lstrip(" .,:;|-–—\n\r\t"))
                )
                place = min(place, block.end)
        for match in INNER.finditer(text, place, block.end):
            before = text[max(block.start, match.start() - 400) : match.start()]
            if not before or before.rstrip()[-1:] in '.!?"”)':
                yield match.start(), match.end(), words.DATELINE
            elif _headline_before(before):
                since = re.split(r"(?<=[.!?])\s", before)[-1]
                yield match.start() - len(since), match.start(), words.OTHER_STORY
                yield match.start(), match.end(), words.DATELINE


def _places(cities: str, region: str | None) -> bool:
    """Tell whether words in capitals are towns, with the land or state behind them; 'NATO The …' is none."""
    if region is not None and not region.endswith(".") and not listed(region):
        return False
    return (region is not None and region.endswith(".")) or all(is_town(city) for city in cities.split("/"))


def repeated_headline(titles: list[str], line: str) -> str | None:
    """Return the reason where a line is the article's headline again, also with the outlet's name behind it."""
    bare = bare_words(line)
    for title in titles:
        if bare and (bare == bare_words(title) or bare == bare_words(title.split(" | ", maxsplit=1)[0])):
            return words.HEADLINE
        if re.search(r"\s[|–—-]\s", line) and bare_words(re.split(r"\s[|–—-]\s(?=[^|–—-]*$)", line)[0]) == bare_words(
            title
        ):
            return words.HEADLINE
    return None


def _step(text: str, titles: list[str], block: Block, place: int, number: int) -> tuple[int, str] | None:
    """Return the end of the furniture that begins at ``place``, and its reason; None where prose begins."""
    if again := _again(text, titles, place, block.end):
        return again, words.HEADLINE
    if match := PUBLISHED.match(text, place, block.end):
        return match.end(), words.DATE_LINE
    if match := BARE_DATE.match(text, place, block.end):
        return match.end(), words.DATE_LINE
    if match := SHORT_URL.match(text, place, block.end):
        return match.end(), words.SOURCE_LINE
    if (match := BUTTONS.match(text, place, block.end)) and any(c.isalpha() for c in match.group()):
        return place + len(match.group().rstrip(" |:,0123456789\n\r\t")), words.SHARING
    for pattern in DATELINES:
        if match := pattern.match(text, place, block.end):
            return match.end(), words.DATELINE
    if (match := UNMARKED.match(text, place, block.end)) and _places(match["cities"], match["region"]):
        return match.end(), words.DATELINE
    if number == 0 and (match := CITY_AND_COLON.match(text, place, block.end)):
        return match.end(), words.DATELINE
    if place == block.start:
        return None
    if match := AGENCY.match(text, place, block.end):
        return match.end(), words.BYLINE
    if match := BY.match(text, place, block.end):
        for title in titles:
            again_at = _title_pattern(title).search(text, match.end(), min(block.end, match.end() + 80 + len(title)))
            if again_at:
                return again_at.start(), words.BYLINE
    return None


def _again(text: str, titles: list[str], place: int, end: int) -> int | None:
    """Return the end of the headline where it stands again at ``place`` and no sentence goes on from it."""
    for title in titles:
        if len(title.split()) < REPEATED:
            continue
        match = _title_pattern(title).match(text, place, end)
        if match and re.match(r"\s*$|\s*[.!?]|\s+[A-Z0-9“\"‘(]|\s*\n", text[match.end() : min(end, match.end() + 40)]):
            dot = re.match(r"\s*[.!?]+", text[match.end() : end])
            return match.end() + (dot.end() if dot else 0)
    return None


def split_standfirst(text: str, block: Block, found: list[Found]) -> Iterator[Block]:
    """Yield the block, parted where its text begins a second time with the same words: a standfirst run into it."""
    start = block.start
    for begin, end, _ in sorted(found):
        if not text[start:begin].strip(" .\n\r\t") and begin < block.end:
            start = max(start, end)
    tokens = [(m.start() + start, m.group()) for m in re.finditer(r"\S+", text[start : min(block.end, start + 1500)])]
    keys = [token.strip(".,:;").casefold() for _, token in tokens]
    for length in range(len(keys) // 2, DOUBLED - 1, -1):
        if block.kind == "paragraph" and keys[:length] == keys[length : 2 * length]:
            again = tokens[length][0]
            yield Block(block.start, block.start + len(text[block.start : again].rstrip()), block.kind)
            yield Block(again, block.end, block.kind)
            return
    yield block


def _headline_before(part: str) -> bool:
    since = re.split(r"(?<=[.!?])\s", part)[-1].split()
    plain = [w for w in since if w[:1].isalpha() and w.casefold() not in words.SMALL]
    return 3 <= len(plain) <= 25 and sum(w[:1].isupper() for w in plain) >= 0.9 * len(plain)


def titles_of(source: Source) -> list[str]:
    """Return the headline as the text has it and as the metadata have it."""
    inside = [source.text[b.start : b.end] for b in source.blocks if b.kind == "title"]
    return list(dict.fromkeys([*inside, *([source.title] if source.title else [])]))


def _title_pattern(title: str) -> re.Pattern[str]:
    squeezed = re.sub(r"[.!?\s]+$", "", title)
    return re.compile(r"\s+".join(map(re.escape, squeezed.split())), re.IGNORECASE)


def bare_words(line: str) -> str:
    """Return the words of a line, case and marks set aside."""
    return " ".join(re.findall(r"\w+", line)).casefold()
