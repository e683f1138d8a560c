"""Corrections retire one passage with certainty, or none, and what they quote as wrong never counts."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from factcheck.config import Settings
from factcheck.errors import FaultsError
from factcheck.model import Basis, Eligibility, Fact, Intake, Judge, VerdictLabel
from factcheck.pipeline.held import hold
from factcheck.pipeline.look import look_at
from factcheck.pipeline.refresh import refresh
from factcheck.pipeline.verify import verify
from factcheck.reading import find_notices, read_document
from factcheck.record.intake import read_folder
from factcheck.render.detail import make_detail
from factcheck.render.look import Look
from factcheck.render.report_json import render_json
from factcheck.values import Span
from tests.bench import make_claim, make_document
from tests.index_records import open_store
from tests.tables import count_faults, read_table

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from factcheck.model import Correction, Document, Report

RULES = Settings(judge=Judge.RULES)
WRONG = "The bridge cost £12m."


def _make(text: str, **changes: object) -> Document:
    facts = {name: Fact(value=str(value), basis=Basis.STATED) for name, value in changes.items() if name != "published"}
    published = str(changes.get("published", "2017-05-04"))
    return replace(make_document(text.replace(" // ", "\n"), published=published), **facts)  # type: ignore[arg-type]


def _at(path: str, document: Document) -> Document:
    return replace(document, path=path)


def _settle(*documents: Document, settings: Settings = RULES) -> tuple[Correction, ...]:
    with look_at(hold(Intake(documents=documents)), settings) as look:
        return look.withdrawn.corrections


def _check(text: str, documents: Iterable[Document]) -> Report:
    return verify([make_claim(text)], hold(Intake(documents=tuple(documents))), RULES)


@pytest.mark.parametrize(("article", "retired", "counted"), read_table("corrections.txt", columns=3))
def test_a_correction_retires_one_passage_or_none(article: str, retired: str, counted: str) -> None:
    document = _make(article)
    notices = find_notices(document)
    gone = {span for notice in notices for span in notice.withdrawn}
    mine = [one for one in read_document(document) if any(notice.span.contains(one.span) for notice in notices)]
    kept = " / ".join(one.text for one in mine if one.span not in gone)
    assert (kept or "-" if notices else "?") == counted
    assert {one.span for one in mine} >= gone
    found = [one.retired_quote for one in _settle(document) if one.retired]
    assert found == ([] if retired == "-" else [retired])


def test_few_rows_are_known_faults() -> None:
    faults, rows = count_faults("corrections.txt")
    assert faults <= rows / 10


POST = "The Post"
ARTICLE = _at(
    "bridge.txt",
    _make(f"{WRONG} // It opened in May.", title="Bridge opens", publisher=POST, published="2017-05-03"),
)
NOTICE = "Correction: {} said that the bridge cost £12m. In fact it cost £10m."


def _print(named: str, **changes: object) -> Document:
    facts = {"publisher": POST, "published": "2017-06-01", **changes}
    return _at("later.txt", _make(NOTICE.format(named), **facts))


@pytest.mark.parametrize(
    "named",
    [
        "our article headlined “Bridge opens”",
        "an article (“Bridge opens”, 3 May 2017)",
        "an article published on 3 May 2017",
        "our report of 3 May",
    ],
)
def test_a_correction_retires_a_passage_of_the_article_that_it_names(named: str) -> None:
    correction = next(one for one in _settle(ARTICLE, _print(named)) if one.retired)
    assert (correction.document, correction.corrects, correction.retired_quote) == ("later.txt", "bridge.txt", WRONG)


def test_an_article_is_named_by_its_address() -> None:
    article = replace(ARTICLE, url=Fact(value="https://www.post.example/bridge/?from=home", basis=Basis.STATED))
    assert any(one.retired for one in _settle(article, _print("an article (https://post.example/bridge)")))


@pytest.mark.parametrize(
    ("named", "changes"),
    [
        ("an article", {}),
        ("our article headlined “Road opens”", {}),
        ("an article published on 4 May 2017", {}),
        ("an article published on 3 May 2017", {"publisher": "The Mail"}),
        ("our article headlined “Bridge opens”", {"publisher": "The Mail"}),
        ("our article headlined “Bridge opens”", {"published": "2016-01-01"}),
        ("an article (https://post.example/road)", {}),
    ],
)
def test_what_is_not_named_with_certainty_is_not_retired_and_that_is_told(named: str, changes: dict[str, str]) -> None:
    (correction,) = _settle(ARTICLE, _print(named, **changes))
    assert not correction.retired
    assert correction.reason


def test_a_day_names_nothing_where_nobody_knows_the_publisher() -> None:
    unknown = replace(ARTICLE, publisher=Fact())
    later = replace(_print("an article published on 3 May 2017"), publisher=Fact())
    assert not any(one.retired for one in _settle(unknown, later))


def test_copies_of_the_article_are_retired_with_it_and_other_articles_change_nothing() -> None:
    later = _print("our article headlined “Bridge opens”")
    copy, other = _at("copy.txt", ARTICLE), _at("road.txt", replace(_make("The road cost £12m."), title=ARTICLE.title))
    alone, among = _settle(ARTICLE, later), _settle(other, later, copy, ARTICLE)
    assert [one.corrects for one in alone] == ["bridge.txt"]
    assert [one.corrects for one in among] == ["bridge.txt", "copy.txt"]
    assert among == _settle(ARTICLE, copy, later, other)
    assert alone[0] in among


def test_what_else_came_out_on_that_day_changes_nothing() -> None:
    later = _print("an article published on 3 May 2017")
    other = _at("road.txt", _make("The road cost £10m.", publisher=POST, published="2017-05-03"))
    assert [one.corrects for one in _settle(ARTICLE, later, other) if one.retired] == ["bridge.txt"]


def test_a_page_of_many_corrections_is_settled_soon() -> None:
    paragraphs = [f"Correction: an article headlined “Bridge {n} opens” said that it cost £12m." for n in range(300)]
    page = _at("page.txt", _make(" // ".join(["It rained.", *paragraphs]), published="2017-06-01"))
    articles = [_at(f"{n}.txt", _make(WRONG, title=f"Bridge {n} opens")) for n in range(300)]
    store = hold(Intake(documents=(page, *articles)))
    begun = time.process_time()
    with look_at(store, RULES) as look:
        assert len(look.withdrawn.corrections) == 300
    assert time.process_time() - begun < 5


def test_the_record_as_it_stood_before_knows_of_no_correction() -> None:
    later = _print("our article headlined “Bridge opens”")
    assert not _settle(ARTICLE, later, settings=RULES.model_copy(update={"as_of": "2017-05-20"}))


def test_a_retired_passage_moves_nothing_and_both_stay_visible() -> None:
    later = _print("our article headlined “Bridge opens”")
    before, after = _check("The bridge cost £12m.", [ARTICLE]), _check("The bridge cost £12m.", [ARTICLE, later])
    assert before.verdicts[0].label is VerdictLabel.SUPPORTED
    verdict = after.verdicts[0]
    assert verdict.label is not VerdictLabel.SUPPORTED
    gone = [one for one in verdict.context if one.eligibility is Eligibility.RETRACTED]
    assert {one.document for one in gone} == {"bridge.txt", "later.txt"}
    retired = next(one for one in gone if one.document == "bridge.txt")
    assert "corrected by later.txt, 2017-06-01" in retired.note
    assert "In fact it cost £10m." in retired.note
    assert any(one.quote == "In fact it cost £10m." for one in verdict.listed if one not in gone)
    assert _check("The bridge cost £10m.", [ARTICLE, later]).verdicts[0].label is VerdictLabel.SUPPORTED


@pytest.mark.parametrize(("article", "retired", "counted"), read_table("corrections.txt", columns=3))
def test_what_a_correction_quotes_as_wrong_never_counts(article: str, retired: str, counted: str) -> None:
    notices = article.replace(f"{WRONG} //", "It rained. //")
    if retired == WRONG and counted != "?":
        assert _check(WRONG, [_make(notices)]).verdicts[0].supporting == ()


def test_nothing_is_withdrawn_from_a_record_without_corrections() -> None:
    assert _settle(ARTICLE) == ()


def test_a_date_of_amendment_is_no_time_that_the_correction_speaks_of() -> None:
    text = "This article was amended on 3 May 2017. It opened. // Correction (4 May 2017): we wrongly said it cost £3m."
    document = _make(text)
    with look_at(hold(Intake(documents=(document,))), RULES) as look:
        opened = next(hit for hit in look.view.list_passages("a.txt") if hit.passage.text == "It opened.")
    assert opened.reading.period is None


def test_the_span_of_a_correction_is_all_of_it() -> None:
    text = "It rained. An earlier version of this article said the bridge cost £12m. It cost £10m."
    (notice,) = find_notices(make_document(text))
    assert notice.span == Span(11, len(text))


STATED: Final = "documents:\n  bridge.txt:\n    corrected:\n      - {by: later.txt, passage: The bridge cost £12m.}\n"


def _write(folder: Path, stated: str = STATED) -> Path:
    texts = {
        "bridge.txt": "Bridge opens\n\n3 May 2017\n\nThe bridge cost £12m. It opened in May, the council said.\n",
        "later.txt": "The cost of the bridge\n\n1 June 2017\n\nThe bridge cost £10m, and no more than that.\n",
        "record.yaml": stated,
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return folder


def test_the_user_states_which_passage_another_document_corrects(tmp_path: Path) -> None:
    (correction,) = _settle(*read_folder(_write(tmp_path)).documents)
    assert (correction.stated, correction.corrects, correction.retired_quote) == (True, "bridge.txt", WRONG)
    assert correction.quote == ""


def test_what_is_stated_is_kept_and_checked_again_with_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "record"
    folder.mkdir()
    store = open_store(tmp_path / "index")
    refresh(store, [_write(folder)])
    with look_at(store, RULES) as look:
        assert [one.retired_quote for one in look.withdrawn.corrections] == [WRONG]
    (folder / "bridge.txt").write_text("Bridge opens\n\n3 May 2017\n\nThe bridge cost £10m.\n", "utf-8")
    with pytest.raises(FaultsError) as caught:
        refresh(store)
    store.close()
    assert "does not stand in bridge.txt" in caught.value.faults[0].message


def test_faults_of_stated_corrections_are_told_all_at_once_with_their_places(tmp_path: Path) -> None:
    stated = (
        "documents:\n  bridge.txt:\n    corrected:\n      - by: latter.txt\n        passage: The bridge cost £13m.\n"
        "  later.txt:\n    corrected:\n      - passage: It opened\n"
    )
    with pytest.raises(FaultsError) as caught:
        read_folder(_write(tmp_path, stated))
    faults = {(fault.line, fault.column): fault for fault in caught.value.faults}
    assert set(faults) == {(4, 9), (5, 9), (8, 9)}
    assert faults[4, 9].message == "there is no document latter.txt"
    assert "later.txt" in faults[4, 9].hint
    assert "does not stand in bridge.txt" in faults[5, 9].message


def test_a_correction_without_words_for_what_was_wrong_needs_the_passage(tmp_path: Path) -> None:
    stated = "documents:\n  bridge.txt:\n    corrected:\n      - by: later.txt\n"
    (correction,) = _settle(*read_folder(_write(tmp_path, stated)).documents)
    assert correction.retired == ()
    assert "state the passage" in correction.reason


def test_what_the_user_states_leads_a_correction_to_its_article(tmp_path: Path) -> None:
    stated = "documents:\n  bridge.txt:\n    corrected:\n      - by: later.txt\n"
    folder = _write(tmp_path, stated)
    (folder / "later.txt").write_text("Corrections\n\n1 June 2017\n\n" + NOTICE.format("we") + "\n", "utf-8")
    found = _settle(*read_folder(folder).documents)
    assert [(one.corrects, one.retired_quote) for one in found] == [("bridge.txt", WRONG)]


@pytest.mark.parametrize(
    "notice",
    [
        "Correction: an earlier version of this article said the bridge cost £12m. In fact it cost £10m.",
        "This article was amended on 3 June 2017 to make clear that the bridge cost £10m, not £12m.",
        "Correction\n\nAn earlier version of this article said the bridge cost £12m. It cost £10m.",
    ],
)
def test_a_correction_at_the_foot_of_a_file_is_read_and_is_no_furniture(tmp_path: Path, notice: str) -> None:
    text = (
        "Bridge opens in Dunmore\n\n3 May 2017\n\nThe bridge cost £12m. The council opened it on Monday, and the first "
        f"cars went over it within the hour.\n\nThe work took two years and nobody lost a job over it.\n\n{notice}\n"
    )
    (tmp_path / "bridge.txt").write_text(text, "utf-8")
    found = _settle(*read_folder(tmp_path).documents)
    assert [one.retired_quote for one in found if one.retired] == [WRONG]


def test_a_page_of_corrections_is_known_by_its_first_line(tmp_path: Path) -> None:
    page = "Corrections and clarifications\n\nThe Post\n\n1 June 2017\n\n{}\n"
    said = "An article headlined “Bridge opens” said that the bridge cost £12m. In fact the bridge cost £10m."
    folder = _write(tmp_path, "documents:\n  bridge.txt: {title: Bridge opens}\n")
    (folder / "later.txt").write_text(page.format(said), "utf-8")
    found = _settle(*read_folder(folder).documents)
    assert [(one.corrects, one.retired_quote) for one in found] == [("bridge.txt", WRONG)]


def test_a_report_tells_what_became_of_every_correction() -> None:
    report = _check(WRONG, [ARTICLE, _print("our article headlined “Bridge opens”"), _print_idle()])
    rows = json.loads(render_json(report, width=0))["corrections"]
    assert [(row["document"], row["corrects"], row["retired_quote"]) for row in rows] == [
        ("idle.txt", "", ""),
        ("later.txt", "bridge.txt", WRONG),
    ]
    assert rows[0]["reason"]
    text = make_detail(Look())(report, width=0)
    assert f"later.txt corrects bridge.txt, where it retires “{WRONG}”" in text
    assert "idle.txt retires nothing: " in text
    assert "withdrawn by a correction" in text


def _print_idle() -> Document:
    return _at("idle.txt", _print("our article headlined “Road opens”"))


def test_where_only_what_was_withdrawn_bears_on_a_claim_the_reason_says_so() -> None:
    verdict = _check(WRONG, [_make(f"{WRONG} // Correction: we wrongly reported that the bridge cost £12m.")]).verdicts[
        0
    ]
    assert (verdict.label, verdict.rule) == (VerdictLabel.INSUFFICIENT, "verdict/retracted-only")
    assert verdict.own_words == ()
    assert {one.eligibility for one in verdict.context} == {Eligibility.RETRACTED}
