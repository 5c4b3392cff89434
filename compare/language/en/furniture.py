"""Words of the page, not of the article: tables of patterns, each with the reason an editor reads.

``SPANS`` match inside a block; ``TAILS`` begin what follows an article in a block without line breaks; whole lines
stand in ``furniture_lines``.  Case is ignored except within ``(?-i:…)``.
"""

from __future__ import annotations

import re

AGENCIES = (
    "Associated Press", "Agence France-Presse", "Anadolu Agency", "Getty Images", "EPA-EFE", "PA Wire", "PA Media",
    "Al Jazeera", "Reuters", "REUTERS", "AFP", "AP", "Getty", "EPA", "EFE", "Anadolu", "AA", "Xinhua", "TASS", "DPA",
    "dpa", "Bloomberg", "UPI", "Sputnik", "Interfax", "RIA Novosti", "IANS", "ANI", "PTI", "ANSA", "Kyodo", "Yonhap",
    "SANA", "FNA", "Fars", "MENAFN", "IRNA", "WAM", "Shutterstock", "Twitter", "Facebook", "Instagram", "YouTube", "Telegram", "CNN", "Handout",
)  # fmt: skip
AGENCY = "(?-i:" + "|".join(sorted(map(re.escape, AGENCIES), key=len, reverse=True)) + ")"
NAME = r"(?-i:(?:[A-Z][\w.'’-]{0,30}|de|van|von|al-?\w{0,20}|bin))"
NAMES = rf"{NAME}(?:\s+{NAME}){{1,3}}"

# --- reasons -------------------------------------------------------------------------------------

COMMENT_FORM = "comment form"
ADVERTISEMENT = "advertisement"
OTHER_STORY = "link to another story"
SHARING = "sharing and subscribing"
SITE = "notice of the site"
NAVIGATION = "navigation"
TAGS = "tags"
BYLINE = "byline"
CREDIT = "credit of a picture"
WRITERS = "credit of the writers"
OUTLET = "outlet about itself"
SOURCE_LINE = "line naming the source"
DATE_LINE = "date of publication"
DATELINE = "dateline"
HEADLINE = "repeated headline"
AUTHOR_BOX = "author box"
PLATFORM = "name of a video platform"
DESK = "mark of the desk"
GALLERY = "slide show"
UNENDED = "passage without the end of a sentence"
POST = "link of an embedded post"
POSTED = "signature of an embedded post"

NO_TITLE = re.compile(  # what a page calls itself where nobody gave it a title
    r"home ?page|home|index|(?:untitled|new|default)(?: (?:document|page|article|post|story))?|no title|document|default|"
    r"(?:(?:enter|add|insert|type|your|the|this|article|page|post|story|news|seo|meta)[ ]?)*(?:title|headline)(?: (?:goes )?here)?|"
    r"(?:local |latest |breaking |world |top )?news|top stories|articles?|story|post|page|blog|welcome|world|test|example|"
    r"loading|please wait|just a moment|one moment please|checking your browser|redirecting|error|404|(?:error )?404 (?:page )?not found|"
    r"(?:page )?not found|access denied|forbidden|403 forbidden|are you a robot|attention required|subscribe|sign in|log in|"
    r"undefined|null|none|nan|n a|object object|lorem ipsum|coming soon|under construction"
)
WALL = re.compile(  # what stands where an article would: a page that wants something first
    r"\b(?:to (?:continue|keep) reading|(?:subscribe|log in|sign in|register) (?:now\b|to (?:read|continue|view|unlock))|"
    r"already an? (?:subscriber|member)|(?:turn on|enable|activate) javascript|uses? cookies|checking your browser|"
    r"you are (?:a )?human|(?:are|you are) not a robot|not available in your (?:region|country|area)|"
    r"(?:article|story|content) is (?:only )?(?:for|available to) (?:\w+ ){0,2}(?:subscribers|members))\b",
    re.IGNORECASE,
)

TOLD = re.compile(r"\b(?:said|says|told|ruled|announced|according to|reported)\b", re.IGNORECASE)  # an article does

CLOSING_REASONS = frozenset((COMMENT_FORM,))  # after the middle of an article nothing follows a comment form
LISTING_REASONS = frozenset((OTHER_STORY,))  # headlines of other stories may follow such a line

