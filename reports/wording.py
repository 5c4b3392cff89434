"""The words that every report uses: kinds, fixed sentences, confidence, dates, counts, and text made safe to show."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from compare.model import Published, Unread


@dataclass(frozen=True, slots=True)
class Kind:
    """How one relation is named and marked.  Never 'true' or 'false': a report says what sources say."""

    key: str
    word: str
    plural: str
    mark: str
    css: str  # class of the HTML report


KINDS = {
    kind.key: kind
    for kind in (
        Kind("conflict", "Conflict", "Conflicts", "≠", "conflict"),
        Kind("update", "Update", "Updates", "→", "update"),
        Kind("difference", "Difference", "Differences", "±", "differ"),
        Kind("agreement", "Same value", "Same value", "=", "agree"),
        Kind("room", "Compatible", "Compatible", "≃", "agree"),
        Kind("alike", "Read both", "Read both", "≈", "alike"),
        Kind("single", "One source", "One source", "1", "single"),
        Kind("aside", "Set aside", "Set aside", "·", "aside"),
    )
}
SENTENCES = {
    "nothing read": "{have}, so nothing was compared.",
    "none": "No article could be read",
    "one": "Only one article could be read",
    "no difference": "Nothing that could be compared differs; {single}, {uncompared}.",
    "parts": "{articles} differ on {number}: {kinds}.",
    "agrees": "{values} compared and {are} the same.",
    "agrees and room": "{values} compared and {are} the same; {room} more {be} compatible, not the same.",
    "room": "{room} compared and {be} compatible, not the same.",
    "gravest": "Gravest: {question}{stop} {answer}",
    "also": "Then: {questions}.",
    "other event": "{who} about another event; {it} left out of the counts.",
    "copies": "{articles} {are} republished and counted once.",
    "unread": "{sources} could not be read.",
    "second reader": "Second reader: {words}.",
    "values": "Compared: a figure, a date, a place, a name, a quotation or an act. Where the values are not the same, "
    "each leaves room for the other, and the line says Compatible.",
    "alike": "These seem to speak of the same thing; no value in them is counted. Read both before you rely on "
    "either. The likeliest come first.",
    "likely": "{chance} about the same thing.",
    "shown": "{shown} of {all} shown; all are in the JSON report.",
    "speaking": "On this question: {sources}, {independent} independent.",
    "printed": "{shown} of {all} printed; the page on the screen has more.",
    "no support": "The sources differ, so no wording is offered.",
    "no wording": "No sentence of theirs can stand by itself.",
    "words only": "No value was compared, so no wording is offered.",
    "figures": "How often each kind was right, on news that had taught it nothing: {kinds}.",
    "measured": "How often each kind is right was measured on labelled news, each event by what was learned from the "
    "others; the README says how, under ‘Measured’.",
    "severity": "Gravest and surest first. Severity says what a mistake would change, and how sure the pairing is.",
    "repeats": "{letter} says it {times}",
    "misquoted": "The draft quotes “{ours}”; {source} has “{theirs}”.",
    "corpus": "{events} in {articles}",
    "corpus events": "{events} told by several articles, {grave} with a finding of high severity; {alone} on events of "
    "their own.",
    "corpus again": "Given more than once and read once: {number}.",
    "corpus early": "Published before the day asked for and left out: {number}.",
    "corpus unread": "Not read: {number}.",
    "corpus uncompared": "Events that could not be compared: {number}.",
    "corpus order": "The gravest finding first, then how many outlets tell of the event, then the latest.",
    "corpus none": "No event is told by more than one article.",
    "corpus alone": "No other article tells of the same event, so there was nothing to compare.",
    "choose": "Choose a decision.",
    "pick": "Choose the findings first.",
    "decided": "{findings} decided: {decision}.",
    "undone": "{findings} undone.",
    "twice": "You have decided this already: replace your decision, or undo it first",
    "stands": "{who} decided: {decision}. What you save replaces it; the history keeps it.",
    "beside": "{who} also on this; no value of theirs was compared with these",
    # headings and fixed sentences of the pages
    "h findings": "Findings",
    "h sources": "Sources",
    "h detail": "Findings in detail",
    "h matrix": "Who says what",
    "h values": "Compared: the same, or compatible",
    "h alike": "These speak of the same; read both",
    "h single": "One source only",
    "h timeline": "From expected to reported",
    "h aside": "Set aside",
    "h articles": "Full articles",
    "h method": "Method",
    "letters": "Letters stand for articles throughout. Copies of one text count as one independent source.",
    "matrix": "One row per fact, one column per article. Hollow dot: expected. Filled dot: reported. Dash: the "
    "article has nothing that was paired.",
    "matrix caption": "Facts by source. Follow a fact to its finding.",
    "by source": "Counted by independent source: a republished copy or shared wire copy counts once.",
    "no finding": "There is no finding.",
    "no value": "No value that was compared is the same.",
    "none alike": "There are none.",
    "single": "Statements for which none was found in another article that speaks of the same. Numbers and quotations "
    "first.",
    "timeline": "What was expected stands on the day it was said, what was reported on the day it happened, as the "
    "statement gives it, else on the day its article was published.",
    "no day": "No finding has a day to stand on: neither the statements nor the sources give one that is known.",
    "undated": "Not listed, for want of a day:",
    "aside": "Statements that look alike and were not paired, and why not.",
    "none aside": "Nothing was set aside.",
    "whole text": "Text as received.",
    "excerpts": "Excerpts: the paragraphs that a finding quotes.",
    "underlined": "Underlined passages were used above; the label after each leads back.",
    "texts left out": "The texts are left out of this report. Places are given as file, line and column.",
    "claims only": "Nothing here says what is true. It says what each article claims, "
    "and where the claims meet or part.",
    "m matched": "Statements are matched when they speak about the same event, the same thing and the same kind of "
    "value. Each piece of evidence has a signed weight (log2 odds), shown in the card.",
    "m rule": "Conflict, update and difference follow from the rule printed in each card.",
    "m share": "Sources that share one text count as one independent source.",
    "m limits": "Limits: English only, no check against the outside world, no images.",
    "loads nothing": "This file loads nothing from the network and runs no script. Same inputs and settings give the "
    "same file, byte for byte.",
    "bound": "At least, or up to",
    "not read": "Not read, so not compared:",
    "why": "Why we think so",
    "evidence": "Evidence for (solid bar) and against (outline bar), in bits.",
    "copied": "The same words: a copy.",
    "in words": "In their words",
    "supports": "What these sources support",
    "no copy": "No article was found to be a copy of another.",
    "artifact": "Listed in the artifact.",
    "skip findings": "Skip to the findings",
    "skip draft": "Skip to the draft",
    "look first": "Look at this first:",
    "mend": "What to mend or to look at",
    "nothing to mend": "Nothing was found to mend.",
    "draft beside": "The draft, with what the sources say",
    "must state": "Facts that must be stated",
    "gate": "Gate and inputs",
    "h unchecked": "Not checked",
    "h suppressed": "Suppressions",
}
UNNAMED = {False: "the article", True: "a speaker not named here"}  # who says it; whether it is quoted
SEVERITY = {"high": "High", "medium": "Medium", "low": "Low"}
CONFIDENCE = ((0.95, "very likely"), (0.80, "likely"), (0.0, "possibly"))
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def shown(text: str) -> str:
    """Return text with every control and direction character made visible, so that it can steer no screen."""
    return _CONTROL.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", _LINE_END.sub("\n", text))


def squeezed(text: str) -> str:
    """Return text on one line, safe to show."""
    return shown(" ".join(text.split()))


def shortened(text: str, limit: int) -> str:
    """Return text on one line of at most ``limit`` characters, cut at a word."""
    line = squeezed(text)
    if len(line) <= limit:
        return line
    cut = line[: limit - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[limit // 2 :] else cut).rstrip(" ,;:–-") + "…"


def confidence(score: float) -> str:
    """Return 'very likely', 'likely' or 'possibly' for the probability that two claims are about one fact."""
    return next(words for floor, words in CONFIDENCE if score >= floor)


def chance(score: float) -> str:
    """Return 'Very likely', 'Likely' or 'Possibly', for the start of a sentence."""
    return confidence(score).capitalize()


def cut_to(shown_rows: int, total: int) -> str:
    """Return what a page says where it shows fewer rows than there are; '' where it shows all."""
    return SENTENCES["shown"].format(shown=f"{shown_rows:,}", all=f"{total:,}") if shown_rows < total else ""


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return '1 article', '5 articles'."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def spelled(number: int, one: str) -> str:
    """Return 'Five articles' for the start of a sentence; digits above ten."""
    words = _NUMBERS[number].capitalize() if number <= 10 else f"{number:,}"
    return f"{words} {one if number == 1 else one + 's'}"


def listed(items: Sequence[str]) -> str:
    """Return 'A', 'A and B', 'A, B and C'."""
    return " and ".join(part for part in (", ".join(items[:-1]), items[-1] if items else "") if part)


def day(when: date | datetime) -> str:
    """Return '16 June 2021' or '16 June 2021, 14:05 UTC+02:00'."""
    words = f"{when.day} {when:%B} {when.year}"
    if isinstance(when, datetime):
        words += f", {when:%H:%M}" + (f" {when.tzname()}" if when.tzinfo else "")
    return words


def port_fault(error: OSError) -> str:
    """Return why a port cannot be used, in words: Python puts the address behind them as a tuple."""
    return os.strerror(error.errno).lower() if error.errno else "the address cannot be opened"


def why_unread(unread: Unread) -> str:
    """Return the reason without the file's name, which every report prints before it, and without the full stop."""
    return squeezed(unread.reason.removeprefix(f"{unread.path}: ")).rstrip(".")


def dated(published: Published | None) -> tuple[str, str]:
    """Return the date of a source and how it is known."""
    if published is None:
        return "Date not known", "neither the file nor its text gives one"
    basis = {
        "manifest": "given in the manifest",
        "metadata": f"from the file: {squeezed(published.words)}",
        "text": f"the text says “{squeezed(published.words)}”",
    }
    return day(published.when), basis[published.basis]
