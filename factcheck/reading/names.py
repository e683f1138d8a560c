"""Proper names in text, and what sort of thing has each."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from factcheck.dates import MONTHS
from factcheck.lexicon import load_lexicon
from factcheck.model import EntityKind, NameMention
from factcheck.reading.loose import LEAST
from factcheck.text import tokenize
from factcheck.values import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.reading.name_book import NameBook
    from factcheck.text import Token

_CALENDAR: Final = frozenset(MONTHS) | frozenset(
    "monday tuesday wednesday thursday friday saturday sunday christmas easter".split()
)
_GROUPS: Final = frozenset("children women men people king queen veteran veterans girl girls boy boys".split())
_SAINTS: Final = frozenset({"St", "Saint"})
_JOINERS: Final = frozenset({"of", "for", "and", "the"})
_COMMON_ENDINGS: Final = (
    "age",
    "ance",
    "ence",
    "ism",
    "ed",
    "ing",
    "ly",
    "tion",
    "sion",
    "ment",
    "ments",
    "ness",
    "ity",
    "ies",
    "ers",
    "ings",
    "tions",
)
"""Endings that mark the first word of a sentence as a common one; given names that end so are known."""

ABBREVIATED: Final = 2
"""Letters of an initial or of "St", after which a full stop does not end a name."""


def find_names(tokens: Sequence[Token], text: str, book: NameBook) -> list[NameMention]:
    """Find runs of capitalised words that are names, resolved through the book; in order, without overlaps."""
    found: list[NameMention] = []
    at = 0
    while at < len(tokens):
        end = _run_end(tokens, text, at, book) if tokens[at].capital else at
        if end > at:
            found.extend(_name_run(tokens[at:end], book))
        at = max(end, at + 1)
    return found


def _run_end(tokens: Sequence[Token], text: str, at: int, book: NameBook) -> int:
    """The token after the last of the run of capitalised words at `at`; `at` itself where no name begins."""
    if not _may_begin(tokens, text, at, book):
        return at
    end = at + 1
    while end < len(tokens) and not _ends_with_owner(tokens, end):
        gap = text[tokens[end - 1].end : tokens[end].start]
        joined = end + _joiner_length(tokens, text, at, end)
        abbreviated = gap == ". " and len(tokens[end - 1].text) <= ABBREVIATED
        if (abbreviated or gap in {" ", "-", " & ", "\u00a0", "' ", "’ "}) and _is_name_word(tokens[end]):
            end += 1
        elif joined > end:
            end = joined
        else:
            break
    return end


def _ends_with_owner(tokens: Sequence[Token], end: int) -> bool:
    """Whether the run ends in a possessive that owns what follows, as in "Eastmere's Trust", not "Children's Trust"."""
    owner = tokens[end - 1]
    if end > 1 and tokens[end - 2].text in _SAINTS and tokens[end].capital:
        return False  # "St Ann's School"
    return owner.text.endswith(("'s", "’s")) and not (owner.lower in _GROUPS and tokens[end].capital)


def _joiner_length(tokens: Sequence[Token], text: str, at: int, end: int) -> int:
    """How many tokens "of the" and the like take up inside the name of a body, with the word after them."""
    bodies = load_lexicon().public.body_words
    length = 0
    while end + length < len(tokens) and tokens[end + length].lower in _JOINERS and tokens[end + length].text.islower():
        length += 1
    if not length or end + length >= len(tokens) or not _is_name_word(tokens[end + length]):
        return 0
    if any(mark in text[tokens[end - 1].end : tokens[end + length].start] for mark in ",.;:()\n"):
        return 0
    before = any(token.lower in bodies for token in tokens[at:end])
    if tokens[end].lower == "and":
        after = tokens[end + length : end + length + 3]
        return length + 1 if not before and any(token.lower in bodies and token.capital for token in after) else 0
    return length + 1 if before else 0


def _is_name_word(token: Token) -> bool:
    return token.capital and token.lower not in _CALENDAR and len(token.text) > 0


def _may_begin(tokens: Sequence[Token], text: str, at: int, book: NameBook) -> bool:
    token = tokens[at]
    if not _is_name_word(token) or not token.text[0].isalpha() or token.lower in {"i", "i'm", "i've", "i'd", "i'll"}:
        return False
    lexicon = load_lexicon()
    before = token.start
    while before and text[before - 1] in " \"'“‘([":
        before -= 1
    begins_sentence = at == 0 or before == 0 or text[before - 1] in ".!?:\n•*|"
    if not begins_sentence or token.lower in lexicon.public.titles or token.lower in lexicon.public.given_names:
        return token.lower not in lexicon.function_words or token.lower in lexicon.public.titles
    counts = token.lower in lexicon.numerals.units or token.lower in lexicon.numerals.ordinals or token.lower in LEAST
    common = (
        counts or token.lower in book.common or token.lower in lexicon.qualifiers or token.stem in lexicon.light_words
    )
    return token.lower not in lexicon.function_words and not common and not token.lower.endswith(_COMMON_ENDINGS)


def _name_run(run: Sequence[Token], book: NameBook) -> list[NameMention]:
    """Split a run at the roles inside it ("Eastmere Council Chief Executive Ann Lee") and resolve each name."""
    public = load_lexicon().public
    names: list[NameMention] = []
    begin = 0
    cuts = [*public.roles.find(run), *_before_given_name(run), (len(run), len(run), "")]
    for first, last, _ in sorted(cuts):
        if first > begin:
            mention = _name(run[begin:first], book)
            if mention:
                names.append(mention)
        begin = last
    return names


def _before_given_name(run: Sequence[Token]) -> list[tuple[int, int, str]]:
    """Where a body's name ends and a person's begins: "Marsh Constabulary | Helen Hart"."""
    public = load_lexicon().public
    return [
        (place, place, "")
        for place in range(1, len(run) - 1)
        if run[place].lower in public.given_names and run[place - 1].lower in public.body_words
    ]


def _name(run: Sequence[Token], book: NameBook) -> NameMention | None:
    public = load_lexicon().public
    titled, pronoun = False, ""
    while run and run[0].lower in public.titles:
        pronoun = public.titles[run[0].lower] or pronoun
        run, titled = run[1:], True
    while run and run[0].lower in {"ex", "the", "former", "acting", "interim"}:
        run = run[1:]
    if not run or all(_is_generic(token) for token in run):
        return None
    parts = [_bare(token, after=before) for before, token in zip([None, *run], run, strict=False)]
    written = " ".join(parts)
    words = [part.lower() for part in parts]
    name = book.resolve(written, titled=titled, pronoun=pronoun)
    return NameMention(
        span=Span(run[0].start, run[-1].end),
        name=name,
        kind=book.kinds.get(name) or _kind(words, written, titled=titled),
        resolved_by="" if name == written else f"“{written}” is {name} in this document",
    )


def _is_generic(token: Token) -> bool:
    """Whether a capitalised word only calls a body by what it is ("the Council"), or is a letter of a list."""
    return token.lower in load_lexicon().public.generic_bodies or len(token.text) == 1


def _bare(token: Token, *, after: Token | None) -> str:
    """A word without its possessive ending, which is a part of "St Ann's School"."""
    owner = token.text.endswith(("'s", "’s")) and not (after and after.text in _SAINTS)
    return token.text[:-2] if owner else token.text


def _kind(words: list[str], written: str, *, titled: bool) -> EntityKind:
    public = load_lexicon().public
    if words[0] in public.body_words and words[1:2] in (["of"], ["for"]):
        return EntityKind.BODY
    if words[-1] in public.things or all(word in public.parties for word in words):
        return EntityKind.THING
    if any(word in public.body_words for word in words):
        return EntityKind.BODY
    if titled or (words[0] in public.given_names and len(words) > 1):
        return EntityKind.PERSON
    if written.isupper() and len(written) > 1:
        return EntityKind.BODY
    return EntityKind.PERSON if len(words) == 1 and words[0] in public.given_names else EntityKind.UNKNOWN


def name_counts(text: str, book: NameBook) -> Counter[str]:
    """How often each resolved name is mentioned in a text."""
    return Counter(mention.name for mention in find_names(tokenize(text), text, book))
