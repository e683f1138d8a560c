"""Claims files: what is read, and that every fault is told at its place."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.claims import ALIKE, choose_claims, find_similar, load_claims
from factcheck.claims.row import ROW_KEYS, suggest_id
from factcheck.errors import Fault, FaultsError, InputError
from factcheck.model import Claim
from factcheck.near import nearest
from factcheck.values import DateRange

if TYPE_CHECKING:
    from pathlib import Path

ROW = "claims:\n  - id: a-claim\n    text: Taxes fell.\n"


def write(folder: Path, content: str | bytes) -> Path:
    path = folder / "claims.yaml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def load(folder: Path, content: str | bytes) -> tuple[Claim, ...]:
    return load_claims(write(folder, content))


def faults_of(folder: Path, content: str | bytes) -> tuple[Fault, ...]:
    with pytest.raises(FaultsError) as raised:
        load(folder, content)
    return raised.value.faults


def told(folder: Path, content: str | bytes) -> list[tuple[int, int, str]]:
    return [(fault.line, fault.column, fault.message) for fault in faults_of(folder, content)]


# --- what is read -----------------------------------------------------------------------------------


FULL_ROW = """\
# comments are free
claims:
  - id: tax-cut
    text: Taxes fell by half.
    quote: “taxes” – fell: by half
    speaker: Ann Lee
    date: 2018-06-14
    source: a page.txt
    topics: [tax, 2016, "yes"]
    about: 2014/2016
  - {id: b, text: Fares rose., date: "2016-05~"}
"""


def test_a_full_row(tmp_path: Path) -> None:
    with pytest.raises(FaultsError):  # the unquoted colon
        load(tmp_path, FULL_ROW)
    first, second = load(tmp_path, FULL_ROW.replace("fell: by", "fell by"))
    assert first == Claim(
        id="tax-cut",
        text="Taxes fell by half.",
        quote="“taxes” – fell by half",
        speaker="Ann Lee",
        date=DateRange.day(date(2018, 6, 14)),
        source="a page.txt",
        topics=("tax", "2016", "yes"),
        about=DateRange(first=date(2014, 1, 1), last=date(2016, 12, 31)),
    )
    assert second == Claim(
        id="b",
        text="Fares rose.",
        date=DateRange(first=date(2016, 5, 1), last=date(2016, 5, 31), approximate=True),
    )


@pytest.mark.parametrize("written", ["2018", '"2018"', "'2018'", "  2018  # said", "2018~"])
def test_a_year_is_a_date_quoted_or_not(tmp_path: Path, written: str) -> None:
    (claim,) = load(tmp_path, f"{ROW}    date: {written}\n")
    assert claim.date is not None
    assert (claim.date.first, claim.date.last) == (date(2018, 1, 1), date(2018, 12, 31))


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "2018-06-14", "1e", "0x", "12:30:45"])
def test_plain_words_stay_words(tmp_path: Path, word: str) -> None:
    (claim,) = load(tmp_path, f"{ROW}    speaker: {word}\n")
    assert claim.speaker == word


def test_a_quote_over_several_lines_and_the_ends_of_lines(tmp_path: Path) -> None:
    content = ROW + "    quote: >-\n      one\n      two\n"
    for newline in ("\n", "\r\n", "\r"):
        (claim,) = load(tmp_path, content.replace("\n", newline))
        assert claim.quote == "one two"


def test_a_byte_order_mark_is_fine(tmp_path: Path) -> None:
    assert load(tmp_path, b"\xef\xbb\xbf" + ROW.encode()) == load(tmp_path, ROW)


def test_every_documented_key_is_a_claims_field() -> None:
    assert ROW_KEYS == ("id", "text", "quote", "speaker", "date", "source", "topics", "about")
    assert set(ROW_KEYS) == set(Claim.__slots__)


PLAIN = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff")


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(PLAIN, min_size=1).filter(str.strip))
def test_any_quoted_text_is_read_back(tmp_path: Path, text: str) -> None:
    escaped = "".join(f"\\U{ord(letter):08X}" for letter in text)
    (claim,) = load(tmp_path, f'claims:\n  - id: a\n    text: "{escaped}"\n')
    assert claim.text == text.strip()


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.one_of(st.binary(), st.text("claims:\n -idtex&*!|>{}[]\"'#%@`,?~\t\\0", max_size=60)))
def test_whatever_the_file_holds_the_answer_is_claims_or_faults(tmp_path: Path, content: str | bytes) -> None:
    try:
        load(tmp_path, content)
    except FaultsError as error:
        faults = error.faults
    else:
        return
    assert faults
    assert all(fault.message and fault.line >= 0 for fault in faults)


# --- faults of rows ---------------------------------------------------------------------------------


def test_every_fault_is_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    content = """\
claims:
  - id: first
    text: Taxes fell.
    dtae: 2018
    date: 2018-02-30
    about: 2019/2014
  - text: The council’s budget was cut in half
  - id: Half Of It
    text: ""
  - id: first
    text: [x]
