"""Between the domain's frozen values and plain JSON values, worked out once per class from its declared fields.

Rules: fields in declared order (`ORDER` moves some to the front), a StrEnum as its value, a tuple as an array, a
mapping as an object (whole numbers as keys become strings), a trailing underscore stays off the wire. Decoding is
strict about types, takes a default where a field is missing, and passes over keys that it does not know.
"""

import dataclasses
import functools
import math
import re
import types
import typing
from collections.abc import Callable, Mapping
from enum import StrEnum

from interviewsim.domain.events import InterviewerSaid, SessionOpened
from interviewsim.domain.scorecard import CriterionScore, Scorecard
from interviewsim.errors import InvalidFile

ORDER: Mapping[type, tuple[str, ...]] = {
    SessionOpened: (
        "schema",
        "session",
        "round",
        "company",
        "level",
        "mode",
        "length",
        "interviewer",
        "title",
        "loop",
        "forked_from",
        "imported_from",
    ),
    Scorecard: ("schema", "session", "grade"),
    CriterionScore: ("id", "name", "weight", "level", "basis", "spread"),
}
"""The fields that the wire form names first, where that is not the order of the class."""


OPTIONAL: Mapping[type, frozenset[str]] = {
    InterviewerSaid: frozenset({"usage"}),
    Scorecard: frozenset({"disagreements", "stronger"}),
}
"""Fields that came later: left off the wire where they hold nothing, so that what has none reads as before."""


class Malformed(InvalidFile):
    """A JSON value is not what its place asks for; the message names the place."""

    def within(self, place: str) -> "Malformed":
        """The same problem, seen from one level further out."""
        inner, place = self.message, ascii(place)[1:-1][:60]  # a key of a foreign file may hold anything
        if not inner.startswith("`"):
            return Malformed(f"`{place}` {inner}")
        joint = "" if inner.startswith("`[") else "."
        return Malformed(f"`{place}{joint}{inner[1:]}")


@dataclasses.dataclass(frozen=True, slots=True)
class Coder:
    """Both directions for one type. `encode` trusts its input; `decode` raises `Malformed`."""

    encode: Callable[[typing.Any], object]
    decode: Callable[[object], typing.Any]


@functools.cache
def coder_of(cls: type) -> Coder:
    """The coder of a dataclass of the domain."""
    hints = typing.get_type_hints(cls)
    declared = {field.name: field for field in dataclasses.fields(cls)}
    names = dict.fromkeys((*ORDER.get(cls, ()), *declared))
    plan = tuple((name, name.removesuffix("_"), _coder(hints[name]), _required(declared[name])) for name in names)
    return Coder(_dataclass_encoder(plan, OPTIONAL.get(cls, frozenset())), _dataclass_decoder(cls, plan))


_WHOLE = re.compile(r"-?[0-9]{1,40}")
_Plan = tuple[tuple[str, str, Coder, bool], ...]


def _required(field: "dataclasses.Field[object]") -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _dataclass_encoder(plan: _Plan, optional: frozenset[str]) -> Callable[[typing.Any], object]:
    steps = tuple((name, wire, coder.encode) for name, wire, coder, _ in plan if name not in optional)
    later = tuple((name, wire, coder.encode) for name, wire, coder, _ in plan if name in optional)

    def encode(value: object) -> object:
        known = {wire: encode_field(getattr(value, name)) for name, wire, encode_field in steps}
        for name, wire, encode_field in later:
            if held := getattr(value, name):
                known[wire] = encode_field(held)
        return known

    return encode


def _dataclass_decoder(cls: type, plan: _Plan) -> Callable[[object], object]:
    steps = tuple((name, wire, coder.decode, required) for name, wire, coder, required in plan)

    def decode(value: object) -> object:
        known: dict[str, object] = {}
        given = _mapping(value)
        for name, wire, decode_field, required in steps:
            if wire in given:
                known[name] = _at(wire, decode_field, given[wire])
            elif required:
                raise Malformed(f"`{wire}` is missing")
        return cls(**known)

    return decode


def _at(place: str, decode: Callable[[object], object], value: object) -> object:
    try:
        return decode(value)
    except Malformed as problem:
        raise problem.within(place) from None