# --- inside a block ------------------------------------------------------------------------------

AFTER_SENTENCE = r"(?:(?<=[.!?”\"’)\d]\s)|(?<=[.!?”\"’)]\s\s)|(?<=[.!?”\"’)]\s\s\s)|(?<=[.!?”\"’)\d])|^)"
_CREDITED = rf"(?:{AGENCY}|(?-i:[A-Z])\w{{0,30}}(?: (?-i:[A-Z])\w{{0,30}}){{0,2}} and (?-i:Agencies))"
SPANS: tuple[tuple[str, str], ...] = (
    (r"\[/?ad_\d+\]", ADVERTISEMENT),
    (r"[(\[](?-i:Photo|Image|Picture|Credit|Photograph|FILE|File photo|Courtesy)s?\b[^()\[\]]{0,80}[)\]]", CREDIT),
    (r"[(\[][^()\[\].]{0,60}(?-i:Photo|Photos|Images|Pictures|FILE|File|file photo|handout)[)\]]", CREDIT),
    (rf"[(\[]{AGENCY} (?-i:Photo|Images?|File|Video)\b[^()\[\]]{{0,60}}[)\]]", CREDIT),
    (r"^(?-i:FILE(?: PHOTO| IMAGE)?|File [Pp]hoto)\s?(?::|[–—-]+)(?=\s)", CREDIT),
    (r"(?-i:(?:Image|Media) (?:copyright|source)) [\w/ .]{1,40}?(?-i: (?:Image|Media) caption)\b|(?-i:(?:Image|Media|Video) caption)(?= (?-i:[A-Z]))", CREDIT),
    (rf"[(\[]{AGENCY}(?-i:\s?/\s?|\s+via\s+|\s+Photo/)[^()\[\]]{{1,60}}[)\]]", CREDIT),
    (rf"{AFTER_SENTENCE}\({_CREDITED}(?:(?:, | and | & |/){_CREDITED})*\)(?=\s+(?-i:[A-Z“\"‘'0-9])|\s*$)", CREDIT),
    (rf"\[{_CREDITED}[^\]]{{0,30}}\]", CREDIT),
    (r"(?:©|\(c\)|(?-i:Copyright\b)\s*(?:©|\(c\)|\s)?)\s*(?:19|20)\d\d\b[^.!?\n]{0,80}\.?", SITE),
    (r"\b(?-i:Get short URL)\b(?:\s+\d{1,6})*", SOURCE_LINE),
    (r"(?<=\w)(?-i: [-–|] (?:YouTube|Dailymotion|Vimeo))(?=\s|$)", PLATFORM),
    (r"\((?-i:(?:Additional )?(?:Reporting|Writing|Editing|Compiled|Edited))(?: and \w+)? by [^()]{3,200}\)", WRITERS),
    (rf"{AFTER_SENTENCE}(?-i:(?:Additional )?(?:Reporting|Writing) by [A-Z])[^.!?\n]{{2,160}}(?:;|\.|$)[^.!?\n]{{0,100}}", WRITERS),
    (rf"{AFTER_SENTENCE}\((?-i:Sources?): [^()\n]{{1,80}}\)", SOURCE_LINE),
    (rf"(?:{AFTER_SENTENCE}|(?<= )\()https?: ?/ ?/ ?[^\s()]+(?:\. ?[\w-]+| / ?[\w.-]+)*\)?[.]?(?=\s*$)", SOURCE_LINE),
    (r"(?-i:[—–-] [^—–\n]{1,50}? \(@\w{1,20}\) [A-Z][a-z]{2,8} \d{1,2}, \d{4})", POSTED),
    (r"\(?(?-i:Published|Posted|Updated|Last updated):? (?-i:[A-Z][a-z]{2,8}day, [A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})(?: at [\w:. ]{3,16})?\)", DATE_LINE),
    (r"(?:^|(?<=[–—-] ))(?-i:Updated?|UPDATED?) (?:at |as of )?\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?(?: \w+)? ?:", DATE_LINE),
    (rf"{AFTER_SENTENCE}{NAMES}(?-i: reports\.)(?=\s*$|\s*\((?-i:Published))", BYLINE),
    (rf"{AFTER_SENTENCE}[(\[]{NAMES}\s?/\s?(?-i:[A-Z])[\w.&' -]{{1,40}}[)\]]", CREDIT),
    (rf"{AFTER_SENTENCE}{NAMES}(?: \| | (?-i:for) (?-i:the |The )?)(?-i:[A-Z])[\w.&' -]{{1,30}}\b(?-i:News|Times|Post|Tribune|Herald|Chronicle|Journal|Press|Globe|Star|Radio|Media)\s*$", CREDIT),
    (r"(?-i:Photo|Image|Video)s?: ?/ ?(?-i:[A-Z])\w{2,30}", CREDIT),
    (rf"{AFTER_SENTENCE}{NAMES}(?: and {NAMES})? (?-i:is an?|are) (?-i:(?:[A-Z][\w.-]{{1,20}} ){{1,5}}(?:staff writer|reporter|staff reporter)s?\.)", BYLINE),
    (r"(?:(?-i:E-?mail|Twitter|Instagram|Facebook): ?(?:[\w.+-]{1,40}@[\w.-]{3,40}|@\w{2,20})(?:, (?:[\w.+-]{1,40}@[\w.-]{3,40}|@\w{2,20}))*\s?)+", BYLINE),
    (rf"{AFTER_SENTENCE}(?-i:Watch|See|Read|Listen to|View) (?:the|her|his|their|our)\b[^.!?\n]{{2,60}} (?:here|below|above)[.!]?(?=\s*$|\s+(?-i:[A-Z]))", OTHER_STORY),
    (rf"{AFTER_SENTENCE}(?-i:Please (?:stay tuned|check back))\b[^.!?\n]{{0,80}}[.!]?[\"”]?", SITE),
    (r"(?<=[.!?])(?-i:Credit[A-Z])[\w.'’-]{0,30}(?: (?-i:[A-Z])[\w.'’-]{0,30}| for The New York Times){0,4}(?:/(?-i:[A-Z])[\w ,.-]{1,40})?\s*$", CREDIT),
    (r"(?-i:Photo: (?:/|[A-Z][\w.'’&/ -]{1,40}(?:, [A-Z][\w.'’& -]{1,60})?)) (?=(?-i:Image) \d)|(?-i:Image) \d{1,3} of(?: /)? \d{1,3}(?-i: Caption Close Image \d{1,3} of \d{1,3}| Caption Close)?|\d{1,3} / \d{1,3} Back to Gallery", GALLERY),
    (rf"{AFTER_SENTENCE}(?-i:PHOTOS?|GALLERY|SLIDESHOW): [^.!?\n]{{3,120}}?(?-i:Open Gallery)", GALLERY),
    (rf"{AFTER_SENTENCE}(?-i:More|Read more|Read More|See more|Show more|Less|Watch)\s*$", NAVIGATION),
    (rf"{AFTER_SENTENCE}(?-i:More|Read more|Related|See also|Also): (?-i:[A-Z])[^.!?\n]{{10,140}}[.!?]?\s*$", OTHER_STORY),
    (r"(?-i:Our Standards: ?(?:The [A-Z]\w+ )?[A-Z][\w ]{3,60}?(?:Principles|Standards|Policy)\.?)", SITE),
    (r"(?:[ \t]{0,3}#\w{1,40}){0,6} ?\bpic\.twitter\.com/\w{4,20}", POST),
    (r"\[?(?-i:[Cc]lick to (?:enlarge|zoom|expand))\]", GALLERY),
    (r"\byour e-?mail address will not be published\b\.?", COMMENT_FORM),
    (r"\brequired fields are marked\b(?: \*)?", COMMENT_FORM),
    (r"(?-i:Click here) (?:to|for)\b[^.!?\n]{0,80}[.!?]?", OTHER_STORY),
)  # fmt: skip

