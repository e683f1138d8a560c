"""Lexicon files of a user: what they add is read, what is faulty is refused, and nothing of them stays behind."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from click.testing import CliRunner

from factcheck.cli import cli
from factcheck.config import Settings
from factcheck.errors import FaultsError, InputError
from factcheck.glossary import load_glossaries, read_example, use_glossaries
from factcheck.glossary.schema import SECTIONS, Steady
from factcheck.lexicon import STEADY, load_lexicon
from factcheck.pipeline.held import hold
from factcheck.pipeline.verify import verify
from factcheck.record.intake import read_folder
from factcheck.render.lines import UNLIMITED
from factcheck.render.report_json import render_json
from tests.bench import make_claim, read_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.model import Report

ROOT: Final = Path(__file__).parent.parent

OWN: Final = """\
scales:
  - name: beach-flag
    about: flags that a harbour board flies over its beaches
    bears: [thing]
    steady: day
    cues: [flag]
    levels: [{grade: red, forms: [red]}, {grade: amber, forms: [amber]}, {grade: green, free: [green flag]}]
    ranges: [{grade: warning, worst: red, best: amber, free: [warning flag]}]
    examples:
      - {text: A red flag flew over the beach., reads: red}
      - {text: A warning flag flew over the beach., reads: red..amber}
      - {text: The red boat sank., reads: ""}
roles:
  - name: harbour master
    forms: [harbour master, harbourmaster]
    single: true
    examples: [{text: Ann Lee is the harbour master of Dunmore., reads: Ann Lee}]
  - name: chair
    forms: [convener]
    single: true
    examples: [{text: Ann Lee is the convener of Dunmore Council., reads: Ann Lee}]
titles:
  - {name: bosun, pronoun: he, examples: [{text: They thanked Bosun Hart., reads: Hart}]}
bodies:
  - {name: conservators, examples: [{text: The Marsh Conservators met in May., reads: Marsh Conservators}]}
  - {name: byelaw, what: thing, examples: [{text: The Marsh Byelaw stands., reads: Marsh Byelaw}]}
synonyms:
  - {name: dredge, words: [dredge, dredged, desilted], examples: [{text: They desilted it., reads: desilted}]}
  - {name: silt, words: [silted up], examples: [{text: The channel silted up., reads: silted up}]}
  - {name: leave, words: [weighed anchor], examples: [{text: Ann Lee weighed anchor., reads: weighed anchor}]}
opposites:
  - {name: dredge, opposite: silt, examples: [{text: It was dredged in 2016., reads: It silted up in 2016.}]}
events:
  - name: berth
    words: [berth, berthed, tied up]
    happens: [person]
    single: false
    examples: [{text: Ann Lee tied up in May., reads: Ann Lee}]
official:
  - {name: harbour ombudsman, examples: [{text: The Harbour Ombudsman found none., reads: Harbour Ombudsman}]}
"""

OTHER: Final = """\
synonyms:
  - {name: harvest, words: [reap, reaped], examples: [{text: They reaped it., reads: reaped}]}
"""

CLAIM: Final = "The flag on Marsh beach was red on 3 May 2016."
RECORD: Final = "The flag on Marsh beach was amber on 3 May 2016.\n"


def write(folder: Path, text: str, *, name: str = "own.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def make_record(folder: Path) -> Path:
    record = folder / "record"
    record.mkdir()
    write(record, RECORD, name="a.txt")
    return record


def find_faults(folder: Path, text: str) -> list[str]:
    with pytest.raises(FaultsError) as caught:
        load_glossaries([write(folder, text)])
    return [f"{one.line}:{one.column}: {one.message}" for one in caught.value.faults]


# --- examples are true ---------------------------------------------------------------------------------


def shipped() -> Iterable[tuple[str, str, str, str]]:
    lexicon = load_lexicon()
    for section, entries in (("scales", lexicon.public.scales), ("events", lexicon.frames.values())):
        for entry in entries:
            yield from ((section, entry.name, text, reads) for text, reads in entry.examples)


@pytest.mark.parametrize(("section", "name", "text", "reads"), list(shipped()))
def test_an_example_that_is_shipped_reads_as_it_says(section: str, name: str, text: str, reads: str) -> None:
    assert read_example(section, name, text) == reads


def test_every_scale_and_frame_that_is_shipped_has_an_example() -> None:
    lexicon = load_lexicon()
    assert all(scale.examples and scale.about for scale in lexicon.public.scales)
    assert all(frame.examples and frame.happens for frame in lexicon.frames.values())


def test_every_list_of_a_file_is_read(tmp_path: Path) -> None:
    assert all(f"{section}:" in OWN for section in SECTIONS)
    lexicon = load_glossaries([write(tmp_path, OWN), write(tmp_path, OTHER, name="other.yaml")])
    assert lexicon.public.scales[0].name == "beach-flag"
    assert {"@dredge", "@harvest", "@berth"} <= lexicon.concept_words.keys()
    assert lexicon.opposites["@dredge"] == {"@silt"}
    assert {"harbour master", "chair"} <= lexicon.public.single_roles
    assert len(lexicon.own) == 2


def test_an_example_that_does_not_read_is_refused_with_what_was_read(tmp_path: Path) -> None:
    faults = find_faults(tmp_path, OWN.replace("reads: red..amber", "reads: green"))
    assert faults == ["11:53: “A warning flag flew over the beach.” reads as “red..amber”, not as “green”"]


# --- what is faulty is refused --------------------------------------------------------------------------


def test_every_fault_is_told_at_once_with_its_place(tmp_path: Path) -> None:
    text = """\
