"""What other programs call, with what they may call it with."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import treatylang
from tests.rendering.answers import EVENTS, library
from treatylang.api import _event_bytes

EVENT = {"event": "e", "date": "1998-03-02", "kind": "invasion", "by": "ALB", "on": "ITA"}


def refused(event: Any = EVENT, **wanted: Any) -> str:
    with pytest.raises(treatylang.InputError) as caught:
        treatylang.decide(event, library=library(), **wanted)
    found = caught.value.diagnostics[0]
    return f"{found.code} {found.message} {found.hint}"


def test_a_bearer_that_is_nobody() -> None:
    said = refused(bearers=["BEL", "ZZZ"])
    assert said.startswith("TL0804 no state `ZZZ`")
    assert "`BEL`" in refused(bearers=["Belgium"])
    assert "`UUU`" in refused(bearers="UUU")  # one name may stand without its list
    duties = treatylang.decide(EVENT, bearers="BEL", library=library()).duties
    assert {duty.bearer for duty in duties} == {"BEL"}


def test_an_actor_of_the_event_is_somebody() -> None:
    event = {**EVENT, "actors": {"GANG": {"kind": "non_state"}}, "by": "GANG"}
    assert treatylang.decide(event, bearers=["GANG"], library=library()).duties == ()


def test_a_treaty_that_is_none() -> None:
    assert refused(treaties=["meadow-1905"]).startswith("TL0804 no treaty `meadow-1905`")
    assert "`meadow-1950`" in refused(treaties="meadow")
    assert treatylang.decide(EVENT, treaties="meadow-1950", library=library()).treaties == ("meadow-1950",)


@pytest.mark.parametrize(
    "day", ["2018-1-011", "2018-02-30", "2018-13-01", "2018-1101-", "٢٠١٨-01-01", "", "2018", "today", "0000-01-01"]
)
def test_a_day_that_is_none(day: str) -> None:
    assert refused(on=day).startswith("TL0501")


def test_a_day_may_be_a_date() -> None:
    assert treatylang.decide(EVENT, on=date(1998, 4, 1), library=library()).date == "1998-04-01"


def test_a_path_may_hold_a_colon(tmp_path: Path) -> None:
    for path in ("C:\\events\\x.yaml", "C:/events/x.yaml", "event: x"):
        said = refused(path)
        assert said.startswith("TL0801 cannot read") and "begins with `{`" in said
    there = tmp_path / "a:b.yaml"
    there.write_text(EVENTS["attack"].read_text())
    assert treatylang.read_event(str(there), library()).title == treatylang.read_event(EVENTS["attack"], library()).title


def test_a_text_is_told_from_a_path() -> None:
    assert treatylang.read_event("event: e\ndate: 1998-03-02\nkind: invasion\nby: ALB\non: ITA\n", library()).title == "e"
    assert treatylang.read_event(json.dumps(EVENT), library()).title == "e"


def test_what_no_file_can_be_called_and_no_json_can_hold() -> None:
    assert refused("a\0b").startswith("TL0801")
    circle: dict[str, Any] = {**EVENT}
    circle["facts"] = circle
    assert refused(circle).startswith("TL0602")
    assert refused({("a", "b"): 1}).startswith("TL0602")
    assert refused(5).startswith("TL06")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a file without an end")
def test_no_more_is_read_than_is_allowed() -> None:
    assert len(_event_bytes("/dev/zero")[0]) < 10_000_000
    assert refused("/dev/zero").startswith("TL0101")
