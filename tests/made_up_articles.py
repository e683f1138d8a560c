"""One made-up event: as an agency tells it, as a paper rewrites that, and as six writers tell it in their own words."""

from __future__ import annotations

from typing import Final

LEAD: Final = (
    "Dunmore Council spent £12m on the harbour bridge in 2016, which is twice its budget for the work, the audit "
    "office said on Tuesday."
)
SURVEY: Final = (
    "The auditors found that the council had signed the contract before the ground was surveyed, and that nobody had "
    "asked why the first estimate was so low."
)
SPOKEN: Final = "“We were told that it would be cheap, and it was not,” said Ann Lee, who chairs the harbour board."
CLOSED: Final = (
    "The bridge was closed for nineteen months while the piers were rebuilt, and traders on the quay lost a third of "
    "their custom, according to a survey by the chamber of trade."
)
LEADER: Final = "Tom Hart, the leader of the council, has promised to publish the contract before the summer."
WIRE: Final = f"{LEAD}\n\n{SURVEY}\n\n{SPOKEN}\n\n{CLOSED}\n\n{LEADER}"

LOCAL: Final = (
    "Marsh Lane residents told the Post that lorries had woken them before dawn all spring. “Not one councillor came "
    "to look,” said Ada Quill, who keeps the bakery at number nine, and whose windows still show the cracks."
)

LIGHTLY_REWRITTEN: Final = (
    "Dunmore Council spent £12m on its harbour bridge in 2016, or double its budget for the work, auditors said on "
    "Tuesday.\n\n"
    "The auditors found that the council signed the contract before the ground had been surveyed, and that nobody "
    "asked why the first estimate was so low.\n\n"
    "“We were told that it would be cheap, and it was not,” Ann Lee, chair of the harbour board, said.\n\n"
    "The bridge was shut for nineteen months while its piers were rebuilt, and traders on the quay lost a third of "
    "their custom, a survey by the chamber of trade found.\n\n"
    "Tom Hart, the council leader, has promised to publish the contract before summer."
)

OWN_WORDS: Final = (
    (
        "A £12m bill for one bridge was double the budget, according to auditors who have gone through the books "
        "of Dunmore Council for 2016.\n\n"
        "Work on the piers began before anyone had drilled a test hole, their report says, and an early quotation "
        "that was plainly too good to be true went unchallenged.\n\n"
        "Shops along the waterfront say they did far less trade during the closure of nineteen months.\n\n"
        "The council leader, Tom Hart, says people will be able to read the contract by June."
    ),
    (
        "The harbour bridge cost twice what Dunmore Council had set aside for it. In 2016 the authority paid "
        "£12m, the audit office said in a report that came out on Tuesday.\n\n"
        "It criticises the way in which the work was let: the contract was signed too early, and the ground "
        "turned out to be softer than the engineers had supposed.\n\n"
        "Ann Lee, who chairs the harbour board, said the board had relied on what it was told.\n\n"
        "The crossing was out of use for nineteen months."
    ),
    (
        "Auditors have told Dunmore how its harbour bridge came to cost £12m. The money was spent in 2016, and "
        "the plan had been for half as much.\n\n"
        "No survey of the ground was made until the contract had been signed, said the audit office, which also "
        "asks why nobody at the town hall thought the first estimate odd.\n\n"
        "According to a survey by the chamber of trade, a third of custom was lost on the quay.\n\n"
        "Mr Hart, the leader of the council, will have the contract published before the summer recess."
    ),
    (
        "Twice the planned sum, or £12m, went into the bridge over the harbour at Dunmore in 2016.\n\n"
        "So says the audit office, in twenty pages that spare few of those involved. Signing came first and "
        "surveying later, it writes; the low estimate should have rung a bell.\n\n"
        "Nineteen months without a bridge cost the traders on the quay dear: the chamber of trade puts it at a "
        "third of what they usually take."
    ),
    (
        "The people of Dunmore paid £12m for a bridge in 2016, and now they know why. A report by the audit "
        "office lists what went wrong on the way to a price that was double the plan.\n\n"
        "Among the findings: that a contract was let without a look at the river bed, and that a suspiciously "
        "small first estimate passed without a question.\n\n"
        "The leader of the council, Tom Hart, has promised openness. The harbour board’s chair, Ann Lee, said "
        "that it had been promised a cheap bridge."
    ),
    (
        "Dunmore’s bridge was a £12m lesson in how not to build, to judge by what the audit office said on "
        "Tuesday.\n\n"
        "The council had planned to spend half of that in 2016. It went ahead without a ground survey and took a "
        "low estimate at its word, and while the piers were rebuilt the bridge was closed for nineteen months.\n\n"
        "A third of the custom on the quay went elsewhere, said the chamber of trade."
    ),
)
"""Six reports of the same event, by people who had the report before them and not each other's articles."""
