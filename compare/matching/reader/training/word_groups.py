"""Words that exclude each other in one place of a sentence, and words that may stand for each other."""

from __future__ import annotations

EXCLUDE = """
role: chief executive | chief financial officer | chairman | spokesman | lawyer | founder
role: CEO | CFO | COO
role: president | vice president | prime minister | foreign minister
role: governor | mayor | senator | congressman
role: sheriff | police chief | prosecutor | mayor | judge | coroner
role: detective | officer | deputy | sergeant | lieutenant | captain
role: attorney | prosecutor | judge | detective
role: witness | suspect | victim
role: Republican | Democrat
role: Republicans | Democrats
role: student | teacher | principal
role: director | producer | actor | writer
role: engineer | mechanic | manager | driver | cashier
role: owner | employee | customer | tenant
role: nurse | doctor | paramedic
kin: mother | father | aunt | uncle | grandmother | sister | brother | cousin
kin: husband | ex-husband | boyfriend | ex-boyfriend | brother
kin: wife | ex-wife | girlfriend | ex-girlfriend | sister
kin: son | daughter | nephew | niece | grandson | stepson
kin: neighbor | roommate | co-worker | relative | stranger
kin: boy | girl
kin: man | woman
kin: men | women
state: was arrested | is still being sought | was released | surrendered
state: has been arrested | remains at large | has been released
state: were arrested | are still being sought | were released
state: charged | convicted | acquitted | sentenced
state: arrested | released
state: in critical condition | in stable condition | in serious condition | in good condition
state: died | survived | recovered
state: killed | injured | unhurt
state: dead | alive | wounded
state: fatal | minor
state: fatally | slightly
state: pleaded guilty | pleaded not guilty
state: guilty | innocent
state: missing | found
state: confirmed | denied | ruled out
state: approved | rejected | postponed | delayed
state: announced | cancelled | postponed
state: signed | vetoed
state: accepted | declined | turned down
state: began | ended
state: opened | closed
state: will | will not | may
state: resigned | was fired | retired
state: has resigned | has refused to resign
state: hired | fired
state: expected | confirmed | ruled out
state: identified | not identified
state: recovered | still missing
state: unknown | known
direction: rose | fell
direction: increased | decreased
direction: increase | decrease
direction: gained | lost
direction: up | down
direction: higher | lower
direction: more | fewer
direction: most | few
direction: won | lost
direction: win | lose
direction: before | after
direction: first | second | last
direction: early | late
direction: best | worst
direction: largest | smallest
direction: north | south | east | west
direction: northern | southern | eastern | western
direction: left | right
direction: inside | outside
direction: near | far from
direction: supported | opposed
direction: support | oppose
direction: supports | opposes
direction: praised | criticized | mocked
direction: bought | sold
direction: buy | sell
direction: agreed | refused
direction: allowed | banned | barred
direction: defended | attacked
direction: admitted | denied
direction: for | against
direction: all | none
direction: both | neither
direction: every | no
direction: entered | left
direction: arrived | left
direction: male | female
direction: alone | together
direction: never | often
direction: always | never
direction: with | without
direction: open | closed
direction: private | public
direction: domestic | foreign
thing: handgun | rifle | shotgun | knife
thing: pistol | revolver | rifle
thing: gun | knife
thing: shot | stabbed | beaten
thing: shooting | stabbing
thing: car | truck | van | motorcycle
thing: SUV | sedan | pickup
thing: black | white | red | blue | green | silver
thing: chest | leg | arm | head | back | neck
thing: house | apartment | store | restaurant | church
thing: home | bar | motel | garage
thing: school | college | hospital
thing: murder | manslaughter | assault | robbery | burglary
thing: robbery | argument | drug deal | domestic dispute
thing: lawsuit | investigation | petition
thing: percent | per thousand
thing: million | billion
thing: minutes | hours
thing: hours | days
thing: days | weeks | months
thing: months | years
thing: feet | miles
thing: street | parking lot | backyard
thing: kitchen | bedroom | bathroom
thing: hospital | jail
thing: Supreme Court | appeals court
thing: House | Senate
thing: fire | flood
thing: helicopter | boat
thing: emails | phone calls | letters
thing: speech | interview | book
thing: tweet | letter | speech
"""
SYNONYMS = """
police | officers | authorities
said | stated
killed | shot dead
died | was pronounced dead
hospital | medical center
people | persons
about | around | roughly | some
nearly | almost | close to
more than | over
fewer than | under
near | close to
began | started
begin | start
tried | attempted
trying | attempting
children | kids
house | home
car | vehicle
suspect | alleged shooter
injured | hurt | wounded
purchase | buy
purchased | bought
company | firm
job | post
chief executive | CEO | chief executive officer
deal | agreement
arrested | taken into custody | apprehended
incident | event
lawyer | attorney
resigned | stepped down | quit
resign | step down | quit
movie | film
film | movie
percent | per cent
injuries | wounds
investigators | detectives
gunman | shooter
firearm | gun
struck | hit
residence | home
fled | ran away
vehicle | car
shut | closed
because of | due to
however | but
following | after
prior to | before
argument | dispute | quarrel
passed away | died
located | found
declined | refused
earthquake | quake
quake | earthquake | tremor
criticized | attacked
criticised | criticized
United States | U.S. | US
U.S. | United States
President | Pres.
several | a number of
many | a lot of
however | still
officials | authorities
hurt | injured
wife | spouse
husband | spouse
assist | help
helped | assisted
revealed | disclosed
show | indicate
shows | indicates
showed | indicated
large | big
huge | very large
quickly | fast
obtain | get
received | got
asked | requested
murder | killing
mom | mother
dad | father
teen | teenager
teenager | teen
officer | policeman
deceased | dead
launched | started
set to | due to
scheduled to | due to
is expected to | should
won | took
victory | win
award | prize
blaze | fire
dispute | row
probe | investigation
investigation | inquiry
allegedly | reportedly
reportedly | apparently
"""
HEDGES = "allegedly reportedly apparently probably possibly likely believed suspected alleged".split()
PEOPLE = frozenset(
    "man woman police officer officers suspect victim boy girl teen teenager driver shooter gunman husband wife "
    "mother father son daughter brother student students company president official officials deputies judge court "
    "senator governor people men women mayor sheriff friend neighbor".split()
)
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
SHORT_MONTHS = {"Jan.": 0, "Feb.": 1, "Aug.": 7, "Sept.": 8, "Oct.": 9, "Nov.": 10, "Dec.": 11}
DAY_PARTS = ("morning", "afternoon", "evening", "night")
NUMBER_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve "
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
).split()
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()


def exclusive() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Return for each phrase its kinds and the phrases that exclude it."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for line in EXCLUDE.strip().splitlines():
        kind, _, rest = line.partition(": ")
        words = tuple(w.strip() for w in rest.split("|"))
        for word in words:
            found.setdefault(word, []).append((kind, tuple(w for w in words if w != word)))
    return found


def synonyms() -> dict[str, tuple[str, ...]]:
    """Return for each phrase those that may stand for it: the first of a line is replaced, the rest replace it."""
    found: dict[str, tuple[str, ...]] = {}
    for line in SYNONYMS.strip().splitlines():
        first, *rest = (w.strip() for w in line.split("|"))
        found[first] = (*found.get(first, ()), *rest)
    return found
