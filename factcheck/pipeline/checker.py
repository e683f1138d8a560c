"""A record that was read once, against which claims are checked one by one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from factcheck.index.meaning import Sought
from factcheck.link import link_passage, query_terms, share_words
from factcheck.model import UNREAD, Evidence, Link, PartRead, Passage, Slot, Trace
from factcheck.names import NameMatch, match_names
from factcheck.pipeline.corrections import NOTHING
from factcheck.pipeline.grounds import Answer, Gathered, find_grounds
from factcheck.pipeline.surroundings import set_in_place
from factcheck.reading import Background, find_offices, read_claim, read_document
from factcheck.said import find_said
from factcheck.stance import tell_gate
from factcheck.text import tokenize
from factcheck.verdict import Side, Texts, find_eligibility, mark_origins, reach_verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factcheck.index.view import View
    from factcheck.model import (
        Claim,
        Eligibility,
        Entity,
        Hit,
        Judgement,
        Office,
        Part,
        SourceMatch,
        Stance,
        Verdict,
    )
    from factcheck.pipeline.corrections import Withdrawn
    from factcheck.pipeline.grounds import Grounds, Met, Moves
    from factcheck.protocols import StanceModel
    from factcheck.values import DateRange


class Checker:
    """A record as it stood at one commit, against which claims are checked one by one.

    The `model` judges at most `limit` passages of each part of a claim; what corrections have `withdrawn` never counts.
    """

    def __init__(
        self,
        view: View,
        model: StanceModel,
        *,
        entities: tuple[Entity, ...],
        as_of: DateRange | None,
        limit: int,
    ) -> None:
        self._view = view
        self._entities = entities
        self._texts = Texts(view)
        self._limit = limit
        self._as_of = as_of
        self._model = model
        self.withdrawn = NOTHING
        self._offices: Callable[[str], tuple[Office, ...]] = cache(self._find_offices)

    def split(self, path: str) -> tuple[Passage, ...]:
        """Return all passages of a document, those that are read alike among them."""
        return read_document(self._view[path], self._entities)

    def check(self, claim: Claim) -> Verdict:
        """Find, link, judge and weigh the evidence on one claim."""
        return self.trace(claim).verdict

    def read(self, claim: Claim) -> tuple[Part, ...]:
        """Return the parts of a claim, read with what the record tells of its speaker and its words."""
        return read_claim(claim, self._look_up(claim, self._list_offices(claim)))

    def answer(self, claim: Claim) -> Answer:
        """Check one claim, and tell what its verdict rests on."""
        gathered = self.gather(claim)
        return Answer(verdict=self.weigh(gathered).verdict, grounds=find_grounds(gathered))

    def trace(self, claim: Claim) -> Trace:
        """Check one claim and return all that it met on its way."""
        return self.weigh(self.gather(claim))

    def gather(self, claim: Claim) -> Gathered:
        """Find all that the record has on a claim, before anything of it is judged."""
        offices = self._list_offices(claim)
        known = self._look_up(claim, offices)
        parts = read_claim(claim, known)
        hits = tuple(tuple(self._nominate(part)) for part in parts)
        return Gathered(
            claim=claim,
            said=self._find_said(claim),
            offices=offices,
            known=known,
            parts=parts,
            hits=hits,
            links=tuple(self._link(part, found, claim.date) for part, found in zip(parts, hits, strict=True)),
            cut=tuple(len(found) >= self._limit for found in hits),
        )

    def weigh(self, gathered: Gathered) -> Trace:
        """Judge what was found, and reach the verdict: the same in whichever order it was found."""
        claim, said, parts = gathered.claim, gathered.said, gathered.parts
        case = _Case(claim, said, Side.of(claim, self._entities, gathered.offices), self.withdrawn)
        own = claim.quote or (claim.text if said.span else "")
        words = own if claim.speaker else ""
        marked: list[Evidence] = []
        for place, (links, hits) in enumerate(zip(gathered.links, gathered.hits, strict=True)):
            judgements = self._model.judge_all(links)
            judged = [case.evidence(place, link, judgement) for link, judgement in zip(links, judgements, strict=True)]
            copies = {hit.passage.id: hit.copies for hit in hits}
            kept = _without_copies(links, judged, copies)
            marked += mark_origins(kept, words=words, since=claim.date, texts=self._texts)
        self._texts.tidy()
        cut = any(gathered.cut) or any(one.gate == UNREAD for one in marked)
        verdict = reach_verdict(claim, [PartRead.of(part) for part in parts], marked, said=said, cut=cut)
        return Trace(
            parts=parts,
            hits=gathered.hits,
            evidence=tuple(marked),
            verdict=set_in_place(verdict, self._view),
        )

    def look_again(self, claim: Claim, grounds: Grounds, moves: Moves) -> Grounds | None:
        """Return what a verdict rests on now, None where that is not what it rested on in an earlier record.

        `moves` says what became of that, which was read by the same rules and words. No document of which the verdict
        lists a passage, or which the claim was said in, is among those that changed.
        """
        offices = self._list_offices(claim)
        known = self._look_up(claim, offices)
        parts = grounds.parts if known == grounds.known else read_claim(claim, known)
        if (offices, known.entities, parts) != (grounds.offices, grounds.known.entities, grounds.parts):
            return None
        met: list[Met] = []
        for part, earlier in zip(parts, grounds.met, strict=True):
            now = self._meet_again(part, earlier, claim, moves)
            if now is None:
                return None
            met.append(now)
        return replace(grounds, known=known, met=tuple(met))

    def _meet_again(self, part: Part, earlier: Met, claim: Claim, moves: Moves) -> Met | None:
        """What is found for one part of a claim now, None where it is other evidence than before."""
        nominees = self._view.nominate(query_terms(part), limit=self._limit)
        new = [one for one in nominees if moves.trace(one) not in earlier]
        if self._link(part, self._view.fetch(new), claim.date):
            return None
        return earlier.follow(nominees, moves, cut=len(nominees) >= self._limit)

    def _find_said(self, claim: Claim) -> SourceMatch:
        return find_said(claim, self._view.get(claim.source or ""))

    def _list_offices(self, claim: Claim) -> tuple[Office, ...]:
        return self._offices(claim.speaker) if claim.speaker else ()

    def _look_up(self, claim: Claim, offices: Sequence[Office]) -> Background:
        """What the record tells before a claim is read."""
        small = self._view.find_small_words({token.lower for token in tokenize(claim.text)})
        bodies = tuple(office.body for office in offices[:1] if office.body)
        return Background(entities=self._entities, words=small, bodies=bodies, as_of=self._as_of)

    def _nominate(self, part: Part) -> list[Hit]:
        near = Sought(text=part.reading.text, share=lambda hit: share_words(part, hit.reading))
        return self._view.search(query_terms(part), limit=self._limit, near=near)

    def _link(self, part: Part, hits: Sequence[Hit], said: DateRange | None) -> list[Link]:
        found = ((link_passage(part, hit.passage, hit.reading, said=said), hit.nearness) for hit in hits)
        return [replace(link, nearness=nearness) if nearness else link for link, nearness in found if link is not None]

    def _find_offices(self, speaker: str) -> tuple[Office, ...]:
        hits = self._view.search([token.stem for token in tokenize(speaker)], limit=self._limit)
        stand = [hit for hit in hits if not self.withdrawn.why(hit.passage)]
        return find_offices([hit.reading for hit in stand if _may_name(hit.passage, speaker)], speaker)


@dataclass(frozen=True, slots=True)
class _Case:
    """One claim, where it was said, and who stands on which side."""

    claim: Claim
    said: SourceMatch
    side: Side
    withdrawn: Withdrawn

    def evidence(self, place: int, link: Link, judgement: Judgement) -> Evidence:
        """Turn a judged link into what a reader sees of it."""
        passage = link.passage
        mark = passage.mark
        withdrawn = self.withdrawn.why(passage)
        eligibility, why = find_eligibility(passage, self.claim, self.said, self.side, withdrawn=withdrawn)
        needed, there = tell_gate(link, judgement)
        held = judgement.note or (link.comparison(Slot.QUANTITY).note if judgement.gate else "")
        return Evidence(
            document=passage.document,
            quote=passage.text,
            span=passage.span,
            stance=judgement.stance,
            eligibility=eligibility,
            rule=judgement.rule,
            page=mark.page if mark else None,
            time=mark.time if mark else "",
            row=mark.row if mark else None,
            published=passage.published,
            about=link.reading.period,
            speaker=passage.attribution.speaker,
            attribution=passage.attribution.reason,
            resolved=link.reading.resolutions,
            interested=passage.attribution.speaker in self.side.opponents,
            weights=(*link.weights, *((judgement.weight,) if judgement.weight else ())),
            gate=judgement.gate,
            needed=needed,
            there=there,
            note="; ".join(filter(None, (why, held))),
            part=place,
        )


def _without_copies(links: Sequence[Link], judged: Sequence[Evidence], copies: Mapping[str, int]) -> list[Evidence]:
    """Keep the strongest, and then the first, of what one document says alike in the same words.

    A note says how many there are, by `copies` of each passage. What differs in its stance, or in whether it counts,
    is no copy.
    """
    alike: dict[tuple[str, str, Stance, Eligibility], list[tuple[Link, Evidence]]] = {}
    for link, one in zip(links, judged, strict=True):
        alike.setdefault((one.document, one.quote, one.stance, one.eligibility), []).append((link, one))
    kept = []
    for group in alike.values():
        one = min((one for _, one in group), key=lambda one: (not one.gate, -round(one.score, 6), one.span))
        count = sum(copies[link.passage.id] for link, _ in group)
        kept.append(replace(one, note=_with_count(one.note, count)) if count > 1 else one)
    return kept


def _with_count(note: str, count: int) -> str:
    told = f"these words stand {count:,} times in the document"
    return f"{note}; {told}" if note else told


def _may_name(passage: Passage, person: str) -> bool:
    """Whether a passage names somebody or means them by a pronoun, which all that tells of their offices does."""
    named = (*(name.name for name in passage.names), passage.he)
    return any(match_names(name, person) is not NameMatch.DIFFERENT for name in named)
