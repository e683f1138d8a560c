"""The page in a browser: it loads nothing, runs nothing but its script, and can be used by anybody."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pypdfium2 import PdfDocument

from factcheck.render.html.page import render_page
from tests.browsers import open_file, run_browser
from tests.pages import make_full_report
from tests.report_factory import OWN_WORDS, SUPPORT, make_report, make_verdict
from tests.test_render_html_hostile import HOSTILE, poison

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from tests.browsers import Opened

ARABIC = "قالت الهيئة إن الجسر افتتح في مايو 2017 (متأخرا)."
"""A sentence that is read from right to left, with figures and brackets, which turn."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with run_browser() as running:
        yield running


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(render_page(make_full_report(), width=0), encoding="utf-8")
    return path


@pytest.fixture
def opened(browser: Browser, file: Path) -> Iterator[Opened]:
    with open_file(browser, file) as page:
        yield page


def seen(page: Page, selector: str) -> list[str]:
    """The ids of what is to be seen of some elements."""
    return [one.get_attribute("id") or "" for one in page.locator(selector).all() if one.is_visible()]


def unfold(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")


# --- it keeps to itself ------------------------------------------------------------------------------


def test_nothing_is_asked_for_and_nothing_stands_in_the_console(opened: Opened, file: Path) -> None:
    unfold(opened.page)
    opened.page.mouse.wheel(0, 10_000)
    assert opened.asked == [file.as_uri()]
    assert opened.told == []
    assert opened.violations == []


def test_the_policy_stops_what_is_not_on_the_page_already(opened: Opened) -> None:
    opened.page.evaluate(
        """async () => {
          const add = (name, facts) => document.body.append(Object.assign(document.createElement(name), facts));
          add("script", {textContent: "window.taken = 1"});
          add("img", {src: "https://taken.example/x.png"});
          add("iframe", {src: "https://taken.example/"});
          document.body.setAttribute("style", "color: red");
          document.body.setAttribute("onclick", "window.taken = 1");
          document.body.click();
          await fetch("https://taken.example/").catch(() => 0);
        }"""
    )
    opened.page.wait_for_function("() => window.violations?.length >= 6")
    assert opened.page.evaluate("window.taken") is None
    stopped = {one.split()[0] for one in opened.violations}
    assert stopped == {"script-src-elem", "script-src-attr", "img-src", "frame-src", "style-src-attr", "connect-src"}
    assert {why for address, why in opened.stopped if "taken" in address} == {"csp"}
    assert {address for address, _ in opened.stopped} == set(opened.asked[1:])


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_runs_nothing_and_breaks_nothing(browser: Browser, tmp_path: Path, text: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(render_page(poison(make_full_report(), text), width=0), encoding="utf-8")
    with open_file(browser, path, viewport={"width": 390, "height": 800}) as opened:
        assert opened.asked == [path.as_uri()]
        assert opened.told == []
        assert opened.violations == []
        assert opened.page.locator("body > main > section").count() == 6
        assert opened.page.locator("script, style").count() == 2
        unfold(opened.page)
        assert opened.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# --- it can be read without a script, and used with one ----------------------------------------------


def test_without_a_script_everything_is_there(browser: Browser, file: Path) -> None:
    with open_file(browser, file, java_script_enabled=False) as opened:
        page = opened.page
        assert not page.locator("#filters").is_visible()
        assert len(seen(page, "tbody tr[id]")) == len(seen(page, "article")) == 5
        folded = page.locator("#claim-1-aside-3")
        assert not folded.is_visible()
        page.locator("#claim-1 .apart summary").filter(has_text="3 passages").click()
        assert folded.is_visible()


def test_claims_are_narrowed_down_by_verdict_speaker_document_words_and_fragility(opened: Opened) -> None:
    page = opened.page
    everything = [f"claim-{number}" for number in range(1, 6)]
    assert seen(page, "article") == everything
    page.get_by_label("Insufficient (1)").check()
    page.get_by_label("Disputed (1)").check()
    assert seen(page, "article") == ["claim-1", "claim-4"]
    assert seen(page, "tbody tr[id]") == ["row-1", "row-4"]
    assert page.get_by_role("status").inner_text() == "2 of 5 claims shown"
    page.get_by_label("Speaker").select_option("Tom Hart")
    assert seen(page, "article") == ["claim-4"]
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("() => document.getElementById('shown').textContent === '5 claims, all shown'")
    assert seen(page, "article") == everything
    page.get_by_label("Document").select_option("2")
    assert seen(page, "article") == ["claim-1"]
    page.get_by_label("Document").select_option("")
    page.get_by_label("Fragile only").check()
    assert seen(page, "article") == ["claim-1", "claim-2"]
    page.get_by_role("searchbox", name="Words").fill("TOLL opened")
    assert seen(page, "article") == ["claim-2"]
    page.get_by_role("searchbox", name="Words").fill("no such word")
    assert page.get_by_role("status").inner_text() == "0 of 5 claims shown"


def test_a_link_to_a_claim_that_is_hidden_shows_it_again(opened: Opened) -> None:
    page = opened.page
    page.get_by_label("Insufficient (1)").check()
    page.evaluate("location.hash = 'claim-1-aside-3'")
    page.wait_for_function("() => !document.getElementById('claim-1').hidden")
    page.wait_for_function("() => document.getElementById('claim-1-aside-3').checkVisibility()")
    assert page.get_by_role("status").inner_text() == "5 claims, all shown"


def test_the_page_can_be_used_by_keyboard(opened: Opened) -> None:
    page = opened.page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the verdicts"
    assert page.locator(".skip").bounding_box()["y"] >= 0  # type: ignore[index] # it is seen, so it has a box
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "verdict"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.keyboard.press("Space")
    assert seen(page, "article") == ["claim-2"]
    page.locator("#claim-2 summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#claim-2 table").first.is_visible()


def test_everything_can_be_unfolded_at_once(opened: Opened) -> None:
    button = opened.page.get_by_role("button", name="Unfold everything")
    button.click()
    assert opened.page.locator("details:not([open])").count() == 0
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    assert opened.page.locator("details[open]").count() == 0


# --- for everybody's eyes and ears -------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_serious_barrier(browser: Browser, file: Path, width: int, scheme: str) -> None:
    size = {"width": width, "height": 900}
    with open_file(browser, file, viewport=size, color_scheme=scheme, reduced_motion="reduce") as opened:
        unfold(opened.page)
        assert opened.find_barriers() == []


def test_axe_sees_a_barrier_where_there_is_one(opened: Opened) -> None:
    opened.page.evaluate("document.querySelector('label[for=speaker]').remove()")
    assert [one.split(":")[0] for one in opened.find_barriers()] == ["select-name"]


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_nothing_is_wider_than_the_screen(browser: Browser, file: Path, width: int) -> None:
    with open_file(browser, file, viewport={"width": width, "height": 900}) as opened:
        unfold(opened.page)
        assert opened.page.evaluate("document.documentElement.scrollWidth") == width


def test_a_picture_says_what_it_shows_and_a_verdict_is_a_word(opened: Opened) -> None:
    picture = opened.page.locator("#claim-1 svg[role=img]")
    assert "For 1: speaks of May 2017" in picture.aria_snapshot()
    assert opened.page.locator("#claim-1 .answer").aria_snapshot().count("Disputed") == 1
    assert "≠" not in opened.page.locator("#claim-1 .answer").aria_snapshot()


def test_nothing_moves_by_itself(browser: Browser, file: Path) -> None:
    with open_file(browser, file) as opened:
        assert opened.page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
        assert opened.page.evaluate("document.getAnimations().length") == 0


def test_a_quote_from_right_to_left_is_set_so(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    arabic = replace(SUPPORT, quote=ARABIC)
    path.write_text(render_page(make_report(make_verdict(supporting=(arabic,))), width=0), encoding="utf-8")
    with open_file(browser, path) as opened:
        block = opened.page.locator("#claim-1-for-1 blockquote")
        assert block.evaluate("(one) => getComputedStyle(one).direction") == "rtl"
        assert block.locator("mark").text_content() == ARABIC
        assert (
            opened.page.locator("#claim-1-against-1 blockquote").evaluate("(one) => getComputedStyle(one).direction")
            == "ltr"
        )


def test_on_paper_what_is_folded_stands_there_and_what_needs_a_screen_does_not(opened: Opened) -> None:
    assert not opened.page.locator("#claim-1-aside-3").is_visible()
    sheets = PdfDocument(opened.page.pdf(format="A4"))
    text = " ".join(" ".join(sheet.get_textpage().get_text_range() for sheet in sheets).split())
    sheets.close()
    for told in ("stopped by period", "topic: same measure", OWN_WORDS.quote, "no reader for .tiff files"):
        assert told in text
    for missing in ("Unfold everything", "Skip to the verdicts", "Back to the list"):
        assert missing not in text


def test_on_paper_only_what_is_shown_is_printed_and_that_is_said(opened: Opened) -> None:
    opened.page.get_by_label("Insufficient (1)").check()
    opened.page.emulate_media(media="print")
    assert opened.page.get_by_role("status").is_visible()
    assert seen(opened.page, "article") == ["claim-4"]
    assert not opened.page.locator("#words").is_visible()


def test_a_link_to_a_claim_leads_to_its_very_place(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    verdicts = (
        replace(make_verdict(), claim=replace(make_verdict().claim, id=f"claim-{place}")) for place in range(12)
    )
    path.write_text(render_page(make_report(*verdicts), width=0), encoding="utf-8")
    with open_file(browser, path) as opened:
        opened.page.set_viewport_size({"width": 390, "height": 800})
        opened.page.locator(".claims a[href='#claim-9']").click()
        opened.page.wait_for_timeout(200)
        top = opened.page.locator("#claim-9").evaluate("(one) => one.getBoundingClientRect().top")
    assert -5 < top < 100
