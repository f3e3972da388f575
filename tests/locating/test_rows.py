"""Every row of the map is something to the vocabulary, or said not to be; and every name in the tables is a name of the vocabulary."""

from __future__ import annotations

import pytest

from treatylang import load
from treatylang.locating.outlines import DISPUTES, ISLANDS, SMALL_STATES, TERRITORIES
from treatylang.locating.rows import CLAIMED, CUTS, NAMES, OPEN, STATES, key_of, known, own_since
from treatylang.locating.rows import TERRITORIES as ROWS
from treatylang.locating.world import world

WORDS = load().plan.vocabulary
OUTLINES = (*TERRITORIES, *SMALL_STATES, *ISLANDS, *DISPUTES)

# Rows of the table of territories that are a land within a land at a time past, and in an outline only with that time.
PAST = {"west_germany", "former_ddr", "rhineland", "sudetenland", "eastern_poland", "indochina", "manchuria", "cyrenaica"}


def rows_of_the_map() -> dict[str, str]:
    pytest.importorskip("shapely")
    pytest.importorskip("pyogrio")
    return {unit.key: unit.name for unit in world().units}


def test_every_row_of_the_map_stands_in_one_table() -> None:
    rows = rows_of_the_map()
    assert len(rows) == 177
    assert [name for key, name in rows.items() if not known(key)] == []
    assert not (STATES & ROWS.keys() or STATES & OPEN.keys() or ROWS.keys() & OPEN.keys())


def test_no_table_has_a_row_that_the_map_has_not() -> None:
    assert (STATES | ROWS.keys() | OPEN.keys()) - rows_of_the_map().keys() == set()


def test_a_row_is_called_by_its_code_or_by_its_name_where_it_has_none() -> None:
    assert key_of("AUT", "Austria") == "AUT"
    assert key_of("-99", "France") == key_of("FRA", "France") == "FRA"
    assert key_of("-99", "Atlantis") == "Atlantis" and not known("Atlantis")


def test_states_are_states_of_the_vocabulary() -> None:
    codes = STATES | {row.state for row in ROWS.values() if row.state} | {code for each in CLAIMED.values() for code in each}
    assert [code for code in sorted(codes) if WORDS.states[code].sort != "state"] == []
    assert set(NAMES.values()) <= STATES | ROWS.keys() | OPEN.keys()


def test_a_state_keeps_its_code_and_name() -> None:
    """The map's name and the vocabulary's begin alike, but for those that are known to differ."""
    differ = {"CIV", "CAF", "COG", "LAO", "GNQ", "USA", "PRK", "KOR", "MMR", "SWZ", "CZE", "MKD", "SLB", "SSD", "DOM"}
    for key, name in rows_of_the_map().items():
        if key in STATES - differ:
            assert WORDS.states[key].name[:4].lower() == name[:4].lower(), (key, name, WORDS.states[key].name)


def test_a_territory_ends_as_a_row_when_it_becomes_its_states_own() -> None:
    for row in ROWS.values():
        holders = {
            hold.state for hold in WORDS.territories[row.territory].sovereigns if hold.spell is None or hold.spell.until is None
        }
        assert row.state is None or holders == {row.state}, row
        assert (row.state is None) == (row.until is None)


def test_outlines_name_what_there_is() -> None:
    for outline in OUTLINES:
        if outline.field == "territory":
            assert outline.value in WORDS.territories
        elif outline.field == "territory_of":
            assert outline.value in WORDS.states
        assert outline.rows <= STATES | ROWS.keys() | OPEN.keys(), outline
        assert outline.shapes or outline.rows, "everywhere"
        assert outline.since is None or outline.until is None or outline.since < outline.until


def test_every_territory_of_the_vocabulary_is_found_on_the_map_or_in_an_outline() -> None:
    found = {row.territory for row in ROWS.values()} | {cut.territory for cut in CUTS}
    found |= {outline.value for outline in TERRITORIES}
    assert WORDS.territories.keys() - found == set()


@pytest.mark.parametrize("name", sorted(WORDS.territories))
def test_the_outline_of_a_territory_holds_its_own_point(name: str) -> None:
    row = WORDS.territories[name]
    assert row.latitude is not None and row.longitude is not None
    for outline in TERRITORIES:
        if outline.value == name:
            assert outline.holds(row.latitude, row.longitude)
    for cut in CUTS:
        if cut.territory == name:
            assert cut.ring.holds(row.latitude, row.longitude)


def test_every_state_of_today_that_the_map_does_not_draw_has_an_outline() -> None:
    drawn = STATES | {row.state for row in ROWS.values()} | {"ISL", "TWN", "CYP", "TLS", "ESH", "PSE"} | OPEN.keys() | {"XKX"}
    outlined = {outline.value for outline in SMALL_STATES} | {"MLT"}  # Malta is a row of the table of territories
    today = {code for code, each in WORDS.states.items() if each.sort == "state" and _is(each)}
    assert today - drawn - outlined == set()


def _is(state: object) -> bool:
    spells = state.spells  # type: ignore[attr-defined]
    return not spells or any(each.until is None for each in spells)


def test_what_is_cut_out_is_there() -> None:
    rows_of_the_map()
    cut = {unit.territory: unit for unit in world().units if unit.territory is not None}
    assert set(cut) == {each.territory for each in CUTS}
    assert [name for name, unit in cut.items() if unit.shape.area < 0.5] == []


def test_the_days_of_outlines_are_days() -> None:
    from treatylang.model.time import is_day

    days = [day for each in OUTLINES for day in (each.since, each.until) if day] + [own_since(code) for code in STATES]
    assert all(len(day) == 10 and is_day(day) for day in days)
