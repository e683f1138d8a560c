"""What must hold of any record and any claims, tried on the example record, on two small ones and on the cases."""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from ruamel.yaml import YAML

from factcheck.claims import load_claims
from factcheck.config import Settings
from factcheck.model import Eligibility, Stance, VerdictLabel
from factcheck.names import NameMatch, match_names
from factcheck.pipeline.held import hold
from factcheck.pipeline.verify import verify
from factcheck.record.intake import read_folder
from tests.made_up_records import HARBOUR, HARBOUR_CLAIMS, LAKE, LAKE_CLAIMS, UNRELATED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factcheck.model import Claim, Evidence, Report, Verdict

ROOT = Path(__file__).parent.parent
LONGEST_QUOTE = 600

NEGATED = [
    (
        "Dunmore Council rebuilt the harbour bridge in 2016.",
        "Dunmore Council did not rebuild the harbour bridge in 2016.",
    ),
    ("Ann Lee has signed the new contract.", "Ann Lee has not signed the new contract."),
    ("Marsh Water repaired the north sluice in 2019.", "Marsh Water did not repair the north sluice in 2019."),
    ("Marsh Water was fined £5m in 2019.", "Marsh Water was not fined £5m in 2019."),
    (
        "The Dunmore Harbour Hospital was rated inadequate in 2016.",
        "The Dunmore Harbour Hospital was not rated inadequate in 2016.",
    ),
    ("Tom Hart resigned in May 2017.", "Tom Hart did not resign in May 2017."),
    ("The lake committee is chaired by Ada Dale.", "The lake committee is not chaired by Ada Dale."),
    ("Dunmore Council had a £31m budget gap in 2016.", "Dunmore Council did not have a £31m budget gap in 2016."),
]


CASES = {
    "football": (("Stuart", "Scott"), ("Brannock", "Dravick")),
    "hospital": (("Moira", "Molly"), ("Tranter", "Prenter")),
    "police": (("Graham", "Gareth"), ("Tolland", "Bolland")),
    "water": (("Alison", "Alice"), ("Quennell", "Fennell")),
}
"""The labelled cases, and what their speaker may be called as well."""

_CLAIM_KEYS = ("id", "text", "quote", "speaker", "date", "source", "topics", "about")
_SAYS_SO = re.compile(r"\b(?P<verb>was|were|is|are|has|have|had|will|did|came|took|fell|rose|made)\b")


def _claims_of(name: str) -> str:
    """The claims of a labelled case as a claims file: without what the labels say."""
    yaml = YAML(typ="rt")
    yaml.width = 10_000
    labelled = yaml.load((ROOT / "tests" / "cases" / name / "gold.yaml").read_text("utf-8"))
    claims = [{key: claim[key] for key in _CLAIM_KEYS if key in claim} for claim in labelled["claims"]]
    written = StringIO()
    yaml.dump({"claims": claims}, written)
    return written.getvalue()


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    """By name: the claims file and the folder of the record."""
    found = {"seeds": (ROOT / "claims.yaml", ROOT / "seeds")}
    for name, files, claims in (("harbour", HARBOUR, HARBOUR_CLAIMS), ("lake", LAKE, LAKE_CLAIMS)):
        base = tmp_path_factory.mktemp(name)
        _write(base / "record", files)
        (base / "claims.yaml").write_text(claims, "utf-8")
        found[name] = (base / "claims.yaml", base / "record")
    for name in CASES:
        claims_file = tmp_path_factory.mktemp(name) / "claims.yaml"
        claims_file.write_text(_claims_of(name), "utf-8")
        found[name] = (claims_file, ROOT / "tests" / "cases" / name / "record")
    return found


@pytest.fixture(scope="module", params=["seeds", "harbour", "lake", *CASES])
def case(request: pytest.FixtureRequest, cases: dict[str, tuple[Path, Path]]) -> tuple[Path, Path]:
    return cases[request.param]


