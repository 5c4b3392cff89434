"""Offices, forms of address and given names: what stands before a surname, and what may stand for the person."""

from __future__ import annotations

from compare.language.en.spelling import ABBREVIATED

# Offices that one person holds at a time for a country or body: 'the French president' is one person.
OFFICES: tuple[str, ...] = (
    "deputy prime minister", "vice president", "vice-president", "prime minister", "premier", "president",
    "chancellor", "foreign minister", "defence minister", "defense minister", "interior minister", "finance minister",
    "health minister", "justice minister", "economy minister", "energy minister", "transport minister",
    "secretary of state", "secretary of defense", "defense secretary", "defence secretary", "foreign secretary",
    "home secretary", "treasury secretary", "health secretary", "national security adviser",
    "national security advisor", "attorney general", "secretary general", "secretary-general", "crown prince", "king",
    "queen", "emperor", "pope", "sultan", "emir", "ambassador", "first lady", "supreme leader", "chief executive",
    "central bank governor", "army chief", "police chief",
)  # fmt: skip

# Offices of a head of state or government, for 'the Russian leader'.
HEADS = frozenset({"president", "prime minister", "premier", "chancellor", "king", "emperor", "supreme leader", "emir"})
LEADER_WORDS = frozenset({"leader", "premier", "chief", "head of state", "head of government"})

# Words before a name that are no part of it.
TITLES = frozenset(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron rev reverend father sister brother saint st
    president vice prime minister premier chancellor secretary foreign defence defense interior finance health justice
    state treasury home attorney general senator sen congressman congresswoman representative rep governor gov mayor
    king queen prince princess emperor pope sultan emir sheikh ayatollah imam rabbi cardinal archbishop bishop
    ambassador envoy spokesman spokeswoman spokesperson chairman chairwoman chair director chief commander colonel col
    captain capt major maj lieutenant lt sergeant sgt corporal cpl gen admiral adm brigadier officer judge justice
    prosecutor detective det inspector insp constable supt cmdr ceo founder head leader former ex late acting
    deputy senior minister lawyer attorney activist journalist reporter correspondent analyst economist coach author
    singer actor actress speaker then-president then ex-president coordinator representative councillor
    """.split()
)

NAME_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "qc", "kc", "mp", "obe", "cbe"})

# Small words inside surnames.
PARTICLES = frozenset(
    "al el bin ibn ben abu abd abdel abdul abdal de da di do dos das del della der den van von ter la le du st mac mc "
    "ould o".split()
)

# Forms of one given name (each row one name).
GIVEN_NAMES: dict[str, str] = {
    form: row.split()[0]
    for row in """
    joseph joe
    william bill will billy
    robert bob rob bobby
    james jim jimmy jamie
    john jack johnny
    richard rick dick
    thomas tom tommy
    michael mike mick
    anthony tony antony
    edward ed ted eddie
    charles charlie chuck
    daniel dan danny
    donald don
    david dave
    steven stephen steve
    samuel sam
    benjamin ben
    matthew matt
    christopher chris
    andrew andy drew
    alexander alex aleksandr
    nicholas nick nicolas
    patrick pat
    peter pete
    timothy tim
    kenneth ken
    ronald ron
    gregory greg
    jeffrey jeff geoffrey
    lawrence larry laurence
    philip phil phillip
    frederick fred
    elizabeth liz beth lizzie
    katherine kate kathy catherine cathy
    margaret maggie peggy
    jennifer jen jenny
    susan sue
    deborah debbie
    rebecca becky
    patricia patty patti
    victoria vicky
    theresa teresa
    sergei sergey serge
    dmitry dmitri dimitri
    yuri yury iouri
    alexei alexey aleksei aleksey
    vladimir volodymyr
    mohammed muhammad mohamed mohammad muhammed
    ahmed ahmad
    hussein husain hussain
    yousef youssef yusuf yousuf
    hassan hasan
    """.strip().splitlines()
    for form in row.split()
}
del GIVEN_NAMES["volodymyr"]  # a different name: two presidents may bear the two
GIVEN_NAMES["volodymyr"] = "volodymyr"


# Titles that only persons bear; 'former', 'head' and 'senior' may stand before bodies.
PERSONAL_TITLES = TITLES - frozenset("former ex late acting deputy senior head leader state home general chief".split())

# Words of titles that also begin the names of bodies.
DEPARTMENTS = frozenset(
    "foreign defence defense interior finance health justice state treasury home vice prime general".split()
)

# What stands before 'officer', 'secretary' and the like; with titles alone it makes no name.
OFFICE_ADJECTIVES = frozenset("executive operating press financial technical marketing managing vice".split())

# Titles whose full stop ends no sentence: 'Sgt. Lind'.  'St.' and 'Dr.' end streets as well.
ABBREVIATED_TITLES = frozenset(f"{short.capitalize()}." for short in TITLES & ABBREVIATED.keys() - {"st", "dr"})
