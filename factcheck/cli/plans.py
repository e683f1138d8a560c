"""What `factcheck evaluate` was asked to measure, looked at before anything is measured."""

# ruff: noqa: PLC0415 - `--help` must not wait for what a run needs

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, TypedDict

from factcheck.cli import options
from factcheck.cli.output import refuse_inputs
from factcheck.cli.progress import show_progress
from factcheck.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from factcheck.config import Settings
    from factcheck.model.evaluation import Evaluation


class Given(TypedDict):
    """What was typed."""

    gold: Path | None
    record: Path | None
    data: Path | None
    checkable: Path | None
    attributions: Path | None
    sample: int | None
    whole: bool
    baseline: bool
    form: str
    output: Path | None
    compare: Path | None
    only_errors: bool
    plots: Path | None
    judges: tuple[str, ...]
    disable: tuple[str, ...]
    lexicon: tuple[Path, ...]
    width: int | None


def plan_evaluation(given: Given) -> Callable[[], Evaluation]:
    """Look at all that was named before anything is measured; return what measures it."""
    gold, data = given["gold"], given["data"]
    if given["checkable"] is not None:
        if gold is not None:
            raise InputError(f"{gold} does not go with --checkable, which names its own file", hint="leave it out")
        _refuse(given, "data", "record", *_OF_PAIRS, "judges", told="does not go with --checkable")
        _refuse(given, "only_errors", told="has nothing to list with --checkable")
        return _plan_checkable(given["checkable"], given)
    if given["attributions"] is not None:
        return _plan_attributions(given["attributions"], given)
    if data is not None:
        _refuse(given, "record", *_OF_PAIRS, told="goes with labelled claims or pairs, not with --data")
        _refuse(given, "only_errors", told="has nothing to list with --data")
        return _plan_closed_record(data, given)
    if gold is None:
        hint = "name labelled claims or pairs: factcheck evaluate gold.yaml"
        raise InputError("nothing is named to evaluate", hint=hint)
    from factcheck.evaluate.sources import is_pairs

    return _plan_pairs(gold, given) if is_pairs(gold) else _plan_cases(gold, given)


_OF_PAIRS: Final = ("sample", "whole", "baseline")
"""Options that go with labelled pairs only."""


def _refuse(given: Given, *names: str, told: str) -> None:
    for name in names:
        if given.get(name):
            option = _OPTIONS.get(name, name.replace("_", "-"))
            raise InputError(f"--{option} {told}", hint="leave it out")


_OPTIONS: Final = {"judges": "judge"}
"""Options that are called otherwise than what they give."""


def _settings(given: Given) -> Settings:
    """Return the settings of a run with the judge that was named.

    Raises:
        InputError: several were.
    """
    from factcheck.config import Settings
    from factcheck.model import Judge

    if len(given["judges"]) > 1:
        raise InputError("several judges are compared on labelled pairs only", hint="name one: --judge both")
    return Settings(disable=given["disable"], judge=next(map(Judge, given["judges"]), None))


def _keep(given: Given, *, files: Sequence[Path], records: Sequence[Path] = ()) -> None:
    """Refuse to write the page or a plot over what is read."""
    read = [*files, *given["lexicon"]]
    refuse_inputs(given["output"], files=read, records=records)
    refuse_inputs(given["plots"], files=read, records=records)


def _plan_cases(gold: Path, given: Given) -> Callable[[], Evaluation]:
    _refuse(given, *_OF_PAIRS, told="goes with labelled pairs, not with labelled claims")
    from factcheck.evaluate.run import run_cases
    from factcheck.evaluate.sources import find_cases

    settings = _settings(given)
    cases = find_cases(gold, record=given["record"], otherwise=options.RECORD_FOLDER)
    _keep(given, files=[case.gold for case in cases], records=[case.record for case in cases])

    def measure() -> Evaluation:
        with show_progress("checking claims") as advance:
            return run_cases(cases, settings, on_claim=advance)

    return measure


def _plan_pairs(gold: Path, given: Given) -> Callable[[], Evaluation]:
    _refuse(given, "record", told="goes with labelled claims: pairs bring their evidence")
    from factcheck.config import Settings
    from factcheck.evaluate.pair_files import find_pair_files
    from factcheck.evaluate.pairs import BASELINE, SYSTEMS
    from factcheck.evaluate.run import run_pairs
    from factcheck.evaluate.sample import Draw
    from factcheck.pipeline.judges import appoint

    _keep(given, files=find_pair_files(gold) if gold.is_dir() else [gold])
    judges = given["judges"] or (appoint(None).judge.value,)
    systems = (*judges, BASELINE) if given["baseline"] else judges
    for system in systems:
        SYSTEMS.load(system)
    draw = Draw(sample=given["sample"], whole=given["whole"])

    def measure() -> Evaluation:
        with show_progress("answering pairs") as advance:
            settings = Settings(disable=given["disable"])
            return run_pairs(gold, settings, systems=systems, draw=draw, on_pair=advance)

    return measure


def _plan_closed_record(data: Path, given: Given) -> Callable[[], Evaluation]:
    from factcheck.evaluate.closed_files import load_benchmark
    from factcheck.evaluate.closed_record import evaluate_closed_record
    from factcheck.evaluate.pair_files import find_pair_files
    from factcheck.model.evaluation import ClosedRecordEvaluation
    from factcheck.pipeline.judges import appoint

    settings = _settings(given)
    benchmark = load_benchmark(data, str(given["gold"]) if given["gold"] else None)
    _keep(given, files=find_pair_files(data))

    def measure() -> Evaluation:
        with show_progress("reading abstracts") as advance:
            on_claim = partial(advance, what="checking claims") if advance else None
            figures = evaluate_closed_record(benchmark, settings, on_text=advance, on_claim=on_claim)
        judge = appoint(settings.judge).name
        return ClosedRecordEvaluation(judge=judge, name=benchmark.name, figures=figures, note=benchmark.note)

    return measure


def _plan_checkable(path: Path, given: Given) -> Callable[[], Evaluation]:
    from factcheck.evaluate.checkable import evaluate_checkable

    _keep(given, files=[path])
    return partial(evaluate_checkable, path)


def _plan_attributions(path: Path, given: Given) -> Callable[[], Evaluation]:
    if given["gold"] is not None:
        raise InputError("--attributions takes no other labels beside it", hint=f"leave {given['gold']} out")
    _refuse(given, "data", "record", *_OF_PAIRS, "judges", "disable", told="does not go with --attributions")
    _refuse(given, "plots", told="has nothing to draw with --attributions")
    from factcheck.evaluate.attribution_files import find_attribution_files, load_articles
    from factcheck.evaluate.attributions import evaluate_attributions

    files = find_attribution_files(path)
    articles = load_articles(path)
    _keep(given, files=files)

    def measure() -> Evaluation:
        with show_progress("reading articles") as advance:
            return evaluate_attributions(files[0].stem, articles, on_text=advance)

    return measure
