"""Our late dataclasses behave as the standard ones."""

from __future__ import annotations

import copy
import dataclasses
import pickle

import pytest

from treatylang.record import dataclass, field, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    span: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Point(Base):
    x: int
    y: int = 2
    tags: tuple[str, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    left: int
    right: int


@dataclass
class Mutable:
    count: int = 0


def test_construction_defaults_and_repr() -> None:
    assert repr(Point(1)) == "Point(x=1, y=2, tags=())"
    assert Point(1, 3, span=7).span == 7
    with pytest.raises(TypeError):
        Point()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Point(1, 2, (), 4)  # type: ignore[misc]


def test_equality_and_hash_leave_out_what_does_not_compare() -> None:
    assert Point(1, span=1) == Point(1, span=2)
    assert hash(Point(1, span=1)) == hash(Point(1, span=2))
    assert Point(1) != Pair(1, 2)
    assert Point(1) != (1, 2, ())


def test_frozen() -> None:
    with pytest.raises(AttributeError):
        Point(1).x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del Point(1).x  # type: ignore[misc]
    with pytest.raises((AttributeError, TypeError)):
        Point(1).other = 2  # type: ignore[attr-defined]
    changed = Mutable()
    changed.count = 3
    assert changed.count == 3


def test_order() -> None:
    assert Pair(1, 2) < Pair(1, 3) <= Pair(1, 3) and Pair(2, 0) > Pair(1, 9) >= Pair(1, 9)
    with pytest.raises(TypeError):
        assert Pair(1, 2) < 3


def test_the_standard_library_takes_them_for_dataclasses() -> None:
    assert dataclasses.is_dataclass(Point(1))
    assert [each.name for each in dataclasses.fields(Point)] == ["span", "x", "y", "tags"]
    assert dataclasses.asdict(Point(1)) == {"span": 0, "x": 1, "y": 2, "tags": ()}
    assert dataclasses.replace(Point(1), x=5) == replace(Point(1), x=5) == Point(5)


def test_match_pickle_copy() -> None:
    match Point(1, 4):
        case Point(x, y):
            assert (x, y) == (1, 4)
    point = Point(1, 4, ("a",), span=9)
    assert pickle.loads(pickle.dumps(point)) == point
    assert copy.copy(point) == point and copy.deepcopy(point).span == 9


def test_arguments_by_name_before_and_after_the_constructor_is_compiled() -> None:
    @dataclass(frozen=True)
    class Late(Base):
        x: int
        y: int = 2

    for _ in range(100):
        assert Late(y=4, x=3, span=5) == Late(3, 4)
        assert Late(y=4, x=3, span=5).span == 5
        for wrong in ({"y": 1}, {"x": 1, "z": 1}):
            with pytest.raises(TypeError):
                Late(**wrong)
        with pytest.raises(TypeError):
            Late(1, x=1)  # type: ignore[misc]


def test_each_first_instance_has_a_list_of_its_own() -> None:
    @dataclass
    class Bag:
        things: list[int] = field(default_factory=list)

    assert Bag().things is not Bag().things
