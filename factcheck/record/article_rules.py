"""Furniture of an article: what stands around its text and is not its text."""

from __future__ import annotations

from typing import Final

from factcheck.record.furniture import BOX_LENGTH, Extent, FurnitureRule

_THINGS: Final = (
    r"(?:articles?|stories|story|posts?|news|topics?|links?|reading|items|headlines|coverage|pages|documents"
    r"|videos|blogs?)"
)
_MONTH: Final = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?"
_AGENCIES: Final = (
    r"(?:getty(?: images)?|shutterstock|press association|pa(?: media| wire| images| archive)?|istock\w*"
    r"|alamy|reuters"
    r"|afp|epa|rex(?: features)?|bbc|google(?: street ?view| maps)?|supplied|handout)"
)

LISTING_RULE: Final = "listing/heading"
FIRST_PUBLISHED_RULE: Final = "note/first-published"

COMMENT_RULES: Final = (
    FurnitureRule(
        name="comment/heading",
        extent=Extent.TO_END,
        pattern=(
            r"(?:(?:(?:\d[\d,]*|no|one|view(?: all)?|show(?: all)?|hide|read(?: all)?|see|add(?: (?:a"
            r"|your))?|leave (?:a|your)"
            r"|post (?:a|your)|load(?: more)?|more|reader|readers'|your|latest|recent|top|all"
            r"|sort) )?comments?(?: (?:on this"
            r" (?:story|article|post|page)|\(?\d+\)?|(?:are|is) (?:now )?closed|so far|yet|below"
            r"|section))?\s*(?:\(\d+\))?:?\W*\Z"
            r"|(?:\d[\d,]*|one|no) (?:replies|reply|responses?|thoughts?)(?: (?:to|on)\b.{0,150})?\W*\Z"
            r"|join the (?:conversation"
            r"|discussion|debate)\b.{0,60}\Z|leave a (?:reply|response)\b.{0,40}\Z|have your say\W*\Z"
            r"|(?:cancel reply|post comment"
            r"|submit comment|add (?:your )?comment)\Z|what do you think\?.{0,80}\bcomments?\b.{0,40}\Z)"
        ),
        fires=(
            "12 Comments",
            "Comments (3)",
            "Leave a Reply",
            "3 responses to “Bins again”",
            "Join the conversation",
        ),
        silent=(
            "Comments made by the minister caused anger.",
            "Ministry response",
            "No comment was offered.",
        ),
    ),
    FurnitureRule(
        name="comment/author-line",
        extent=Extent.TO_END,
        pattern=(
            r"(?:posted by .{1,60} (?:on|at)\b.{0,60}\Z|comment (?:by|from) .{1,60}\Z"
            rf"|.{{1,60}}\b(?:says|said|wrote|commented)\s*:?\s.{{0,24}}\bat \d{{1,2}}[:.]\d\d\b.{{0,20}}\Z"
            rf"|.{{0,60}}\b(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}),? (?:19"
            rf"|20)\d\d,? at \d{{1,2}}[:.]\d\d ?(?:[ap]m)?"
            r"(?: (?:said|says|#))?\W*\Z|(?:report|flag)(?: this)? (?:abuse|comment|post)\W*\Z"
            r"|log in to reply\Z"
            r"|(?:reply|recommend|likes?)(?: \(?\d+\)?)?(?: (?:report|share))?\Z|in reply to .{1,60}\Z)"
        ),
        fires=("Posted by otter42 on", "Jo Bloggs says: March 3, 2016 at 10:15 am", "Report abuse", "Reply"),
        silent=("The letter was posted by the clerk on Monday and arrived late.", "Mr Poe said: “No.”"),
    ),
    FurnitureRule(
        name="comment/policy",
        extent=Extent.TO_END,
        pattern=(
            r"(?:comments (?:on|about|in) (?:this|our|the) .*\b(?:express|represent|reflect|moderated"
            r"|views|closed)\b.*"
            r"|(?:once|when|after) your comment\b.*|(?:all )?comments (?:are|will be|may be|must be"
            r"|posted|published)\b.*\b(?:moderat"
            r"|publish|discretion|approv|remov|closed|views|welcome)\w*.*|(?:please )?(?:read|see"
            r"|follow) our (?:comments?|community"
            r"|house|moderation)\b.*|(?:please )?log ?in to (?:comment|reply|post)\b.*"
            r"|please remember that (?:the|any) submission\b.*"
            r"|(?:to|before you|you (?:must|need to|have to) (?:be )?(?:logged|signed|log"
            r"|sign)\b.*? to) (?:place|post|leave|make|add"
            r"|submit|write|join)\b.{0,30}\b(?:comments?|reply|conversation|discussion)\b.*"
            r"|your e-?mail(?: address)? will not be"
            r" (?:published|shown)\b.*|we do not (?:pre-?)?moderate\b.*|required fields are marked\b.*"
            r"|this (?:article|post|story) (?:is|has"
            r" been) closed (?:to|for) (?:new )?comments\b.*|(?:notify|e-?mail) me (?:of|when|about"
            r"|by)\b.*|save my name\b.*)"
        ),
        fires=(
            "Comments on this story express the views of the commentator only, not Lantern Media.",
            "To place a comment please login",
            "Your email address will not be published.",
            "Comments are moderated before they appear.",
        ),
        silent=("Comments on the plan must reach the council by Friday.",),
        longest=BOX_LENGTH,
    ),
)

