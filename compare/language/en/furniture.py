"""Words of the page, not of the article: tables of patterns, each with the reason an editor reads.

``LINES`` match a whole block, white space squeezed; ``SPANS`` match inside a block; ``TAILS`` begin what follows an
article in a block without line breaks.  Case is ignored except within ``(?-i:…)``.
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
_NAME = r"(?-i:(?:[A-Z][\w.'’-]{0,30}|de|van|von|al-?\w{0,20}|bin))"
_NAMES = rf"{_NAME}(?:\s+{_NAME}){{1,3}}"

# --- whole blocks --------------------------------------------------------------------------------

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

NO_TITLES = frozenset({  # what a page calls itself where nobody gave it a title
    "home", "homepage", "home page", "index", "untitled", "untitled document", "untitled page", "no title", "title",
    "news", "latest news", "breaking news", "top stories", "article", "articles", "story", "post", "page", "blog",
    "loading", "error", "404", "404 not found", "page not found", "not found", "access denied", "just a moment",
    "subscribe", "sign in", "log in", "document", "new page", "default", "welcome", "world", "local news", "undefined", "null",
})  # fmt: skip
LINES: tuple[tuple[str, str], ...] = (
    (r"(?:leave|post|write|add) an? (?:reply|comment)(?: below)?.{0,30}|cancel reply", COMMENT_FORM),
    (r".*your e-?mail(?: address)? will not be published.*", COMMENT_FORM),
    (r"required fields are marked.*", COMMENT_FORM),
    (r"save my name, e-?mail,? .*", COMMENT_FORM),
    (r"(?:post|submit|view|show|hide)(?: all| your)? comments?|comments?(?: \(?\d+\)?)?|\d+ comments?", COMMENT_FORM),
    (r"(?:you must be |please )?(?:logged|log|sign|signed) in to (?:leave|post|write) .*", COMMENT_FORM),
    (r"be the first to comment.*|join the (?:conversation|discussion).{0,40}|community standards.*", COMMENT_FORM),
    (r"(?:name|e-?mail|website|comment)(?: ?\*| \(required\))", COMMENT_FORM),
    (r"comments? (?:are|is) closed.*|notify me of .* by e-?mail.*", COMMENT_FORM),
    (r"\[/?ad_\d+\]|\[ad\]|advertise?ments?(?: - scroll to continue.*| continues? below.*)?|- advertisement -", ADVERTISEMENT),
    (r"(?:sponsored|promoted|paid)(?: content| post| stories)?(?: by .{0,40})?", ADVERTISEMENT),
    (r"(?:story|article) continues (?:below|after).*|(?:continue|keep) reading(?: .{0,30})?", ADVERTISEMENT),
    (r"scroll (?:down )?(?:to|for) (?:continue|more).{0,40}|scroll (?:down|up|below) (?:to|for) (?:see|read|watch|view|hear)\b.{0,160}|skip advertisement", ADVERTISEMENT),
    (r"(?:see|read|watch|view) (?:also|more|next)\b.{0,200}|also (?:read|see|on)\b\s*:?.{0,200}", OTHER_STORY),
    (r"more on this(?: story| topic)?(?:: .{0,160})?|(?:don['’]?t miss|must read|in case you missed it)(?:: .{0,160})?", OTHER_STORY),
    (r"read (?:the|our|his|her|their) (?:full|complete|entire|original|whole) [\w ]{1,30}(?:\b(?:here|via|at|on|below)\b.{0,60}|:)", OTHER_STORY),
    (r"read (?:it|this|them) (?:here|in full).{0,40}|click here.{0,100}|(?:full story|details) here\W*", OTHER_STORY),
    (r"related(?: (?:articles?|stor(?:y|ies)|news|posts?|topics?|coverage|content|links?|reading|videos?))?(?:: .{0,160}|:)?", OTHER_STORY),
    (r"(?:you (?:may|might) (?:also )?(?:like|be interested in|have missed)|recommended(?: for you| stories| reading)?)\W*(?:: .{0,160})?", OTHER_STORY),
    (r"(?:most (?:read|popular|viewed|shared)|trending(?: now)?|editor['’]?s['’]? picks?|latest (?:news|stories|posts)|top stories)(?: .{0,30})?", OTHER_STORY),
    (r"(?:up next|what to read next|popular posts|recent posts|more (?:stories|news|articles|headlines))(?: .{0,30})?", OTHER_STORY),
    (r"more (?:from|in|on) (?-i:[A-Z]).{0,60}|related on .{2,40}|click here .{0,100}", OTHER_STORY),
    (r"(?:watch|listen|video|live|gallery|in pictures|photos|podcast|analysis|opinion|explainer)\s?: .{0,160}", OTHER_STORY),
    (r"(?:watch|listen)(?: (?:live|now|the video|here))?", OTHER_STORY),
    (r"(?:previous|next) (?:article|post|story)\b.{0,160}", OTHER_STORY),
    (r"share(?: (?:this|article|story|post|via|on|with)\b.{0,80})?\W*|tweet(?: this)?|pin it|e-?mail this.{0,30}|copy link", SHARING),
    (r"(?:(?:facebook|twitter|x|whatsapp|linkedin|telegram|pinterest|reddit|e-?mail|print|instagram|youtube|tiktok|messenger|viber|tumblr|copy url|flipboard)[\s|,•·/]*)+", SHARING),
    (r"print(?: this)?(?: (?:article|page|story))?|save(?: article| for later)?|bookmark|listen to (?:this )?article.{0,30}", SHARING),
    (r"(?:follow|find|like|join|connect with) (?:us|me|our|\w+ ?\w*) (?:on|at|via) (?:facebook|twitter|x|instagram|telegram|youtube|whatsapp|tiktok|linkedin|google news|social media)\b.{0,120}", SHARING),
    (r"follow @?\w+(?: \w+)?(?: on .{0,60})?|follow .{2,60} on (?:twitter|facebook|instagram|telegram|x|google news)\b.{0,60}|like us on .{0,60}", SHARING),
    (r"(?:e-?mail|contact|reach) .{2,60} at \S{1,40}@\S{3,60}.{0,80}|\S{1,40}@\S{1,40}\.\w{2,6}", SHARING),
    (r"(?:stay tuned|for more)\b.{0,80}\b(?:updates?|latest news|follow us|visit our|our (?:web)?site)\b.{0,80}", SHARING),
    (r"(?:sign up|subscribe|register)\b(?: (?:now|today|here|to|for|and)\b.{0,200})?\W*", SHARING),
    (r"(?:get|receive|want) (?:the |our |more |all )?(?:latest|breaking|top|best|daily|stories|news|updates|headlines)\b.{0,120}(?:inbox|e-?mail|newsletter|alerts?|phone|app)\b.{0,60}", SHARING),
    (r"newsletters?(?: sign-?up)?|.{0,80}\bfree newsletter\b.{0,80}|we won['’]?t spam you.*|thank you for (?:subscribing|signing up).{0,60}", SHARING),
    (r"(?:download|get|install) (?:the|our) (?:free )?(?:\w+ )?app\b.{0,80}", SHARING),
    (r"(?:support|donate to|help fund) (?:our|independent|quality|public|the guardian|us)\b.{0,160}(?:journalism|reporting|work|donation)?.{0,60}", SHARING),
    (r"(?:this|our) (?:web)?site uses cookies.*|(?:we|we and our partners|by (?:continuing|using|clicking)).{0,160}\bcookies?\b.*|(?:accept|reject|manage)(?: all)? cookies", SITE),
    (r"(?:copyright )?(?:©|\(c\)).{0,200}|copyright (?:by )?(?:(?:19|20)\d\d|(?-i:[A-Z])).{0,120}|.{0,120}\ball rights reserved\b.{0,160}", SITE),
    (r"(?:privacy|cookie)(?: policy| notice| settings)?|terms (?:of|and|&) (?:use|service|conditions).{0,60}|legal(?: notice)?", SITE),
    (r"this material may not be (?:published|reproduced).*|.{0,80}reproduction .{0,40}(?:prohibited|permission).*", SITE),
    (r"disclaimer\s?:.{0,300}|please enable javascript.*|your browser does(?: not|n['’]t) support.*|javascript is .*", SITE),
    (r"(?:this|the) (?:article|story|report|post|piece) (?:was )?(?:(?:originally|first) )?(?:published|appeared|posted) (?:first |originally )?(?:in|on|at|by)\b.{0,160}", SITE),
    (r"the post .{3,200} (?:first appeared|appeared first) (?:on|in|at) .{2,80}|a version of this (?:article|story) (?:appears|appeared) in print.*", SITE),
    (r".{0,120}(?:\bwe do not claim\b|\bauto[- ]generated from\b|\bsyndicated (?:news )?feed\b|\bhas been indexed to our site\b).*", SITE),
    (r"suggest a correction|report (?:a typo|an error|this ad)|(?:do you )?have a (?:tip|story)\b.{0,160}", SITE),
    (r"our standards: ?.{0,80}|this (?:is a )?(?:story|page) (?:has been |was )?(?:translated|auto-?translated) .{0,80}", SITE),
    (r"back to (?:the )?top(?: button)?|(?:go to |return to )?top(?: of page)?|skip to (?:main )?content|toggle (?:navigation|menu)|jump to .{0,30}", NAVIGATION),
    (r"home(?:\s*[>»/|]\s*.{0,80})?|menu|search|log ?in|sign in|my account|about(?: us)?|contact(?: us)?|careers|advertise(?: with us)?|site ?map|close|loading\W*", NAVIGATION),
    (r"(?:about us|contact us|careers|privacy policy|terms of use|advertise)(?:[\s|•·]+(?:about us|contact us|careers|privacy policy|terms of use|cookie policy|advertise|help|faq))+", NAVIGATION),
    (r"(?:\d+ )?min(?:ute)?s?(?: |-)read|(?:reading time|read time)\b.{0,30}|estimated reading .{0,30}|\d[\d,.]*k? (?:views|shares|likes)", NAVIGATION),
    (r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords|posted in|tagged(?: with)?)\s?:.{0,300}|tags?\b(?! .{0,300}(?:[.!?]$|\b(?:the|on|were|was|that|had|have|showed?)\b))(?: \S+){1,30}", TAGS),
    (rf"(?:by|from|written by|story by|report by|author\s?:?)\s+{_NAMES}(?:(?:,| and| &)\s+{_NAMES})*(?:,? (?:for |of |in |at )?(?-i:[A-Z@])[\w@. '-]{{1,60}})?", BYLINE),
    (r"(?:posted|published|written) by .{1,60}|by (?:our|a|the) (?:staff|correspondent|news desk|foreign staff|reporter).{0,40}|(?:staff|news desk|our) (?:reporter|report|correspondent|writer)s?", BYLINE),
    (rf"by {AGENCY}|{AGENCY}(?: and (?:agencies|staff))?|agenc(?:y|ies)|with agencies", BYLINE),
    (r"\W?(?:additional )?(?:reporting|writing|editing|edited|compiled|translated|translation|produced)(?: and (?:writing|editing|reporting))? by (?-i:[A-Z]).{0,300}", WRITERS),
    (r"(?:[^.!?]|\.(?=\w)){0,200}\bcontributed (?:reporting |writing |additional reporting )?(?:to|for) (?:this|the) (?:report|story|article|piece|post)\b.{0,60}", WRITERS),
    (r"(?:with )?(?:inputs?|files|material|reporting) from (?:(?-i:[A-Z])[\w.' ]{1,40}|agenc(?:y|ies)|wires?)(?: (?:and|,) .{0,60})?", WRITERS),
    (r"(?:file )?(?:photos?|images?|pictures?|photographs?|illustration|video|credits?)(?: credits?| courtesy(?: of)?)?\s?(?::|by\b|/|©)\s?(?!.*[a-z]\.$)(?:\S{1,40} ?){1,8}", CREDIT),
    (rf"[(\[]?(?:(?:file )?(?:photo|image|picture)s?[ /:])?\s?{AGENCY}[ /]{{1,3}}(?:photo|images?|pictures?|file|via [\w ]{{1,40}}|{_NAMES})(?:[ /]{{1,3}}{_NAMES})?[)\]]?", CREDIT),
    (r"source (?:link|article|url)\b.{0,250}|sources?\s?: .{1,120}|via\s?: .{1,80}|original (?:source|article|link)\b.{0,120}|get short url\b.{0,40}", SOURCE_LINE),
    (r"sources? (?-i:[A-Z]\w+)(?: \w+){0,3}(?: and agencies| agencies)", SOURCE_LINE),
    (r"(?:.{2,60} is|we are) (?:the|an?|one of)\b.{0,100}\b(?:newspaper|news (?:agency|site|website|outlet|organi[sz]ation|portal|network|channel)|broadcaster|news magazine)\b.{0,80}(?:launched|founded|based|offering|delivering|providing|bringing|covering|dedicated)\b.{0,400}", OUTLET),
    # slide shows: counters, buttons and the captions that run into them
    (r"(?:photo|image|slide|picture)s? ?\d{1,3} ?(?:of|/) ?/? ?\d{1,3}\b.{0,400}|\d{1,3} ?(?:of|/) ?\d{1,3}(?: back to gallery| photos?)?", GALLERY),
    (r"(?:[^.!?]{0,250} )?(?:back to gallery|view as (?:list|gallery)|open gallery|hide caption|toggle caption|enlarge this image)\b.{0,60}", GALLERY),
    (r"(?:launch|open|view|see|start|show|click (?:through|for)) (?:the |our |a |all |full |more |photo |image )*(?:galler(?:y|ies)|slide ?shows?|photos)\b.{0,80}", GALLERY),
    (r"(?:slide ?show|pictures?)\s?: (?-i:[A-Z\d]).{3,160}(?<![.!?])|\[?click to enlarge\]?|photo: ?/.{0,60}", GALLERY),
    # subscriptions, apps and accounts
    (r"already a (?:subscriber|member)\b.{0,80}|(?:subscribe|become a (?:member|subscriber)) (?:to (?:unlock|read|keep|continue|get)|for full|today|now)\b.{0,160}", SHARING),
    (r"(?:start|begin) your (?:free |\w+[ -])?(?:trial|subscription)\b.{0,100}|try .{2,40} (?:for )?free\b.{0,60}|(?:get )?unlimited (?:digital )?access\b.{0,120}", SHARING),
    (r"(?:this|the rest of this) (?:article|story|content|post) is (?:only )?(?:for|available (?:only )?(?:to|for)|exclusive to|reserved for) (?:\w+ ){0,2}(?:subscribers|members)\b.{0,80}", SHARING),
    (r"you(?: have|['’]ve) (?:reached|read|used) .{0,60}\bfree (?:articles?|stories|limit).{0,100}|to (?:continue|keep) reading\b.{0,80}\b(?:subscribe|sign|log|register|account)\b.{0,80}", SHARING),
    (r"(?:get|download|try|open) (?:it )?(?:in|on|from|the|our) .{1,50}\b(?:app|app store|google play)\b(?! (?:said|was|has|that)).{0,60}(?<!\.)|available (?:now )?(?:on|in) the (?:app store|google play)\b.{0,80}", SHARING),
    (r"(?:turn|switch) on (?:push )?notifications\b.{0,80}|listen (?:and subscribe )?(?:to .{1,60} )?(?:on|via) (?:apple|spotify|google podcasts)\b.{0,80}", SHARING),
    # what an outlet says about the story itself
    (r"(?:please )?check back (?:later|here|soon|with us|for (?:more|updates|the latest))\b.{0,100}|please (?:stay tuned|refresh)\b.{0,80}|refresh (?:this page )?for (?:updates|the latest)\b.{0,40}", SITE),
    (r"(?:this|the) (?:story|article|report|page) (?:(?:will be|is being) updated\b.{0,120}|has been updated(?: with .{3,80})?\W*)|(?:this is )?an? (?:developing|breaking)(?: news)? story\b.{0,140}", SITE),
    (r"(?:stay with|keep following|continue to follow|follow) (?-i:[A-Z\d]).{1,40} for (?:the latest |more |further |live )?(?:updates?|developments|information|details|coverage)\b.{0,80}", SITE),
    (r"you need the latest version of .{3,40} (?:player|browser)\b.{0,80}|download now\W*|original story:?|updates? (?:at|from) \d.{0,20}:", SITE),
    # other stories
    (r"(?:editor['’]?s['’]? picks?|trending(?: now| stories)?|most (?:read|popular|viewed|shared)(?: now| stories| articles)?|top (?:stories|headlines|videos?)|latest (?:news|stories|headlines|videos?))(?:\W*|: .{0,160})", OTHER_STORY),
    (r"(?:what to read next|up next|recommended (?:stories|videos|for you|reading)|from around the web|more (?:stories|headlines|top stories)(?: from .{2,40})?)(?:\W*|: .{0,160})", OTHER_STORY),
    (r"you (?:may|might) (?:also )?(?:like|be interested in|want to read)(?:\W*|: .{0,160})|(?:watch|listen|video|live blog|opinion|explainer|in depth|timeline)\s?: (?-i:[A-Z\d]).{3,140}(?<![.!?])", OTHER_STORY),
    (r"related (?:coverage|story|stories|articles?) (?-i:[A-Z]).{3,160}(?<!\.)|watch (?:the|her|his|their|our) full .{3,60} here\W*", OTHER_STORY),
    (r"(?-i:MORE|RELATED|READ|WATCH|PHOTOS?|VIDEOS?|MAP|LIVE|ALSO|GALLERY|SEE|DOCUMENT|BACKGROUND|READ MORE|READ ALSO|MORE COVERAGE|RELATED STORY|PREVIOUS COVERAGE)\s?[:|»>] ?(?-i:[A-Z\d“\"‘']).{3,160}(?<![.!])", OTHER_STORY),
    (r"read or share this (?:story|article)\b.{0,160}|(?:read|see|find|get) more (?:at|on|in) (?-i:[A-Z\w]+\.(?:com|org|net)|[A-Z]\w+).{0,60}", OTHER_STORY),
    # people and places to write to
    (r".{3,60} is an? (?:\w+ )?(?:staff writer|reporter|correspondent|columnist|news editor)(?: (?:for|at|with|of) (?:the )?(?-i:[A-Z]).{2,60})?\.?|.{5,80} are .{3,60} staff writers\.?", BYLINE),
    (r"(?:s?he|they|reach (?:him|her|them|the (?:writer|reporter|author))|contact the (?:writer|reporter|author)s?)(?: can be (?:reached|contacted|followed))? (?:at|on|via) (?=.{0,60}[\d@]).{3,100}", BYLINE),
    (r"(?:e-?mail|twitter|instagram|facebook|phone|tel)\s?: ?(?=\S{0,40}[@#\d]).{3,120}|(?:@\w{2,20}[, ]*){1,4}", BYLINE),
    (r"(?:(?:e-?mail|call|text|contact|reach|write(?: to)?|follow|tweet)(?: (?:reporter|writer|columnist|staff writer|editor|the reporter|the writer))? (?-i:[A-Z]).{2,60}|.{3,60}\b(?:reporter|writer|columnist|editor)\b.{0,60}) (?:at|on|via)(?: twitter(?: at)?)? ?(?:\(?\d{3}\)?[ .-]\d{3}|\S{2,40}@|@\w).{0,120}", BYLINE),
    (rf"{_NAMES}\s?[:,|•-]? (?:\(?\d{{3}}\)?[ .-]\d{{3}}|\S{{2,40}}@\S{{3,40}}|@\w{{2,20}}).{{0,100}}", BYLINE),
    # where it comes from
    (r"(?:inc(?:ident)?|case|report|ref(?:erence)?|release)\.? ?(?:#|no\.? ?|number ?):? ?[\d-]{4,20}", DESK),
    (r"https?: ?/ ?/ ?\S.{3,300}|www\. ?\w.{3,200}|\(sources?: [^()]{1,80}\)|sources?:? " + AGENCY, SOURCE_LINE),
    (rf"credit(?-i:[A-Z])\S{{0,30}}(?: \S{{1,30}}){{0,7}}|(?:photo(?:graph)?s?|images?|pictures?|video) (?:by|courtesy(?: of)?|via) (?:the )?(?-i:[A-Z]).{{2,60}}(?<!\.)|{_NAMES}\s?/\s?{AGENCY}(?: .{{1,40}})?", CREDIT),
    (r"(?:found|last (?:updated|modified|edited)|created|first published|originally published|posted|published|updated)(?: on| at)?:? (?:\w+, )?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}|\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?),? \d{4}\b.{0,40}", DATE_LINE),
    (r"\(?(?:published|posted|updated):? (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? .{4,30}|\d{1,2}[:.]\d\d ?[ap]\.?m\.?(?: ?\| ?(?:posted|updated|published): .{3,30})?)\)?", DATE_LINE),
)  # fmt: skip

CLOSING_REASONS = frozenset((COMMENT_FORM,))  # after the middle of an article nothing follows a comment form
LISTING_REASONS = frozenset((OTHER_STORY,))  # headlines of other stories may follow such a line

# --- inside a block ------------------------------------------------------------------------------

_AFTER_SENTENCE = r"(?:(?<=[.!?”\"’)\d]\s)|(?<=[.!?”\"’)]\s\s)|(?<=[.!?”\"’)]\s\s\s)|(?<=[.!?”\"’)\d])|^)"
_CREDITED = rf"(?:{AGENCY}|(?-i:[A-Z])\w{{0,30}}(?: (?-i:[A-Z])\w{{0,30}}){{0,2}} and (?-i:Agencies))"
SPANS: tuple[tuple[str, str], ...] = (
    (r"\[/?ad_\d+\]", ADVERTISEMENT),
    (r"[(\[](?-i:Photo|Image|Picture|Credit|Photograph|FILE|File photo|Courtesy)s?\b[^()\[\]]{0,80}[)\]]", CREDIT),
    (r"[(\[][^()\[\].]{0,60}(?-i:Photo|Photos|Images|Pictures|FILE|File|file photo|handout)[)\]]", CREDIT),
    (rf"[(\[]{AGENCY} (?-i:Photo|Images?|File|Video)\b[^()\[\]]{{0,60}}[)\]]", CREDIT),
    (r"^(?-i:FILE(?: PHOTO| IMAGE)?|File [Pp]hoto)\s?(?::|[–—-]+)(?=\s)", CREDIT),
    (r"(?-i:(?:Image|Media) (?:copyright|source)) [\w/ .]{1,40}?(?-i: (?:Image|Media) caption)\b|(?-i:(?:Image|Media|Video) caption)(?= (?-i:[A-Z]))", CREDIT),
    (rf"[(\[]{AGENCY}(?-i:\s?/\s?|\s+via\s+|\s+Photo/)[^()\[\]]{{1,60}}[)\]]", CREDIT),
    (rf"{_AFTER_SENTENCE}\({_CREDITED}(?:(?:, | and | & |/){_CREDITED})*\)(?=\s+(?-i:[A-Z“\"‘'0-9])|\s*$)", CREDIT),
    (rf"\[{_CREDITED}[^\]]{{0,30}}\]", CREDIT),
    (r"(?:©|\(c\)|(?-i:Copyright\b)\s*(?:©|\(c\)|\s)?)\s*(?:19|20)\d\d\b[^.!?\n]{0,80}\.?", SITE),
    (r"\b(?-i:Get short URL)\b(?:\s+\d{1,6})*", SOURCE_LINE),
    (r"(?<=\w)(?-i: [-–|] (?:YouTube|Dailymotion|Vimeo))(?=\s|$)", PLATFORM),
    (rf"{_AFTER_SENTENCE}[^.!?\n]{{3,160}}\bcontributed (?:reporting )?(?:to|for) this (?:report|story|article)\.?", WRITERS),
    (r"\((?-i:(?:Additional )?(?:Reporting|Writing|Editing|Compiled|Edited))(?: and \w+)? by [^()]{3,200}\)", WRITERS),
    (rf"{_AFTER_SENTENCE}(?-i:(?:Additional )?(?:Reporting|Writing) by [A-Z])[^.!?\n]{{2,160}}(?:;|\.|$)[^.!?\n]{{0,100}}", WRITERS),
    (rf"{_AFTER_SENTENCE}\((?-i:Sources?): [^()\n]{{1,80}}\)", SOURCE_LINE),
    (rf"(?:{_AFTER_SENTENCE}|(?<= )\()https?: ?/ ?/ ?[^\s()]+(?:\. ?[\w-]+| / ?[\w.-]+)*\)?[.]?(?=\s*$)", SOURCE_LINE),
    (r"(?-i:[—–-] [^—–\n]{1,50}? \(@\w{1,20}\) [A-Z][a-z]{2,8} \d{1,2}, \d{4})", POSTED),
    (r"\(?(?-i:Published|Posted|Updated|Last updated):? (?-i:[A-Z][a-z]{2,8}day, [A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})(?: at [\w:. ]{3,16})?\)", DATE_LINE),
    (r"(?:^|(?<=[–—-] ))(?-i:Updated?|UPDATED?) (?:at |as of )?\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?(?: \w+)? ?:", DATE_LINE),
    (rf"{_AFTER_SENTENCE}{_NAMES}(?-i: reports\.)(?=\s*$|\s*\((?-i:Published))", BYLINE),
    (rf"{_AFTER_SENTENCE}[(\[]{_NAMES}\s?/\s?(?-i:[A-Z])[\w.&' -]{{1,40}}[)\]]", CREDIT),
    (rf"{_AFTER_SENTENCE}{_NAMES}(?: \| | (?-i:for) (?-i:the |The )?)(?-i:[A-Z])[\w.&' -]{{1,30}}\b(?-i:News|Times|Post|Tribune|Herald|Chronicle|Journal|Press|Globe|Star|Radio|Media)\s*$", CREDIT),
    (r"(?-i:Photo|Image|Video)s?: ?/ ?(?-i:[A-Z])\w{2,30}", CREDIT),
    (rf"{_AFTER_SENTENCE}{_NAMES}(?: and {_NAMES})? (?-i:is an?|are) (?-i:(?:[A-Z][\w.-]{{1,20}} ){{1,5}}(?:staff writer|reporter|staff reporter)s?\.)", BYLINE),
    (r"(?:(?-i:E-?mail|Twitter|Instagram|Facebook): ?(?:[\w.+-]{1,40}@[\w.-]{3,40}|@\w{2,20})(?:, (?:[\w.+-]{1,40}@[\w.-]{3,40}|@\w{2,20}))*\s?)+", BYLINE),
    (rf"{_AFTER_SENTENCE}(?-i:Watch|See|Read|Listen to|View) (?:the|her|his|their|our)\b[^.!?\n]{{2,60}} (?:here|below|above)[.!]?(?=\s*$|\s+(?-i:[A-Z]))", OTHER_STORY),
    (rf"{_AFTER_SENTENCE}(?-i:Please (?:stay tuned|check back))\b[^.!?\n]{{0,80}}[.!]?[\"”]?", SITE),
    (r"(?<=[.!?])(?-i:Credit[A-Z])[\w.'’-]{0,30}(?: (?-i:[A-Z])[\w.'’-]{0,30}| for The New York Times){0,4}(?:/(?-i:[A-Z])[\w ,.-]{1,40})?\s*$", CREDIT),
    (r"(?-i:Photo: (?:/|[A-Z][\w.'’&/ -]{1,40}(?:, [A-Z][\w.'’& -]{1,60})?)) (?=(?-i:Image) \d)|(?-i:Image) \d{1,3} of(?: /)? \d{1,3}(?-i: Caption Close Image \d{1,3} of \d{1,3}| Caption Close)?|\d{1,3} / \d{1,3} Back to Gallery", GALLERY),
    (rf"{_AFTER_SENTENCE}(?-i:PHOTOS?|GALLERY|SLIDESHOW): [^.!?\n]{{3,120}}?(?-i:Open Gallery)", GALLERY),
    (rf"{_AFTER_SENTENCE}(?-i:More|Read more|Read More|See more|Show more|Less|Watch)\s*$", NAVIGATION),
    (rf"{_AFTER_SENTENCE}(?-i:More|Read more|Related|See also|Also): (?-i:[A-Z])[^.!?\n]{{10,140}}[.!?]?\s*$", OTHER_STORY),
    (r"(?-i:Our Standards: ?(?:The [A-Z]\w+ )?[A-Z][\w ]{3,60}?(?:Principles|Standards|Policy)\.?)", SITE),
    (r"(?:[ \t]{0,3}#\w{1,40}){0,6} ?\bpic\.twitter\.com/\w{4,20}", POST),
    (r"\[?(?-i:[Cc]lick to (?:enlarge|zoom|expand))\]", GALLERY),
    (r"\byour e-?mail address will not be published\b\.?", COMMENT_FORM),
    (r"\brequired fields are marked\b(?: \*)?", COMMENT_FORM),
    (r"(?-i:Click here) (?:to|for)\b[^.!?\n]{0,80}[.!?]?", OTHER_STORY),
)  # fmt: skip

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
