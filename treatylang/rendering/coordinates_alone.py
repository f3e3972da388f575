"""Where an answer hangs on what a place lies in, and the event has but its coordinates: who may find that out."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.decision.decision import Decision
    from treatylang.events.situation import Act, Situation

_WHOSE = ("sovereign_of", "administered")  # asked of a place as it is called
_WHERE = ("place", "zone")  # asked of an act


def coordinates_alone(decision: Decision, situation: Situation) -> tuple[str, ...]:
    """A sentence for the acts of which it matters, or none."""
    atoms = [atom for duty in decision.duties for atom in duty.depends_on if atom.word in _WHOSE or atom.word in _WHERE]
    asked = {(atom.word in _WHOSE, name) for atom in atoms for name in atom.of}
    alone = (act for act in situation.acts if act.place is not None and act.place.is_coordinates_alone)
    acts = [act.id for act in alone if not asked.isdisjoint(_names(act))]
    if not acts:
        return ()
    return (f"only coordinates tell where {', '.join(acts)} took place: `treaty locate` names what they lie in",)


def _names(act: Act) -> tuple[tuple[bool, str], ...]:
    """By which the questions of the engine call the act and its place."""
    called = act.place.name if act.place is not None and act.place.name else f"the place of {act.id}"
    return (True, called), (False, act.id)
