"""Texts that would be more than text in a page, a table, a terminal or a script."""

from __future__ import annotations

from typing import Final

HOSTILE: Final = (
    "</script><script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    " \u200b@SUM(1+1)",
    "＝1+1",
    "+49 30\r\n-1",
    "\t=1",
    "a | b ` c ` *d* _e_ ~~f~~ $g$ ![h](https://i.example) <b>j</b> &amp; [k]: http://l.example",
    "www.m.example and mailto:n@o.example",
    "\x1b[31mred\x1b[0m \u202egnitide\u202c \x9b2J \x00",
    "{0} {{1}} [link](1) \\",
    "# heading\n- item\n> quote\n    code\n```\nfence",
    "half \ud800 a letter",
    "👍 é “quoted” 'tis",
)
"""Each of them is made up."""
