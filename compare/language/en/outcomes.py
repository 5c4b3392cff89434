"""What happens to what is counted: the words of death tolls, arrests, damage, prices … and the slot each fills."""

from __future__ import annotations

# verbs whose logical object (kill) or subject (die) is what is counted → the slot of the claim
OUTCOME_VERBS: dict[str, str] = {
    **dict.fromkeys(
        "kill slay murder massacre slaughter behead execute assassinate die perish drown martyr".split(), "killed"
    ),
    **dict.fromkeys("wound injure hurt maim hospitalize hospitalise".split(), "wounded"),
    "shoot": "shot",
    **dict.fromkeys("arrest detain jail imprison capture apprehend round".split(), "arrested"),
    **dict.fromkeys("displace evacuate flee uproot".split(), "displaced"),
    **dict.fromkeys("destroy demolish level raze flatten gut".split(), "destroyed"),
    **dict.fromkeys("damage".split(), "damaged"),
    **dict.fromkeys("infect sicken".split(), "infected"),
    **dict.fromkeys("rescue save".split(), "rescued"),
    **dict.fromkeys("kidnap abduct".split(), "kidnapped"),
    **dict.fromkeys("trap strand".split(), "trapped"),
    **dict.fromkeys("burn char scorch".split(), "burnt"),
    **dict.fromkeys("convict sentence".split(), "convicted"),
    **dict.fromkeys("expel deport".split(), "expelled"),
}
# adjectives and participles beside the counted noun: '27 dead', 'three missing people'
OUTCOME_ADJECTIVES: dict[str, str] = {
    **dict.fromkeys("dead deceased slain lifeless".split(), "killed"),
    **dict.fromkeys("wounded injured hurt".split(), "wounded"),
    **dict.fromkeys("missing unaccounted".split(), "missing"),
    **dict.fromkeys("homeless displaced".split(), "displaced"),
    **dict.fromkeys("ill sick infected".split(), "infected"),
    "hostage": "kidnapped",
    **dict.fromkeys("stranded trapped".split(), "trapped"),
}
# nouns that are themselves counted: 'five deaths', '13 corpses', 'the toll rose to 85'
OUTCOME_NOUNS: dict[str, str] = {
    **dict.fromkeys("death fatality corpse body toll".split(), "killed"),
    **dict.fromkeys("injury wounded".split(), "wounded"),
    **dict.fromkeys("arrest detention detainee".split(), "arrested"),
    **dict.fromkeys("infection case".split(), "infected"),
    "casualty": "casualties",
    "victim": "victims",
    "hostage": "kidnapped",
    "survivor": "survivors",
}
TOLL_NOUNS = frozenset({"toll", "figure", "number", "count", "tally", "total"})
TOLL_VERBS = frozenset(
    "put place set estimate bring take raise rise climb reach stand grow exceed pass top hit jump soar update revise"
    " increase".split()
)
RISING = frozenset({"rise", "climb", "reach", "hit", "jump", "soar", "grow", "increase", "top", "pass", "near"})
REVISING = frozenset({"update", "revise", "raise", "rise", "climb", "increase", "grow", "lower", "correct"})
WARS = frozenset(
    {"war", "conflict", "uprising", "crisis", "fighting", "campaign", "revolution", "insurgency", "decade"}
)
LIFE_NOUNS = frozenset({"life"})  # 'claimed 160 lives', 'took 284 lives', 'cost 12 lives'
LIFE_VERBS = frozenset({"claim", "take", "cost", "lose"})

