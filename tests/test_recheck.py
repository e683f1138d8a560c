"""A report rechecked: it holds as it was written, and no alteration of it or of its documents goes unseen."""

from __future__ import annotations

import json
import random
import shutil
from typing import TYPE_CHECKING, Any, Final

import pytest

from factcheck.cli import run
from factcheck.errors import FactcheckError, InputError
from factcheck.model import Stance
from factcheck.recheck import recheck
from factcheck.recheck.file import check_file
from factcheck.recheck.run import ANEW
from factcheck.report.json_text import write_json
from factcheck.report.reading import read_report
from factcheck.report.seal import seal
from factcheck.stance import RULES
from tests.index_records import write_claims, write_texts
from tests.made_up_records import HARBOUR

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factcheck.model.recheck import Discrepancy, Rechecked

Content = Any
"""A report as JSON, which the tests alter at any place."""

GAP, TRUE_GAP, REBUILT, RATING, FIRST_PERSON = range(5)
"""Places of claims in the report: contradicted, supported, supported, contradicted, and said word for word."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a record and a report on it."""
    folder = tmp_path_factory.mktemp("recheck")
    write_texts(folder / "record", HARBOUR)
    claims = write_claims(folder)
    assert run(["verify", str(claims), *_at(folder), "--format", "json", "--output", str(folder / "report.json")]) == 0
    return folder


def _at(folder: Path) -> list[str]:
    return ["--record", str(folder / "record")]


def look(report: Path, record: Path) -> Rechecked:
    return recheck(read_report(report), [record])


def alter(place: Path, folder: Path, change: Callable[[Content], object], *, forged: bool) -> list[Discrepancy]:
    """Recheck a report that was altered; a forger works out the digest anew."""
    content = json.loads((place / "report.json").read_text("utf-8"))
    change(content)
    altered = folder / "altered.json"
    altered.write_text(write_json(seal(content) if forged else content), "utf-8")
    return list(look(altered, place / "record").discrepancies)


def swap(row: Content, one: str, other: str) -> None:
    row[one], row[other] = row[other], row[one]


def reweigh(row: Content) -> None:
    """Raise a weight, and all that rests on it."""
    for some in [*row["supporting"], *row["contradicting"]]:
        some["weights"][0]["value"] += 1
        some["score"] += 1


def set_last(text: str, letter: str) -> str:
    return text[:-1] + letter


