"""The schema agrees with the reader on what can be said in one field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from treatylang.events.from_yaml import from_yaml
from treatylang.events.schema import event_schema, typed
from treatylang.model.vocabulary import Vocabulary
from treatylang.text.source import Source

HEAD = "event: x\ndate: 2001-09-11\n"
LIST = HEAD + "acts: []\n"


@pytest.fixture(scope="session")
def validator(vocabulary: Vocabulary) -> jsonschema.Draft202012Validator:
    schema = event_schema(vocabulary)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def data(text: str) -> object:
    tree, found = from_yaml(Source("e.yaml", text))
    assert tree is not None
    assert found == ()
    return typed(tree)


def test_typing() -> None:
    text = "a: true\nb: 'true'\nc: 130\nd: -1.5\ne: 2001-09-11\nf: 1992\ng: NO\nh: [1e3]\n"
    expected = {"a": True, "b": "true", "c": 130, "d": -1.5, "e": "2001-09-11", "f": 1992, "g": "NO", "h": [1000.0]}
    assert data(text) == expected


GOOD = [
    LIST,
    HEAD + "kind: clash\nby: []\non: [USA, {class: communist}]\nkilled: {at_least: 3}\narmed_attack: false\n",
    HEAD + "acts: [{kind: act, date: 1992, grave: {claimed: {true: [USA], false: []}}, via_territory_of: POL}]\n",
    HEAD + "acts: [{kind: act, place: {territory_of: none, administered_by: [USA, JPN], zone: unknown, lat: 1, lon: -2}}]\n",
    LIST + "relations: [{at_war: [RUS, UKR], begun_by: RUS}, {administered: [senkaku, JPN], value: false, since: 1972-05}]\n",
    LIST + "decisions: [{body: security_council, outcome: vetoed}, {body: oas_council, votes: {yes: [USA], unknown: []}}]\n",
    LIST + "parties: {POL: {spending_share: 2.5}, USA: {spending_share: {at_most: 3.5}}}\n",
    LIST + "membership: [{party: CUB, treaty: tiar-1947, status: excluded, since: 1962-01}]\npresume: none\n",
    LIST + "expect: [{bearer: all, except: [CUB], treaty: any, article: 4, duty: any, verdict: depends, depends_on: [grave]}]\n",
    LIST + "actors: {X: {kind: force, of: [USA, GBR], lawful: unknown}}\nas_of: [2001-09-12]\nparties: {POL: {resisting: true}}\n",
]
BAD = [
    HEAD,
    HEAD + "acts: []\nkind: act\n",
    HEAD + "acts: []\nby: USA\n",
    LIST + "atcs: 1\n",
    HEAD + "kind: invasoin\n",
    HEAD + "kind: act\ngrave: maybe\n",
    HEAD + "kind: act\ngrave: {claimed: {true: [USA]}}\n",
    HEAD + "kind: act\nplace: {lat: 3}\n",
    HEAD + "kind: act\nplace: {lat: 93, lon: 1}\n",
    HEAD + "kind: act\nresisting: true\n",
    HEAD + "kind: act\nkilled: 4.5\n",
    HEAD + "kind: act\nkilled: {at_least: 4.5}\n",
    HEAD + "kind: act\nkilled: -1\n",
    HEAD + "kind: act\non: {class: communist, parties_of: csto}\n",
    LIST + "relations: [{at_war: [RUS]}]\n",
    LIST + "relations: [{at_war: [RUS, UKR], backed: [RUS, UKR]}]\n",
    LIST + "relations: [{backed: [RUS, UKR], begun_by: RUS}]\n",
    LIST + "decisions: [{body: oas_council, outcome: adopted, votes: {}}]\n",
    LIST + "membership: [{party: CUB, treaty: tiar-1947}]\n",
    LIST + "expect: [{bearer: [], treaty: any, duty: any, verdict: owed}]\n",
    "event: x\ndate: 2001-09\nacts: []\n",
]


@pytest.mark.parametrize("text", GOOD)
def test_what_both_take(validator: jsonschema.Draft202012Validator, read: Callable[..., Any], text: str) -> None:
    assert [error.message for error in validator.iter_errors(data(text))] == []
    assert read(text)[1] == ()


@pytest.mark.parametrize("text", BAD)
def test_what_both_refuse(validator: jsonschema.Draft202012Validator, read: Callable[..., Any], text: str) -> None:
    assert not validator.is_valid(data(text))
    assert read(text)[0] is None


def test_examples_are_trees(examples: list[Path]) -> None:
    for path in examples:
        tree, found = from_yaml(Source(path.name, path.read_text(encoding="utf-8")))
        assert (tree is None, found) == (False, ()), path.name
