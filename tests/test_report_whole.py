"""A report that was read back is the report that was written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.model import Counted, Flip, FlipKind, VerdictLabel, Weighing
from factcheck.render.report_json import render_json
from factcheck.report.reading import read_report
from factcheck.report.rows import to_row
from factcheck.report.whole import to_report
from tests.report_factory import make_report, make_verdict

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.model import Report

WEIGHING = Weighing(
    supporting=(Counted(origin="origin-1", quote="news/bridge.txt:47-121", score=3.5),),
    contradicting=(),
    enough=2.5,
    outweighs=2.0,
)
FLIPS = (
    Flip(kind=FlipKind.QUOTES, without=("news/bridge.txt:47-121",), verdict=VerdictLabel.INSUFFICIENT),
    Flip(kind=FlipKind.THRESHOLD, without=("enough",), verdict=VerdictLabel.SUPPORTED, now=2.5, then=3.500001),
)


def make_weighed() -> Report:
    verdict = make_verdict(flips=FLIPS)
    (part,) = verdict.parts
    weighed = replace(verdict, parts=(replace(part, weighing=WEIGHING), part))
    return make_report(weighed, *(make_verdict(label) for label in VerdictLabel))


@pytest.mark.parametrize("report", [make_weighed(), make_report()], ids=["with verdicts", "empty"])
def test_what_was_read_back_is_written_again_the_same(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text(render_json(report, width=0), encoding="utf-8")
    again = to_report(read_report(path).row)
    assert to_row(again) == to_row(report)
    assert render_json(again, width=0) == path.read_text(encoding="utf-8")


def test_the_nouns_are_those_that_were_written_but_for_what_no_row_holds(tmp_path: Path) -> None:
    report = make_weighed()
    path = tmp_path / "report.json"
    path.write_text(render_json(report, width=0), encoding="utf-8")
    again = to_report(read_report(path).row)
    for mine, other in zip(again.verdicts, report.verdicts, strict=True):
        assert mine.listed == other.listed
        assert (mine.claim, mine.parts, mine.flips) == (other.claim, other.parts, other.flips)
    assert again.coverage == report.coverage
    assert again.documents[0].passages == report.documents[0].passages