def _coder(hint: object) -> Coder:
    """The coder of a field's type; a type that the domain does not use yet is a `TypeError`."""
    if isinstance(hint, type) and hint in _PLAIN:
        return _PLAIN[hint]
    origin = typing.get_origin(hint)
    if origin in {typing.Union, types.UnionType}:
        return _union(typing.get_args(hint))
    if origin is tuple:
        return _tuple(typing.get_args(hint))
    if origin is Mapping:
        return _mapping_coder(*typing.get_args(hint))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _enum(hint)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return coder_of(hint)
    raise TypeError(f"no wire form for {hint!r}")


def _union(args: tuple[object, ...]) -> Coder:
    present = tuple(arg for arg in args if arg is not types.NoneType)
    coder = Coder(_number_out, _number) if set(present) == {int, float} else _only(present)
    if len(present) == len(args):
        return coder
    encode, decode = coder.encode, coder.decode
    return Coder(
        lambda value: None if value is None else encode(value),
        lambda value: None if value is None else decode(value),
    )


def _only(choices: tuple[object, ...]) -> Coder:
    if len(choices) != 1:
        raise TypeError(f"no wire form for a choice of {choices!r}")
    return _coder(choices[0])


def _tuple(args: tuple[object, ...]) -> Coder:
    if args[-1] is Ellipsis:
        return _array(_coder(args[0]))
    coders = tuple(_coder(arg) for arg in args)

    def decode(value: object) -> tuple[object, ...]:
        values = _list(value)
        if len(values) != len(coders):
            raise Malformed(f"should have {len(coders)} entries")
        return tuple(
            _at(f"[{i}]", coder.decode, one) for i, (coder, one) in enumerate(zip(coders, values, strict=True))
        )

    return Coder(lambda value: [c.encode(one) for c, one in zip(coders, value, strict=True)], decode)


def _array(coder: Coder) -> Coder:
    encode, decode = coder.encode, coder.decode
    return Coder(
        lambda value: [encode(one) for one in value],
        lambda value: tuple([_at(f"[{index}]", decode, one) for index, one in enumerate(_list(value))]),
    )


def _mapping_coder(key: object, value: object) -> Coder:
    keys = Coder(str, _whole_key) if key is int else _coder(key)
    values = _coder(value)

    def decode(given: object) -> dict[object, object]:
        return {_at(name, keys.decode, name): _at(name, values.decode, one) for name, one in _mapping(given).items()}

    return Coder(lambda given: {keys.encode(name): values.encode(one) for name, one in given.items()}, decode)


def _enum(cls: type[StrEnum]) -> Coder:
    members = {member.value: member for member in cls}

    def decode(value: object) -> StrEnum:
        found = members.get(value) if isinstance(value, str) else None
        if found is None:
            raise Malformed(f"should be one of {', '.join(members)}")
        return found

    return Coder(str, decode)


def _mapping(value: object) -> dict[str, object]:
    if isinstance(value, dict):
        return value
    raise Malformed("should be an object")


def _list(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    raise Malformed("should be a list")


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise Malformed("should be text")


def _yes_or_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise Malformed("should be true or false")


def _whole(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise Malformed("should be a whole number")


def _whole_key(value: object) -> int:
    if isinstance(value, str) and _WHOLE.fullmatch(value):
        return int(value)
    raise Malformed("should be a whole number")


def _number(value: object) -> int | float:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    raise Malformed("should be a number")


def _number_out(value: float) -> int | float:
    if not math.isfinite(value):
        raise ValueError("a journal has no place for a number that is not finite")
    return value


def _fraction(value: object) -> float:
    try:
        return float(_number(value))
    except OverflowError:
        raise Malformed("should be a number") from None


def _free_out(value: object) -> object:
    """Any JSON value, as model replies bring it; a number that is not finite has no JSON form and becomes null."""
    match value:
        case None | str() | bool() | int():
            return value
        case float():
            return value if math.isfinite(value) else None
        case Mapping():
            return {str(key): _free_out(one) for key, one in value.items()}
        case list() | tuple():
            return [_free_out(one) for one in value]
        case _:
            raise TypeError(f"no wire form for a {type(value).__name__}")


def _same(value: typing.Any) -> typing.Any:
    return value


_PLAIN: Mapping[type, Coder] = {
    str: Coder(_same, _text),
    bool: Coder(_same, _yes_or_no),
    int: Coder(_same, _whole),
    float: Coder(_number_out, _fraction),
    object: Coder(_free_out, _same),
}
