"""Which language a text is written in, as far as to tell English from what the rules do not read."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Final

SAMPLE: Final = 20_000
"""Characters that are looked at: some three thousand words, more than menus and a cookie bar fill."""

FEWEST_WORDS: Final = 40
"""Words below which a text passes: names and figures alone would decide."""

CLEAR: Final = 2.0
"""Times as many function words as English ones that another language must have: near kin share a few, and an
article may quote at length."""

LEAST_SHARE: Final = 0.12
"""Share of its words that a language's function words make at least: in running text it is a quarter to a half."""

OTHER_LETTERS: Final = 0.5
"""Share of the letters from which a text is written in a script that English is not."""

_FUNCTION_WORDS: Final = {
    "English": (
        "the of and to in a is that it was for on are with as be this have from or by not but what were they we "
        "which an you had has he she his her their there been if would who will said at"
    ),
    "French": (
        "le la les des et est une du dans que qui pour pas sur au avec ce sont par plus il elle se ne mais ont "
        "cette aux nous vous leur été son sa ses"
    ),
    "German": (
        "der die das und ist den von zu mit sich des auf für nicht ein eine dem im es auch als wird sie bei einer "
        "nach wurde dass oder aus hat war am sind zum zur"
    ),
    "Spanish": (
        "el la los las de que y en un una por con para del se no es al lo como más su pero fue este ha sus esta "
        "entre cuando muy sin sobre también hasta"
    ),
    "Portuguese": (
        "o os as de que e em um uma do da dos das no na nos nas para com não por mais se foi ao como mas seu sua ou "
        "são também pelo pela até"
    ),
    "Italian": (
        "il lo gli di che e un una in per con non del della dei delle nel nella sono è si al alla da dal dalla più "
        "come anche ma ha questo essere stato"
    ),
    "Dutch": (
        "de het een van en dat niet op te zijn voor met die aan er ook als bij maar om uit naar dan nog heeft werd "
        "hij wordt door over deze was"
    ),
    "Swedish": (
        "och att det som en på är av för med den till inte om ett har de jag var han hon från vi kan men eller när "
        "där vid efter också"
    ),
    "Danish": (
        "og at det er en til på som med af for den ikke de et har jeg var han hun fra vi kan men eller når der ved "
        "efter også blev"
    ),
    "Norwegian": (
        "og at det er en til på som med av for den ikke de et har jeg var han hun fra vi kan men eller når der ved "
        "etter også ble"
    ),
    "Polish": (
        "w i na z się nie do to że jest o jak po co za ale od dla tego jego był była przez przy jako oraz także tym "
        "są już które który"
    ),
    "Czech": (
        "a se na v je že to s z do o i k ve pro jako by po za ale jsou byl byla bylo také při od které který aby "
        "nebo již"
    ),
    "Welsh": "y yr yn i a o ar ac mae wedi am gan bod fod ei eu oedd bydd ond hefyd hyn nid sydd un cael ddim gyda",
    "Turkish": "ve bir bu da de için ile olarak çok daha gibi olan en ne kadar sonra var ama her değil ise o mi",
    "Russian": "и в не на что с он как по это из но за от к у его она для же так о все был было были который",
}
"""The commonest words that bind a sentence, by language: everyday words of its grammar, chosen by hand."""

_COUNTED: Final = {language: frozenset(words.split()) for language, words in _FUNCTION_WORDS.items()}
_WORD: Final = re.compile(r"[^\W\d_]+")
_NOT_LATIN: Final = re.compile(r"[^\W\d_\x00-\u024f]")


def find_foreign(text: str) -> str:
    """Return the language of a text that is plainly not English, "" for every other text.

    A script that English is not written in is named where its language is not told. Quotations in another language
    within an English text are fine, and so is a text too short to tell.

    >>> find_foreign("Le conseil a dit que les enfants de la ville ne sont pas en danger. " * 5)
    'French'
    """
    sample = text[:SAMPLE]
    words = _WORD.findall(sample.lower())
    script = _script(sample)
    if len(words) < FEWEST_WORDS:
        return f"{script} letters" if script and len("".join(words)) >= 2 * FEWEST_WORDS else ""
    counts = Counter(words)
    shares = {language: sum(counts[word] for word in known) / len(words) for language, known in _COUNTED.items()}
    best = max(shares, key=lambda language: shares[language])
    if best != "English" and shares[best] >= LEAST_SHARE and shares[best] >= CLEAR * shares["English"]:
        return best
    return f"{script} letters" if script else ""


def _script(sample: str) -> str:
    """The script that most letters belong to, "" where it is the Latin one."""
    other = Counter(unicodedata.name(char, "unknown").split()[0] for char in _NOT_LATIN.findall(sample))
    if not other or other.total() < OTHER_LETTERS * sum(char.isalpha() for char in sample):
        return ""
    name = min(other, key=lambda script: (-other[script], script))
    return {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}.get(
        name, name.title()
    )
