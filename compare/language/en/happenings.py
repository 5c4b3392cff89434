"""Words that tell one happening from another: report verbs, running tolls, long struggles, kinds of people."""

from __future__ import annotations

# A day that hangs on one of these is the day of the report or of the count, not of what happened.
REPORTING = frozenset(
    """
    say tell report state add note announce claim confirm declare write publish post update revise correct put stand
    rise climb reach grow increase jump raise bring hit pass
    """.split()
)

# What goes on for months or years: a figure of it is no figure of one incident.
STRUGGLES = frozenset(
    """
    war conflict uprising insurgency crisis campaign revolution occupation pandemic epidemic offensive unrest rebellion
    siege genocide
    """.split()
)

# People that are a part of 'people' or 'civilians', never another word for all of them.
KINDS = frozenset(
    """
    child woman man girl boy baby infant teenager minor medic doctor nurse journalist reporter soldier trooper troop
    officer policeman policewoman police fighter militant insurgent rebel gunman terrorist attacker extremist jihadist
    commander pilot firefighter rescuer worker student pupil teacher prisoner detainee inmate tourist foreigner
    family relative pedestrian driver cyclist passenger crew sailor guard
    """.split()
)

# 'six others', 'another 15', 'ten more': an addition to a figure given before it.
ADDING = frozenset({"other", "others", "another", "more", "further", "additional", "remaining"})

# Slots whose figure belongs to somebody or something: another bearer is another figure.
BEARER_SLOTS = frozenset(
    """
    market share price profit loss revenue deficit surplus pay bonus fine dividend debt budget stake ransom amount
    """.split()
)

# Verbs of leaving an office: 'resigned as director'.
LEAVING = frozenset({"resign", "quit", "retire", "step", "stand", "leave", "sack", "fire", "dismiss", "oust", "remove"})
# Where a statement speaks of a change in an office, it does not go on giving it as before.
SUCCESSION = frozenset(
    "resign resignation quit oust ousting sack sacking replace replacement succeed successor".split()
)

# Words that say of a plan that it did not come about, or not yet; with their particle where they need one.
CALLING_OFF = frozenset(
    "cancel cancellation postpone postponement scrap shelve abandon axe defer rearrange reschedule".split()
)
CALLING_OFF_PARTICLES = frozenset({("call", "off"), ("put", "off"), ("push", "back"), ("hold", "off")})

# Blows and mishaps that cost lives: 'a similar attack' is another one than the news is about.
STRIKES = frozenset(
    """
    attack assault bombing blast explosion strike airstrike raid shelling bombardment shooting ambush massacre clash
    incident crash collision accident disaster quake earthquake tremor aftershock flood storm fire blaze stampede crush
    stabbing siege bomb missile rocket
    """.split()
)
COMPARING = frozenset({"similar", "another", "earlier", "previous", "other"})
COMPARING_ONE = frozenset({"second", "third", "fourth", "fifth", "separate", "different"})  # 'a second attack'

# Verbs of those who came upon bodies: 'saw two bodies' is no toll, 'pulled 31 bodies from the rubble' is one.
MEETING_BODIES = frozenset("see watch film photograph show carry bring pass lie".split())

# What lasts, by kind: the length of one kind is never that of another, within a kind news varies the word.
LASTING: tuple[frozenset[str], ...] = tuple(
    frozenset(row.split())
    for row in (
        "meeting summit conversation call conference session negotiation dialogue debate meet talk",
        "trial hearing",
        "sentence jail imprison prison term convict detain",
        "trip visit tour journey voyage flight",
        "race match game tournament",
        "strike walkout blockade",
        "curfew lockdown ceasefire truce",
        "quake earthquake tremor aftershock",
        "storm flood drought fire blaze eruption",
    )
)

# 'Eight months after gunmen …': so long ago that it is another event.
LONG_SPANS = frozenset("week weeks month months year years decade decades".split())

# What is done with an event: 'will hold a ceremony', 'is to open a fair', 'a lunch is set for noon'.
HOLDING = frozenset("hold stage host give open begin start attend launch schedule plan set sign pay make join".split())
