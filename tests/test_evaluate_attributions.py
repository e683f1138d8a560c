"""Attributions that people marked: when a voice is a source's, the measures by hand, and files that cannot be."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from factcheck.errors import FaultsError, InputError
from factcheck.evaluate.attribution_files import Article, Marked, load_articles
from factcheck.evaluate.attributions import HALVES, choose_half, evaluate_attributions
from factcheck.evaluate.voices import is_voice_of
from factcheck.model.figures import Match, Quotation
from factcheck.values import Span
from tests.bench import make_passages

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "Ann Lee chairs the board. “The quay is safe and it will last,” she said.\n\n"
    "Tom Hart said the quay was sinking. It opened in 1987.\n\n"
    "The report called the quay and the crane “beyond repair”, and Tom Hart wants a new one. Sources say it is sold."
)
MARKED = (
    ("she", "“The quay is safe and it will last,”"),
    ("Tom Hart", "the quay was sinking"),
    ("The report", "the quay and the crane “beyond repair”"),
    ("Tom Hart", "a new one"),
    ("Sources", "it is sold"),
    (None, "It opened in 1987"),
)


def find_span(phrase: str, text: str = TEXT, *, last: bool = False) -> Span:
    start = text.rindex(phrase) if last else text.index(phrase)
    return Span(start, start + len(phrase))


def make_article(name: str = "a") -> Article:
    return Article(
        id=name,
        text=TEXT,
        marked=tuple(
            Marked(
                id=f"{name}-{number}",
                content=(find_span(content),),
                source=find_span(source, last=number == 3) if source else None,
            )
            for number, (source, content) in enumerate(MARKED)
        ),
    )


def test_the_measures_by_hand() -> None:
    figures = evaluate_attributions("made-up", [make_article()]).figures
    assert figures.sentences[Quotation.DIRECT] == Match(right=1, said=1, gold=1)
    assert figures.sourced[Quotation.DIRECT] == Match(right=1, said=1, gold=1)
    assert figures.sentences[Quotation.MIXED] == Match(right=1, said=1, gold=1)
    # Hart's speech and the sources' are found; that the quay opened is the document's own, whatever was marked
    assert figures.sentences[Quotation.INDIRECT] == Match(right=2, said=2, gold=3)
    assert figures.attributions[Quotation.INDIRECT] == Match(right=2, said=2, gold=3)
    assert figures.attributions[Quotation.MATTER] == Match(right=0, said=0, gold=1)  # its sentence is the report's


def test_what_nobody_marked_is_false() -> None:
    article = Article(id="a", text="Ann Lee said the quay was safe. “It will last for years,” she said.", marked=())
    figures = evaluate_attributions("made-up", [article]).figures
    assert figures.sentences[Quotation.INDIRECT] == Match(right=0, said=1, gold=0)
    assert figures.attributions[Quotation.DIRECT] == Match(right=0, said=1, gold=0)


def test_every_attribution_is_told_and_halves_add_up() -> None:
    evaluation = evaluate_attributions("made-up", [make_article(name) for name in "abcdefgh"])
    assert len(evaluation.outcomes) == 8 * len(MARKED)
    assert {choose_half(name) for name in "abcdefgh"} == set(evaluation.by_half) == set(HALVES)
    assert sum(figures.articles for figures in evaluation.by_half.values()) == evaluation.figures.articles == 8
    assert evaluation.outcomes[0].said == "Ann Lee"
    assert evaluation.outcomes[0].right


@pytest.mark.parametrize(
    ("text", "source", "right"),
    [
        ("Ann Lee said the quay was safe.", "Ann Lee", True),
        ("Ann Lee chairs it. Ms Lee, the chair, said the quay was safe.", "Ms Lee, the chair,", True),
        ("Ann Lee chairs it. She said the quay was safe.", "She", True),
        ("Tom Hart runs it. He said the quay was safe.", "He", True),
        ("A spokesman for Ann Lee said the quay was safe.", "A spokesman for Ann Lee", True),
        ("Tom Hart said the quay was safe.", "the quay", False),
        ("Critics say the quay is unsafe.", "Critics", True),
        ("Critics say the quay is unsafe.", None, True),
        ("Ann Lee said the quay was safe.", None, False),
        ("He said the quay was safe.", "He", False),
    ],
)
def test_a_voice_is_a_sources(text: str, source: str | None, *, right: bool) -> None:
    passage = make_passages(text)[-1]
    assert is_voice_of(passage, find_span(source, text) if source else None, text) is right


def test_whom_a_voice_only_belongs_to_is_another() -> None:
    text = "Ann Lee said so. A friend of Ann Lee agreed."
    assert not is_voice_of(make_passages(text)[0], find_span("A friend of Ann Lee", text), text)


def write(path: Path, *rows: object) -> None:
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")


ROW = {
    "id": "a-E1",
    "doc_id": "a",
    "source": "Ann Lee",
    "cue": "said",
    "content": "the quay was safe",
    "offsets": {"Source": [[0, 7]], "Cue": [[8, 12]], "Content": [[13, 30]]},
}
DOCUMENT = {"doc_id": "a", "text": "Ann Lee said the quay was safe."}


def test_a_file_or_its_folder_is_read(tmp_path: Path) -> None:
    write(tmp_path / "mine.jsonl", ROW)
    write(tmp_path / "mine_corpus.jsonl", DOCUMENT)
    expected = Marked(id="a-E1", content=(Span(13, 30),), source=Span(0, 7))
    assert load_articles(tmp_path / "mine.jsonl") == load_articles(tmp_path)
    assert load_articles(tmp_path)[0].marked == (expected,)
    write(tmp_path / "other.jsonl", ROW)
    write(tmp_path / "other_corpus.jsonl", DOCUMENT)
    with pytest.raises(InputError, match="holds several sets: mine, other"):
        load_articles(tmp_path)
    (tmp_path / "other.jsonl").rename(tmp_path / "polnear.jsonl")
    (tmp_path / "other_corpus.jsonl").rename(tmp_path / "polnear_corpus.jsonl")
    assert load_articles(tmp_path)[0].marked == (expected,)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({**ROW, "doc_id": "b"}, "the corpus has no document b"),
        ({**ROW, "offsets": {"Content": [[13, 99]]}}, "has no such place"),
        ({**ROW, "offsets": {"Content": [[20, 13]]}}, "has no such place"),
        ({**ROW, "offsets": {"Source": [[0, 7]]}}, "the row has no “offsets.Content”"),
        ({**ROW, "offsets": {"Content": []}}, "“offsets.Content” is empty"),
    ],
)
def test_marks_that_cannot_be_are_refused(tmp_path: Path, row: object, told: str) -> None:
    write(tmp_path / "mine.jsonl", row)
    write(tmp_path / "mine_corpus.jsonl", DOCUMENT)
    with pytest.raises(InputError) as caught:
        load_articles(tmp_path / "mine.jsonl")
    faults = caught.value.faults if isinstance(caught.value, FaultsError) else ()
    assert told in " ".join([caught.value.message, *(fault.message for fault in faults)])


def test_files_that_are_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no such file or folder"):
        load_articles(tmp_path / "none.jsonl")
    with pytest.raises(InputError, match="holds no attributions with their texts"):
        load_articles(tmp_path)
    write(tmp_path / "mine.jsonl", ROW)
    with pytest.raises(InputError, match=r"there is no mine_corpus\.jsonl beside it"):
        load_articles(tmp_path / "mine.jsonl")
