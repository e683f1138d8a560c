"""Evaluations whole: every case, every set of pairs, a closed record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError
from factcheck.evaluate.case import evaluate_case
from factcheck.evaluate.figures import add_rules, figure_claims, figure_pairs
from factcheck.evaluate.gold import load_gold
from factcheck.evaluate.pair_files import load_pair_sets, load_pairs
from factcheck.evaluate.pairs import RULES, evaluate_pairs
from factcheck.evaluate.sample import Draw, draw_sample
from factcheck.model.evaluation import ClaimsEvaluation, PairsEvaluation
from factcheck.pipeline.judges import appoint
from factcheck.record.intake import read_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from factcheck.config import Settings
    from factcheck.evaluate.sources import Case


def run_cases(
    cases: Sequence[Case], settings: Settings, *, on_claim: Callable[[int, int], None] | None = None
) -> ClaimsEvaluation:
    """Evaluate labelled claims, case by case. `on_claim` is called with the claims of a case done and their total.

    Raises:
        FaultsError: labels have faults; of the first file that has any, all of them.
        InputError: a file or a record cannot be read.
        RunError: a record holds no document that can be read.
    """
    evaluated = []
    for case in cases:
        if not case.record.is_dir():
            told = f"{case.gold}: its documents are not there: no folder {case.record}"
            raise InputError(told, hint="name it: --record path/to/documents")
        intake = read_folder(case.record)
        gold = load_gold(case.gold, {document.path: document.text for document in intake.documents})
        evaluated.append(evaluate_case(case.name, gold, intake, settings, on_claim=on_claim))
    outcomes = [one for case in evaluated for one in case.outcomes]
    return ClaimsEvaluation(
        judge=appoint(settings.judge).name,
        cases=tuple(evaluated),
        figures=figure_claims(outcomes, add_rules(rule for case in evaluated for rule in case.rules)),
        by_case={case.name: figure_claims(case.outcomes, case.rules) for case in evaluated},
    )


_ALL: Final = Draw()


def run_pairs(
    path: Path,
    settings: Settings,
    *,
    systems: Sequence[str] = (RULES,),
    draw: Draw = _ALL,
    on_pair: Callable[[int, int], None] | None = None,
) -> PairsEvaluation:
    """Evaluate the labelled pairs of a file or a folder, or those of them that `draw` takes.

    Raises:
        FaultsError: the file holds something else; of a folder, such files are skipped.
        InputError: there are no pairs.
        RunError: a system needs what is not installed.
    """
    whole = draw.whole
    sets, skipped = load_pair_sets(path, whole=whole) if path.is_dir() else ([load_pairs(path, whole=whole)], [])
    drawn = [draw_sample(one, draw.sample) for one in sets] if draw.sample else sets
    evaluated = evaluate_pairs(drawn, systems, settings, on_pair=on_pair)
    return PairsEvaluation(
        sets=evaluated,
        figures={name: figure_pairs([one for pairs in evaluated for one in pairs.systems[name]]) for name in systems},
        by_set={
            pairs.name: {name: figure_pairs(outcomes) for name, outcomes in pairs.systems.items()}
            for pairs in evaluated
        },
        skipped=tuple(skipped),
    )