TEASER_RULES: Final = (
    FurnitureRule(
        name="teaser/heading",
        extent=Extent.UNTIL_TEXT,
        pattern=(
            r"(?:you (?:may|might|could)(?: also)? (?:like|enjoy|be interested in)\b.{0,40}"
            r"|you'll also like\b.{0,40}"
            r"|(?:similar|related|recommended|recent|popular|trending|latest|featured|other|more|top"
            r"|further|local|suggested)"
            rf"(?: [\w']+){{0,2}} {_THINGS}(?: (?:from|on|in|about|by|for|you)\b.{{0,40}})?|related"
            rf"|trending(?: now)?|recommended"
            r"(?: (?:for you|by\b.{0,30}))?|most (?:read|popular|viewed|shared|commented|recent"
            r"|watched)\b.{0,30}|popular|read (?:more|next"
            r"|also|this next)|see also|more (?:on this(?: story| topic)?|from .{1,40}|like this"
            r"|about this story|to read|to explore)"
            r"|what(?:'s| to read)? next|(?:next|previous) (?:story|article|post)|up next|don't miss"
            r"|editors?'?s? picks?|must reads?"
            r"|elsewhere (?:on|in)\b.{0,30}|(?:from )?around the web|from the web|in other news"
            r"|also (?:of interest|in the news)"
            r"|on this story|topics? in this (?:story|article)|our community|from our partners|taboola"
            r"|outbrain)\s*[:>»→]*\s*\Z"
        ),
        fires=(
            "Similar Articles",
            "Read more",
            "You may also like",
            "Most read",
            "More from Lantern News",
            "Trending",
        ),
        silent=(
            "More police on the beat, says mayor",
            "Related work was published in 2009.",
            "Read the report in full",
        ),
    ),
    FurnitureRule(
        name="teaser/line",
        pattern=(
            r"(?:(?:read (?:more|next|also|full story|the full (?:story|article|report))|related"
            r"|see also|more|recommended|don't miss"
            r"|trending|also read|watch|next|previous|in pictures|gallery|video|podcast|listen"
            r"|live)(?: (?:story|article|post|here"
            r"|on this))?\s*[:|>»]\s*\S.{0,160}\Z|(?:continue reading|read (?:more|on)|click here"
            r"|full story|more details?)\b.{0,80}"
            r"(?<![.?!])\Z|[←«→»<>]{1,2}\s*\S.{0,100}\Z|.{1,100}\s[→»]\Z)"
        ),
        fires=("Read more: Bins to be emptied monthly", "Continue reading →", "« Older posts"),
        silent=(
            "Read more books, the head teacher told pupils.",
            "More: a life of the saint is on sale soon. " * 5,
        ),
    ),
    FurnitureRule(
        name="teaser/cut-off",
        pattern=r".*(?:\[(?:…|\.\.\.)\]|(?:…|\.\.\.)\s*(?:read more|continue reading"
        r"|more)\b.{0,60})\s*[→»>]*\Z",
        fires=("The bridge will close for repairs until [...]", "A school has been told to… Read more"),
        silent=("“It was cold and then …” she trailed off.",),
        longest=BOX_LENGTH,
    ),
)

