"""The wire form of a journal's lines and of a scorecard: one JSON object a line, UTF-8, the contract's names."""

import dataclasses
import functools
import json
import re
import typing
from collections.abc import Mapping

from interviewsim.domain.events import JOURNAL_SCHEMA, Entry, Event, Live, SessionOpened
from interviewsim.domain.scorecard import Scorecard
from interviewsim.errors import InvalidFile
from interviewsim.transcripts.coders import Coder, Malformed, coder_of

OPENED = "session_opened"


def _refuse(constant: str) -> typing.NoReturn:
    raise ValueError(constant)


_decoder = json.JSONDecoder(parse_constant=_refuse)
_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)
_pretty = json.JSONEncoder(ensure_ascii=False, indent=2, allow_nan=False)
# Line ends to some readers (NEL, U+2028, U+2029), or commands to a terminal that shows the file (DEL, C1).
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


class NewerVersion(InvalidFile):
    """A journal follows a schema that this version does not know yet; it may well be sound."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Head:
    """What every line after the first begins with, beside its kind."""

    n: int
    at: str
    t: float


def encode_opened(opened: SessionOpened) -> bytes:
    """Line 1 of a journal, newline included."""
    return _line(opened_to_json(opened))


def encode_entry(entry: Entry) -> bytes:
    """A line of a journal, newline included. A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD."""
    cls: type = type(entry.event)
    head = _Head(entry.n, entry.at, entry.t)
    return _line(
        {"kind": kind_of(cls), **_fields(coder_of(_Head).encode(head)), **_fields(coder_of(cls).encode(entry.event))}
    )


def decode_opened(line: bytes) -> SessionOpened:
    """Line 1. Raises `Malformed`, or `NewerVersion`."""
    value = load(line)
    if value.get("kind") != OPENED:
        raise Malformed(f"does not begin with `{OPENED}`")
    schema = value.get("schema")
    if isinstance(schema, int) and schema > JOURNAL_SCHEMA:
        raise NewerVersion(
            f"It was written by a newer version of interviewsim (schema {schema}).", "Update interviewsim to read it."
        )
    if schema != JOURNAL_SCHEMA:
        raise Malformed(f"`schema` should be {JOURNAL_SCHEMA}")
    opened: SessionOpened = coder_of(SessionOpened).decode(value)
    return opened


def decode_entry(line: bytes) -> Entry:
    """Any further line; raises `Malformed` with what is wrong and where."""
    value = load(line)
    kind = value.get("kind")
    coder = _coders_by_kind().get(kind) if isinstance(kind, str) else None
    if coder is None:
        raise Malformed(f"`kind` is unknown: {str(kind)[:40]!a}")
    head: _Head = coder_of(_Head).decode(value)
    return Entry(head.n, head.at, head.t, coder.decode(value))


def opened_to_json(opened: SessionOpened) -> dict[str, object]:
    """Line 1 as a JSON value, `kind` first."""
    return {"kind": OPENED, **_fields(coder_of(SessionOpened).encode(opened))}


def scorecard_to_json(scorecard: Scorecard, line_id: object = None) -> dict[str, object]:
    """A scorecard in the contract's shape; `line_id`, where given, is the `id` of a line of `answer --lines`."""
    fields = _fields(coder_of(Scorecard).encode(scorecard))
    if line_id is None:
        return fields
    schema, session = fields.pop("schema"), fields.pop("session")
    return {"schema": schema, "session": session, "id": line_id, **fields}


def scorecard_from_json(value: object) -> Scorecard:
    """The way back; raises `Malformed` with the place that is wrong."""
    scorecard: Scorecard = coder_of(Scorecard).decode(value)
    return scorecard


def live_to_json(live: Live) -> str:
    """The live file's text."""
    return json_text(coder_of(Live).encode(live))


def live_from_json(text: bytes) -> Live:
    """The live file's value; raises `Malformed`, for one from a newer version too."""
    value = load(text)
    if value.get("schema", 1) != 1:
        raise Malformed("is from another version")
    live: Live = coder_of(Live).decode(value)
    return live


def json_text(value: object, *, indented: bool = False) -> str:
    """JSON without a line end of its own, safe to show: no raw control character, no lone surrogate."""
    text = (_pretty if indented else _encoder).encode(value)
    if text.isascii() and "\x7f" not in text:
        return text
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", _SURROGATE.sub(REPLACEMENT, text))


def load(line: bytes) -> dict[str, object]:
    """Parse one JSON object; raises `Malformed` for anything else, however strange."""
    try:
        text = line.decode()
        value = _decoder.decode(text)
        if "\\ud" in text or "\\uD" in text:
            value = _decoder.decode(_SURROGATE.sub(REPLACEMENT, _encoder.encode(value)))
    except UnicodeDecodeError:
        raise Malformed("is not UTF-8 text") from None
    except RecursionError:
        raise Malformed("is nested too deeply") from None
    except ValueError:
        raise Malformed("is not JSON") from None
    if not isinstance(value, dict):
        raise Malformed("is not a JSON object")
    return typing.cast("dict[str, object]", value)


@functools.cache
def kind_of(cls: type) -> str:
    """An event's name on the wire: `CandidateSaid` is `candidate_said`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


@functools.cache
def _coders_by_kind() -> Mapping[str, Coder]:
    return {kind_of(cls): coder_of(cls) for cls in typing.get_args(Event)}


def _line(value: object) -> bytes:
    return json_text(value).encode() + b"\n"


def _fields(value: object) -> dict[str, object]:
    return typing.cast("dict[str, object]", value)
