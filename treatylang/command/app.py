"""The click commands, gathered.  Each command stands in a module of its own and does its work with what that module imports then."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import click

from treatylang.command.asking import BadArgument
from treatylang.command.burden import burden
from treatylang.command.calendar import calendar
from treatylang.command.check import check
from treatylang.command.completion import completion
from treatylang.command.console import UsageProblem, report
from treatylang.command.diff import diff
from treatylang.command.exits import INPUT_ERROR, INTERRUPTED, USAGE
from treatylang.command.explain_code import explain_code
from treatylang.command.fmt import fmt
from treatylang.command.locate import locate
from treatylang.command.new import new
from treatylang.command.organ import organ
from treatylang.command.query_command import query
from treatylang.command.schema import schema
from treatylang.command.show import list_, show, states
from treatylang.command.test import test
from treatylang.command.vocabulary import vocabulary
from treatylang.command.why import why
from treatylang.diagnostics.diagnostic import InputError
from treatylang.version import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence

EPILOG = "Exit codes: 0 answered, 1 the input has errors, 2 usage, 4 undetermined (with --strict), 70 a bug."


class Commands(click.Group):
    """Commands in the order in which they are added, and a near name for one that does not exist."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            near = get_close_matches(args[0], self.commands, 1)
            hint = f" Did you mean '{near[0]}'?" if near else ""
            raise click.UsageError(f"No such command '{args[0]}'.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """What is wrong with the input is told in one way, whatever the command."""
        try:
            return super().invoke(ctx)
        except InputError as error:
            report(error.diagnostics)
            ctx.exit(USAGE if isinstance(error, BadArgument) else INPUT_ERROR)
        except UsageProblem as problem:
            raise click.UsageError(str(problem), ctx) from problem


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}, epilog=EPILOG)
@click.version_option(__version__, "-V", "--version", prog_name="treaty", message="%(prog)s %(version)s")
def app() -> None:
    """Treaties as rules: who owes which duty to whom, under which article, and why."""


for each in (
    query,
    why,
    organ,
    new,
    check,
    test,
    fmt,
    list_,
    show,
    diff,
    calendar,
    burden,
    locate,
    states,
    vocabulary,
    schema,
    explain_code,
    completion,
):
    app.add_command(each)


def run_app(arguments: Sequence[str]) -> int:
    """The exit code of a command line, its messages written; what is no mistake of the user's is raised."""
    try:
        result = app.main(list(arguments), prog_name="treaty", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return USAGE
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return INTERRUPTED
    return result if isinstance(result, int) else 0
