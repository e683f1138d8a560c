"""The same said otherwise, by safe replacements: so that a contrast is no near-copy of its passage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from random import Random

GROUPS: Final = tuple(
    tuple(group.split("/"))
    for group in (
        "began/started",
        "finished/completed",
        "film/movie",
        "located/situated",
        "although/though",
        "children/young people",
        "city/town",
        "died/passed away",
        "employees/staff/workers",
        "built/constructed",
        "bought/purchased/acquired",
        "became/went on to be",
        "according to/as reported by",
        "increased/rose/went up/grew",
        "decreased/fell/went down/dropped",
        "improved/got better",
        "worsened/got worse/deteriorated",
        "shows/indicates/demonstrates",
        "showed/indicated/demonstrated",
        "study/research",
        "helps/aids",
        "large/big",
        "many/a lot of/numerous",
        "several/a number of",
        "almost/nearly",
        "during/in the course of",
        "known as/called",
        "received/got",
        "appeared/featured",
        "released/issued/brought out",
        "created/made",
        "company/firm",
        "country/nation",
        "people/persons",
        "in total/altogether",
        "wife/spouse",
        "author/writer",
        "physician/doctor",
        "resigned/stepped down/quit",
        "appointed/named",
        "said/stated",
        "criticised/criticized/attacked",
        "budget gap/budget shortfall/deficit",
        "cut/reduced",
        "winner/champion",
        "highest/greatest",
        "lowest/smallest",
        "main/principal/chief",
        "often/frequently",
        "quickly/rapidly",
        "whole/entire",
        "get/obtain",
        "need/require",
        "needs/requires",
        "needed/required",
    )
)
"""Words of general English that may stand for each other in most places."""

_NUMERIC: Final = (("about", "around", "roughly", "approximately"), ("more than", "over"), ("less than", "under"))
_BEFORE_FIGURE: Final = re.compile(rf"\b({'|'.join(word for group in _NUMERIC for word in group)})(?= (?:[£$€]|\d))")
_WORDS: Final = "zero one two three four five six seven eight nine ten eleven twelve".split()
_COUNT: Final = re.compile(r"(?<![\d.,£$€-])\b([2-9]|1[0-2])\b(?![.,]?\d|%|-)(?= [a-z])")
_DAY: Final = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December) (\d{1,2}), (\d{4})\b"
)
_SHORT: Final = (
    *(("is not", "isn't"), ("was not", "wasn't"), ("did not", "didn't"), ("has not", "hasn't")),
    *(("were not", "weren't"), ("are not", "aren't"), ("does not", "doesn't"), ("cannot", "can't")),
)
_MEMBERS: Final = {word: group for group in GROUPS for word in group}
_ANY: Final = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, _MEMBERS), key=len, reverse=True))})\b")


def paraphrase(text: str, draw: Random, *, rate: float = 0.6) -> str:
    """Return a text in which each replaceable word is replaced at a rate, and some figures and dates are respelt."""
    text = _ANY.sub(lambda found: _other(found[0], draw) if draw.random() < rate else found[0], text)
    text = _BEFORE_FIGURE.sub(lambda found: draw.choice(next(one for one in _NUMERIC if found[0] in one)), text)
    if draw.random() < rate:
        text = _DAY.sub(r"\2 \1 \3", text)
    if draw.random() < rate:
        text = _spell(text, draw)
    for long, short in _SHORT:
        if draw.random() < rate / 2:
            text = text.replace(long, short)
    return text


def _other(word: str, draw: Random) -> str:
    return draw.choice([one for one in _MEMBERS[word] if one != word])


def _spell(text: str, draw: Random) -> str:
    """Small counts in words, per cent as a sign or in words, millions written out."""
    text = re.sub(
        r"(?<![\d.,£$€-])\b([2-9]|1[0-2])\b(?![.,]?\d|%|-)(?= [a-z])", lambda found: _WORDS[int(found[1])], text
    )
    text = re.sub(r"(\d) ?%", lambda found: f"{found[1]}{draw.choice(('%', ' per cent', ' percent'))}", text)
    return re.sub(r"(\d) million\b", lambda found: f"{found[1]}{draw.choice(('m', ' million', 'million'))}", text)
