"""Furniture of a site: bars, menus, boxes and notices that stand on every page of it."""

from __future__ import annotations

from typing import Final

from factcheck.record.furniture import BOX_LENGTH, FurnitureRule

_LABEL: Final = (
    r"(?:home|news|sport|opinion|politics|business|contact(?: us)?|about(?: us)?|log ?in|log ?out"
    r"|my account|account"
    r"|menu|advertise(?: with us)?|jobs|privacy(?: policy| notice)?|cookies?|accessibility(?: statement)?"
    r"|site ?map|help|faqs?|next|previous|prev|more|close|open|share|tweet|print|email|rss(?: feed)?"
    r"|search|archive"
    r"|facebook|twitter|linkedin|whatsapp|instagram|youtube|pinterest|reddit|messenger|google\+?"
    r"|flipboard|copy link)"
)

PAGE_RULES: Final = (
    FurnitureRule(
        name="consent/cookies",
        pattern=(
            r"(?=.*\bcookies?\b)(?=.*\b(?:us(?:e|es|ing)|accept|settings?|consent|policy|preferences"
            r"|browser|website"
            r"|site|reject|essential|optional|analytics)\b)(?:we|this|our|the|by|to|please|some|you can"
            r"|cookies?"
            r"|accept|reject|manage|allow|essential|tell us|click|if you|like most|set|[\w.]+ uses?)\b.*"
        ),
        fires=(
            "We use cookies to give you the best experience on our website.",
            "Cookies on the Eastmere Council site",
            "Accept all cookies",
        ),
        silent=("We baked cookies for the night shift, the nurse said.",),
        longest=BOX_LENGTH,
    ),
    FurnitureRule(
        name="consent/privacy",
        pattern=(
            r"(?:we (?:and our (?:\w+ )?partners|value your privacy|care about your privacy)\b.*"
            r"|your privacy(?: choices"
            r"| settings| matters)?\b.{0,60}\Z|(?:accept|agree|reject|decline)(?: all| and (?:close"
            r"|continue))?\Z"
            r"|i (?:accept|agree)\Z|manage (?:options|preferences|settings|consent)\Z)"
        ),
        fires=("We value your privacy", "Accept all", "Manage preferences"),
        silent=("We value your work, the mayor told the crews.", "Accept all the findings, MPs urge"),
        longest=BOX_LENGTH,
    ),
    FurnitureRule(
        name="region/selector",
        pattern=(
            r"(?:(?:select|choose|change|pick|switch) (?:a|an|your|the)? ?(?:region|country|location"
            r"|edition|language"
            r"|site|city|area)\b.{0,30}\Z|(?:uk|us|international|australia|europe|world|english) edition\Z)"
        ),
        fires=("Select a region", "Choose your edition", "International edition"),
        silent=("Choose your battles, she told the new members.",),
    ),
    FurnitureRule(
        name="menu/breadcrumb",
        pattern=(
            r"(?:you are (?:currently )?here\b.*|home(?:page)?\s*(?:[>|→/›→]|::).*"
            r"|.{1,80}\s[|→>›]\s*home(?:page)?\Z"
            r"|[^.?!>→›]{1,60}(?:\s[>→›]\s[^.?!>→›]{1,80}){2,}\Z)"
        ),
        fires=(
            "The Eastmere Lantern | Homepage",
            "Home > Council > Meetings",
            "Home » News » Roads",
            "You are here: Home / News",
        ),
        silent=("Home owners face a higher bill from April.",),
    ),
    FurnitureRule(
        name="menu/skip-link",
        pattern=(
            r"(?:(?:skip|jump) (?:to|navigation|links?)\b.{0,40}\Z|(?:back to "
            r"|return to )?top(?: of (?:the |this )?page)?"
            r"\s*[↑^]?\Z|toggle (?:navigation|menu|search)\Z|(?:main|open|close|site|full)? ?(?:menu"
            r"|navigation)\Z"
            r"|search(?: for| this site| the site| here)?\W*\Z|(?:show|hide|view) (?:more|less|all|menu)\Z)"
        ),
        fires=("Skip to main content", "Back to top", "Search for:", "Show more"),
        silent=("Skip the queue at the tip, residents told", "Top of the class"),
    ),
    FurnitureRule(
        name="menu/label",
        pattern=rf"{_LABEL}(?:[\s,|/·•>-]+(?:\d+|{_LABEL}))*\W*\Z",
        fires=("Home", "News", "Facebook Twitter WhatsApp", "Share", "Home | News | Sport | Contact us"),
        silent=("Home care costs doubled last year.", "Twitter storm over bins", "About 40 people came."),
    ),
    FurnitureRule(
        name="share/line",
        pattern=(
            r"(?:share(?: (?:this|it))?(?: (?:article|story|page|post|news|with|on|via|by"
            r"|using)\b.{0,60})?:?\Z"
            r"|(?:tweet|post|pin|e-?mail|print|save|like) (?:this|it|on)\b.{0,40}\Z"
            r"|e-?mail (?:a link to )?.{0,12}\bfriend\b"
            r".{0,20}\Z|click to (?:share|e-?mail|print)\b.*|these are external links\b.*|(?:like"
            r"|love) this:?\Z"
            r"|like loading.*|\d[\d.,]*k? shares?\Z|(?:follow|find|like|join) (?:us|@\w+|me)\b.{0,80}\Z"
            r"|follow .{1,60} on (?:twitter|facebook|instagram|linkedin|x|youtube|social media)\b.{0,40}\Z"
            r"|copy (?:this )?link\b.{0,40}\Z|sharing (?:options|is caring)\W*\Z)"
        ),
        fires=(
            "Share on Facebook",
            "Share this with",
            "Click to share on Twitter (Opens in new window)",
            "12 shares",
        ),
        silent=("Share prices fell by a tenth.", "Follow the money, the auditor said."),
    ),
    FurnitureRule(
        name="newsletter/box",
        pattern=(
            r"(?:(?:sign ?up|subscribe|signup)(?: (?:here|now|today|free|below))?\W*\Z"
            r"|(?:don't miss .{0,60})?(?:please |and )*(?:sign ?up|subscribe|register"
            r"|opt in)\b.*\b(?:newsletters?|e-?mails?"
            r"|inbox|updates?|alerts?|bulletins?|summary|round-?up|briefing|daily|weekly|podcasts?"
            r"|channel|for free)\b.*"
            r"|(?:want|get|receive|for) (?:the|our|all|more|your|a)\b.*\b(?:inbox|by e-?mail"
            r"|newsletters?|to your phone"
            r"|straight to you)\b.*|powered by [^,.]{1,40}\Z|\*?\s*(?:=|indicates|denotes)?\s*(?:required"
            r"|mandatory)"
            r"(?: fields?)?\W*\Z|(?:\* )?(?:enter )?(?:your )?e-?mail(?: address)?\W*\Z|invalid e-?mail\b.*"
            r"|thank you for (?:subscribing|signing up)\b.*|(?:could not subscribe"
            r"|something went wrong)\b.*|more newsletters\Z"
            r"|(?:see|read) our privacy (?:notice|policy)\b.*|you can (?:unsubscribe|opt out)\b.*"
            r"|unsubscribe\b.*"
            r"|(?:when you subscribe|we(?:'ll| will)? use your (?:sign-?up|e-?mail|information))\b.*"
            r"|(?:our |the )?newsletters?\Z)"
        ),
        fires=(
            "Sign up to newsletter",
            "Don't miss a thing! Sign up for our free weekly summary from the Lantern.",
            "powered by PostPigeon!",
            "* = required field",
            "Get the day's top stories straight to your inbox",
        ),
        silent=(
            "Sign up to the pledge or lose the grant, ministers told councils.",
            "Powered by a diesel engine, the tram took an hour.",
            "The council wants people to sign up to its weekly newsletter.",
        ),
        longest=BOX_LENGTH,
    ),
    FurnitureRule(
        name="account/sign-in",
        pattern=(
            r"(?:(?:log|sign)[ -]?(?:in|out)\b.{0,50}(?<![.])\Z|register(?: now| here| for free)?\W*\Z"
            r"|(?:already|not) (?:have"
            r" an account|registered|a subscriber|a member|subscribed)\b.{0,80}\Z|create (?:an"
            r"|your) account\b.{0,60}\Z"
            r"|(?:you (?:must|need to)|please) (?:be )?(?:log|sign|register)\w* ?(?:in)?\b.{0,100}\Z"
            r"|forgot(?:ten)? (?:your )?"
            r"password\W*\Z|(?:subscribe|register|log ?in|sign ?in) (?:now )?to (?:read|continue|access"
            r"|unlock|view)\b.*"
            r"|this (?:article|content|story) is (?:for|only available to) (?:subscribers|members)\b.*)"
        ),
        fires=("Log in", "Already a subscriber? Sign in here", "Subscribe to continue reading"),
        silent=("Sign in the window said closed.", "Register of interests published"),
    ),
    FurnitureRule(
        name="site/notice",
        pattern=(
            r"(?:you have landed on\b.*|it (?:appears|looks like|seems) (?:that )?you(?:'re"
            r"| are)\b.*\b(?:site|based|browser"
            r"|page|ad ?blocker)\b.*|(?:you are|you're|you appear to be) (?:using|viewing|browsing"
            r"|visiting|seeing)\b.*\b(?:browser"
            r"|version|site|website|page|device)\b.*|(?:please )?(?:enable|turn on|switch on) javascript\b.*"
            r"|javascript (?:is|must|seems|appears)\b.*|your browser (?:does|is|isn't|may)\b.*"
            r"|this (?:article|page|story|post)"
            r" is (?:more than|over) .{1,20} old\b.{0,20}\Z|this was published under\b.*|this (?:page"
            r"|site|website|content)"
            r" (?:requires|works best|is best|has been archived|is archived|has moved)\b.*"
            r"|page not found\W*\Z"
            r"|an error occurred\b.{0,60}\Z|loading\W*\Z|(?:please )?(?:wait|whitelist"
            r"|disable your ad ?blocker)\b.{0,60}\Z)"
        ),
        fires=(
            "You have landed on the Lantern website, however it appears you are based in France.",
            "This article is more than 5 years old",
            "Please enable JavaScript to view the comments.",
        ),
        silent=(
            "You are viewing this too simply, the judge told him.",
            "This page of history is closed, she said.",
        ),
        longest=BOX_LENGTH,
    ),
    FurnitureRule(
        name="legal/small-print",
        pattern=(
            r"(?:©.*|copyright\s*(?:©|\(c\)).*|\(c\) ?(?:copyright|(?:19|20)\d\d)\b.*"
            r"|copyright:? (?:(?:19|20)\d\d\b.{0,80}"
            r"|[^.]{1,60} (?:19|20)\d\d\W*)\Z|.{0,120}\ball rights reserved\b.{0,80}"
            r"|(?:.{0,20} )?crown copyright\b.{0,80}\Z"
            r"|registered (?:in england|office|company|charity)\b.*|(?:company|charity"
            r"|vat) (?:registration |registered )?"
            r"(?:no|number)\b.*|(?:privacy|cookie)s? (?:policy|notice|statement|settings)\b.{0,80}\Z"
            r"|terms (?:and|&) conditions"
            r"\b.{0,60}\Z|terms of (?:use|service|sale)\b.{0,60}\Z|.{0,80}\b(?:editors' code of practice"
            r"|independent press"
            r" standards organisation)\b.*|if you (?:have a complaint|are dissatisfied)\b.*\b(?:editor"
            r"|editorial|ipso)\b.*"
            r"|report (?:this|an?) (?:ad|advert|error|problem|mistake)\b.{0,60}\Z|disclaimer\W*\Z)"
        ),
        fires=(
            "© 2019 Lantern Media Ltd",
            "Copyright Eastmere Council 2021",
            "Privacy policy",
            "All rights reserved.",
        ),
        silent=("Copyright law was tightened in 2019, and the firm moved abroad.",),
        longest=BOX_LENGTH,
    ),
    FurnitureRule(
        name="advert/label",
        pattern=(
            r"(?:(?:advert|ad|advertisement|advertising|sponsored(?: (?:content|by|post"
            r"|links?)\b.{0,60})?|promoted(?: (?:content"
            r"|stories|by)\b.{0,40})?|paid (?:content|post)|paid for by\b.{0,40}|(?:story"
            r"|article)? ?continues (?:below|after)\b"
            r".{0,40}|scroll (?:down )?(?:to continue|for more)\b.{0,40}|(?:brought"
            r"|presented) to you by\b.{0,60}"
            r"|report ad|remove ads)\W*\Z|article continues below\b.{0,40}\Z)"
        ),
        fires=("Advertisement", "Story continues below", "Sponsored by Eastmere Motors"),
        silent=("Sponsored walks raised £4,000 for the hospice.", "Ad hoc group meets"),
    ),
    FurnitureRule(
        name="page/feedback",
        pattern=(
            r"(?:(?:is|was) this (?:page|article|information|content) (?:useful|helpful)\b.*"
            r"|did you find (?:this|what)\b.{0,60}\Z"
            r"|help us improve\b.{0,60}\Z|(?:give|send) (?:us )?feedback\b.{0,60}\Z|(?:rate|print"
            r"|bookmark|download|listen to|save)"
            r" this (?:page|article|story)\b.{0,30}\Z|is there anything wrong with this page\W*\Z"
            r"|(?:on this page|in this (?:article|section)|table of contents|page contents|contents)\W*\Z"
            r"|(?:estimated )?reading time\b.{0,30}\Z|\d+[ -]?min(?:ute)?s?(?: read)?\Z"
            r"|thank you for your feedback\b.{0,40}\Z"
            r"|(?:page|part) \d+(?: of \d+)?\Z|text size\b.{0,20}\Z|view(?: a)? printable version.{0,20}\Z)"
        ),
        fires=("Is this page useful?", "4 min read", "Print this page", "Contents"),
        silent=(
            "Is this page one of a new chapter? Residents think so.",
            "Contents of the letter remain secret",
        ),
    ),
    FurnitureRule(
        name="layout/divider",
        pattern=r"[\W_]+\Z",
        fires=("* * *", "----", "↑", "|"),
        silent=("1", "A"),
    ),
)
"""In order of precedence."""