# nouns of money and percentages → slot, nearest first wins
AMOUNT_NOUNS: dict[str, str] = {
    **dict.fromkeys("profit earnings income gain".split(), "profit"),
    **dict.fromkeys("loss".split(), "loss"),
    **dict.fromkeys("revenue sale turnover receipts".split(), "revenue"),
    **dict.fromkeys("deficit gap shortfall".split(), "deficit"),
    **dict.fromkeys("surplus".split(), "surplus"),
    **dict.fromkeys("price cost ticket fare rent".split(), "price"),
    **dict.fromkeys("salary pay wage".split(), "pay"),
    **dict.fromkeys("bonus".split(), "bonus"),
    **dict.fromkeys("fine penalty".split(), "fine"),
    **dict.fromkeys("dividend".split(), "dividend"),
    **dict.fromkeys("debt borrowing loan".split(), "debt"),
    **dict.fromkeys("budget".split(), "budget"),
    **dict.fromkeys("donation aid".split(), "aid"),
    **dict.fromkeys("share stock index point".split(), "market"),
    **dict.fromkeys("stake".split(), "stake"),
    **dict.fromkeys("ransom".split(), "ransom"),
    **dict.fromkeys("bail bond".split(), "bail"),
    **dict.fromkeys("reward".split(), "reward"),
}
AMOUNT_VERBS: dict[str, str] = {
    **dict.fromkeys("cost price sell charge retail".split(), "price"),
    **dict.fromkeys("lose".split(), "loss"),
    **dict.fromkeys("earn".split(), "profit"),
    **dict.fromkeys("spend".split(), "spent"),
    **dict.fromkeys("raise collect".split(), "raised"),
    **dict.fromkeys("pay".split(), "paid"),
    **dict.fromkeys("fine".split(), "fine"),
    **dict.fromkeys("donate give".split(), "aid"),
    **dict.fromkeys("steal".split(), "stolen"),
    **dict.fromkeys("count".split(), "counted"),
}
MARKET_WORDS = frozenset(
    "share stock index bond currency euro pound yen yuan nasdaq dow nikkei ftse trading futures exchange after-hours"
    " composite rupee ringgit baht peso rouble ruble franc krona rand lira won renminbi".split()
)
# how prices and readings move
MOVES = frozenset(
    "rise fall gain lose slip jump climb drop tumble plunge surge add advance rally decline strengthen weaken close"
    " end finish slide sink soar edge dip tack shed dive".split()
)
CLOSES = frozenset({"close", "end", "finish"})  # the last reading of a session
QUAKES = frozenset({"quake", "earthquake", "tremor", "aftershock"})

# words beside a length of time that make it a distance between two times
LAG_AFTER = frozenset({"later", "earlier", "ago", "before", "after", "old", "early", "late", "from", "away"})
LAG_BEFORE = frozenset({"within", "past", "last", "next", "every", "per"})
DURATION_VERBS = frozenset("last take run go continue spend endure stretch drag occupy".split())
EVENT_TIME_VERBS: dict[str, str] = {
    **dict.fromkeys("begin start open commence kick launch".split(), "begin"),
    **dict.fromkeys("end finish close conclude stop expire wrap".split(), "end"),
    **dict.fromkeys("arrive land reach".split(), "arrival"),
    **dict.fromkeys("leave depart".split(), "departure"),
    **dict.fromkeys("bear".split(), "born"),
    **dict.fromkeys("die".split(), "death"),
}

LEAVING = frozenset({"leave", "depart", "quit", "exit", "flee"})
REACHING = frozenset({"reach", "enter", "visit"})
GOING = frozenset({"go", "travel", "fly", "sail", "head", "move", "return", "walk", "drive", "march", "bind", "come"})

COLLECTIVE = frozenset(
    "score dozen hundred thousand million number group majority pair handful couple lot bulk rest total team"
    " crowd".split()
)

RUNNING_WORDS = frozenset({"already"})
RUNNING_PHRASES = ("so far", "to date", "until now", "up to now", "as of", "thus far", "by now")
# phrases after which a figure belongs to something larger or earlier than the event itself
OTHER_PHRASES = (
    "since the", "since the start", "over the past", "in the past", "previous year", "last year", "a year ago",
)  # fmt: skip
SUPERSEDED_WORDS = frozenset({"earlier", "previous", "previously", "initial", "initially", "preliminary", "former"})

# verbs that carry another verb: the inner one is what happens
CARRIER_VERBS = frozenset(
    "plan intend expect hope try aim want set schedule agree decide vow pledge promise prepare begin start continue"
    " seem appear be go need have manage seek due threaten attempt propose offer".split()
)
# carriers that turn the inner verb into its opposite: 'failed to win', 'refused to sign'
NEGATIVE_CARRIERS = frozenset("refuse fail decline forget neglect stop cease quit".split())

# nouns that name people in general: a count of one may meet a count of another
PEOPLE = frozenset(
    "people person man woman boy girl pilot driver baby teenager guard civilian"
    " victim resident citizen individual other worker inmate soul dead passenger local"
    " villager militant fighter soldier troop officer policeman police child student demonstrator protester".split()
)
# nouns that news uses for one kind of people
PEOPLE_KIN: tuple[frozenset[str], ...] = tuple(
    frozenset(group.split())
    for group in (
        "soldier troop peacekeeper serviceman trooper",
        "militant fighter insurgent rebel gunman guerrilla jihadist",
        "protester demonstrator protestor marcher",
        "policeman officer police constable",
        "child kid boy girl youngster",
        "student pupil schoolchild",
        "worker employee staff labourer laborer",
        "resident inhabitant villager local",
        "prisoner inmate detainee",
        "refugee migrant",
        "doctor physician medic",
        "sailor seaman crewman",
    )
)
GENERAL_PEOPLE = frozenset(
    "people person victim individual soul other life dead body death toll corpse fatality".split()
)
