"""From when a duty is owed, and until when."""

import pytest

from tests.asking import HEAD, ask, event

HELP = HEAD.replace("ITA since 1900-01-01", "since 1900-01-01\n  ITA since 1930-01-01 until 1970-02-01") + (
    'article "1" when armed_attack on a party then every other party must assist the victim\n'
    'article "2" since 1950-01-01 until 1990-01-01 every party must consult every other party\n'
    'article "3" when armed_attack on a party and declaration_of_war by the attacker on the victim '
    "then ESP must stay_neutral toward the attacker\n"
)
ATTACK = "kind: bombardment\nby: DEU\non: FRA\n"


def terms(text: str, happened: str, date: str = "1960-05-05") -> dict[str, tuple[str | None, str | None]]:
    return {each.id.split(":", 1)[1]: (each.since, each.until) for each in ask(text, event(happened, date)).duties}


def test_since_the_act_and_until_the_first_that_ends() -> None:
    found = terms(HELP, ATTACK + "as_of: 1960-06-01\n")
    assert found["1/ESP>FRA"] == ("1960-05-05", "2100-01-01")
    assert found["1/ITA>FRA"] == ("1960-05-05", "1970-02-01")


def test_what_always_holds_does_since_all_is_there() -> None:
    found = terms(HELP, ATTACK)
    assert found["2/ESP>ALL"] == ("1950-01-01", "1990-01-01")
    assert found["2/ITA>ALL"] == ("1950-01-01", "1970-02-01")


@pytest.mark.parametrize(
    ("dates", "since"),
    [
        (("1960-05-05", "1960-05-01"), "1960-05-01"),
        (("1960-05", "1960-05-20"), "1960-05"),
        (("1960-05-05", "1960-05-05"), "1960-05-05"),
    ],
)
def test_of_two_attacks_since_the_first(dates: tuple[str, str], since: str) -> None:
    acts = "".join(f"  - {{kind: bombardment, by: DEU, on: FRA, date: {date}}}\n" for date in sorted(dates))
    assert terms(HELP, f"acts:\n{acts}as_of: 1960-06-01\n", sorted(dates)[0][:7] + "-01")["1/ESP>FRA"][0] == since


def test_of_two_acts_together_since_the_last() -> None:
    acts = "acts:\n  - {kind: bombardment, by: DEU, on: FRA, date: 1960-05-05}\n"
    acts += "  - {kind: declaration_of_war, by: DEU, on: FRA, date: 1960-05-09}\n"
    assert terms(HELP, acts + "as_of: 1960-06-01\n")["3/ESP>DEU"][0] == "1960-05-09"


def test_what_is_not_owed_has_no_term() -> None:
    found = terms(HELP, ATTACK.replace("bombardment", "clash") + "armed_attack: false\n")
    assert (
        found["1/ESP>FRA"] == (None, None)
        if "1/ESP>FRA" in found
        else all(each == (None, None) for name, each in found.items() if name[0] == "1")
    )


def test_what_goes_on_past_the_end_has_no_end() -> None:
    text = HELP.replace("until 2100-01-01\n", "until 1960-05-06\n  continues while danger_to_peace\n", 1)
    assert terms(text, ATTACK)["1/ESP>FRA"] == ("1960-05-05", None)


def test_of_a_party_since_some_days_after_the_act_may_have_been_since_then() -> None:
    """Of an act of the month a later beginning bounds the term, an earlier one does not."""
    joined = HELP.replace("ITA since 1930-01-01", "ITA since 1960-05-03")
    found = terms(joined, "acts: [{kind: bombardment, by: DEU, on: FRA, date: 1960-05}]\nas_of: 1960-06-01\n")
    assert (found["1/ESP>FRA"], found["1/ITA>FRA"]) == (("1960-05", "2100-01-01"), ("1960-05-03", "1970-02-01"))


def test_an_end_on_the_very_day_is_no_end_to_come() -> None:
    text = HELP.replace("until 2100-01-01\n", "until 1960-05-05\n  continues while danger_to_peace\n", 1)
    assert terms(text, ATTACK)["1/ESP>FRA"] == ("1960-05-05", None)


def test_of_one_who_left_and_came_back_in_one_month_no_day_bounds_it() -> None:
    twice = HELP.replace("ITA since 1930-01-01 until 1970-02-01", "ITA since 1930-01-01 until 1960-05\n  ITA since 1960-05")
    assert terms(twice, ATTACK + "as_of: 1960-05-20\n")["2/ITA>ALL"] == ("1950-01-01", "1990-01-01")


def test_what_has_no_beginning_is_owed_since_no_day() -> None:
    text = HELP.replace("in force since 1900-01-01 until 2100-01-01", "in force until 2100-01-01").replace(
        "FRA ESP PRT since 1900-01-01", "FRA ESP PRT until 1980-01-01"
    )
    text = text.replace('article "2" since 1950-01-01 until 1990-01-01', 'article "2"')
    assert terms(text, ATTACK)["2/ESP>ALL"] == (None, "1980-01-01")
