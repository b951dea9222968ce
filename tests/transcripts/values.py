"""Arbitrary values of the domain's classes, built from their declared fields."""

import dataclasses
import re
import types
import typing
from collections.abc import Mapping
from enum import StrEnum

from hypothesis import strategies as st

from interviewsim.domain.events import Entry, Event

EVENTS: tuple[type, ...] = typing.get_args(Event)
any_text = st.text(st.characters(exclude_categories=()), max_size=30) | st.sampled_from(
    ["\u2028", "\x00", "\ud800", "a\r\nb", "\x85", "\x9b2J", "\U0001f9d1\u200d\U0001f692", '"\\', "\\ud800", "\\u2028"]
)
finite = st.floats(allow_nan=False, allow_infinity=False)
keys = st.text(st.characters(codec="utf-8"), max_size=8)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | finite | any_text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)
_PLAIN: Mapping[object, st.SearchStrategy[object]] = {
    str: any_text,
    bool: st.booleans(),
    int: st.integers(),
    float: finite,
    object: json_values,
    types.NoneType: st.none(),
}


def values_of(hint: object) -> st.SearchStrategy[typing.Any]:
    """Values of a field's declared type."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    args = typing.get_args(hint)
    match typing.get_origin(hint):
        case types.UnionType | typing.Union:
            return st.one_of(*(values_of(arg) for arg in args))
        case origin if origin is tuple and args[-1] is Ellipsis:
            return st.lists(values_of(args[0]), max_size=2).map(tuple)
        case origin if origin is tuple:
            return st.tuples(*(values_of(arg) for arg in args))
        case origin if origin is Mapping:
            return st.dictionaries(keys if args[0] is str else values_of(args[0]), values_of(args[1]), max_size=3)
    assert isinstance(hint, type)
    return st.sampled_from(list(hint)) if issubclass(hint, StrEnum) else instances_of(hint)


_built: dict[type, st.SearchStrategy[typing.Any]] = {}


def instances_of(cls: type) -> st.SearchStrategy[typing.Any]:
    """Instances of a dataclass with every field at random."""
    if cls not in _built:
        hints = typing.get_type_hints(cls)
        fields = {field.name: values_of(hints[field.name]) for field in dataclasses.fields(cls)}
        _built[cls] = st.builds(cls, **fields)
    return _built[cls]


entries = st.builds(
    Entry,
    n=st.integers(min_value=1),
    at=any_text,
    t=finite,
    event=st.sampled_from(EVENTS).flatmap(instances_of),
)


def as_stored(value: typing.Any) -> typing.Any:
    """The value with what UTF-8 cannot hold replaced, one code point for one."""
    match value:
        case StrEnum():
            return value
        case str():
            return re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", value)
        case dict():
            return {key: as_stored(one) for key, one in value.items()}
        case tuple() | list():
            return type(value)(as_stored(one) for one in value)
        case _ if dataclasses.is_dataclass(value) and not isinstance(value, type):
            names = [field.name for field in dataclasses.fields(value)]
            return dataclasses.replace(value, **{name: as_stored(getattr(value, name)) for name in names})
        case _:
            return value