def _run(claims: Iterable[Claim], folder: Path, as_of: str | None = None) -> Report:
    return verify(tuple(claims), hold(read_folder(folder)), Settings(as_of=as_of))


@pytest.fixture(scope="module")
def report(case: tuple[Path, Path]) -> Report:
    return _run(load_claims(case[0]), case[1])


def _listed(verdict: Verdict) -> tuple[Evidence, ...]:
    return (*verdict.supporting, *verdict.contradicting, *verdict.own_words, *verdict.context)


def _evidence(report: Report) -> list[Evidence]:
    return [one for verdict in report.verdicts for one in _listed(verdict)]


def _labels(report: Report) -> dict[str, VerdictLabel]:
    return {verdict.claim.id: verdict.label for verdict in report.verdicts}


def test_something_is_found(report: Report) -> None:
    assert _evidence(report)
    assert len({verdict.label for verdict in report.verdicts}) > 1


def test_every_quote_stands_in_its_document(case: tuple[Path, Path], report: Report) -> None:
    texts = {document.path: document.text for document in read_folder(case[1]).documents}
    for one in _evidence(report):
        assert one.span.of(texts[one.document]) == one.quote
        assert 1 <= len(one.quote) <= LONGEST_QUOTE
        assert one.quote == one.quote.strip()


def test_what_counts_is_independent_and_on_its_side(report: Report) -> None:
    for verdict in report.verdicts:
        for stance, side in ((Stance.SUPPORTS, verdict.supporting), (Stance.REFUTES, verdict.contradicting)):
            assert all(one.eligibility is Eligibility.INDEPENDENT and one.stance is stance for one in side)
        assert all(one.eligibility in {Eligibility.OWN_WORDS, Eligibility.ECHO} for one in verdict.own_words)


def test_nothing_that_counts_is_by_the_claims_speaker(report: Report) -> None:
    for verdict in report.verdicts:
        for one in (*verdict.supporting, *verdict.contradicting):
            if verdict.claim.speaker and one.speaker:
                assert match_names(one.speaker, verdict.claim.speaker) is NameMatch.DIFFERENT


def test_a_score_is_the_sum_of_its_weights(report: Report) -> None:
    for one in _evidence(report):
        assert one.score == pytest.approx(sum(weight.value for weight in one.weights))
        assert all(weight.name and weight.level for weight in one.weights)


def test_a_margin_is_the_sum_of_the_parts(report: Report) -> None:
    for verdict in report.verdicts:
        assert verdict.margin == pytest.approx(sum(part.margin for part in verdict.parts), abs=1e-3)


def test_claims_in_another_order_get_the_same_verdicts(case: tuple[Path, Path], report: Report) -> None:
    claims = list(load_claims(case[0]))
    random.Random(7).shuffle(claims)
    shuffled = {verdict.claim.id: verdict for verdict in _run(claims, case[1]).verdicts}
    assert shuffled == {verdict.claim.id: verdict for verdict in report.verdicts}


def test_a_claim_alone_gets_what_it_gets_among_others(case: tuple[Path, Path], report: Report) -> None:
    for claim, among in list(zip(load_claims(case[0]), report.verdicts, strict=True))[::5]:
        assert _run([claim], case[1]).verdicts == (among,)


def test_without_its_speaker_a_third_person_claim_changes_eligibility_alone(
    cases: dict[str, tuple[Path, Path]],
) -> None:
    for name in ("harbour", "lake"):
        claims = [claim for claim in load_claims(cases[name][0]) if not claim.text.startswith(("We", "I "))]
        with_speaker = _run(claims, cases[name][1])
        without = _run([replace(claim, speaker=None) for claim in claims], cases[name][1])
        for one, other in zip(with_speaker.verdicts, without.verdicts, strict=True):
            judged = {(two.document, two.span): (two.stance, two.score, two.rule) for two in _listed(other)}
            mine = {(two.document, two.span): (two.stance, two.score, two.rule) for two in _listed(one)}
            shared = judged.keys() & mine.keys()
            assert {key: judged[key] for key in shared} == {key: mine[key] for key in shared}
            assert other.own_words == ()


