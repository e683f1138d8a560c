"""Pages made up for the tests of the record: the sorts of page that people save, as they save them."""

# ruff: noqa: E501 - a paragraph of a page is one line

from __future__ import annotations

from typing import Final

from tests.record_pages_more import GOVERNMENT, MARKDOWN, READERS, TRADE_PRESS

LOCAL_PAPER: Final = """Skip to main content
Eastmere Lantern
News
In Your Area
Sport
What's On
Sign up to our daily newsletter
Log in
Home
News
Local News
Council chief to leave after three years in post
Dana Whitfield will go in June, the authority has confirmed
Share
By
Omar Sayle, Local Democracy Reporter
06:00, 12 MAR 2019
Updated 10:15, 13 MAR 2019
Dana Whitfield, pictured last year (Image: Lantern)
Sign up to our newsletter for the latest news straight to your inbox
Invalid Email
Something went wrong, please try again later.
We use your sign-up to provide content in ways you've consented to. You can unsubscribe at any time.
The chief executive of Eastmere Council is to leave her post in June after three years, it has been announced.
Dana Whitfield joined the authority in 2016, when its finances were described as “fragile” by auditors.
Read More
Related Articles
Bin strike enters second week as talks stall
Market hall plan approved despite objections
She said: “We have come a long way together and I am proud of what this team has achieved for residents.”
The council’s reserves have grown from £4 million to £11 million since she arrived, according to its accounts.
Video Loading
Video Unavailable
Click to play
Opposition leader Tom Ashby said the savings had come at the cost of libraries and youth services in the town.
Follow us on Twitter
Most Read
Man arrested after fire at warehouse
Schools closed as snow falls across county and more is on its way for the weekend
Subscribe
Comments
Show more comments
Jo B
About time too. She promised in 2017 that no library would ever close and look what happened to all of them now.
Reply
More On
Eastmere Council
© 2019 Lantern Media Ltd
"""

BROADCASTER: Final = """Northshire hospital trust fined over patient falls

13 May 2016
From the section Northshire

Share this with Facebook
Share this with Twitter
These are external links and will open in a new window

Image copyright Getty Images
Image caption The trust runs three hospitals in the county

A hospital trust has been fined £1.2m after two patients died following falls on its wards.

Northshire Hospitals Trust admitted breaching safety rules at an earlier hearing at the crown court.

Inspectors found that staff had not been given guidance on the use of bed rails at either hospital.

'Deeply sorry'

Chief executive Priya Menon said the trust was "deeply sorry" and had changed how it assesses the risk.

The judge said there had been a "systemic failure" that lasted from 2011 until at least 2014.

More on this story

Hospital trust 'failed to learn'
2 March 2016

Patient died after fall from trolley
19 November 2015

Related Internet links
Northshire Hospitals Trust
The BBC is not responsible for the content of external Internet sites
Top stories
Floods hit the coast as thousands are told to leave their homes
Features
"""

COUNCIL: Final = """Cookies on the Westmarsh Council website
We use cookies to make our website work better for you. You can change your settings at any time.
Accept cookies
Home > News > 2019 > March
Council tax to rise by 2.9 per cent
Published: Tuesday, 12th March 2019
Councillors have agreed a budget for 2019/20 that will see council tax in Westmarsh rise by 2.9 per cent from April.
The decision was taken at a meeting of Full Council on Monday 4 March and means a Band D bill of £1,512.
Among the measures agreed were:
- £2 million for adult social care
- £400,000 for road repairs
- 12 new affordable homes in Lower Marsh
Leader of the council Rob Tilney said: "This is a fair budget that protects the services people need most."
Is this page useful?
Yes
No
Share this page
Last updated: 3 April 2019
Contact us
Privacy notice
Accessibility statement
© Westmarsh Council 2019. All rights reserved.
"""