CONTRIBUTED = "contributed"  # only where it stands are these rows tried, which cost more than all others together
CONTRIBUTORS: tuple[tuple[str, str], ...] = (
    (
        rf"{AFTER_SENTENCE}[^.!?\n]{{3,160}}\bcontributed (?:reporting )?(?:to|for) this (?:report|story|article)\.?",
        WRITERS,
    ),
)

# --- what follows an article in the same block ---------------------------------------------------

TAILS: tuple[tuple[str, str], ...] = (
    (r"(?-i:Sources?:? [A-Z]\w+)(?: \w+){0,3} (?:and|&) (?:news )?agencies\b", SOURCE_LINE),
    (r"(?-i:Source (?:link|Link|LINK))\b", SOURCE_LINE),
    (r"(?-i:Source: )", SOURCE_LINE),
    (rf"(?-i:Sources?) {AGENCY}\s*$", SOURCE_LINE),
    (r"(?-i:(?:(?:Facebook|Twitter|WhatsApp|LinkedIn|Telegram|Pinterest|Email|Instagram|YouTube)[\s|,•·/]{0,3}){1,9})\s*$", SHARING),
    (r"(?-i:Related(?: (?:News|Stories|Articles|Posts|Topics|Content|Links|Coverage|Videos))?:?(?= [A-Z0-9“\"‘']))", OTHER_STORY),
    (r"(?-i:(?:Read|See|Watch) (?:Also|also|More|more|Next|next))\b", OTHER_STORY),
    (r"(?-i:You (?:May|may|Might|might) (?:Also|also) (?:Like|like))\b|(?-i:Most (?:Read|Popular|Viewed))\b", OTHER_STORY),
    (r"(?-i:Recommended (?:for|For|Stories|Reading))\b|(?-i:More (?:Stories|News|Headlines|from [A-Z]))", OTHER_STORY),
    (r"(?-i:Tags:?(?= \S)(?! (?:on|of|the|in|at|were|are|that|for|from|with|and)\b))|(?-i:Filed (?:under|Under))\b|(?-i:Topics:)", TAGS),
    (r"(?-i:Community [Ss]tandards)|(?-i:Leave a (?:Reply|Comment|reply|comment))\b|(?-i:Comment via )", COMMENT_FORM),
    (r"(?-i:(?:Follow|FOLLOW) (?:us|US|Us) (?:on|ON|On))\b|(?-i:Share (?:this|This|on|On))\b", SHARING),
    (r"(?-i:(?:Subscribe|SUBSCRIBE|Sign up|Sign Up|SIGN UP) (?:to|To|TO|for|For|now|Now|today))\b", SHARING),
    (r"(?-i:Don['’]?t (?:miss|Miss)(?: out)?) ", SHARING),
    (r"(?-i:All (?:rights|Rights) (?:reserved|Reserved))\b", SITE),
    (r"(?-i:Back to top)\b", NAVIGATION),
    (r"(?-i:[A-Z]{2,4}[ /-]?\d{1,3}\s*$)|(?-i:[a-z]{2,4}(?:-[a-z]{2,4})?/[a-z]{2,4}(?:/[a-z]{2,4})?\s*$)", DESK),
    (r"(?-i:(?:[A-Z]\.? ?){1,3}/ ?(?:[A-Z]\.? ?){1,2}(?:[A-Z]?[a-z]+)?\.?\s*$)", DESK),
)  # fmt: skip
DESCRIPTION = (  # an outlet about itself, at the end of an article: subject, 'is the … newspaper'
    r"(?-i:[A-Z])[^.!?\n]{1,80} (?:is|was) (?:the|an?|one of the|our)\b[^.!?\n]{0,60}"
    r"\b(?:newspaper|daily|news (?:agency|site|website|outlet|organi[sz]ation|portal|network|channel)|broadcaster|"
    r"weekly|magazine)\b"
)
BOASTS = (  # words that make such a sentence a self-description and not a report about a newspaper
    r"\b(?:premier|leading|largest|most[ -](?:read|trusted|popular|visited)|award-winning|independent|"
    r"international|non-?profit|your|our|trusted)\b"
)

# --- words that help to find where a heading run ends ---------------------------------------------

SMALL = frozenset("a an the of in on at to for by with from as and or but nor vs over into near amid after".split())
STARTERS = frozenset(
    "The A An In On At It Its He She They We This That These There After Before As When While Meanwhile Earlier "
    "According Some Many More Most One Two Three Several Dozens Hundreds At".split()
)
GRAMMAR = frozenset(
    "the a an of in on at to for by with from as and or has have had was were is are been be will would said says "
    "after before that which who this least than near over when while during against into".split()
)  # words of running text that do not stand in lists of tags