scale: []
scales:
  - name: inspection
    about: grades
    bears: [persons]
    levels: [{grade: low, form: [low]}, {grade: high}]
    examples: [{text: It was low., reads: low}]
roles:
  - {name: pilot, forms: [pilot], single: perhaps, examples: []}
synonyms:
  - {name: go, words: [resigned], examples: [{text: She went., reads: went}]}
opposites:
  - {name: leve, opposite: join, examples: [{text: She left., reads: She joined.}]}
"""
    assert find_faults(tmp_path, text) == [
        "1:1: there is no list “scale”",
        "5:13: “persons” is no bears",
        "6:27: there is no “form” here",
        "9:35: “single” is true or false",
        "9:52: “examples” lists too few",
        "11:16: “resigned” belongs to the concept “leave” already",
        "13:6: there is no concept “leve”",
    ]


SCALE: Final = """\
scales:
  - name: tide
    about: tides
    bears: [thing]
    cues: [tide]
    levels: [{grade: low, forms: [low]}, {grade: high, forms: [high]}]
    examples: [{text: The tide was low., reads: low}]
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("name: tide", "name: credit", "there is a scale “credit” already"),
        ("grade: high,", "grade: low,", "two of its levels have one name"),
        ("    cues: [tide]\n", "", "its forms never count"),
        ("cues: [tide]", "cues: [tide]\n    around: [tide]", "a pattern of “around” has a *"),
        ("cues: [tide]", "cues: [tide]\n    ranges: [{grade: x, worst: lo, best: high}]", "“lo” is no level"),
        ("cues: [tide]", "cues: [spring tide]", "is not one word"),
        ("cues: [tide]", "cues: [tide]\n    steady: weekly", "“weekly” is no steady"),
        ("    about: tides\n", "", "“about” is missing"),
        ("scales:", "scales: 3 #", "“scales” is a list"),
        ("name: tide", "name: [tide", "not valid YAML"),
    ],
)
def test_a_faulty_scale_is_refused(tmp_path: Path, old: str, new: str, told: str) -> None:
    load_glossaries([write(tmp_path, SCALE)])
    text = SCALE.replace(old, new) if "scales: 3" not in new else "scales: 3\n"
    assert any(told in fault for fault in find_faults(tmp_path, text))


@pytest.mark.parametrize("text", ["", "- scales\n", "just words\n"])
def test_a_file_that_adds_nothing_is_refused(tmp_path: Path, text: str) -> None:
    assert find_faults(tmp_path, text) == ["1:1: the file adds nothing"]


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file"):
        load_glossaries([tmp_path / "none.yaml"])


def test_nothing_is_in_use_after_a_file_was_refused(tmp_path: Path) -> None:
    before = load_lexicon()
    find_faults(tmp_path, OWN.replace("reads: red..amber", "reads: green"))
    assert load_lexicon() is before


def test_a_scale_says_how_steady_it_is_in_words_that_the_lexicon_knows() -> None:
    assert {steady.value for steady in Steady} == set(STEADY)


# --- two runs in one process -----------------------------------------------------------------------------


def check(folder: Path) -> Report:
    return verify([make_claim(CLAIM)], hold(read_folder(folder)), Settings())


def test_a_run_leaves_nothing_behind(tmp_path: Path) -> None:
    own, record = write(tmp_path, OWN), make_record(tmp_path)
    before = render_json(check(record), width=UNLIMITED)
    with use_glossaries([own]):
        first = render_json(check(record), width=UNLIMITED)
        grades = [one.scale for one in read_text(CLAIM).grades]
    with use_glossaries([write(tmp_path, OTHER, name="other.yaml")]):
        second = render_json(check(record), width=UNLIMITED)
    after = render_json(check(record), width=UNLIMITED)
    with use_glossaries([own]):
        again = render_json(check(record), width=UNLIMITED)
    assert grades == ["beach-flag"]
    assert before == after
    assert first == again
    assert len({before, first, second}) == 3