ALTERATIONS: Final[dict[str, tuple[Callable[[Content], object], str]]] = {
    "a character of a quote": (
        lambda r: r["verdicts"][REBUILT]["supporting"][0].update(
            quote=r["verdicts"][REBUILT]["supporting"][0]["quote"].replace("2016", "2015")
        ),
        "verdicts[2].supporting[0].quote",
    ),
    "an offset": (
        lambda r: r["verdicts"][REBUILT]["supporting"][0].update(start=31),
        "verdicts[2].supporting[0].end",
    ),
    "both offsets": (
        lambda r: r["verdicts"][REBUILT]["supporting"][0].update(start=40, end=115),
        "verdicts[2].supporting[0].start",
    ),
    "an offset far behind the end": (
        lambda r: r["verdicts"][REBUILT]["supporting"][0].update(start=10**9, end=10**9 + 75),
        "verdicts[2].supporting[0].start",
    ),
    "a stance": (
        lambda r: r["verdicts"][REBUILT]["supporting"][0].update(stance="refutes"),
        "verdicts[2].supporting[0].stance",
    ),
    "a weight": (
        lambda r: r["verdicts"][REBUILT]["supporting"][0]["weights"][0].update(value=9.0),
        "verdicts[2].supporting[0].score",
    ),
    "a weight and its sum": (lambda r: reweigh(r["verdicts"][REBUILT]), "verdicts[2].supporting[0].weights[0].value"),
    "the level of a weight": (
        lambda r: r["verdicts"][REBUILT]["supporting"][0]["weights"][0].update(level="splendid"),
        "verdicts[2].supporting[0].weights[0].value",
    ),
    "a weight left out": (
        lambda r: r["verdicts"][REBUILT]["supporting"][0].update(weights=[], score=0.0),
        "verdicts[2].supporting[0].weights",
    ),
    "an eligibility": (
        lambda r: r["verdicts"][REBUILT]["supporting"][0].update(eligibility="own_words"),
        "verdicts[2].supporting[0]",
    ),
    "own words made independent": (
        lambda r: r["verdicts"][TRUE_GAP]["own_words"][0].update(eligibility="independent"),
        "verdicts[1].own_words[0]",
    ),
    "the rule of a quote": (
        lambda r: r["verdicts"][REBUILT]["supporting"][0].update(rule="topic/guessed"),
        "verdicts[2].supporting[0].rule",
    ),
    "the origin of a quote": (
        lambda r: r["verdicts"][REBUILT]["supporting"][0].update(origin="elsewhere.txt"),
        "verdicts[2].supporting[0].origin",
    ),
    "the gate of a quote": (
        lambda r: r["verdicts"][REBUILT]["context"][0].update(gate=""),
        "verdicts[2].context[0].gate",
    ),
    "the part of a quote": (
        lambda r: r["verdicts"][REBUILT]["supporting"][0].update(part=3),
        "verdicts[2].supporting[0].part",
    ),
    "a quote dropped": (lambda r: r["verdicts"][REBUILT]["supporting"].pop(), "verdicts[2].verdict"),
    "one of two quotes dropped": (lambda r: r["verdicts"][GAP]["contradicting"].pop(), "verdicts[0].margin"),
    "a quote added": (
        lambda r: r["verdicts"][RATING]["supporting"].append(r["verdicts"][REBUILT]["supporting"][0]),
        "verdicts[3].margin",
    ),
    "a quote listed twice": (
        lambda r: r["verdicts"][REBUILT]["context"].append(r["verdicts"][REBUILT]["context"][0]),
        "verdicts[2].context[1]",
    ),
    "two lists swapped": (
        lambda r: swap(r["verdicts"][GAP], "supporting", "contradicting"),
        "verdicts[0].supporting[0]",
    ),
    "a quote in another list": (
        lambda r: r["verdicts"][GAP]["context"].append(r["verdicts"][GAP]["own_words"].pop()),
        "verdicts[0].context[1]",
    ),
    "the order of a list": (lambda r: r["verdicts"][GAP]["contradicting"].reverse(), "verdicts[0].contradicting"),
    "the prefix of a quote": (
        lambda r: r["verdicts"][REBUILT]["supporting"][0].update(prefix="It is not so that "),
        "verdicts[2].supporting[0].prefix",
    ),
    "the suffix of a quote": (
        lambda r: r["verdicts"][REBUILT]["supporting"][0].update(
            suffix=set_last(r["verdicts"][REBUILT]["supporting"][0]["suffix"], "!")
        ),
        "verdicts[2].supporting[0].suffix",
    ),
    "who says a quote": (
        lambda r: r["verdicts"][REBUILT]["supporting"][0].update(speaker="Tom Hart"),
        "verdicts[2].supporting[0].speaker",
    ),
    "the date of a quote": (
        lambda r: r["verdicts"][REBUILT]["supporting"][0].update(published="2015-06-14"),
        "verdicts[2].supporting[0].published",
    ),
    "a date that is none": (
        lambda r: r["verdicts"][REBUILT]["supporting"][0].update(about="2016-13"),
        "verdicts[2].supporting[0]",
    ),
    "the page of a quote": (
        lambda r: r["verdicts"][REBUILT]["supporting"][0].update(page=3),
        "verdicts[2].supporting[0].page",
    ),
    "the document of a quote": (
        lambda r: r["verdicts"][REBUILT]["supporting"][0].update(document="../secret.txt"),
        "verdicts[2].supporting[0].document",
    ),
    "a verdict": (lambda r: r["verdicts"][GAP].update(verdict="supported"), "verdicts[0].verdict"),
    "a margin": (lambda r: r["verdicts"][GAP].update(margin=-11.5), "verdicts[0].margin"),
    "what is fragile": (lambda r: r["verdicts"][REBUILT].update(fragile=False), "verdicts[2].fragile"),
    "a flip": (lambda r: r["verdicts"][REBUILT]["flips"].pop(0), "verdicts[2].flips[0].kind"),
    "a rule": (lambda r: r["verdicts"][GAP].update(rule="verdict/supported"), "verdicts[0].rule"),
    "a reason": (
        lambda r: r["verdicts"][GAP].update(reason=r["verdicts"][GAP]["reason"].replace("otherwise", "so")),
        "verdicts[0].reason",
    ),
    "the verdict on a part": (
        lambda r: r["verdicts"][GAP]["parts"][0].update(verdict="supported"),
        "verdicts[0].parts[0].verdict",
    ),
    "the words of a part": (
        lambda r: r["verdicts"][GAP]["parts"][0].update(part="Dunmore had no gap."),
        "verdicts[0].parts[0].part",
    ),
    "a part left out": (lambda r: r["verdicts"][GAP].update(parts=[]), "verdicts[0].parts"),
    "a claim's text": (
        lambda r: r["verdicts"][GAP]["claim"].update(text="Dunmore Council had a £9m budget gap in 2017."),
        "verdicts[0].said",
    ),
    "a claim's text that no document has": (
        lambda r: r["verdicts"][REBUILT]["claim"].update(text=r["verdicts"][REBUILT]["claim"]["text"] + " Twice."),
        "report_id",
    ),
    "a claim's date": (lambda r: r["verdicts"][GAP]["claim"].update(date="2018-02-01"), "report_id"),
    "a claim's speaker": (lambda r: r["verdicts"][GAP]["claim"].update(speaker="Tom Hart"), "report_id"),
    "a claim's id given twice": (lambda r: r["verdicts"][GAP]["claim"].update(id="rebuilt"), "verdicts"),
    "whether it was said": (lambda r: r["verdicts"][FIRST_PERSON].update(said="altered"), "verdicts[4].said"),
    "a verdict left out": (lambda r: r["verdicts"].pop(), "coverage.claims"),
    "a document's hash": (lambda r: r["record"][1].update(sha256="0" * 64), "record[1].sha256"),
    "the hash of a document's text": (lambda r: r["record"][1].update(text_sha256="0" * 64), "record[1].text_sha256"),
    "a document's date": (lambda r: r["record"][1].update(published="2015-06-14"), "record[1].published"),
    "a document's publisher": (lambda r: r["record"][1].update(publisher="The Marsh Herald"), "record[1].publisher"),
    "a document's passages": (lambda r: r["record"][1].update(passages=70), "record[1].passages"),
    "a document left out": (lambda r: r["record"].pop(0), "record"),
    "a document that is not there": (
        lambda r: r["record"].append({**r["record"][2], "path": "witness.txt"}),
        "record[3]",
    ),
    "the order of the documents": (lambda r: r["record"].reverse(), "record"),
    "what was skipped": (lambda r: r["skipped"].append({"path": "scan.tiff", "reason": "no reader"}), "skipped[0]"),
    "a count of what is listed": (lambda r: r["coverage"].update(passages=18), "coverage.passages"),
    "a count of what is not listed": (lambda r: r["coverage"].update(sections=30), "coverage.sections"),
    "a list of candidates cut": (lambda r: r["verdicts"][GAP].update(candidates_cut=True), "coverage.candidates_cut"),
    "the config": (lambda r: r["config"].update(candidates="4000"), "report_id"),
    "a setting left out": (lambda r: r["config"].pop("candidates"), "config.candidates"),
    "a config that no run has": (lambda r: r["config"].update(mood="fine"), "config"),
    "the publishers asked for": (lambda r: r["config"].update(publishers="The Marsh Herald"), "config"),
    "a period asked for": (lambda r: r["config"].update(since="2018-03-01"), "record[0]"),
    "the day": (lambda r: r.update(as_of="2019-01-01"), "as_of"),
    "the id": (lambda r: r.update(report_id="0" * 16), "report_id"),
    "an id that is none": (lambda r: r.update(report_id="the first"), "report_id"),
    "the limits": (lambda r: r.update(limits=["None."]), "limits"),
    "a field more": (lambda r: r["verdicts"][GAP].update(approved_by="Ann Lee"), "verdicts[0].approved_by"),
    "a number as text": (lambda r: r["verdicts"][GAP].update(margin="-12.0"), "verdicts[0].margin"),
}
"""What is altered, and the field that tells it where the digest was worked out anew."""


