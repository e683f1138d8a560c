"""`factcheck verify --watch`: verdicts that follow their files, until Ctrl-C."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import click

from factcheck.cli import boundary
from factcheck.cli.build import CHECKING, is_typed, make_settings, open_record, read_claims, use_words
from factcheck.cli.decided import find_decisions, place_decisions, read_decisions
from factcheck.cli.imprint import add_imprint
from factcheck.cli.output import STDOUT, UTF8, open_page, refuse_inputs
from factcheck.cli.progress import show_progress
from factcheck.cli.verify import STREAMED, narrow
from factcheck.errors import FactcheckError, InputError
from factcheck.pipeline.jobs import count_jobs
from factcheck.record.walk import find_place
from factcheck.render import REPORTS
from factcheck.render.harmless import show_line
from factcheck.render.report_jsonl import render_line
from factcheck.watch.files import Watched
from factcheck.watch.follow import Follower, Inputs
from factcheck.watch.notes import describe

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.cli.decided import Beside
    from factcheck.cli.output import Page
    from factcheck.cli.verify import Given
    from factcheck.index.store import Store
    from factcheck.model import Claim
    from factcheck.watch.follow import Place, Update

TABLE: Final = "table"
"""The format that is shown anew on a terminal, and in a pipe one after the other."""

_RULE: Final = "=" * 60
"""What parts the tables in a pipe."""


def watch_verdicts(given: Given) -> None:
    """Write verdicts, and write them anew as their files change, until a break.

    A table is shown anew on a terminal, and in a pipe whole each time; of JSON Lines only the verdicts that differ are
    written; a file is written anew as a whole. What goes wrong later is told, and the last good verdicts stay.

    Raises:
        FactcheckError: nothing can be shown as things are at the start, or what was typed cannot be watched.
    """
    REPORTS.load(given["form"])
    _refuse(given)
    page, shown = open_page(given["output"], width=given["width"]), False
    with ExitStack() as held:
        source = _Files(given, held)
        progress = partial(show_progress, CHECKING)
        for found in Follower(source, jobs=given["jobs"] or count_jobs(), progress=progress):
            if isinstance(found, FactcheckError):
                boundary.report(found)
                _tell("note: the verdicts before stand until this is mended; still watching")
                continue
            try:
                _show(_decide(found, source.beside), given, again=shown)
            except FactcheckError as error:  # a full disk, or a folder that has gone
                boundary.report(error)
            for line in describe(found) if shown else _say_what_is_watched(given, page):
                _tell(line)
            shown = True


def _refuse(given: Given) -> None:
    """Refuse what a watch cannot do, before anything is read."""
    if given["fail_on"]:
        told = "--fail-on does not go with --watch, which ends by Ctrl-C and not by an answer"
        raise InputError(told, hint="leave one of them out")
    to_stdout = given["output"] is None or given["output"] == STDOUT
    if to_stdout and given["form"] not in {TABLE, STREAMED}:
        hint = f"name a file, which is written anew each time: --output report.{given['form']}"
        raise InputError(f"--format {given['form']} with --watch would be written to stdout again and again", hint=hint)
    for file in _list_files(given):
        if file.exists() and not file.is_file():
            raise InputError(f"{file}: is no file that can be watched", hint="write it to a file")
    refuse_inputs(given["output"], files=_list_files(given), records=[given["record"]])


def _list_files(given: Given) -> tuple[Path, ...]:
    """The single files that a run reads beside the record, which need not be there."""
    return (given["claims"], given["decisions"] or place_decisions(given["claims"]), *given["lexicon"])


class _Files:
    """The files that were typed, read anew where their bytes are new."""

    def __init__(self, given: Given, held: ExitStack) -> None:
        self._given = given
        self._words = held.enter_context(ExitStack())
        self._digests: dict[Place, str] = {}
        self._claims: tuple[Claim, ...] = ()
        self._store: Store | None = None
        self.beside: Beside | None = None

    @property
    def watched(self) -> Watched:
        """The files that were typed, and the folders of the record."""
        given, folders = self._given, [self._given["record"]]
        if self._store and given["index"] and not is_typed("record"):
            folders = [find_place(name) for name in self._store.list_folders()]
        return Watched(files=_list_files(given), folders=tuple(folders))

    def read(self) -> Inputs:
        """Read what has changed.

        Raises:
            FactcheckError: something cannot be used as it is now.
        """
        given = self._given
        digests: dict[Place, str] = {("", str(file)): _hash(file) for file in _list_files(given)}
        if digests != self._digests:
            self._words.close()
            self._digests = {}
            self._claims = read_claims(given["claims"], ids=given["claim_ids"], speakers=given["speakers"])
            decisions = find_decisions(given["decisions"], claims=given["claims"])
            self.beside = read_decisions(decisions, claims=self._claims, file=given["claims"])
            self._words.enter_context(use_words(given["lexicon"]))
            self._digests = digests
        self._store = self._open()
        settings = make_settings(narrow(given), judge=given["judge"], disable=given["disable"])
        return Inputs(claims=self._claims, store=self._store, settings=settings, digests=digests)

    def _open(self) -> Store:
        """Open the record anew, which may be kept elsewhere now; what is held in memory would be lost by that."""
        opened = self._store
        if opened and opened.folder is not None:
            opened.close()
            opened = None
        given = self._given
        return open_record(given["record"], given["index"], jobs=given["jobs"], opened=opened)


def _hash(file: Path) -> str:
    try:
        return sha256(file.read_bytes()).hexdigest()
    except OSError:  # whoever needs it says so
        return ""


def _decide(update: Update, beside: Beside | None) -> Update:
    """Return an update with what people decided beside its verdicts."""
    if beside is None:
        return update
    report = replace(update.report, verdicts=tuple(map(beside, update.report.verdicts)))
    return replace(update, report=report, verdicts=tuple(map(beside, update.verdicts)))


def _show(update: Update, given: Given, *, again: bool) -> None:
    page = open_page(given["output"], width=given["width"])  # a terminal may have another width by now
    if given["form"] == STREAMED and page.file is None:
        report = update.report
        for verdict in update.verdicts:
            page.write(render_line(verdict, report_id=report.report_id, as_of=report.as_of), encoding=UTF8)
        return
    look = add_imprint(page.look(why=given["why"]), name=given["publisher_name"], url=given["base_url"])
    text = REPORTS.load(given["form"])(look)(update.report, width=page.width)
    if again and _is_screen(page):
        click.clear()
    elif again and page.file is None:
        text = f"{_RULE}\n{text}"
    page.write(text, encoding="" if given["form"] == TABLE else UTF8)


def _is_screen(page: Page) -> bool:
    """Whether the page is a terminal that can be cleared."""
    return page.file is None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _say_what_is_watched(given: Given, page: Page) -> list[str]:
    named = ", ".join(str(file) for file in _list_files(given) if file.exists())
    where = f"; {page.file} is written anew each time" if page.file else ""
    record = given["index"] if given["index"] and not is_typed("record") else given["record"]
    return [f"watching {named} and the record {record}{where}; Ctrl-C ends it"]


def _tell(line: str) -> None:
    click.echo(show_line(line), err=True)
