"""Which role words may be used where (language reference, section 10)."""

from __future__ import annotations

from itertools import islice

from treatylang.record import dataclass, field


@dataclass
class Scope:
    """The words introduced so far: role word -> slot, act slot -> the kinds it may be of.

    `numbers` counts act slots and nameless slots over a whole clause, so that slots of different lines never collide.
    """

    roles: dict[str, str] = field(default_factory=dict)
    acts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    counter: list[int] = field(default_factory=lambda: [0, 0])
    doubtful: list[bool] = field(default_factory=list)  # not empty: a word before was unknown, so others may be missing for that

    def copy(self) -> Scope:
        """A scope for one line or branch: what it introduces stays there."""
        return Scope(dict(self.roles), dict(self.acts), self.counter, self.doubtful)

    def next_act(self) -> str:
        """A fresh act slot: #0, #1 ..."""
        self.counter[0] += 1
        return f"#{self.counter[0] - 1}"

    def nameless(self) -> str:
        """A slot for someone who is introduced without a name."""
        self.counter[1] += 1
        return f"_{self.counter[1] - 1}"

    def merge(self, branches: list[Scope]) -> None:
        """After an `or`: a word is known if every branch introduced it; the acts are those of any branch."""
        first, *rest = branches
        everywhere = set(first.roles).intersection(*(each.roles for each in rest))
        self.roles = {word: slot for word, slot in first.roles.items() if word in everywhere}
        before = len(self.acts)  # of which each branch began as a copy: what it introduced comes after them
        for branch in branches:
            for slot, kinds in islice(branch.acts.items(), before, None):
                known = self.acts.get(slot)
                self.acts[slot] = kinds if known is None else known + tuple(kind for kind in kinds if kind not in known)
