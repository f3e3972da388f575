"""Every code, born here.  Bands: 01 text, 02 syntax, 03 names, 04 treaty, 05 dates, 06 event, 07 evaluation, 08 files and commands,
09 figures, 10 places on the map.

Each code has a page (`treatylang/diagnostics/pages/`, or the docstring of the check that owns it) and a test.
"""

from __future__ import annotations

from treatylang.record import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of message: `TL0302`, `error` or `warning`, and a title of a few words."""

    id: str
    severity: str
    title: str


def _codes(*rows: tuple[str, str, str]) -> dict[str, Code]:
    return {code: Code(code, severity, title) for code, severity, title in rows}


CODES: dict[str, Code] = _codes(
    # 01 text: refused before it is read
    ("TL0101", "error", "file too large"),
    ("TL0102", "error", "not UTF-8"),
    ("TL0103", "error", "character not allowed"),
    ("TL0104", "error", "nested too deeply"),
    ("TL0105", "error", "name too long"),
    # 02 syntax
    ("TL0201", "error", "unexpected word"),
    ("TL0202", "error", "text ends too early"),
    ("TL0203", "error", "characters that start no word"),
    ("TL0204", "error", "string without an end"),
    # 03 names
    ("TL0301", "error", "unknown word"),
    ("TL0302", "error", "unknown state"),
    ("TL0303", "error", "unknown treaty"),
    ("TL0304", "error", "unknown article or label"),
    ("TL0305", "error", "role word that nothing introduces"),
    ("TL0306", "error", "ambiguous role word"),
    ("TL0307", "error", "word of the wrong sort"),
    ("TL0308", "error", "wrong preposition"),
    ("TL0309", "error", "fact of the wrong owner"),
    ("TL0310", "error", "duplicate definition"),
    ("TL0311", "error", "name that shadows the vocabulary"),
    # 04 the treaty as a whole
    ("TL0401", "error", "duplicate clause"),
    ("TL0402", "error", "must in a pledge"),
    ("TL0403", "error", "cycle"),
    ("TL0404", "error", "organ without a rule"),
    ("TL0405", "error", "units that do not compare"),
    ("TL0406", "error", "area that names nothing"),
    ("TL0407", "warning", "clause that can never apply"),
    ("TL0408", "warning", "exception that always or never holds"),
    ("TL0409", "warning", "unused name"),
    ("TL0410", "warning", "reading without author or source"),
    ("TL0411", "error", "rider for one who was never a party"),
    ("TL0412", "error", "ring that is no area"),
    ("TL0413", "error", "riders with different effects"),
    # 05 dates
    ("TL0501", "error", "impossible date"),
    ("TL0502", "error", "empty spell"),
    ("TL0503", "error", "overlapping spells"),
    ("TL0504", "error", "dates outside the treaty's"),
    ("TL0505", "error", "overlapping versions"),
    # 06 events
    ("TL0601", "error", "not readable as YAML or JSON"),
    ("TL0602", "error", "form that events do not allow"),
    ("TL0603", "error", "unknown field"),
    ("TL0604", "error", "missing field"),
    ("TL0605", "error", "unknown name in an event"),
    ("TL0606", "error", "value of the wrong type"),
    ("TL0607", "error", "fact of the wrong owner in an event"),
    ("TL0608", "error", "state outside its years"),
    ("TL0609", "error", "dates out of order"),
    ("TL0610", "error", "facts that contradict one another"),
    ("TL0611", "error", "wrong role field"),
    ("TL0612", "error", "claim that is none"),
    ("TL0613", "error", "bad reference to an act"),
    ("TL0614", "error", "two forms at once"),
    ("TL0615", "warning", "place far from its territory"),
    ("TL0616", "error", "membership against the treaty"),
    ("TL0617", "warning", "treaty that is not in the library"),
    ("TL0618", "error", "one actor on both sides"),
    ("TL0619", "warning", "day asked about before the event"),
    ("TL0620", "error", "word that treaties define differently"),
    # 07 evaluation
    ("TL0701", "error", "not evaluated yet"),
    # 08 files and commands
    ("TL0801", "error", "file that cannot be read"),
    ("TL0802", "error", "file named unlike its id"),
    ("TL0803", "error", "formatter that changed the meaning"),
    ("TL0804", "error", "no such thing in the library"),
    # 09 figures
    ("TL0901", "error", "figures in no layout that is known"),
    ("TL0902", "error", "unknown state or measure of a figure"),
    ("TL0903", "error", "no figure"),
    ("TL0904", "error", "figures that contradict one another"),
    # 10 places on the map
    ("TL1001", "warning", "coordinates that are not resolved"),
    ("TL1002", "warning", "place resolved by a map of today"),
    ("TL1003", "error", "map that cannot be read"),
    ("TL1004", "error", "event that cannot be completed"),
)
