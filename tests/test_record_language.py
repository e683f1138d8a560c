"""Which texts are not English: told by their commonest words, for every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factcheck.record.intake import read_folder
from factcheck.record.language import FEWEST_WORDS, find_foreign
from tests.record_pages import PAGES

if TYPE_CHECKING:
    from pathlib import Path

ENGLISH = (
    "The harbour wall at Dunmore is to be rebuilt at a cost of £3 million, the port has said. Work on it will begin "
    "in the spring and is to take two years, Ann Lee told the board, which had asked for it to be done by the end of "
    "2018. "
)
FOREIGN = {
    "French": (
        "Le mur du port va être reconstruit, a dit la présidente du conseil. Les travaux vont commencer au "
        "printemps et ils sont prévus pour deux ans, mais le prix n’est pas encore connu dans la ville, qui ne veut "
        "pas payer. "
    ),
    "German": (
        "Die Mauer am Hafen wird neu gebaut, hat die Vorsitzende des Rates gesagt. Die Arbeiten werden im Frühling "
        "beginnen und sollen zwei Jahre dauern, aber der Preis ist noch nicht bekannt, und die Stadt will ihn nicht "
        "zahlen. "
    ),
    "Spanish": (
        "El muro del puerto se va a construir de nuevo, ha dicho la presidenta del consejo. Los trabajos van a "
        "empezar en la primavera y durarán dos años, pero el precio no es conocido y la ciudad no lo quiere pagar. "
    ),
    "Portuguese": (
        "O muro do porto vai ser construído de novo, disse a presidente do conselho. As obras vão começar na "
        "primavera e duram dois anos, mas o preço não é conhecido e a cidade não quer pagar por ele até ao fim. "
    ),
    "Italian": (
        "Il muro del porto sarà ricostruito, ha detto la presidente del consiglio. I lavori della città cominciano "
        "in primavera e durano due anni, ma il prezzo non è ancora noto e il comune non lo vuole pagare. "
    ),
    "Dutch": (
        "De muur van de haven wordt opnieuw gebouwd, zei de voorzitter van de raad. Het werk begint in het voorjaar "
        "en duurt twee jaar, maar de prijs is nog niet bekend en de stad wil er niet voor betalen. "
    ),
    "Swedish": (
        "Muren vid hamnen ska byggas om, sade ordföranden i rådet. Arbetet börjar på våren och är klart om två år, "
        "men det är inte känt vad det kostar och att staden vill betala för den har ingen sagt. "
    ),
    "Polish": (
        "Mur w porcie ma być zbudowany na nowo, jak mówi przewodnicząca rady. Praca zaczyna się na wiosnę i jest na "
        "dwa lata, ale nie wiadomo, ile to kosztuje, i miasto nie chce za to płacić po tym, co już było. "
    ),
    "Welsh": (
        "Mae wal yr harbwr yn cael ei hadeiladu eto, yn ôl cadeirydd y cyngor. Bydd y gwaith yn dechrau yn y "
        "gwanwyn ac mae i fod i bara am ddwy flynedd, ond nid yw y pris wedi ei roi a hefyd nid oes neb i dalu. "
    ),
    "Turkish": (
        "Liman duvarı bir kez daha yapılacak ve iş bir yıl sonra bitecek, ama ne kadar para için olduğu belli "
        "değil. Bu duvar çok eski ve daha önce de bir fırtına ile yıkıldı, her yıl gibi. "
    ),
    "Russian": (
        "Стену в порту будут строить заново, и это не всё, что было сказано на совете. Работа начнётся весной, но "
        "как она будет оплачена, из города пока не сказали, и он за это не заплатит, так как у него нет денег. "
    ),
}


@pytest.mark.parametrize("language", FOREIGN)
def test_a_text_in_another_language_is_told(language: str) -> None:
    assert find_foreign(FOREIGN[language] * 3) == language


@pytest.mark.parametrize("language", ["Danish", "Norwegian"])
def test_near_kin_are_told_apart_by_what_they_do_not_share(language: str) -> None:
    text = (
        "Muren ved havnen skal bygges om, og det er ikke kjent hva den koster for byen, som har sagt at de ikke vil "
        f"betale. Arbeidet var ferdig {'efter' if language == 'Danish' else 'etter'} fra to år. "
    )
    assert find_foreign(text * 3) == language


@pytest.mark.parametrize(
    ("text", "script"),
    [
        (
            "Ο τοίχος του λιμανιού θα ξαναχτιστεί και το έργο θα διαρκέσει δύο χρόνια όπως είπε η πρόεδρος. ",
            "Greek letters",
        ),
        ("سيعاد بناء جدار الميناء وسيستغرق العمل عامين كما قالت رئيسة المجلس في المدينة. ", "Arabic letters"),
        ("港の壁は再建される予定で、工事は春に始まり二年かかると議長は述べた。", "letters"),
    ],
)
def test_another_script_is_told(text: str, script: str) -> None:
    assert find_foreign(text * 10).endswith(script)


def test_english_passes() -> None:
    assert find_foreign(ENGLISH * 3) == ""


@pytest.mark.parametrize("name", PAGES)
def test_pages_with_their_menus_pass(name: str) -> None:
    assert find_foreign(PAGES[name]) == ""


@pytest.mark.parametrize("language", FOREIGN)
def test_a_quotation_in_another_language_passes(language: str) -> None:
    assert find_foreign(f"{ENGLISH}“{FOREIGN[language]}” {ENGLISH}") == ""


@pytest.mark.parametrize("language", ["French", "German", "Welsh"])
def test_a_short_text_passes(language: str) -> None:
    short = " ".join(FOREIGN[language].split()[: FEWEST_WORDS - 10])
    assert find_foreign(short) == ""


@pytest.mark.parametrize(
    "text", ["", "2015 410 380 " * 50, "Ann Lee, Tom Hart, Marsh, Dunmore Port, Quay Street 4. " * 20]
)
def test_figures_and_names_pass(text: str) -> None:
    assert find_foreign(text) == ""


@pytest.mark.parametrize("name", ["page.txt", "page.html"])
def test_a_document_in_another_language_is_skipped(tmp_path: Path, name: str) -> None:
    (tmp_path / "good.txt").write_text(ENGLISH, encoding="utf-8")
    text = FOREIGN["French"] * 3
    (tmp_path / name).write_text(f'<meta charset="utf-8"><p>{text}</p>' if name.endswith("html") else text, "utf-8")
    intake = read_folder(tmp_path)
    assert [document.path for document in intake.documents] == ["good.txt"]
    assert intake.skipped[0].reason == "written in French; the rules read English"
