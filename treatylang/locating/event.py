"""The places of an event that have coordinates alone, and the event's text with what they lie in."""

from __future__ import annotations

from treatylang.diagnostics.diagnostic import Diagnostic, InputError, Place
from treatylang.events.tree import Mapping, Sequence
from treatylang.locating.edit import Addition, CannotEdit, edited
from treatylang.locating.locate import locate
from treatylang.locating.told import comment, doubtful, unresolved
from treatylang.locating.world import SOURCE
from treatylang.record import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from treatylang.events.situation import Act, Location, Situation
    from treatylang.events.tree import Node
    from treatylang.locating.locate import Located
    from treatylang.model.vocabulary import Vocabulary
    from treatylang.text.source import Source


@dataclass(frozen=True)
class Completed:
    """The text of an event with what was found; `found` has each place that had coordinates alone, by the id of its act, and
    `diagnostics` what has to be looked at: what is not resolved, and what the text itself does not say of the rest."""

    text: str
    found: tuple[tuple[str, Located], ...]
    diagnostics: tuple[Diagnostic, ...]


def completed(source: Source, tree: Node, situation: Situation, vocabulary: Vocabulary) -> Completed:
    """The event with a `territory`, `territory_of` or `sea` for every place that has coordinates and nothing by which it is found.

    Raises `MissingExtra`, and `InputError` where the map or the text does not allow it.
    """
    found: list[tuple[str, Located]] = []
    warnings: list[Diagnostic] = []
    additions: list[Addition] = []
    for act, place, mapping in _alone(tree, situation):
        assert place.latitude is not None and place.longitude is not None
        zone = place.zone if isinstance(place.zone, str) else None
        located = locate(place.latitude, place.longitude, act.date, vocabulary, zone)
        found.append((act.id, located))
        at = Place(source, next(key.span for key, _ in mapping.entries if key.text == "lat"))
        if located.field is None or located.value is None:
            warnings.append(unresolved(located, at))
        else:
            additions.append(Addition(mapping, ("lat", "lon"), located.field, located.value, comment(located)))
            if located.doubts:
                warnings.append(doubtful(located, at))
    if not additions:
        return Completed(source.text, tuple(found), tuple(warnings))
    assert isinstance(tree, Mapping)
    try:
        text, commented = edited(source, tree, tuple(additions))
    except CannotEdit as error:
        place_of_first = Place(source, additions[0].mapping.span)
        wanted = "; ".join(dict.fromkeys(f"`{each.field}: {each.value}`" for each in additions))
        hint = f"write the place on lines of its own; it lies in {wanted}"
        message = "the place is written in a way that cannot be completed without changing more"
        raise InputError((Diagnostic("TL1004", message, place_of_first, hint),)) from error
    if not commented:
        told = Place(source, additions[0].mapping.entries[0][0].span)
        message = (
            f"{len(additions)} of the places resolved by {SOURCE}, boundaries as of today, without room for a comment that says so"
        )
        warnings.insert(0, Diagnostic("TL1002", message, told, "say so in a `note`"))
    return Completed(text, tuple(found), tuple(warnings))


def _alone(tree: Node, situation: Situation) -> Iterator[tuple[Act, Location, Mapping]]:
    """Acts whose place has coordinates and no name by which it is found, each with the mapping of the place."""
    top = _fields(tree)
    listed = top.get("acts")
    rows = listed.items if isinstance(listed, Sequence) else (tree,)
    for act, row in zip(situation.acts, rows, strict=True):
        place, mapping = act.place, _fields(row).get("place")
        if place is not None and place.is_coordinates_alone and isinstance(mapping, Mapping):
            yield act, place, mapping


def _fields(node: Node) -> dict[str, Node]:
    return {key.text: value for key, value in node.entries} if isinstance(node, Mapping) else {}
