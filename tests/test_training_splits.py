"""Rows that share anything are held out together, and a leak is found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.training.examples import Label, Row
from factcheck.training.splits import find_leaks, fold_words, split_rows

WORDS = st.sampled_from(["the dam was built", "the dam fell", "a new bridge opened", "trains ran late", "it rained"])
ROWS = st.lists(
    st.builds(
        Row,
        set=st.sampled_from(["fever", "fm2", "nli/mnli"]),
        claim=WORDS,
        evidence=st.lists(WORDS.map(lambda text: f"{text} in the year of the flood"), max_size=2).map(tuple),
        label=st.sampled_from(Label),
        doc_id=st.sampled_from(["", "a", "b"]),
    ),
    max_size=12,
)


def make_row(**told: object) -> Row:
    given: dict[str, object] = {"set": "fever", "claim": "The dam fell.", "evidence": (), "label": Label.NEUTRAL}
    return Row(**(given | told))  # type: ignore[arg-type]


@given(ROWS)
def test_nothing_leaks_and_nothing_is_lost(rows: list[Row]) -> None:
    sets = {name: [row for row in rows if row.set == name] for name in ("fever", "fm2", "nli/mnli")}
    learned, held = split_rows(sets)
    assert find_leaks(learned, held) == []
    assert sorted(map(repr, [*learned, *held])) == sorted(map(repr, rows))


def test_a_set_that_only_measures_is_held_out_whole() -> None:
    rows = [make_row(set="healthver", claim=f"Claim {number}.") for number in range(20)]
    learned, held = split_rows({"healthver": rows})
    assert (learned, held) == ([], rows)


def test_what_shares_a_sentence_with_it_is_held_out_too() -> None:
    told = "The dam was built by hand in the year of the flood."
    measured = make_row(set="healthver", claim="Something else.", evidence=(told,))
    shares = make_row(claim="The dam was hand-built.", evidence=(told.upper(),))
    assert split_rows({"fever": [shares], "healthver": [measured]}) == ([], [shares, measured])


def test_a_leak_is_a_claim_or_a_sentence_in_other_marks() -> None:
    held = [make_row(claim="The dam, it fell!", evidence=("Nobody had looked after the old dam.",))]
    clean = make_row(claim="The bridge fell.", evidence=("Yes.",))
    by_claim = make_row(claim="the dam it fell")
    by_sentence = make_row(claim="Neglect.", evidence=("Nobody had looked after the old dam",))
    assert find_leaks([clean, by_claim, by_sentence], held) == [by_claim, by_sentence]


def test_words_alone_make_a_text() -> None:
    assert fold_words("The “Dam”,  it fell!") == fold_words("the dam it fell")
