"""The closed word lists of the event file itself: they belong to its form, not to the vocabulary."""

from __future__ import annotations

OUTCOMES = ("adopted", "not_adopted", "vetoed", "no_decision", "unknown")
VOTES = ("yes", "no", "abstain", "absent", "veto", "recused", "unknown")
ACTOR_KINDS = ("state", "government", "non_state", "force", "organisation", "body", "reading")
STATUSES = ("party", "not_party", "denounced", "frozen", "excluded", "suspended", "contested")
OF_NOBODY = ("high_seas", "eez", "international_airspace", "outer_space")  # zones that are no state's territory
BOUNDARIES = ("settled", "disputed", "undelimited")
ORDERS = ("listed", "unknown")
VERDICTS = ("owed", "not_owed", "depends", "disputed", "permitted", "breached")
CONFIDENCES = ("settled", "prevailing", "disputed")

# Fields, each list in the order in which a file is best written.
TOP_FIELDS = (
    "event", "id", "date", "as_of", "hypothetical", "treaties", "actors", "acts", "acts_order", "relations", "parties", "facts",
    "decisions", "membership", "presume", "note", "expect",
)  # fmt: skip
ACT_FIELDS = (
    "id", "kind", "by", "on", "to", "against", "with", "target", "domain", "date", "until", "place", "origin", "response_to", "under",
    "happened", "note",
)  # fmt: skip
# In the short form these are the event's own.
SHARED_FIELDS = frozenset({"id", "date", "note"})
PLACE_FIELDS = (
    "name", "territory", "lat", "lon", "territory_of", "administered_by", "claimed_by", "zone", "sea", "region", "boundary",
)  # fmt: skip
OF_GROUPS = ("terrorist_group",)  # what only a group of its own can be said to be
ACTOR_FIELDS = ("kind", "name", "based_in", "speaks_for", "of", "lawful", "class")
RELATION_FIELDS = ("value", "since", "until", "note")
DECISION_FIELDS = ("body", "decision", "outcome", "votes", "date", "on", "ref", "about", "note")
MEMBERSHIP_FIELDS = ("party", "treaty", "status", "since", "until", "toward", "note")
EXPECT_FIELDS = (
    "bearer", "except", "treaty", "article", "duty", "verdict", "owed_to", "strength", "depends_on", "confidence", "note", "differs",
)  # fmt: skip
ACTS = "acts"  # in `presume`: that the acts listed are all, of kinds of which one would hear
GROUP_FIELDS = ("class", "parties_of", "except")

# What an answer can hang on that no word of the vocabulary stands for.
ATOMS = ("membership", "suspended", "in_force", "date", "place", "origin", "zone", "target", "reading")

FACTS = ("facts", "kinds")  # tables whose words are fields of an act: its facts, and kinds to which others can amount
ANYTHING = (*FACTS, "relations", "decisions")  # on whose words an answer can hang
COUNTS = frozenset({"killed", "men", "divisions"})  # the numbers that count something, and are whole
WAR = "at_war"  # the relation that may say who began it
