"""Organisations that the world's news calls by several names, and words too common to single one out."""

from __future__ import annotations

SMALL_WORDS = frozenset("of for the and in on at to a an & by with from as de la du des".split())

# Words that many names hold: alone they mean no one organisation ('the Party', 'the Ministry').
GENERIC_NAME_WORDS = frozenset(
    """
    ministry department office agency party group force forces army state national international general central
    democratic republican people council commission committee court bank company corporation university institute
    association union federation foundation board news press media times post daily world human rights police service
    services security defence defense foreign health front movement organisation organization islamic united
    republic network centre center school college hospital north south east west northern southern eastern western
    new city local american today radio television online house street free
    """.split()
)

# Legal forms, and words that a company's name may carry or not: 'Apple Inc.', 'Fiat Group SpA'.
LEGAL_FORMS = frozenset(
    """
    inc incorporated corp corporation co company ltd limited llc llp plc group holdings holding sa ag nv bv spa gmbh se
    ab asa oyj kk pty
    """.split()
)

# How a country opens a body's name → its full form.
OPENING_COUNTRIES = {"us": "united states", "uk": "united kingdom", "usa": "united states"}

# Folded name → key.
ALIASES: dict[str, str] = {
    alias: row.split("|")[0].strip()
    for row in """
    united nations | un | u n
    european union | eu
    european commission | ec
    north atlantic treaty organization | nato | north atlantic treaty organisation
    international monetary fund | imf
    world health organization | who | world health organisation
    world trade organization | wto | world trade organisation
    international atomic energy agency | iaea
    international criminal court | icc
    african union | au
    arab league | league of arab states
    organization of the petroleum exporting countries | opec
    human rights watch | hrw
    amnesty international | amnesty
    islamic state | isis | isil | daesh | is | is group | islamic state group | islamic state of iraq and syria
    associated press | ap
    agence france-presse | afp | agence france presse
    federal bureau of investigation | fbi
    central intelligence agency | cia
    national aeronautics and space administration | nasa
    federal reserve | fed | us federal reserve
    european central bank | ecb
    bank of england | boe
    environmental protection agency | epa
    food and drug administration | fda
    centers for disease control and prevention | cdc
    securities and exchange commission | sec
    national transportation safety board | ntsb
    federal aviation administration | faa
    republican party | gop | g o p | republicans
    democratic party | democrats
    kurdistan workers party | pkk | kurdistan workers' party
    world bank
    reuters | thomson reuters
    british broadcasting corporation | bbc | bbc news
    twitter
    facebook
    youtube
    instagram
    al-jazeera | al jazeera | aljazeera
    congress | us congress
    red cross | international committee of the red cross | icrc
    doctors without borders | medecins sans frontieres | msf
    group of seven | g7 | g-7
    group of twenty | g20 | g-20
    """.strip().splitlines()
    for alias in (part.strip() for part in row.split("|"))
}
