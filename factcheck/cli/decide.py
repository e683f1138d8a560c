"""`factcheck decide`: what somebody decided on a claim, kept beside what was found and never mixed into it."""

# ruff: noqa: PLC0415 - `--help` must not wait for what a run needs

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from factcheck.cli import options
from factcheck.cli.build import Narrowed, check_claims, make_settings, open_record, read_claims, use_words
from factcheck.cli.decided import decisions_option, place_decisions
from factcheck.cli.epilog import PLAIN_EXIT_CODES, give_epilog
from factcheck.cli.output import UTF8, open_page, refuse_inputs
from factcheck.errors import InputError, RunError

if TYPE_CHECKING:
    import datetime as dt

    from factcheck.cli.output import Page
    from factcheck.model import Claim, Decision, VerdictLabel

_EPILOG = give_epilog(
    'factcheck decide bridge --decision contradicted --reason "The audit says 2018." \\',
    '    --by "Ann Lee" --date 2018-06-14',
    notes=(PLAIN_EXIT_CODES,),
)


class Given(TypedDict):
    """What was typed."""

    claim: str
    decision: str
    reason: str
    by: str
    day: dt.date
    claims: Path
    decisions: Path | None
    report: Path | None
    record: Path
    as_of: str | None
    since: str | None
    until: str | None
    publishers: tuple[str, ...]
    index: Path | None
    jobs: int | None
    judge: str | None
    disable: tuple[str, ...]
    lexicon: tuple[Path, ...]


def _read_words(ctx: click.Context, param: click.Parameter, value: str) -> str:
    """Return what was typed, and refuse what is empty or cannot stand in a file."""
    try:
        text = options.read_typed(value).strip()
    except UnicodeDecodeError:
        raise click.BadParameter("it is not readable text", ctx=ctx, param=param) from None
    odd = next((one for one in text if one not in "\n\t" and unicodedata.category(one) in {"Cc", "Cs"}), None)
    if odd or not text:
        told = f"it holds U+{ord(odd):04X}, which cannot be printed" if odd else "it is empty"
        raise click.BadParameter(told, ctx=ctx, param=param)
    return text


def _read_day(ctx: click.Context, param: click.Parameter, value: str) -> dt.date:
    """Return a day, and refuse what is none."""
    from factcheck.claims.decision_row import read_day

    try:
        return read_day(value)
    except ValueError as error:
        raise click.BadParameter(str(error), ctx=ctx, param=param) from None


@click.command(epilog=_EPILOG)
@click.argument("claim", metavar="CLAIM")
@click.option("--decision", required=True, type=click.Choice(options.VERDICTS), help="What was decided.")
@click.option("--reason", required=True, metavar="TEXT", callback=_read_words, help="Why.")
@click.option("--by", required=True, metavar="NAME", callback=_read_words, help="Who decided it.")
@click.option("--date", "day", required=True, metavar="DAY", callback=_read_day, help="When, as in 2018-06-14.")
@click.option(
    "--claims",
    type=click.Path(path_type=Path),
    default=options.CLAIMS_FILE,
    show_default=True,
    metavar="FILE",
    help="The claims file that has the claim.",
)
@decisions_option
@click.option(
    "--report",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Tie the decision to the evidence in this report, written by --format json; by default the claim is checked.",
)
@options.record
@options.as_of
@options.since
@options.until
@options.publisher
@options.judge
@options.disable
@options.lexicon
@options.index
@options.jobs
def decide(**given: Unpack[Given]) -> None:
    """Record what somebody decided on a claim, beside what was found.

    CLAIM is the id of a claim. The decision is added to decisions.yaml, of which nothing is ever taken out; the latest
    one on a claim stands. It is tied to the evidence that counts, by the options with which claims are checked, and
    is stale once that has changed.
    """
    path = given["decisions"] or place_decisions(given["claims"])
    read = [given["claims"], *given["lexicon"], *filter(None, [given["report"]])]
    refuse_inputs(path, files=read, records=[given["record"]])
    page, kept = open_page(), open_page(path)
    _read_content(path)
    claim = read_claims(given["claims"], ids=[given["claim"]])[0]
    found, evidence = _look_up(given["report"], claim) if given["report"] else _check(claim, given)
    decision = _make_decision(given, evidence)
    _add(decision, kept, path)
    from factcheck.render.harmless import show_line

    told = f"{path}: “{claim.id}” is {decision.decision.value}, by {decision.by} on {decision.date}"
    page.write(f"{show_line(told)}\nwhat was found: {found.value}, on evidence {evidence}\n")
    _note_later(decision, path)


def _make_decision(given: Given, evidence: str) -> Decision:
    from factcheck.model import Decision, VerdictLabel

    return Decision(
        claim=given["claim"],
        decision=VerdictLabel(given["decision"]),
        reason=given["reason"],
        by=given["by"],
        date=given["day"],
        evidence=evidence,
    )


def _check(claim: Claim, given: Given) -> tuple[VerdictLabel, str]:
    """Return what the record says of a claim now, and the id of the evidence."""
    narrowed = Narrowed(
        as_of=given["as_of"], since=given["since"], until=given["until"], publishers=given["publishers"]
    )
    with use_words(given["lexicon"]):
        store = open_record(given["record"], given["index"], jobs=given["jobs"])
        settings = make_settings(narrowed, judge=given["judge"], disable=given["disable"])
        verdict = check_claims([claim], store, settings, jobs=given["jobs"]).verdicts[0]
    return verdict.label, verdict.evidence_id


def _look_up(path: Path, claim: Claim) -> tuple[VerdictLabel, str]:
    """Return what a report says of a claim, and the id of the evidence.

    Raises:
        InputError: it has no verdict on the claim, or one on other words of it.
    """
    from factcheck.report.reading import read_report

    hint = "check the claim anew: leave out --report"
    row = next((one for one in read_report(path).row.verdicts if one.claim.id == claim.id), None)
    if row is None:
        raise InputError(f"{path}: the report has no verdict on “{claim.id}”", hint=hint)
    if row.claim.text != claim.text:
        raise InputError(f"{path}: the report has “{claim.id}” in other words than the claims file", hint=hint)
    return row.verdict, row.evidence_id


def _add(decision: Decision, kept: Page, path: Path) -> None:
    """Add a decision to its file, whole or not at all.

    Raises:
        RunError: somebody else wrote the file in the meantime.
    """
    from factcheck.claims.decision_file import add_decision

    before = _read_content(path)
    written = add_decision(before, decision, path=str(path))
    if _read_content(path) != before:
        raise RunError(f"{path}: was written by somebody else in the meantime", hint="run it again")
    kept.write(written, encoding=UTF8)


def _note_later(decision: Decision, path: Path) -> None:
    """Say where a decision of a later day stands, so that the one that was recorded does not."""
    if not path.exists():  # it went to stdout
        return
    from factcheck.claims.decisions import load_decisions
    from factcheck.render.harmless import show_line

    standing = load_decisions(path).by_claim[decision.claim][-1]
    if standing != decision:
        told = f"what {standing.by} decided on {standing.date} is later, and stands: {standing.decision.value}"
        click.echo(f"note: {show_line(told)}", err=True)


def _read_content(path: Path) -> str:
    """Return the text of a decisions file, "" where there is none yet.

    Raises:
        InputError: it cannot be read, or has faults.
    """
    if not path.exists():
        return ""
    from factcheck.claims.decisions import load_decisions

    load_decisions(path)
    return path.read_bytes().decode(UTF8)
