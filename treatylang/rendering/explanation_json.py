"""Explanations as plain data, for JSON."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from treatylang.explanation.step import Step


def step_object(step: Step) -> dict[str, object]:
    """A tree of reasons as an object; every key always there."""
    return {
        "words": step.words,
        "value": step.value,
        "role": step.role or None,
        "basis": step.basis or None,
        "why": step.why,
        "steps": [step_object(each) for each in step.steps],
    }