TEXT_RULES: Final = (
    FurnitureRule(
        name=LISTING_RULE,
        pattern=(
            r"(?:(?:category|tag|author|monthly|daily|yearly|blog|news|article"
            r"|post)s? archives?\b.{0,80}\Z|archives? (?:for|by)\b"
            r".{0,80}\Z|archives?: .{1,80}\Z|(?:posts|articles|stories|columns|blogs|entries) (?:tagged"
            r"|by|in|from|filed|published|for"
            r"|about|categori[sz]ed)\b.{0,80}(?<!\.)\Z|(?:all|latest|recent) (?:posts|articles|columns"
            r"|blog posts)\b.{0,60}(?<!\.)\Z"
            r"|browsing(?: category| tag)?:? .{1,60}(?<!\.)\Z|.{1,60}\b(?:articles|columns|posts"
            r"|blogs) published elsewhere\W*\Z"
            r"|(?:archives?|posts|blog posts|articles)\Z)"
        ),
        fires=(
            "Category Archives: Columns",
            "Posts tagged transport",
            "Jo Bloggs articles published elsewhere.",
        ),
        silent=(
            "Archives of the old mill were lost in the flood.",
            "Posts are vacant in two of three teams.",
        ),
    ),
    FurnitureRule(
        name=FIRST_PUBLISHED_RULE,
        pattern=(
            r"\W*(?:this (?:article|post|piece|column|blog(?: post)?|story|interview|speech|letter|essay"
            r"|op-?ed|feature|review|item)"
            r" (?:(?:was |has been |is )?(?:first|originally|previously|also) \w+|appeared|ran in"
            r"|was (?:published|posted|written for))\b.*"
            r"|(?:first|originally) (?:published|appeared|posted|printed) (?:in|on|by|at|as)\b.*"
            r"|a (?:shorter |longer )?version of this\b.*)"
        ),
        fires=(
            "This article first appeared in the Eastmere Lantern on 3 May 2017",
            "Originally published in The Beacon",
        ),
        silent=(
            "This article of faith has served the party badly.",
            "First published figures were wrong, she said.",
        ),
        longest=BOX_LENGTH,
    ),
    FurnitureRule(
        name="caption/label",
        pattern=(
            r"(?:(?:pictured|picture|photo(?:graph)?s?|photographer|images?|main (?:image|photo|picture)"
            r"|caption|file (?:photo|picture"
            r"|image)|stock (?:photo|image)|credit|illustration|graphic)(?: (?:credit|by"
            r"|courtesy(?: of)?|source|copyright|caption|shows"
            r"|above|below|left|right))?\s*:\s*.*|(?:image|photo|picture) (?:via|courtesy|caption"
            r"|copyright|source|credit)\b.*"
            r"|media caption\b.*|(?:photo|photograph|picture|image)s? by \w.{0,60}(?<!\.)\Z"
            r"|.{0,160}\((?:image|photo|picture|pic)s?(?: credit| by)?:? [^)]{1,60}\)\Z"
            rf"|{_AGENCIES}(?:\s*[/,|]\s*[\w ]{{1,40}})*\W*\Z|(?:video|audio) (?:loading|unavailable"
            rf"|player|caption)\b.{{0,80}}\Z"
            r"|(?:click|tap|press) to (?:play|watch|enlarge|expand|view)\b.{0,60}\Z|(?:play|watch"
            r"|listen)(?: now| video| audio| again)?\W*\Z"
            r"|(?:media playback|playback) is (?:not |un)supported\b.*|(?:next|previous) (?:image|photo"
            r"|slide)\Z|\d+ (?:of|/) \d+\Z)"
        ),
        fires=(
            "Pictured: the old mill at dusk.",
            "Image via Chirper from Jo Bloggs",
            "Photo credit: Jo Bloggs",
            "Getty Images",
        ),
        silent=(
            "Picture this: a council with no debt.",
            "Image is everything, the coach said.",
            "Reuters reported a loss.",
        ),
        longest=BOX_LENGTH,
    ),
    FurnitureRule(
        name="author/box",
        extent=Extent.UNTIL_TEXT,
        pattern=(
            r"(?:about (?:the )?(?:author|writer)s?\W*\Z|(?:view|see|read) (?:all|more)(?: posts"
            r"| articles| stories)? (?:by|from)\b.{0,60}\Z"
            r"|(?:all|more) (?:posts|articles|stories) (?:by|from)\b.{0,60}\Z|author (?:profile"
            r"|bio(?:graphy)?|details)\W*\Z"
            r"|published by\W*\Z)"
        ),
        fires=("About Author", "View all posts by Jo Bloggs", "About the author"),
        silent=("About the author of the leak little is known.",),
    ),
    FurnitureRule(
        name="tweet/line",
        pattern=(
            r"(?:(?:our |my |the |your )?(?:latest |recent )?tweets?(?: (?:by|from) @?\w+)?\W*\Z"
            r"|-+ ?.{1,60}\(@\w+\).{0,40}\Z"
            r"|.{0,300}\bpic\.twitter\.com/\w+.{0,80}|.{0,60}\(@\w{2,20}\)(?: (?:on|-) .{0,30})?\Z"
            r"|@\w{2,20}\Z"
            r"|view (?:this (?:post|tweet|profile)|.{1,30} on) .{0,30}\b(?:instagram|twitter"
            r"|facebook)\W*\Z|a post shared by .{1,80})"
        ),
        fires=(
            "Our latest tweets",
            "— Jo Bloggs (@jobloggs) May 3, 2019",
            "Look at this! pic.twitter.com/abc123",
        ),
        silent=(
            "Tweets by the minister were deleted, the court heard.",
            "He is known online (@otter) and in town.",
        ),
        longest=BOX_LENGTH,
    ),
    FurnitureRule(
        name="tags/line",
        pattern=(
            r"(?:(?:tags?|tagged(?: (?:with|as|under))?|topics?|categor(?:y|ies)|filed (?:under|in)"
            r"|posted in|keywords?|labels?|more about"
            r"|section)\s*:\s*.{1,180}(?<![.])\Z|(?:filed (?:under|in)|posted in|tagged(?: (?:with|as"
            r"|under))?|enhanced by)\b[^.]{1,160}\Z"
            r"|(?:tags|topics|categories|archives?)\W*\Z)"
        ),
        fires=("Tags: bins, budget", "Filed under Transport", "Enhanced by Gizmatron", "Posted in News"),
        silent=("Tagged offenders must report weekly.", "Topics ranged from buses to bins."),
    ),
)

ARTICLE_RULES: Final = (*TEXT_RULES, *TEASER_RULES, *COMMENT_RULES)
"""In order of precedence."""
