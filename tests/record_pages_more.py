"""More made-up pages: of a government, the trade press, in Markdown, and with readers’ comments."""

# ruff: noqa: E501 - a paragraph of a page is one line

from __future__ import annotations

from typing import Final

GOVERNMENT: Final = """Press release
Free childcare doubled for working parents
Childcare minister announces new funding for 2017.
From:
Department for Education and The Rt Hon Sam Poole MP
Published
3 June 2015
Last updated
1 September 2017 — See all updates
This was published under the 2015 to 2016 Poole government
Thousands of families will benefit from 30 hours of free childcare a year earlier than planned, the minister has announced.
The move will be backed by more than £1 billion a year and comes into force in September 2016 in eight areas.
Minister Sam Poole said:
We are determined to support families and we have listened to what parents told us about the cost of childcare.
I am delighted that we are able to bring this forward for so many of them, and I thank the councils that came forward.
Eligibility
Both parents must be working at least 16 hours a week at the minimum wage, under the plans.
Notes to editors
The pilot areas are listed in the annex to the consultation document published last month.
Share this page
Share on Facebook
Updates to this page
Published 3 June 2015
Last updated 1 September 2017
Sign up for emails or print this page
Related content
Childcare bill: policy statement
Is this page useful?
Maybe
Yes this page is useful
No this page is not useful
"""

TRADE_PRESS: Final = """Whitfield quits Eastmere for regulator role | News | Council Weekly
Council Weekly
Subscribe
Whitfield quits Eastmere for regulator role
By Jo Marsh2 July 2018
Add to basket
Eastmere Council's chief executive is leaving to join the housing regulator after three years at the authority.
Dana Whitfield, who joined in 2015, will take up the post of director of governance in October.
Read more: Eastmere reserves hit record low
She has overseen savings worth £30m, although auditors qualified the council's value for money conclusion in 2017.
Topics
Eastmere Council
Have your say
You must sign in to make a comment.
Readers' comments (2)
Anonymous2 July 2018 4:12 pm
Good riddance. I worked there for ten years and never once saw her leave the top floor of the building to talk to us.
Unsuitable or offensive? Report this comment
Most read
Most commented
"""

MARKDOWN: Final = """# Ten years of the harbour trust

*By Ada Poe*

Published 12 March 2019

## How it began

The trust was set up in 2009 with a grant of £2 million from the county council, its founders say.

It bought the old quay the next year and let it to a boatyard, which closed within eighteen months.

## What came next

By 2014 the trust had debts of £600,000, and two of its five trustees had resigned over the accounts.
"""

READERS: Final = """Harbour trust in debt
12 March 2019
The trust that owns the old quay has debts of more than £600,000, its latest accounts show.
Two of its five trustees resigned over the figures last year, after a row about rents.
The county council has asked for its grant of £2 million to be paid back by the summer.
Bo Lund, its chair, said that the quay was let again and the debts would be cleared by 2021.
Add your comment
harbourman
12 Mar 2019 at 9:15am
They told us in 2012 that the grant was never to be repaid, I was at the meeting and heard it with my own ears.
gull77
Lund promised that nobody would resign. He lied about that and he lied about the rents, everybody here knows it.
"""
