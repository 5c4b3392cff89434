"""Lines in which the page speaks to its reader: 'Get the top headlines in your inbox', 'Take our quiz'.

A rule of kinds, not of wordings: an order or a question to the reader, or the outlet's 'we', together with something
that only a page has: a newsletter, an app, comments, a subscription.  What somebody said is never such a line, nor is
what a number is told of.
"""

from __future__ import annotations

import re

LONGEST = 26  # words
ORDERS = (
    "sign|get|subscribe|download|install|tap|click|swipe|scroll|follow|share|like|join|enter|email|contact|send|tell|"
    "vote|take|try|turn|allow|enable|cancel|become|donate|support|stay|keep|see|view|watch|listen|read|visit|check|"
    "scan|register|log|let|never|don[’']t|want|enjoy|enjoyed|consider|discover|explore|browse|play|activate|manage|"
    "update|choose|create|claim|unlock|start|continue|hear|find|catch|add|print|save|give|gift|go|rate|submit|pick"
)
OPENING = re.compile(
    rf"(?:^|[.!?;:–—|]\s+)(?:please\s+|and\s+|to\s+)?"
    rf"(?:(?:{ORDERS})\b|(?:if|do|are|have|did|would|got|like what)\s+you\b)",
    re.IGNORECASE,
)
OUTLET = re.compile(r"^(?:we|our|you)\b", re.IGNORECASE)
ONLY_PAGES_HAVE = re.compile(
    r"\b(?:newsletters?|inbox|apps?|subscri(?:be|bers?|bing|ption|ptions)|(?:push |breaking )?notifications?|"
    r"(?:news|email|text|breaking) alerts?|whatsapp channel|telegram channel|podcasts?|qr code|(?:our|this|the) poll|"
    r"quiz|crossword|comments? (?:section|below|policy)|(?:the|your|moderate|reader) comments|gallery|slideshows?|"
    r"(?:more|all|our) (?:pictures|photos|videos|stories|podcasts|coverage)|(?:our|local|quality) journalism|"
    r"briefings?|weekly (?:digest|edition)|weekend edition|"
    r"(?:free|premium|unlimited) (?:articles?|access|trial|stories)|"
    r"(?:your|an|valid) e-?mail address|(?:our|this) (?:site|website|page|channel|newsroom|newsdesk|reporters|story|"
    r"article)|(?:follow(?:ing)?|like|find) us on|let us know|tell us|(?:to|with) a friend|sign[- ]?up|"
    r"affiliate|commission|cookies?|anytime|any time|membership)\b",
    re.IGNORECASE,
)
# Somebody says it, or did it: then it is the article's, whatever it sounds like.
TOLD = re.compile(
    r"[“”\"«»]|\b(?:said|says|told|asked|urged|advised|shouted|wrote|added|read(?:s)? (?:the|a|one)|according|warned|"
    r"ordered|was|were|has|had|will|he|she|they|police|court|minister|officials?|government|president|company|who|"
    r"hotline|helpline|tip line|call)\b",
    re.IGNORECASE,
)


def to_the_reader(line: str) -> bool:
    """Tell whether a whole line, white space squeezed, is the page speaking to its reader."""
    if len(line.split()) > LONGEST or TOLD.search(line) or not ONLY_PAGES_HAVE.search(line):
        return False
    return OPENING.search(line) is not None or OUTLET.match(line) is not None
