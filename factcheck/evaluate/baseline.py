"""A lexical baseline to measure against: shared words, figures and negations, and nothing else.

It is trained and tried on the pairs themselves, by cross-validation that keeps what shares a document, a claim or
evidence together, so that it shows what such cues are worth on a set. It never judges a user's claims.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from factcheck.lexicon import load_lexicon
from factcheck.model import Stance
from factcheck.model.evaluation import PairOutcome
from factcheck.text import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factcheck.config import Settings
    from factcheck.evaluate.pairs import PairSystem
    from factcheck.model.labels import Pair

FOLDS: Final = 5
"""Folds of the cross-validation, fewer where there are fewer groups."""

_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_NEGATION: Final = re.compile(r"\b(?:no|not|never|none|nor|neither|without|cannot|\w+n't)\b", re.IGNORECASE)


def make_baseline() -> PairSystem:
    """Return the baseline."""
    return _cross_validate


def _cross_validate(pairs: Sequence[Pair], settings: Settings, *, on_pair: Callable[[], None]) -> list[PairOutcome]:
    """Answer each pair by a model that saw none of its group. Where there is one group or label, all is neutral."""
    rows = [_measure(pair) for pair in pairs]
    labels = [pair.stance.value for pair in pairs]
    groups = [pair.group for pair in pairs]
    answers = [PairOutcome(pair=pair, said=Stance.NEUTRAL) for pair in pairs]
    del settings  # they are factcheck's own
    folds = min(FOLDS, len(set(groups)))
    for seen, held in GroupKFold(folds).split(rows, labels, groups) if folds > 1 else ():
        known = [labels[place] for place in seen]
        if len(set(known)) > 1:
            model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))
            model.fit([rows[place] for place in seen], known)
            sure = model.predict_proba([rows[place] for place in held])
            for place, shares in zip(held, sure, strict=True):
                sure_of = {Stance(str(one)): float(share) for one, share in zip(model.classes_, shares, strict=True)}
                answers[place] = _answer(pairs[place], sure_of)
    for _ in pairs:
        on_pair()
    return answers


def _answer(pair: Pair, sure_of: Mapping[Stance, float]) -> PairOutcome:
    """The likeliest stance; one that the model was not shown is not weighed."""
    said = max(sure_of, key=lambda stance: sure_of[stance])
    return PairOutcome(
        pair=pair,
        said=said,
        score=sure_of[said],
        probability=sure_of[said],
        supports=sure_of.get(Stance.SUPPORTS),
        refutes=sure_of.get(Stance.REFUTES),
    )


def _measure(pair: Pair) -> list[float]:
    """What a pair looks like: shares of the claim's words and figures in the evidence, negations, lengths."""
    text = " ".join(pair.evidence)
    ours, theirs = _stems(pair.claim), _stems(text)
    figures, there = set(_NUMBER.findall(pair.claim)), set(_NUMBER.findall(text))
    negations = len(_NEGATION.findall(pair.claim)), len(_NEGATION.findall(text))
    return [
        len(ours & theirs) / max(len(ours), 1),
        len(ours & theirs) / max(len(ours | theirs), 1),
        len(figures & there) / len(figures) if figures else 1.0,
        float(len(figures - there)),
        float(negations[0]),
        float(negations[1]),
        float(negations[0] % 2 != negations[1] % 2),
        float(len(ours)),
        float(len(theirs)),
    ]


def _stems(text: str) -> set[str]:
    skip = load_lexicon().function_words
    return {token.stem for token in tokenize(text) if token.lower not in skip}
