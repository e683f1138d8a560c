"""Articles whose attributions people marked, with the spans of source and content → Articles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from factcheck.errors import InputError
from factcheck.evaluate.json_lines import read_rows
from factcheck.evaluate.pair_files import SUFFIX, read_id
from factcheck.evaluate.sources import exists
from factcheck.values import Span

if TYPE_CHECKING:
    from pathlib import Path

CORPUS: Final = "_corpus"
"""What the name of the file of texts ends in, beside that of the file of attributions."""

CUSTOMARY: Final = "polnear"
"""The set that is meant where a folder holds several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One attribution that people marked: where its content stands, and its source as written, if it has one."""

    id: str
    content: tuple[Span, ...]
    source: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text, a paragraph a line, and all attributions in it."""

    id: str
    text: str
    marked: tuple[Marked, ...]


class _TextRow(BaseModel):
    model_config = ConfigDict(frozen=True)

    doc_id: Annotated[str, BeforeValidator(read_id), Field(min_length=1)]
    text: Annotated[str, Field(min_length=1)]


class _Offsets(BaseModel):
    model_config = ConfigDict(frozen=True)

    content: Annotated[tuple[tuple[int, int], ...], Field(alias="Content", min_length=1)]
    source: Annotated[tuple[tuple[int, int], ...], Field(alias="Source")] = ()


class _AttributionRow(BaseModel):
    """One attribution; a source in pieces counts from its first to its last."""

    model_config = ConfigDict(frozen=True)

    id: Annotated[str, BeforeValidator(read_id), Field(min_length=1)]
    doc_id: Annotated[str, BeforeValidator(read_id), Field(min_length=1)]
    offsets: _Offsets

    def to_marked(self) -> Marked:
        """Return it with its spans in order."""
        content = tuple(sorted(Span(start, end) for start, end in self.offsets.content))
        ends = [end for piece in self.offsets.source for end in piece]
        return Marked(id=self.id, content=content, source=Span(min(ends), max(ends)) if ends else None)


def find_attribution_files(path: Path) -> tuple[Path, Path]:
    """Return the file of attributions that a path names and that of their texts: NAME.jsonl and NAME_corpus.jsonl.

    Raises:
        InputError: there is none, or a folder holds several.
    """
    if not exists(path):
        raise InputError(f"{path}: there is no such file or folder", hint=_HINT)
    if not path.is_dir():
        texts = path.with_name(f"{path.stem}{CORPUS}{SUFFIX}")
        if not texts.is_file():
            raise InputError(f"{path}: there is no {texts.name} beside it", hint=_HINT)
        return path, texts
    found = {
        name: (path / f"{name}{SUFFIX}", texts)
        for texts in sorted(path.glob(f"*{CORPUS}{SUFFIX}"))
        if (path / f"{(name := texts.stem.removesuffix(CORPUS))}{SUFFIX}").is_file()
    }
    if CUSTOMARY in found or len(found) == 1:
        return found.get(CUSTOMARY) or next(iter(found.values()))
    told = f"several sets: {', '.join(found)}" if found else "no attributions with their texts"
    raise InputError(f"{path}: holds {told}", hint=_HINT)


_HINT: Final = "name a file of attributions, NAME.jsonl, that has its texts beside it in NAME_corpus.jsonl"


def load_articles(path: Path) -> tuple[Article, ...]:
    """Load articles with their attributions: rows of id, doc_id and offsets beside rows of doc_id and text.

    Offsets are code points of the text, under Content and, where somebody is named, Source; other keys are left alone.

    Raises:
        InputError: the files are not there, or an attribution is of no text, or outside it.
        FaultsError: a file has faults.
    """
    path, beside = find_attribution_files(path)
    texts = {row.doc_id: row.text for _, row in read_rows(beside, _TextRow)}
    marked: dict[str, list[Marked]] = {name: [] for name in texts}
    for number, row in read_rows(path, _AttributionRow):
        if row.doc_id not in texts:
            raise InputError(f"{path}:{number}: the corpus has no document {row.doc_id}")
        one = row.to_marked()
        spans = (*one.content, *((one.source,) if one.source else ()))
        if any(not 0 <= span.start < span.end <= len(texts[row.doc_id]) for span in spans):
            raise InputError(
                f"{path}:{number}: the document {row.doc_id} has no such place", hint="offsets count from 0"
            )
        marked[row.doc_id].append(one)
    return tuple(Article(id=name, text=text, marked=tuple(marked[name])) for name, text in texts.items())
