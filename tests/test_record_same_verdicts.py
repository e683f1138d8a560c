"""The example record in other formats gives the verdicts that it gives as text."""

from __future__ import annotations

import html
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from factcheck.claims import load_claims
from factcheck.config import Settings
from factcheck.pipeline.held import hold
from factcheck.pipeline.verify import verify
from factcheck.record.intake import read_folder
from tests.made_up_pdfs import MadePdf, save
from tests.real_producers import convert, needs_browser, needs_office, print_off

if TYPE_CHECKING:
    from factcheck.model import Report

ROOT: Final = Path(__file__).parent.parent
SEEDS: Final = sorted((ROOT / "seeds").glob("*.txt"))


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
    for seed in SEEDS:
        make(seed, folder / f"{seed.stem}{suffix}")
    hold_against_text(folder, suffix)


@needs_office
@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".odt", ".rtf"])
def test_what_an_office_program_makes_of_it_gives_the_same_verdicts(tmp_path: Path, suffix: str) -> None:
    convert(type_pages(tmp_path), tmp_path / "record", to=suffix[1:])
    hold_against_text(tmp_path / "record", suffix)


@needs_browser
def test_what_a_browser_prints_of_it_gives_the_same_verdicts(tmp_path: Path) -> None:
    (tmp_path / "record").mkdir()
    for page in type_pages(tmp_path):
        print_off(page, tmp_path / "record" / f"{page.stem}.pdf", margins=True)
    hold_against_text(tmp_path / "record", ".pdf")


def type_pages(folder: Path) -> list[Path]:
    pages = [folder / f"{seed.stem}.html" for seed in SEEDS]
    for seed, page in zip(SEEDS, pages, strict=True):
        as_page(seed, page)
    return pages


def hold_against_text(folder: Path, suffix: str) -> None:
    claims = folder.parent / "claims.yaml"
    claims.write_text((ROOT / "claims.yaml").read_text(encoding="utf-8").replace(".txt", suffix), encoding="utf-8")
    report = check(folder, claims)
    assert labels(report) == labels_of_text()
    texts = {document.path: document.text for document in read_folder(folder).documents}
    for verdict in report.verdicts:
        for evidence in (*verdict.supporting, *verdict.contradicting, *verdict.own_words):
            assert evidence.span.of(texts[evidence.document]) == evidence.quote