def _with(folder: Path, target: Path, files: Mapping[str, str]) -> Path:
    for path in folder.rglob("*.*"):
        copy = target / path.relative_to(folder)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    _write(target, files)
    return target


def test_a_document_about_something_else_changes_no_verdict(
    case: tuple[Path, Path], report: Report, tmp_path: Path
) -> None:
    more = _run(load_claims(case[0]), _with(case[1], tmp_path / "record", {"zz.txt": UNRELATED, "aa.txt": UNRELATED}))
    assert _labels(more) == _labels(report)
    assert [verdict.margin for verdict in more.verdicts] == [verdict.margin for verdict in report.verdicts]


def test_a_copy_of_a_document_changes_no_verdict(case: tuple[Path, Path], report: Report, tmp_path: Path) -> None:
    for document in read_folder(case[1]).documents:
        copies = {"zz copy.txt": document.text, "00 copy.txt": document.text}
        folder = _with(case[1], tmp_path / document.sha256, {})
        for name, text in copies.items():
            (folder / name).write_bytes(text.encode())
        again = _run(load_claims(case[0]), folder)
        assert _labels(again) == _labels(report), document.path


def test_copies_of_a_short_sentence_are_one_origin(cases: dict[str, tuple[Path, Path]], tmp_path: Path) -> None:
    fine = [claim for claim in load_claims(cases["lake"][0]) if claim.id == "fine"]
    short = "Marsh Water was fined £5m in 2019.\n"
    margins = set()
    for copies in (1, 3):
        _write(tmp_path / str(copies), {f"{number}.txt": short for number in range(copies)})
        margins.add(_run(fine, tmp_path / str(copies)).verdicts[0].margin)
    assert len(margins) == 1


def _renamed(text: str, renamings: Iterable[tuple[str, str]]) -> str:
    for old, new in renamings:
        text = text.replace(old, new).replace(old.upper(), new.upper()).replace(old.lower(), new.lower())
    return text


@pytest.mark.parametrize("name", list(CASES))
def test_renaming_the_speaker_of_a_case_changes_no_verdict(
    name: str, cases: dict[str, tuple[Path, Path]], tmp_path: Path
) -> None:
    claims, folder = cases[name]
    before = _run(load_claims(claims), folder)
    for path in folder.rglob("*.*"):
        _write(
            tmp_path / "record", {path.relative_to(folder).as_posix(): _renamed(path.read_text("utf-8"), CASES[name])}
        )
    (tmp_path / "claims.yaml").write_text(_renamed(claims.read_text("utf-8"), CASES[name]), "utf-8")
    after = _run(load_claims(tmp_path / "claims.yaml"), tmp_path / "record")
    assert [(one.label, one.rule) for one in after.verdicts] == [(one.label, one.rule) for one in before.verdicts]


def test_no_claim_of_a_case_is_supported_together_with_its_negation(case: tuple[Path, Path]) -> None:
    claims = [claim for claim in load_claims(case[0]) if _SAYS_SO.search(claim.text)]
    denied = [
        replace(claim, id=f"not-{claim.id}", quote=None, text=_SAYS_SO.sub(_deny, claim.text, count=1))
        for claim in claims
    ]
    labels = _labels(_run([*claims, *denied], case[1]))
    both = {VerdictLabel.SUPPORTED}
    assert denied
    assert not [claim.id for claim in claims if {labels[claim.id], labels[f"not-{claim.id}"]} == both]


def _deny_first(text: str) -> str:
    return _SAYS_SO.sub(_deny, text, count=1)


