"""Mail (.eml): the sender's words, and those of earlier mail in it laid to whoever wrote them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from typing import TYPE_CHECKING, Final

from factcheck.errors import InputError
from factcheck.model import Basis, Dated, DocumentKind, Extracted, Fact, Skipped
from factcheck.record.assembly import mend, tell
from factcheck.record.lines import is_blank
from factcheck.record.mail_text import LONGEST_HEADER, lay_out_mail, person_of
from factcheck.record.plain import decode
from factcheck.record.plain_html import to_text
from factcheck.values import DateRange

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FROM: Final = "the From line"
_HEADERS: Final = re.compile(rb"(?:From |[A-Za-z][A-Za-z0-9-]*:)")
_UNREADABLE: Final = (MessageError, ValueError, LookupError, ArithmeticError, AttributeError, TypeError, RecursionError)
"""What the standard library raises on headers that keep no rule."""

_MOST_PARTS: Final = 1_000
"""Parts of one mail that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Body:
    """The text of a mail, and the parts that are none."""

    text: str
    skipped: tuple[Skipped, ...]


class Mail:
    """Reads one mail; its text part, or else its HTML part made plain."""

    name = "mail"

    def read(self, path: Path) -> Extracted:
        """Return the text with its subject, sender and date; attachments are told as skipped.

        Raises:
            InputError: it has no headers, or no text.
        """
        content = path.read_bytes()
        if not _HEADERS.match(content.lstrip(b"\xef\xbb\xbf\r\n")):
            raise InputError("is no mail: it begins with no header")
        message = BytesParser(policy=policy.default).parsebytes(content)
        try:
            body = _find_body(message)
        except _UNREADABLE:
            raise InputError("is a mail whose parts cannot be told apart") from None
        if is_blank(body.text):
            raise InputError("holds no text of its own" + (", only attachments" if body.skipped else ""))
        sender = _sender(_header(message, "From"))
        dated = _date(_header(message, "Date"))
        text, sections, spoken = lay_out_mail(body.text, author=sender, published=dated)
        return Extracted(
            text=text,
            title=tell(_header(message, "Subject"), "the Subject line"),
            author=sender,
            published=dated,
            sections=sections,
            spoken=spoken,
            kind=DocumentKind.FIRST_PERSON,
            skipped=body.skipped,
        )


def _header(message: EmailMessage, name: str) -> str:
    """A header as text; one that the standard library cannot read is none."""
    try:
        return mend(str(message[name] or ""))[:LONGEST_HEADER]
    except _UNREADABLE:
        return ""


def _find_body(message: EmailMessage) -> _Body:
    """The first text part that is no attachment, before the first HTML part; every other part is skipped."""
    plain: list[str] = []
    marked_up: list[str] = []
    skipped: list[Skipped] = []
    for number, part in enumerate(_parts(message), 1):
        if number > _MOST_PARTS:
            skipped.append(Skipped(path="further parts", reason=f"a mail of more than {_MOST_PARTS:,} parts"))
            break
        kind = part.get_content_type()
        attached = part.get_filename() or part.get_content_disposition() == "attachment"
        if attached or kind not in {"text/plain", "text/html"}:
            name = mend(part.get_filename() or "") or f"part {number}"
            skipped.append(
                Skipped(path=name, reason=f"an attachment ({kind}): save it beside the mail to have it read")
            )
        else:
            (plain if kind == "text/plain" else marked_up).append(_content(part))
    texts = [text for text in plain if text.strip()]
    return _Body(text="\n\n".join(texts or map(to_text, marked_up)), skipped=tuple(skipped))


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts of a mail in order; a mail that is attached is one, whatever is in it."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        inner = part.get_payload()
        if isinstance(inner, list) and part.get_content_maintype() == "multipart":
            waiting += [one for one in reversed(inner) if isinstance(one, EmailMessage)]
        else:
            yield part


def _content(part: EmailMessage) -> str:
    """The text of a part; where its bytes are not in the encoding that it names, in the one that they suggest."""
    content = part.get_payload(decode=True)
    raw = content if isinstance(content, bytes) else b""
    named = part.get_content_charset() or "utf-8"
    try:
        return raw.decode(named)
    except (LookupError, UnicodeDecodeError, ValueError):
        return decode(raw)


def _sender(line: str) -> Fact:
    """Who sent a mail; an address of two names is read as them, so that nobody hides behind it."""
    name, address = parseaddr(line)
    return tell(person_of(name or address), FROM)


def _date(line: str) -> Dated:
    try:
        day = parsedate_to_datetime(line).date()
        return Dated(value=DateRange.day(day), basis=Basis.INFERRED, source="the Date line")
    except (TypeError, ValueError, IndexError, OverflowError):
        return Dated(source=f"the Date line, “{line[:60]}”, is no date" if line else "the mail has no Date line")
