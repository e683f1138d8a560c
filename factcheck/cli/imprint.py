"""Who publishes what was decided, and where, as it is typed."""

# ruff: noqa: PLC0415 - `--help` must not wait for it

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from factcheck.render.look import Look

_FOLDER: Final = re.compile(r"https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~!$&'()*+,;=:%-]*)*")
"""A scheme, a host and a path of RFC 3986: the address of a page is this and the id of its claim."""


def check_address(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Refuse what is no address of a folder on the web, and return it without a slash at its end."""
    if value is None or _FOLDER.fullmatch(value):
        return value and value.rstrip("/")
    raise click.BadParameter(f"“{value}” is no address such as https://desk.example/checks", ctx=ctx, param=param)


publisher_name = click.option(
    "--publisher-name", metavar="NAME", help="Who publishes the decisions, for --format claimreview."
)

base_url = click.option(
    "--base-url",
    metavar="URL",
    callback=check_address,
    help="Where they are published, for --format claimreview: each claim has its page there, by its id.",
)


def add_imprint(look: Look, *, name: str | None, url: str | None) -> Look:
    """Return the look of a page with who publishes it, where both the name and the address were told."""
    if not (name and url):
        return look
    from factcheck.render.look import Imprint

    return replace(look, imprint=Imprint(name=name, url=url))
