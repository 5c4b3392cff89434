"""The question that each slot answers; ``{who}`` is what is counted, ``{what}`` the event; unfilled, none is asked."""

from __future__ import annotations

SLOT_QUESTIONS = {
    "killed": "How many {who} were killed?",
    "wounded": "How many {who} were wounded?",
    "arrested": "How many {who} were arrested?",
    "missing": "How many {who} are missing?",
    "displaced": "How many {who} were displaced?",
    "destroyed": "How many {who} were destroyed?",
    "damaged": "How many {who} were damaged?",
    "infected": "How many {who} fell ill?",
    "rescued": "How many {who} were rescued?",
    "kidnapped": "How many {who} were abducted?",
    "trapped": "How many {who} are trapped?",
    "convicted": "How many {who} were convicted?",
    "expelled": "How many {who} were expelled?",
    "aboard": "How many {who} were on board?",
    "casualties": "How many casualties were there?",
    "victims": "How many victims were there?",
    "survivors": "How many survivors were there?",
    "burnt": "How much has burnt?",
    "duration": "How long did {what} last?",
    "begin": "When does {what} begin?",
    "end": "When does {what} end?",
    "price": "What is the price?",
    "profit": "How large is the profit?",
    "loss": "How large is the loss?",
    "revenue": "How large is the revenue?",
    "deficit": "How large is the deficit?",
    "pay": "How much is paid?",
    "fine": "How large is the fine?",
    "dividend": "How large is the dividend?",
    "debt": "How large is the debt?",
    "budget": "How large is the budget?",
    "market": "How did the market move?",
    "stake": "How large is the stake?",
    "ransom": "How large was the ransom?",
    "magnitude": "How strong was it?",
}
AGE_HEADING = "Age of {who}"
STATE_HEADINGS = {  # what a ladder of states is about; the disputed words follow
    "bill": "Fate of {who}",
    "condition": "Condition of {who}",
    "custody": "Case against {who}",
    "deal": "State of {who}",
    "inquiry": "State of {who}",
    "office": "Post of {who}",
    "search": "Search for {who}",
    "treatment": "Treatment of {who}",
    "works": "State of {who}",
}
OF_PERSONS = frozenset({"condition", "custody", "office", "search", "treatment"})  # ladders that people stand on
SAID_SO = "When did {who} say so?"
TIME_WORDS = frozenset("on in at during around about".split())  # between a verb and the time of it
PLACE_WORDS = frozenset("in at near outside inside".split())  # … and the place of it
OWNED = frozenset("his her their its our my your this that these those such same other another".split())
SPELLING_HEADING = "Spelling of a name: {words}"
UNTOLD = "Statements without a common name"
UNTELLING = frozenset(  # nouns that tell nobody what a statement speaks of
    "year week month hour minute time today point thing people person life part side number amount case way".split()
)
QUOTATION_QUESTION = "What words did {speaker} use?"
PEOPLE = "people"
PLURALS = {  # that end in no 's' → one of them
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "police": "police",
    "personnel": "personnel",
    "cattle": "cattle",
    "aircraft": "aircraft",
}
ALIVE = frozenset(  # kinds of what can be killed, hurt or held
    "person individual animal mammal vertebrate police personnel cattle organization organisation staff kin".split()
)
ANYBODY = frozenset({"person", "other", "victim", "individual", "casualty"})  # nouns that leave open who it was
OF_LIVING = frozenset({"killed", "wounded", "arrested", "convicted", "expelled", "kidnapped", "displaced"})
OF_THINGS = frozenset({"destroyed", "damaged", "burnt"})  # what is counted there need not be people
EVENTS = frozenset(  # nouns of what lasts a while, begins and ends
    """
    meeting summit conversation call conference session negotiation dialogue debate hearing trial interview speech
    address visit trip tour journey voyage flight ride race match game final tournament festival concert show ceremony
    wedding funeral march protest demonstration rally strike walkout blockade siege raid operation attack assault
    bombardment battle fighting war conflict ceasefire truce pause curfew lockdown quarantine outage blackout shutdown
    suspension ban storm fire blaze flood drought quake earthquake eruption search rescue evacuation election campaign
    vote count inquiry investigation exercise drill mission launch course term sentence contract deal event crisis
    """.split()
)
HAPPENINGS = EVENTS | frozenset(  # nouns that name the event a set of articles is about
    """
    shooting crash bombing explosion blast murder killing massacre collision coup arrest airstrike stabbing hijacking
    kidnapping resignation derailment landslide mudslide avalanche hurricane tornado cyclone tsunami referendum merger
    verdict indictment riot clash invasion offensive
    """.split()
)
PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "you", "who", "this", "that"})
LOWERED = (PRONOUNS - {"i"}) | {"the", "a", "an", "his", "her", "their", "its", "our", "some", "one", "several", "two"}
BELOW = frozenset(  # words that open a clause which cannot stand by itself
    "which who whom whose that where when while and but or because although though if as after before since until "
    "to".split()
)

HELPERS = frozenset("is are was were be been being has have had the a an".split())  # they say nothing beside a state