def test_the_content_of_the_files_enters_the_report(tmp_path: Path) -> None:
    record = make_record(tmp_path)
    plain = check(record)
    with use_glossaries([write(tmp_path, OTHER)]):
        first = check(record)
    with use_glossaries([write(tmp_path, f"# a remark\n{OTHER}", name="remarked.yaml")]):
        second = check(record)
    with use_glossaries([write(tmp_path, OTHER, name="renamed.yaml")]):
        renamed = check(record)
    assert "lexicon" not in plain.config
    assert first.config["lexicon"] != second.config["lexicon"]
    assert len({plain.report_id, first.report_id, second.report_id}) == 3
    assert renamed.report_id == first.report_id


APART: Final = {
    "text.py": {"stem", "_word", "tokenize"},
    "names.py": {"name_words"},
    "dates.py": {"find_calendar_dates"},
    "link/extreme.py": {"find_extreme"},
    "learned/artefact.py": {"find_artefact"},
    "learned/pairs.py": {"_graph", "_words"},
    "learned/vectors.py": {"_graph", "_words"},
    "lexicon/load.py": {"load_lexicon", "_shipped"},
    "pipeline/fingerprint.py": {"_list_code"},
    "pipeline/judges.py": {"open_pairs"},
    "pipeline/meaning.py": {"open_encoder"},
    "record/layout.py": {"rule_book"},
    "render/html/elements.py": {"_name"},
    "render/html/page.py": {"_read"},
    "said/altered.py": {"_flat"},
    "said/verbatim.py": {"_pattern", "_letters", "_folded"},
}
"""Functions that keep what they returned and do not look at the lexicon."""


def test_whatever_rests_on_the_lexicon_is_forgotten_with_it() -> None:
    package = ROOT / "factcheck"
    unmarked = {}
    for path in sorted(package.rglob("*.py")):
        names = {
            one.name
            for one in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(one, ast.FunctionDef)
            and any("cache" in ast.unparse(mark) for mark in one.decorator_list)
            and "kept_with_lexicon" not in map(ast.unparse, one.decorator_list)
        }
        if names:
            unmarked[path.relative_to(package).as_posix()] = names
    assert unmarked == APART


# --- the command line -----------------------------------------------------------------------------------


def test_a_query_reads_with_the_words_of_a_file(tmp_path: Path) -> None:
    own, record = str(write(tmp_path, OWN)), str(make_record(tmp_path))
    plain = CliRunner().invoke(cli, ["query", CLAIM, "--record", record, "--judge", "rules"])
    read = CliRunner().invoke(cli, ["query", CLAIM, "--record", record, "--judge", "rules", "--lexicon", own])
    assert "contradicted" not in plain.output
    assert read.exit_code == 0
    assert "contradicted" in read.output


def test_verify_and_evaluate_take_it_and_refuse_a_faulty_one(tmp_path: Path) -> None:
    record = str(make_record(tmp_path))
    claims = str(write(tmp_path, f"claims:\n  - {{id: flag, text: {CLAIM}}}\n", name="claims.yaml"))
    gold = str(write(tmp_path, f"claims:\n  - {{id: flag, text: {CLAIM}, verdict: contradicted}}\n", name="gold.yaml"))
    own, bad = str(write(tmp_path, OWN)), str(write(tmp_path, "scale: []\n", name="bad.yaml"))
    for command in (["verify", claims], ["evaluate", gold], ["query", CLAIM]):
        taken = CliRunner().invoke(cli, [*command, "--record", record, "--lexicon", own])
        assert taken.exit_code == 0, taken.output
        refused = CliRunner().invoke(cli, [*command, "--record", record, "--lexicon", bad])
        assert isinstance(refused.exception, FaultsError)


def test_the_output_never_writes_over_a_lexicon(tmp_path: Path) -> None:
    own = str(write(tmp_path, OWN))
    ran = CliRunner().invoke(cli, ["verify", str(ROOT / "claims.yaml"), "--lexicon", own, "--output", own])
    assert isinstance(ran.exception, InputError)


def test_nothing_of_it_is_loaded_where_none_is_named(tmp_path: Path) -> None:
    code = "import sys; from factcheck.cli import run; run(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    command = [sys.executable, "-c", code, "query", CLAIM, "--record", str(make_record(tmp_path))]
    ran = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", cwd=ROOT)
    assert not [name for name in ran.stderr.split() if name.startswith("factcheck.glossary")]
