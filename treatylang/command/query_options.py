"""The options of `treaty query`: one table, from which click makes its command and by which the fast door reads plain ones."""

from __future__ import annotations

from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


_FIELDS = {"--not": "not_owed", "--from": "since", "--to": "until"}  # where the option is no name in Python, or says too little


@dataclass(frozen=True, slots=True)
class Option:
    """`sort` is flag, value or several; `choices` all that may be given, where it is not free."""

    name: str
    short: str | None
    sort: str
    metavar: str
    about: str
    choices: tuple[str, ...] = ()
    default: str | None = None

    @property
    def field(self) -> str:
        return _FIELDS.get(self.name) or self.name.lstrip("-").replace("-", "_")


TREATY = Option("--treaty", "-t", "several", "ID", "Ask this treaty only; `all` asks every one, whatever the event names.")
DATE = Option("--date", "-d", "several", "DAY", "The day asked about, YYYY-MM-DD; without it, the days of the event's `as_of`.")
BEARER = Option("--bearer", "-b", "several", "CODE", "Only what this state owes or may do.")
PRESUME = Option("--presume", None, "value", "", "`none` switches every presumption off.", ("default", "none"), "default")
TEXT = Option(
    "--text", None, "value", "", "Whose text: the public's of the day, all signatories', or with the secrets of some of them.",
    ("public", "signatories", "all"), "all",
)  # fmt: skip
LIBRARY = Option(
    "--library", "-l", "value", "FOLDER", "A folder or file of treaties in place of those of the program; it may cite these."
)
COLOUR = Option("--colour", None, "value", "", "Colour, which needs rich.", ("auto", "always", "never"), "auto")

QUERY = (
    TREATY,
    DATE,
    BEARER,
    Option("--format", "-f", "value", "", "How the answer is written.", ("table", "json", "csv", "markdown"), "table"),
    PRESUME,
    TEXT,
    Option("--strict", None, "flag", "", "Exit with 4 where a duty asked about depends on open facts, or is disputed."),
    Option("--all", None, "flag", "", "Also what is not owed, with the first line of the rule that fails."),
    Option("--standing", None, "flag", "", "Also the duties and rights that hold at all times."),
    Option("--wide", None, "flag", "", "One line for each clause, however long."),
    Option("--why", None, "flag", "", "With the tree of reasons of each duty, in JSON."),
    LIBRARY,
    COLOUR,
)


@dataclass(frozen=True, slots=True)
class Query:
    """A question as it was given on the command line."""

    events: tuple[str, ...]
    treaty: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    bearer: tuple[str, ...] = ()
    format: str = "table"
    presume: str = "default"
    text: str = "all"
    strict: bool = False
    all: bool = False
    standing: bool = False
    wide: bool = False
    why: bool = False
    library: str | None = None
    colour: str = "auto"


def read_plainly(arguments: Iterable[str]) -> Query | None:
    """The question, where the arguments are plain: options as in the table, each with its value.

    None for anything else - help, a mistake, `--`, bundled letters -, which is left to click and its messages.
    """
    by_name = {name: option for option in QUERY for name in (option.name, option.short) if name}
    events: list[str] = []
    given: dict[str, list[str]] = {}
    flags: dict[str, bool] = {}
    rest = iter(arguments)
    for argument in rest:
        if not argument.startswith("-") or argument == "-":
            events.append(argument)
            continue
        name, equals, value = argument.partition("=")
        option = by_name.get(name)
        if option is None or (equals and (option.sort == "flag" or not name.startswith("--"))):
            return None
        if option.sort == "flag":
            flags[option.field] = True
            continue
        if not equals:
            value = next(rest, "-")
            if value.startswith("-"):
                return None
        if option.choices and value not in option.choices:
            return None
        given.setdefault(option.field, []).append(value)
    if not events or events.count("-") > 1:
        return None
    several = {option.field for option in QUERY if option.sort == "several"}
    values = {field: tuple(found) if field in several else found[-1] for field, found in given.items()}
    return Query(tuple(events), **values, **flags)  # type: ignore[arg-type]
