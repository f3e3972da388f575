"""Words that events once used, and what they are called now.  An old word is an error that names the new one."""

from __future__ import annotations

# (sort of word, old word) -> what the hint says after "is now"; None: dropped.
_NOW: dict[str, dict[str, str | None]] = {
    "strength": {
        "as_deemed_necessary": "`measures_deemed_necessary`",
        "own_character": "`own_defence_policy`",
        "to_be_agreed": "`agreed_measures`",
        "organ_binding": "`binding_decision`",
        "organ_recommended": "`recommended_measures`",
        "benevolent": "`benevolent_neutrality`",
        "strict": "`strict_neutrality`",
        "unknown": "`unpublished_terms`",
        "quantified": None,
        "consult_only": None,
        "diplomatic": None,
        "permitted": None,
        "political": None,
    },
    "decision": {
        "takes_measures": "`necessary_measures`",
        "authorises_force": "`use_of_force`",
        "imposes_measures": "`collective_measures`",
        "recommends_measures": "`recommendation`",
        "sends_force": "`dispatch_of_force`",
    },
    "relation": {
        "gives_assistance": "`assisting`",
        "backed_by": "`backed`",
        "recognises": "`recognised`, with the pair turned round",
        "administers": "`administered`, with the pair turned round",
        "claims": "`claimed`, with the pair turned round",
        "occupies": "`occupied`, with the pair turned round",
        "controls": "`controlled`, with the pair turned round",
        "has_treaty": "`bound`, or `allied` where the treaty is an alliance",
        "allied_with": "`allied`",
    },
    "fact": {
        "authorised_by_unsc": "`authorised`",
        "settlement_failed": "`failed_settlement`",
        "joint_action_possible": "`concerted_action`",
        "peace_endangered": "`danger_to_peace`",
        "compliance_in_question": "`question_of_compliance`",
    },
    "duty": {"no_separate_peace": "`refrain`", "not_conflict": "`refrain`"},
}


def renamed(word: str, *sorts: str) -> str | None:
    """The hint for an old word of one of the sorts, or None where the word is not an old one."""
    for sort in sorts:
        words = _NOW[sort]
        if word in words:
            now = words[word]
            if now is None:
                return f"`{word}` was dropped: a quantity, the duty, `may` or `should` says it"
            return f"`{word}` is now {now}"
    return None
