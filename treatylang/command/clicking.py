"""Pieces that several click commands are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from treatylang.command.completing import BY_FIELD
from treatylang.command.query_options import Option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def options(table: Iterable[Option]) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The options of a table, as a decorator of a click command."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(tuple(table)):
            function = _option(option)(function)
        return function

    return decorate


def _option(option: Option) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    names = [name for name in (option.short, option.name, option.field) if name]
    if option.sort == "flag":
        return click.option(*names, is_flag=True, help=option.about)
    kind = click.Choice(option.choices) if option.choices else click.STRING
    return click.option(
        *names,
        type=kind,
        multiple=option.sort == "several",
        default=option.default,
        show_default=option.default is not None,
        metavar=option.metavar or None,
        help=option.about,
        shell_complete=BY_FIELD.get(option.field),
    )
