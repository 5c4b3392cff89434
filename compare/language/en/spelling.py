"""British and American spelling of one word: 'colour' and 'color', 'organise' and 'organize', 'centre' and 'center'."""

from __future__ import annotations

import re

WORDS = {
    "grey": "gray", "tyre": "tire", "tyres": "tires", "programme": "program", "programmes": "programs",
    "defence": "defense", "offence": "offense", "licence": "license", "practise": "practice", "jewellery": "jewelry",
    "cheque": "check", "plough": "plow", "aluminium": "aluminum", "whilst": "while", "towards": "toward",
    "afterwards": "afterward", "learnt": "learned", "judgement": "judgment",
    "ageing": "aging", "sceptical": "skeptical", "skilful": "skillful", "wilful": "willful", "fulfil": "fulfill",
    "fulfils": "fulfills", "enrol": "enroll", "enrols": "enrolls", "instalment": "installment", "mould": "mold",
    "moustache": "mustache", "pyjamas": "pajamas", "storey": "story", "storeys": "stories", "catalogue": "catalog",
    "dialogue": "dialog", "analyse": "analyze", "analysed": "analyzed", "paralysed": "paralyzed", "okay": "ok",
    "manoeuvre": "maneuver", "manoeuvres": "maneuvers", "pretence": "pretense", "licences": "licenses",
    "offences": "offenses", "defences": "defenses", "cheques": "checks", "amongst": "among", "burnt": "burned",
    "dreamt": "dreamed", "spelt": "spelled", "kerb": "curb", "gaol": "jail", "draught": "draft", "foetus": "fetus",
    "haemorrhage": "hemorrhage", "anaesthetic": "anesthetic", "paediatric": "pediatric", "orthopaedic": "orthopedic",
}  # fmt: skip
ABBREVIATED = {  # with a full stop behind: 'Jan. 5', 'St. John'
    "jan": "january", "feb": "february", "mar": "march", "apr": "april", "jun": "june", "jul": "july", "aug": "august",
    "sep": "september", "sept": "september", "oct": "october", "nov": "november", "dec": "december",
    "st": "saint", "gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "lt": "lieutenant",
    "prof": "professor", "capt": "captain", "sgt": "sergeant", "mt": "mount", "ft": "fort",
    "dr": "doctor", "supt": "superintendent", "insp": "inspector", "col": "colonel", "maj": "major", "rev": "reverend",
    "pres": "president", "sec": "secretary", "hon": "honourable", "cpl": "corporal", "det": "detective",
    "cmdr": "commander",
}  # fmt: skip
CONTRACTED: dict[str, tuple[str, ...]] = {  # whole words, and what stands behind an apostrophe
    "cannot": ("can", "not"), "can't": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not"),
    "gonna": ("going", "to"), "wanna": ("want", "to"), "gotta": ("got", "to"),
    "m": ("am",), "re": ("are",), "ve": ("have",), "ll": ("will",),
}  # fmt: skip
ENDINGS = (  # British → American, whole words of five letters and more
    (re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|ful|able|ite|ites|er|ers|hood|hoods|ly)?$)"), "or"),
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|es|ed|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2}t)re(?=s?$)"), "er"),
    (re.compile(r"(?<=[a-z]{2}[ae]l)l(?=(?:ed|ing|er|ers)$)"), ""),
)


def american(word: str) -> str:
    """Return a lower-case word in one spelling, for comparison only: 'your' and 'hour' stay."""
    if word in WORDS:
        return WORDS[word]
    if len(word) < 5 or word.endswith(("hour", "hours", "four", "pour", "tour", "tours")):
        return word
    for pattern, ending in ENDINGS:
        word = pattern.sub(ending, word)
    return word
