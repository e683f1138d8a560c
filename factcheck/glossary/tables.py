"""Entries of a lexicon file → the plain tables that a lexicon is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from factcheck.glossary import schema
from factcheck.lexicon.entries import table_of, words_of
from factcheck.near import suggest
from factcheck.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.placed.rows import Sheet, Step

Tables: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adding:
    """The tables that grow by an entry that stands at `where`, and the sheet that notes why it does not fit."""

    tables: Tables
    sheet: Sheet
    where: tuple[Step, ...]

    def add(self, row: schema.Entry) -> bool:
        """Add an entry; return whether it fits what is there."""
        before = len(self.sheet.faults)
        match row:
            case schema.ScaleRow():
                self._add_scale(row)
            case schema.RoleRow():
                self._add_role(row)
            case schema.TitleRow():
                self._add_title(row)
            case schema.BodyRow():
                self._add_words("bodies", "words" if row.what == "body" else "things", [row.name])
            case schema.SynonymsRow():
                self._add_synonyms(row)
            case schema.EventRow():
                self._add_event(row)
            case schema.OppositeRow():
                self._add_opposite(row)
            case _:
                self._add_words("official", "words", [row.name])
        return len(self.sheet.faults) == before

    def _fault(self, key: str, message: str, *, hint: str = "") -> None:
        self.sheet.add_fault((*self.where, key), message, hint=hint)

    def _put(self, section: str, name: str, value: object) -> None:
        self.tables[section] = {**table_of(self.tables, section), name: value}

    def _add_words(self, section: str, key: str, words: Sequence[str]) -> None:
        self._put(section, key, [*words_of(table_of(self.tables, section), key), *words])

    def _is_free(self, section: str, name: str, what: str, *, hint: str) -> bool:
        taken = name in table_of(self.tables, section)
        if taken:
            self._fault("name", f"there is a {what} “{name}” already", hint=hint)
        return not taken

    def _add_scale(self, row: schema.ScaleRow) -> None:
        """What a user adds stands first: a form belongs to the first scale that it is read on."""
        if self._is_free("scales", row.name, "scale", hint="give it another name"):
            self.tables["scales"] = {row.name: row.model_dump(mode="json"), **table_of(self.tables, "scales")}

    def _add_role(self, row: schema.RoleRow) -> None:
        """A role that is there gets further forms."""
        known = table_of(table_of(self.tables, "roles"), row.name)
        if known and known["single"] != row.single:
            self._fault("single", f"the role “{row.name}” is there, and is {'' if known['single'] else 'not '}single")
            return
        self._put("roles", row.name, {"forms": [*words_of(known, "forms"), *row.forms], "single": row.single})

    def _add_title(self, row: schema.TitleRow) -> None:
        if self._is_free("titles", row.name, "title", hint="leave it out"):
            self._put("titles", row.name, row.pronoun)

    def _add_synonyms(self, row: schema.SynonymsRow) -> None:
        if not self._are_free(row.words):
            return
        frame = table_of(table_of(self.tables, "frames"), row.name)
        if frame:
            self._put("frames", row.name, {**frame, "words": [*words_of(frame, "words"), *row.words]})
        else:
            self._add_words("concepts", row.name, row.words)

    def _add_event(self, row: schema.EventRow) -> None:
        hint = "add words to it under “synonyms”, or give this another name"
        free = all(self._is_free(section, row.name, "concept", hint=hint) for section in ("frames", "concepts"))
        if free and self._are_free(row.words):
            self._put("frames", row.name, row.model_dump(mode="json"))

    def _add_opposite(self, row: schema.OppositeRow) -> None:
        known = dict(self._concepts())
        for key, name in (("name", row.name), ("opposite", row.opposite)):
            if name not in known:
                hint = suggest(name, among=known, otherwise="list its words under “synonyms”")
                self._fault(key, f"there is no concept “{name}”", hint=hint)
        if row.name in known and row.opposite in known:
            self._add_words("opposites", row.name, [row.opposite])

    def _concepts(self) -> Iterator[tuple[str, list[str]]]:
        concepts, frames = table_of(self.tables, "concepts"), table_of(self.tables, "frames")
        yield from ((name, words_of(concepts, name)) for name in concepts)
        yield from ((name, words_of(table_of(frames, name), "words")) for name in frames)

    def _are_free(self, words: Sequence[str]) -> bool:
        """Whether none of the words belongs to a concept already: a word means one thing."""
        owners = {_stems(word): name for name, known in self._concepts() for word in known}
        taken = [(word, owners[_stems(word)]) for word in words if _stems(word) in owners]
        for word, owner in taken:
            self._fault("words", f"“{word}” belongs to the concept “{owner}” already", hint="leave it out")
        return not taken


def _stems(phrase: str) -> tuple[str, ...]:
    return tuple(token.stem for token in tokenize(phrase))