verdict: no
"""
    assert told(tmp_path, content) == [
        (4, 5, "unknown key “dtae”"),
        (5, 11, "“date”: there is no 2018-02-30 in the calendar"),
        (6, 12, "“about”: “2019/2014” ends before it begins"),
        (7, 5, "the claim has no “id”"),
        (8, 9, "the id “Half Of It” is not in kebab-case"),
        (9, 11, "“text” is empty"),
        (10, 9, "the id “first” is taken: see line 2"),
        (11, 11, "“text” must be text, not a list"),
        (12, 1, "unknown key “verdict”"),
    ]
    hints = [fault.hint for fault in faults_of(tmp_path, content)]
    assert hints[0] == "did you mean “date”?"
    assert hints[3] == "add “id: the-councils-budget-was-cut-in”"
    assert hints[4] == "write “half-of-it”"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("quote: ''", "“quote” is empty"),
        ("quote: '  '", "“quote” is empty"),
        ("speaker:", "“speaker” is empty"),
        ("speaker: ~", "“speaker” is empty"),
        ("date:", "“date” is empty"),
        ("about: ''", "“about” is empty"),
        ("topics:", "“topics” is empty"),
        ("topics: []", "“topics” is empty"),
        ("topics: [a, '']", "an entry of “topics” is empty"),
        ("topics: [a, ~]", "an entry of “topics” is empty"),
        ("topics: [[a]]", "an entry of “topics” must be text, not a list"),
        ("topics: tax", "“topics” must be a list, not text"),
        ("topics: {a: b}", "“topics” must be a list, not a mapping"),
        ("source: 12", "“source” must be text, not a number"),
        ("source: 0x1F", "“source” must be text, not a number"),
        ("source: -1.5e3", "“source” must be text, not a number"),
        ("speaker: true", "“speaker” must be text, not the truth value true"),
        ("quote: {a: b}", "“quote” must be text, not a mapping"),
        ("date: [2018]", "“date” must be a date"),
        ("date: {from: 2018}", "“date” must be a date"),
        ("date: June 2018", "“date”: “June 2018” is not a date like 2018, 2018-06, 2018-06-14 or 2014/2016"),
        ("date: 2018-13", "“date”: “2018-13” has no month 13"),
        ("about: 0000-21", "“about”: "),
        ("text: Again.", "the key “text” is doubled: see line 3"),
        ("[a]: b", "a key must be a word, not a list or a mapping"),
        ("<<: {a: b}", "unknown key “<<”"),
        ('source: "\\e[31m"', "holds U+001B, a character that cannot be printed"),
        ('source: "\\ud800"', "holds U+D800, a character that cannot be printed"),
        ('source: "\\0"', "holds U+0000, a character that cannot be printed"),
    ],
)
def test_one_fault(tmp_path: Path, row: str, message: str) -> None:
    (fault,) = faults_of(tmp_path, f"{ROW}    {row}\n")
    assert fault.message.startswith(message)
    assert fault.line == 4
    assert fault.column >= 5


@pytest.mark.parametrize("key", ["verdict", "accept", "supporting", "contradicting", "kind", "note"])
def test_labels_of_an_evaluation_are_unknown_keys(tmp_path: Path, key: str) -> None:
    (fault,) = faults_of(tmp_path, f"{ROW}    {key}: x\n")
    assert fault.message == f"unknown key “{key}”"
    assert fault.hint.startswith("known here: id, text, quote")
    (fault,) = faults_of(tmp_path, f"own_words: x\n{ROW}")
    assert (fault.message, fault.hint) == ("unknown key “own_words”", "known here: claims")


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("qoute", "quote"),
        ("Text", "text"),
        ("txt", "text"),
        ("sorce", "source"),
        ("topic", "topics"),
        ("ID", "id"),
    ],
)
def test_the_near_key_is_suggested(tmp_path: Path, wrong: str, right: str) -> None:
    faults = faults_of(tmp_path, f"{ROW}    {wrong}: x\n")
    assert [fault.hint for fault in faults] == [f"did you mean “{right}”?"]


@pytest.mark.parametrize("bad", ["A", "a_b", "-a", "a-", "a--b", "a b", "ä", "a.b", "“a”"])
def test_ids_are_kebab_case(tmp_path: Path, bad: str) -> None:
    (fault,) = faults_of(tmp_path, f"claims:\n  - id: '{bad}'\n    text: x\n")
    assert fault.message == f"the id “{bad}” is not in kebab-case"
    assert fault.hint


@settings(deadline=None)
@given(st.text())
def test_a_suggested_id_would_do(text: str) -> None:
    suggestion = suggest_id(text)
    assert suggestion == suggest_id(suggestion)
    assert not suggestion or all(part.isalnum() and part.isascii() for part in suggestion.split("-"))


def test_doubled_ids_are_told_on_one_line_and_in_faulty_rows(tmp_path: Path) -> None:
    content = "claims: [{id: a, text: x}, {id: a, text: y}, {id: a}]\n"
    messages = [fault.message for fault in faults_of(tmp_path, content)]
    assert messages.count("the id “a” is taken: see line 1") == 2
    assert "the claim has no “text”" in messages


# --- faults of files --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "line", "column", "message"),
    [
        ("", 0, 0, "the file is empty"),
        ("# nothing\n", 0, 0, "the file is empty"),
        ("--- null\n", 1, 5, "the file has no “claims” list"),
        ("hello", 1, 1, "the file has no “claims” list"),
        ("- id: a\n  text: b\n", 1, 1, "the file has no “claims” list"),
        ("{}", 1, 1, "the file has no “claims” list"),
        ("claims:", 1, 1, "“claims” lists no claims"),
        ("claims: []", 1, 9, "“claims” lists no claims"),
        ("claims: 3", 1, 9, "“claims” must be a list"),
        ("claims: {a: b}", 1, 9, "“claims” must be a list"),
        ("claims:\n  - a claim\n", 2, 5, "a claim is a mapping with an id and a text"),
        ("claims:\n  -\n", 2, 4, "a claim is a mapping with an id and a text"),
        (ROW + "claims: []\n", 4, 1, "the key “claims” is doubled: see line 1"),
        (ROW + "---\na: b\n", 4, 1, "a second YAML document begins here"),
        (ROW + "...\nmore\n", 5, 1, "a second YAML document begins here"),
        (ROW + "    date: &when 2018\n", 4, 11, "the anchor &when is not allowed"),
        (ROW + "    quote: *when\n", 4, 12, "the alias *when is not allowed"),
        (ROW + "    date: !!str 2018\n", 4, 11, "the tag !!str is not allowed"),
        (ROW + "    quote: ! x\n", 4, 12, "the tag ! is not allowed"),
        (
            ROW + "    quote: !!python/object:os.system x\n",
            4,
            12,
            "the tag !!python/object:os.system is not allowed",
        ),
        ("claims: !!seq\n" + ROW[8:], 1, 9, "the tag !!seq is not allowed"),
        ("claims:\n\t- id: a\n", 2, 1, "not valid YAML: a tab cannot indent"),
        (ROW + "    quote: it: is\n", 4, 14, "not valid YAML: a key cannot stand here"),
        (ROW + "    quote: - it\n", 4, 12, "not valid YAML: a list cannot begin on this line"),
        (ROW + "    quote: @it\n", 4, 12, "not valid YAML: a value cannot begin with this character"),
        (ROW + '    quote: "a" b\n', 4, 16, "not valid YAML: the value had ended, but more follows"),
        (ROW + '    quote: "a\n', 4, 12, "not valid YAML: the quotation mark is never closed"),
        (ROW + "    quote\n    date: 2018\n", 4, 5, "not valid YAML: a key without its colon"),
        (ROW + "    topics: [a\n", 4, 13, "not valid YAML: the bracket is never closed"),
        (ROW + "   source: a\n", 4, 4, "not valid YAML: out of line with what stands above"),
        (ROW + '    quote: "\\q"\n', 4, 14, "not valid YAML: found unknown escape character 'q'"),
        (ROW + '    quote: "\\U00110000"\n', 4, 5, "an escape after this place names no character"),
        ("claims: \x01", 1, 9, "U+0001 is no character that YAML allows"),
        (ROW.encode("utf-16-le"), 1, 2, "U+0000 is no character that YAML allows"),
        (ROW.encode("utf-16"), 1, 1, "not UTF-8: byte 0xFF"),
        ("claims:\n  - id: café\n".encode("latin-1"), 2, 12, "not UTF-8: byte 0xE9"),
        ("[" * 100_000, 1, 17, "nested deeper than 16 levels"),
        ("claims: " + "{a: " * 50_000, 1, 69, "nested deeper than 16 levels"),
    ],
)
def test_the_first_fault_of_a_file(tmp_path: Path, content: str | bytes, line: int, column: int, message: str) -> None:
    assert told(tmp_path, content)[0] == (line, column, message)


def test_refused_values_are_told_once(tmp_path: Path) -> None:
    content = "claims:\n  - id: *a\n    text: *b\n    date: *c\n    topics: [*d]\n  - *e\n"
    assert [fault.message for fault in faults_of(tmp_path, content)] == [
        f"the alias *{name} is not allowed" for name in "abcde"
    ]


def test_exploding_aliases_are_refused_in_no_time(tmp_path: Path) -> None:
    layers = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    started = time.perf_counter()
    messages = [fault.message for fault in faults_of(tmp_path, "\n".join(["a0: &a0 lol", *layers]))]
    assert "the alias *a0 is not allowed" in messages
    assert time.perf_counter() - started < 5


def test_a_misspelt_claims_key_is_guessed(tmp_path: Path) -> None:
    faults = faults_of(tmp_path, ROW.replace("claims", "claim", 1))
    assert "did you mean “claims”?" in [fault.hint for fault in faults]


def test_paths_that_hold_no_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file"):
        load_claims(tmp_path / "none.yaml")
    with pytest.raises(InputError, match="is a folder"):
        load_claims(tmp_path)


def test_the_error_names_the_path_and_counts(tmp_path: Path) -> None:
    path = write(tmp_path, "")
    with pytest.raises(FaultsError, match=r"claims\.yaml: 1 fault") as raised:
        load_claims(path)
    assert raised.value.path == str(path)
    assert raised.value.exit_code == 2


# --- choosing and finding ---------------------------------------------------------------------------

CLAIMS = tuple(
    Claim(id=name, text=text)
    for name, text in (
        ("taxes-never-raised", "We never raised taxes in Leeds."),
        ("taxes-raised", "We raised taxes in Leeds."),
        ("bridge-opened", "The harbour bridge opened in May 2017, four months late."),
    )
)


def test_claims_are_chosen_in_the_order_asked_for_and_once() -> None:
    chosen = choose_claims(CLAIMS, ["bridge-opened", "taxes-raised", "bridge-opened"])
    assert [claim.id for claim in chosen] == ["bridge-opened", "taxes-raised"]
    assert choose_claims(CLAIMS, []) == CLAIMS


@pytest.mark.parametrize(
    ("ids", "message", "hint"),
    [
        (["bridge-opend"], "no claim has the id “bridge-opend”", "did you mean “bridge-opened”?"),
        (["Taxes-Raised"], "no claim has the id “Taxes-Raised”", "did you mean “taxes-raised”?"),
        (["zebra", "taxes-raised"], "no claim has the id “zebra”", ""),
        (
            ["bridge-opens", "taxes-rased"],
            "no claim has the id “bridge-opens” or “taxes-rased”",
            "did you mean “bridge-opened” and “taxes-raised”?",
        ),
    ],
)
def test_an_unknown_id_is_told_with_the_near_one(ids: list[str], message: str, hint: str) -> None:
    with pytest.raises(InputError) as raised:
        choose_claims(CLAIMS, ids)
    assert (raised.value.message, raised.value.hint) == (message, hint)


def test_nearest_breaks_ties_by_spelling() -> None:
    assert nearest("axc", among=["aac", "abc"]) is None
    assert nearest("claim-x", among=["claim-b", "claim-a"]) == "claim-a"


def test_similar_claims_come_best_first_and_say_how_alike() -> None:
    found = find_similar(CLAIMS, "in Leeds, WE raised   taxes")
    assert [similar.claim.id for similar in found] == ["taxes-raised", "taxes-never-raised"]
    assert found[0].likeness == 100
    assert ALIKE <= found[1].likeness < 100


def test_a_claims_quote_counts_too_and_ties_go_by_id() -> None:
    claims = [Claim(id=name, text="Other words stand here", quote="the rent – “doubled”") for name in "ba"]
    assert [similar.claim.id for similar in find_similar(claims, "The rent doubled")] == ["a", "b"]


@pytest.mark.parametrize(
    "text", ["", "!?", "bridge", "Leeds", "The harbour bridge opened", "Unemployment fell in 2016"]
)
def test_what_is_not_like_a_claim_is_not_similar(text: str) -> None:
    assert find_similar(CLAIMS, text) == []


@settings(deadline=None)
@given(st.permutations(CLAIMS), st.sampled_from([claim.text for claim in CLAIMS]))
def test_the_order_of_claims_changes_nothing(claims: list[Claim], text: str) -> None:
    assert find_similar(claims, text) == find_similar(CLAIMS, text)