def _deny(match: re.Match[str]) -> str:
    verb = match["verb"]
    full = {"came": "did not come", "took": "did not take", "fell": "did not fall", "rose": "did not rise"}
    return full.get(verb) or ("did not make" if verb == "made" else f"{verb} not")


@pytest.mark.parametrize("name", ["harbour", "lake"])
def test_renaming_the_speaker_changes_nothing_but_the_name(name: str, tmp_path: Path) -> None:
    files, claims, renamings = {
        "harbour": (HARBOUR, HARBOUR_CLAIMS, (("Ann", "Eva"), ("Lee", "Fry"))),
        "lake": (LAKE, LAKE_CLAIMS, (("Ben", "Tim"), ("Quill", "Drake"))),
    }[name]

    def rename(text: str) -> str:
        for old, new in renamings:
            text = text.replace(old, new)
        return text

    folders = [tmp_path / "as-is", tmp_path / "renamed"]
    _write(folders[0], {**files, "../as-is.yaml": claims})
    _write(folders[1], {**{path: rename(text) for path, text in files.items()}, "../renamed.yaml": rename(claims)})
    one, other = (_run(load_claims(tmp_path / f"{folder.name}.yaml"), folder) for folder in folders)
    for mine, theirs in zip(one.verdicts, other.verdicts, strict=True):
        assert (mine.label, mine.rule, mine.margin) == (theirs.label, theirs.rule, theirs.margin)
        assert [rename(two.quote) for two in _listed(mine)] == [two.quote for two in _listed(theirs)]
        assert [rename(two.speaker or "") for two in _listed(mine)] == [two.speaker or "" for two in _listed(theirs)]


@pytest.mark.parametrize(("claim", "negation"), NEGATED)
def test_a_claim_and_its_negation_are_never_both_supported(
    claim: str, negation: str, cases: dict[str, tuple[Path, Path]]
) -> None:
    base = load_claims(cases["harbour"][0])[0]
    pair = [replace(base, id=f"c{n}", text=text, source=None, quote=None) for n, text in enumerate((claim, negation))]
    for name in ("harbour", "lake"):
        labels = list(_labels(_run([replace(one, speaker=None) for one in pair], cases[name][1])).values())
        assert labels != [VerdictLabel.SUPPORTED, VerdictLabel.SUPPORTED]
        assert labels != [VerdictLabel.CONTRADICTED, VerdictLabel.CONTRADICTED]


def test_as_of_leaves_later_documents_out_and_says_so(cases: dict[str, tuple[Path, Path]]) -> None:
    claims, folder = cases["harbour"]
    report = _run(load_claims(claims), folder, as_of="2018-03-03")
    assert [document.path for document in report.documents] == ["blog.txt", "report.txt"]
    assert [one.path for one in report.skipped] == ["post.txt"]
    assert "2018-06-14" in report.skipped[0].reason
    assert {one.document for one in _evidence(report)} <= {"blog.txt", "report.txt"}
    assert str(report.as_of) == "2018-03-03"


ENVIRONMENTS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "424242", "TZ": "America/St_Johns", "LC_ALL": "POSIX"},
)


def test_two_runs_print_the_same_bytes(case: tuple[Path, Path], tmp_path: Path) -> None:
    printed = set()
    for number, environment in enumerate(ENVIRONMENTS):
        folder = tmp_path / str(number) / "record"
        paths = sorted(path for path in case[1].rglob("*") if path.is_file())
        random.Random(number).shuffle(paths)
        for path in paths:
            copy = folder / path.relative_to(case[1])
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
        (folder.parent / "claims.yaml").write_bytes(case[0].read_bytes())
        run = subprocess.run(
            [sys.executable, "-m", "factcheck", "verify", "claims.yaml", "--record", "record", "--format", "json"],
            cwd=folder.parent,
            env={**os.environ, **environment, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        )
        assert json.loads(run.stdout)["verdicts"]
        printed.add(run.stdout)
    assert len(printed) == 1