def test_a_report_holds_as_it_was_written(place: Path) -> None:
    found = look(place / "report.json", place / "record")
    assert found.discrepancies == ()
    assert (found.documents, found.quotes, found.verdicts) == (3, 21, 8)
    assert len(found.notes) == 1


@pytest.mark.parametrize("name", ALTERATIONS)
def test_an_alteration_shows_though_the_digest_was_worked_out_anew(place: Path, tmp_path: Path, name: str) -> None:
    change, field = ALTERATIONS[name]
    told = alter(place, tmp_path, change, forged=True)
    assert field in [one.field for one in told]
    assert "digest" not in [one.field for one in told]


def test_any_alteration_of_content_shows_by_the_digest(place: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    for change, _ in ALTERATIONS.values():
        content = json.loads((place / "report.json").read_text("utf-8"))
        change(content)
        report.write_text(write_json(content), "utf-8")
        assert "digest" in [one.field for one in check_file(read_report(report))]


def test_all_that_differs_is_listed(place: Path, tmp_path: Path) -> None:
    def change(report: Content) -> None:
        report["verdicts"][GAP].update(margin=1.0, rule="verdict/supported")
        report["verdicts"][RATING].update(verdict="supported")

    told = alter(place, tmp_path, change, forged=True)
    assert [(one.claim, one.field, one.stands, one.found) for one in told] == [
        ("gap", "verdicts[0].rule", "verdict/supported", "verdict/contradicted"),
        ("gap", "verdicts[0].margin", "1.0", "-12.0"),
        ("rating", "verdicts[3].verdict", "supported", "contradicted"),
    ]


# --- the file, byte for byte -------------------------------------------------------------------------


def relay(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


LAYOUTS: Final[dict[str, tuple[Callable[[str], str], str]]] = {
    "a digit of the digest": (lambda text: relay(text, '"digest": "', '"digest": "0'), "the digest is not that"),
    "a space more": (lambda text: relay(text, '"config": ', '"config":  '), "line 3 is the first"),
    "an empty line": (lambda text: relay(text, "{\n", "{\n\n"), "line 2 is the first"),
    "an end without a line end": (lambda text: text[:-1], "is the first"),
    "an end with two": (lambda text: f"{text}\n", "is the first"),
    "one line end of another sort": (lambda text: relay(text, "\n", "\r\n"), "line 1 is the first"),
    "other keys first": (
        lambda text: json.dumps(dict(reversed(json.loads(text).items())), indent=2, ensure_ascii=False) + "\n",
        "line 2 is the first",
    ),
    "no line ends": (lambda text: json.dumps(json.loads(text)), "line 1 is the first"),
    "a letter as an escape": (lambda text: relay(text, '"gap"', '"g\\u0061p"'), "is the first"),
    "a number in another form": (lambda text: relay(text, '"margin": -12.0', '"margin": -1.2e1'), "is the first"),
    "a key twice": (
        lambda text: relay(text, '"tool": {', '"tool": {\n    "version": "9",'),
        "the name “version” stands twice",
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_byte_of_the_file_is_as_it_was_written(place: Path, tmp_path: Path, name: str) -> None:
    change, told = LAYOUTS[name]
    report = tmp_path / "report.json"
    report.write_bytes(change((place / "report.json").read_text("utf-8")).encode())
    assert any(told in one.told for one in check_file(read_report(report)))


def test_no_character_can_be_altered_unseen(place: Path, tmp_path: Path) -> None:
    text = (place / "report.json").read_text("utf-8")
    report = tmp_path / "report.json"
    drawn = random.Random(8)
    for where in drawn.sample(range(len(text)), 120):
        other = drawn.choice([one for one in ' \n"0a,-}é' if one != text[where]])
        report.write_bytes((text[:where] + other + text[where + 1 :]).encode())
        try:
            assert list(check_file(read_report(report)))
        except FactcheckError as error:
            assert error.exit_code == 2  # noqa: PT017 - either is an answer: it differs, or it is no report


def test_lines_that_all_end_in_crlf_are_read_and_told(place: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    report.write_bytes((place / "report.json").read_bytes().replace(b"\n", b"\r\n"))
    found = look(report, place / "record")
    assert found.holds
    assert found.notes[0].startswith("The lines of the file end in CRLF")


# --- the documents -----------------------------------------------------------------------------------


@pytest.fixture
def copied(place: Path, tmp_path: Path) -> Path:
    """Return a copy of the record in a place of its own."""
    return shutil.copytree(place / "record", tmp_path / "elsewhere", copy_function=shutil.copyfile)


def test_a_document_that_was_changed_is_told_once_with_what_rests_on_it(place: Path, copied: Path) -> None:
    post = copied / "post.txt"
    post.write_text(post.read_text("utf-8").replace("in two years", "in ten years"), "utf-8")
    found = look(place / "report.json", copied)
    (one,) = found.discrepancies
    assert (one.document, one.field, found.documents) == ("post.txt", "record[1].sha256", 2)
    assert one.told == "the document has other bytes; 13 of the 14 quotes from it stand there as before"
    assert set(one.rests) >= {"gap", "rebuilt", "first-person", "left-hart"}
    assert "rating" not in one.rests


def test_a_document_that_is_gone_is_told_once(place: Path, copied: Path) -> None:
    (copied / "report.txt").unlink()
    (one,) = look(place / "report.json", copied).discrepancies
    assert (one.document, one.told) == ("report.txt", "the document is missing")
    assert set(one.rests) == {"gap", "true-gap", "rating", "left", "left-hart"}


def test_a_document_that_cannot_be_read_any_more_says_why(place: Path, copied: Path) -> None:
    (copied / "report.txt").write_bytes(b"\0\0\0")
    told = look(place / "report.json", copied).discrepancies
    assert told[0].told == "the document cannot be read now: binary file (it holds NUL bytes)"


def test_other_bytes_of_the_same_text_are_told_as_such(place: Path, copied: Path) -> None:
    blog = copied / "blog.txt"
    blog.write_bytes(b"\xef\xbb\xbf" + blog.read_bytes())
    (one,) = look(place / "report.json", copied).discrepancies
    assert one.told == "the document has other bytes, and the same text is read from them"


def test_a_document_that_the_report_does_not_know_is_told(place: Path, copied: Path) -> None:
    (copied / "extra.txt").write_text("Marsh Weekly\n\n1 May 2018\n\nThe Marsh Bridge was painted red.\n", "utf-8")
    (one,) = look(place / "report.json", copied).discrepancies
    assert (one.document, one.told) == ("extra.txt", "the record has a document that the report does not list")


def test_what_is_stated_of_a_document_now_is_told(place: Path, copied: Path) -> None:
    stated = "documents:\n  post.txt:\n    publisher: The Marsh Herald\n  gone.txt:\n    title: Gone\n"
    (copied / "record.yaml").write_text(stated, "utf-8")
    told = look(place / "report.json", copied).discrepancies
    assert told[0].told == "record.yaml:4:3: there is no document gone.txt"
    assert ("record[1].publisher", "null", "The Marsh Herald") in [(one.field, one.stands, one.found) for one in told]


def test_archives_tables_and_what_is_stated_are_read_again(tmp_path: Path) -> None:
    record = write_texts(tmp_path / "record", {"report.txt": HARBOUR["report.txt"]})
    table = 'Day,Words\n14 June 2018,"Tom Hart, the council leader, resigned in May 2017."\n'
    write_texts(tmp_path / "packed", {"post.txt": HARBOUR["post.txt"], "minutes.csv": table})
    shutil.make_archive(str(record / "old"), "zip", tmp_path / "packed")
    (record / "broken.pdf").write_bytes(b"no pdf")
    columns = "columns: {text: Words, date: Day}"
    people = "people:\n  - name: Ann Lee\n    roles: [{role: chair, body: Dunmore Harbour Board, from: 2014}]\n"
    stated = f"documents:\n  old.zip/minutes.csv: {{{columns}, title: Minutes}}\n{people}"
    (record / "record.yaml").write_text(stated, "utf-8")
    report = tmp_path / "report.json"
    options = ["--record", str(record), "--until", "2018-12", "--format", "json", "--output", str(report)]
    assert run(["verify", str(write_claims(tmp_path)), *options]) == 0
    assert [row.path for row in read_report(report).row.record] == [
        "old.zip/minutes.csv",
        "old.zip/post.txt",
        "report.txt",
    ]
    assert look(report, record).discrepancies == ()
    (tmp_path / "packed" / "minutes.csv").write_text(table.replace("May", "March"), "utf-8")
    shutil.make_archive(str(record / "old"), "zip", tmp_path / "packed")
    (one,) = look(report, record).discrepancies
    assert one.document == "old.zip/minutes.csv"
    assert "left-hart" in one.rests


def test_a_part_of_a_record_is_taken_in_again_as_it_was(place: Path, copied: Path, tmp_path: Path) -> None:
    stated = "documents:\n  post.txt: {publisher: 'Lee, Hart and Daughters'}\n  report.txt: {publisher: Audit Office}\n"
    (copied / "record.yaml").write_text(stated, "utf-8")
    report = tmp_path / "report.json"
    asked = ["--publisher", "lee, hart and daughters", "--publisher", "Audit Office", "--as-of", "2018-06-14"]
    written = ["--format", "json", "--output", str(report), "--disable", "topic/restates"]
    assert run(["verify", str(place / "claims.yaml"), "--record", str(copied), *asked, *written]) == 0
    found = look(report, copied)
    assert (found.discrepancies, found.documents) == ((), 2)


# --- what no report can show by itself ---------------------------------------------------------------


def forget_a_side(report: Content) -> None:
    """Forge a report so that it is of one piece: a quote is left out that nothing else tells of."""
    report["verdicts"][TRUE_GAP]["own_words"].pop()


def test_what_a_forger_can_leave_out_unseen_shows_where_claims_are_checked_anew(place: Path, tmp_path: Path) -> None:
    assert alter(place, tmp_path, forget_a_side, forged=True) == []
    forged = read_report(tmp_path / "altered.json")
    found = recheck(forged, [place / "record"], anew=True)
    assert {one.claim for one in found.discrepancies} == {"true-gap"}
    assert found.discrepancies[0].field.startswith("verdicts[1].own_words[1]")


def test_a_report_comes_out_the_same_anew(place: Path) -> None:
    found = recheck(read_report(place / "report.json"), [place / "record"], anew=True)
    assert (found.discrepancies, found.notes) == ((), (ANEW,))


def test_only_the_version_that_wrote_a_report_checks_it_anew(place: Path, tmp_path: Path) -> None:
    alter(place, tmp_path, lambda report: report["tool"].update(version="0.0.9"), forged=True)
    with pytest.raises(InputError, match=r"factcheck 0\.0\.9 wrote the report"):
        recheck(read_report(tmp_path / "altered.json"), [place / "record"], anew=True)


# --- what cannot be looked at ------------------------------------------------------------------------


def test_a_report_of_another_version_is_rechecked_as_far_as_it_goes(place: Path, tmp_path: Path) -> None:
    def change(report: Content) -> None:
        report["tool"]["version"] = "0.0.9"
        report["schema"] = "factcheck.report/1.4"
        report["weather"] = "fine"

    content = json.loads((place / "report.json").read_text("utf-8"))
    change(content)
    report = tmp_path / "report.json"
    report.write_text(write_json(seal(content)), "utf-8")
    found = look(report, place / "record")
    assert found.discrepancies == ()
    assert found.notes[0].startswith("The report was written by factcheck 0.0.9")
    assert found.notes[1] == "Fields of a later version were not looked at: weather."


def test_words_of_ones_own_are_asked_for(place: Path, tmp_path: Path) -> None:
    told = alter(place, tmp_path, lambda report: report["config"].update(lexicon="a" * 64), forged=True)
    assert told == []
    found = look(tmp_path / "altered.json", place / "record")
    assert found.notes[0].startswith("The report was made with other words")


def test_each_rule_gives_one_stance_as_its_examples_show() -> None:
    given = {rule.name: {one.stance for one in rule.examples} - {Stance.NEUTRAL} for rule in RULES}
    assert {name: len(stances) for name, stances in given.items()} == dict.fromkeys(given, 1)
