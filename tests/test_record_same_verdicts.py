"""The example record as pages and as PDF files gives the verdicts that it gives as text."""

from __future__ import annotations

import html
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from factcheck.claims import load_claims
from factcheck.config import Settings
from factcheck.pipeline import hold, verify
from factcheck.record import read_folder
from tests.made_up_pdfs import MadePdf, save

if TYPE_CHECKING:
    from factcheck.model import Report

ROOT: Final = Path(__file__).parent.parent


def check(folder: Path, claims: Path) -> Report:
    return verify(load_claims(claims), hold(read_folder(folder)), Settings())


@cache
def labels_of_text() -> dict[str, str]:
    return labels(check(ROOT / "seeds", ROOT / "claims.yaml"))


def labels(report: Report) -> dict[str, str]:
    return {verdict.claim.id: str(verdict.label) for verdict in report.verdicts}


def paragraphs(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def as_page(seed: Path, path: Path) -> None:
    body = "\n".join(f"<p>{html.escape(text)}</p>" for text in paragraphs(seed))
    markup = f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{body}</body></html>'
    path.write_text(markup, encoding="utf-8")


def as_pdf(seed: Path, path: Path) -> None:
    made = MadePdf(numbered=True)
    made.write_paragraphs(text.replace("\N{CLOCK FACE FOUR OCLOCK}", "") for text in paragraphs(seed))
    save(made, path)


@pytest.mark.parametrize(("suffix", "make"), [(".html", as_page), (".pdf", as_pdf)])
def test_another_format_gives_the_same_verdicts(tmp_path: Path, suffix: str, make: object) -> None:
    assert callable(make)
    folder = tmp_path / "record"
    folder.mkdir()
    for seed in sorted((ROOT / "seeds").glob("*.txt")):
        make(seed, folder / f"{seed.stem}{suffix}")
    claims = tmp_path / "claims.yaml"
    claims.write_text((ROOT / "claims.yaml").read_text(encoding="utf-8").replace(".txt", suffix), encoding="utf-8")
    report = check(folder, claims)
    assert labels(report) == labels_of_text()
    texts = {document.path: document.text for document in read_folder(folder).documents}
    for verdict in report.verdicts:
        for evidence in (*verdict.supporting, *verdict.contradicting, *verdict.own_words):
            assert evidence.span.of(texts[evidence.document]) == evidence.quote
