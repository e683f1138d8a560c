"""Two small made-up records and claims on them: nothing in them is true of anybody."""

from __future__ import annotations

from typing import Final

HARBOUR: Final = {
    "post.txt": (
        "The Dunmore Post\n\n14 June 2018\n\n"
        "Dunmore Council rebuilt the harbour bridge in 2016, the audit office found. The work cost £12 million, "
        "which was £3 million more than planned.\n\n"
        "Ann Lee, the chair of the Dunmore Harbour Board since 2014, said the work had been a triumph. "
        "“We rebuilt the bridge in two years and nobody lost a job,” she said. “Dunmore Council had a £9m budget gap "
        "in 2016.”\n\n"
        "The council had a £31m budget gap in 2016, the auditors reported. Tom Hart, the council leader, resigned in "
        "May 2017.\n"
    ),
    "report.txt": (
        "Report of the audit office\n\n3 March 2018\n\n"
        "1. Dunmore Council had a £31 million budget gap in 2016.\n\n"
        "2. Inspectors rated the Dunmore Harbour Hospital inadequate in 2016, for the third year running.\n\n"
        "3. Ann Lee left the Dunmore Harbour Board in January 2018 and has not signed the new contract.\n"
    ),
    "blog.txt": (
        "My last day\n\nby Ann Lee\n\n31 January 2018\n\n"
        "I leave the Dunmore Harbour Board today. When I joined it in 2014 the bridge was shut. We rebuilt it, and "
        "I am proud of that. Dunmore Council had a £9m budget gap in 2016, and I told them so.\n"
    ),
}
"""A folder of three documents: a newspaper's, an auditor's, and the speaker's own."""

HARBOUR_CLAIMS: Final = """\
claims:
  - id: gap
    text: Dunmore Council had a £9m budget gap in 2016.
    speaker: Ann Lee
    date: 2018-01-31
    source: blog.txt
  - id: true-gap
    text: Dunmore Council had a £31m budget gap in 2016.
    speaker: Ann Lee
    date: 2018-02
  - id: rebuilt
    text: Dunmore Council rebuilt the harbour bridge in 2016.
    speaker: Ann Lee
    date: 2018-01-31
  - id: rating
    text: The Dunmore Harbour Hospital was rated good in 2016.
    speaker: Ann Lee
  - id: first-person
    text: We rebuilt the bridge in two years and nobody lost a job.
    quote: We rebuilt the bridge in two years and nobody lost a job
    speaker: Ann Lee
    date: 2018-06-14
    source: post.txt
  - id: left
    text: Ann Lee left the Dunmore Harbour Board in January 2017.
    speaker: Ann Lee
  - id: left-hart
    text: Tom Hart resigned in May 2017.
    speaker: Ann Lee
  - id: wish
    text: The bridge should be painted red.
    speaker: Ann Lee
"""

LAKE: Final = {
    "echo.md": (
        "# Mayor opens lido\n\n*2 May 2020*\n\nMarsh Water was fined £5m in 2019. The company’s leakage rose in 2019, "
        "the regulator said.\n\n“Leakage fell,” said Ben Quill, the chief executive of Marsh Water. "
        "Mr Quill insisted leakage had fallen in 2019 and that no fine was paid.\n\n"
        "Marsh Water spilled sewage into the lake 40 times in 2019.\n"
    ),
    "sub/minutes.txt": (
        "Minutes of the lake committee, 9 January 2020\n\n"
        "Marsh Water spilled sewage into the lake 40 times in 2019.\n\n"
        "The lake committee is chaired by Ada Dale.\n\nMarsh Water did not repair the north sluice in 2019.\n"
    ),
}
"""A folder with a folder in it: what the speaker denies, and what a committee wrote down."""

LAKE_CLAIMS: Final = """\
claims:
  - id: leakage
    text: Leakage at Marsh Water fell in 2019.
    speaker: Ben Quill
    date: 2020-05
  - id: spills
    text: Marsh Water spilled sewage into the lake 12 times in 2019.
    speaker: Ben Quill
    date: 2020-05
  - id: chair
    text: The lake committee is chaired by Ada Dale.
    speaker: Ben Quill
    date: 2020-01
  - id: sluice
    text: Marsh Water repaired the north sluice in 2019.
    speaker: Ben Quill
  - id: fine
    text: Marsh Water was fined £5m in 2019.
    speaker: Ben Quill
"""

UNRELATED: Final = (
    "The Stamp Collector\n\n7 July 2019\n\nA rare penny stamp was sold in Oldport on Saturday. It went to a collector "
    "from Ferrow for 40 crowns.\n"
)
"""A document about something else."""