BLOG: Final = """Skip to content
Marjorie Oakes's blog
Thoughts on running a county
Menu
Home
About me

What we got wrong about buses
Posted on March 3, 2016 by moakes

When I became leader in 2013 I promised that we would keep every route. I was wrong to do so, and I said as much last week.

Our subsidy had fallen by a third. We talked to the operators, who told us that only two routes in five covered their costs.

“You cannot run empty buses,” one of them told me. He had a point, although I still think we gave up too early on the Sunday service.

Share this:
Click to share on Twitter (Opens in new window)
Like this:
Like Loading...
Related
A winter of potholes
In "Roads"
Posted in Transport | Tagged buses, budget | 2 Comments

2 thoughts on “What we got wrong about buses”
Dave says:
March 4, 2016 at 10:15 am
I have lived here for forty years and I have never seen the service as bad as it was when you were leader.
Reply
Leave a Reply
Your email address will not be published. Required fields are marked *
"""

COLUMN: Final = """Opinion
Why I stopped chairing meetings
Ines Calder
Tue 12 Mar 2019 10.00 GMT
Last modified on Wed 13 Mar 2019 11.30 GMT
Share on Facebook
Share on Twitter
Share via Email
This article is more than 5 years old

After eleven years in charge of a housing association I have given up the chair. I do not regret it for a moment.

My board thought I was mad. They told me that a chief executive who does not chair is a passenger, and perhaps they are right.

But we have doubled the number of homes we build since 2015, and I believe that is because people now speak up.

Ines Calder is chief executive of the Fenland Homes Group

This article first appeared in Housing Monthly on 28 February 2019
Topics
Housing
Local government
"""

AGENCY: Final = """By clicking “Accept All Cookies”, you agree to the storing of cookies on your device to enhance site navigation.
Friday, June 10, 2022
E-Edition
Subscribe
ADVERTISEMENT
School board votes to close two campuses
LAKETON, May 3, 2019 (Newswire) — The school board voted 5-2 on Thursday to close two elementary schools.
Superintendent Carla Ruiz said enrollment had dropped by 400 students since 2014, costing the district $3.1 million.
ADVERTISEMENT
Parents at the meeting said the decision had been rushed and that they were not told about the vote until last week.
You May Also Like
Doctors hate this one trick that melts fat while you sleep and it costs next to nothing to try at home.
Ten stars who aged badly
Copyright 2022 Laketon Herald. All rights reserved.
"""

INTERVIEW: Final = """Five minutes with the harbour master
By Lena Frost
3 May 2020 10:15

Q: How long have you been in the job?
A: I started in 2009, so it will be eleven years this summer. We had four boats then and now we have nine.
Q: What has changed most?
A: The paperwork. I used to be on the water every day, and now I am lucky if it is once a week.
Q: And the best part?
A: The mornings, without a doubt.
"""

ARCHIVE: Final = """Author Archives: Piet Larssen

Posts navigation
← Older posts

A budget for the young

Posted on 3 April 2014 by Piet Larssen

This week I set out my budget. We shall spend more on schools than at any time since I was first elected in 2008.

There will be those who say that we cannot afford it. I say that we cannot afford not to, and our figures bear it out.

Leave a comment

Why the bridge must wait

Posted on 12 January 2014 by Piet Larssen

I know that people in the north of the county are angry. We promised them a bridge, and I still want to build it.

But the cost has doubled to £90 million. Until we know where that money comes from I shall not sign a contract.

1 Comment
"""

STATEMENT: Final = """Statement from Ruth Abara
14 June 2018

I want to put on record what happened in the weeks before the
inquiry began its work, because so much of what has been written
since then is wrong.

We asked for the accounts in March and we did not receive them
until the end of May. I told the board so at the time, and I was
told in reply that the matter was in hand.

I have nothing to hide and I shall give evidence when I am asked
to do so.

Yours sincerely
Ruth Abara
"""

PAGES: Final = {
    "local_paper": LOCAL_PAPER,
    "broadcaster": BROADCASTER,
    "council": COUNCIL,
    "blog": BLOG,
    "column": COLUMN,
    "agency": AGENCY,
    "interview": INTERVIEW,
    "archive": ARCHIVE,
    "statement": STATEMENT,
    "government": GOVERNMENT,
    "trade_press": TRADE_PRESS,
    "markdown": MARKDOWN,
    "readers": READERS,
}
