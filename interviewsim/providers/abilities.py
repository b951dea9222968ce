"""What a server can do with a model: begun with the best, stepped down when it complains, remembered for next time."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path

from interviewsim.providers.endpoint import Endpoint


class JsonBy(StrEnum):
    """How JSON is asked for; the reply is validated whichever it is."""

    SCHEMA = "json_schema"
    OBJECT = "json_object"
    PROMPT = "prompt"


class Limit(StrEnum):
    """What the most tokens of a reply are called."""

    OLD = "max_tokens"
    NEW = "max_completion_tokens"


@dataclass(frozen=True, slots=True)
class Abilities:
    """`usage`: tokens are told at the end of a stream. `instructs`: the role that instructions are given in."""

    json: JsonBy = JsonBy.SCHEMA
    limit: Limit = Limit.OLD
    usage: bool = True
    instructs: str = "system"


REJECTION = (
    *("unsupported", "not support", "must be", "unavailable", "unrecognized", "unknown", "invalid", "unexpected"),
    *("not allowed", "not permitted", "extra", "instead", "should be", "input should", "does not"),
)
"""Words of a server that will not take a part of a request."""
TOO_LONG = (
    *("context_length", "exceed_context", "context window", "context length", "maximum context", "too many tokens"),
)
"""Words of a server for which the conversation has become too long; that is no feature to do without."""


def first_guess(endpoint: Endpoint) -> Abilities:
    """OpenAI's newer models know only the new name of the limit, older servers only the old one."""
    return Abilities(limit=Limit.NEW if endpoint.is_openai else Limit.OLD)


def stepped_down(known: Abilities, complaint: str) -> Abilities | None:
    """What is left to try after a server's complaint; None where the complaint is about something else."""
    told = complaint.lower()
    if any(word in told for word in TOO_LONG) or not any(word in told for word in REJECTION):
        return None
    if _about_json(told) and known.json is not JsonBy.PROMPT:
        return replace(known, json=JsonBy.OBJECT if known.json is JsonBy.SCHEMA else JsonBy.PROMPT)
    if "stream_options" in told or "include_usage" in told:
        return replace(known, usage=False) if known.usage else None
    if known.limit.value in told:
        return replace(known, limit=Limit.OLD if known.limit is Limit.NEW else Limit.NEW)
    if "role" in told and ("system" in told or "developer" in told):
        return replace(known, instructs="developer") if known.instructs == "system" else None
    return None


def _about_json(told: str) -> bool:
    return any(
        word in told for word in ("response_format", "json_schema", "json_object", "'text'", "schema", "grammar")
    )


class AbilityMemory:
    """What was learned about each server and model, in one small file; a file that cannot be read is no memory."""

    def __init__(self, path: Path | None = None) -> None:
        """Without a path it is remembered as long as the program runs."""
        self._path = path
        self._known: dict[str, Abilities] = {}

    def of(self, endpoint: Endpoint) -> Abilities:
        """What is known, or the first guess."""
        if not self._known and self._path is not None:
            self._known = _read(self._path)
        return self._known.get(_name(endpoint), first_guess(endpoint))

    def learn(self, endpoint: Endpoint, abilities: Abilities) -> None:
        """Remember, on disk too where there is one. A disk that refuses is no error."""
        self.of(endpoint)
        self._known[_name(endpoint)] = abilities
        if self._path is not None:
            _write(self._path, self._known)


def _name(endpoint: Endpoint) -> str:
    return f"{endpoint.base_url.rstrip('/')} {endpoint.model}"


def _read(path: Path) -> dict[str, Abilities]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return {name: _abilities(one) for name, one in told.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _abilities(told: Mapping[str, object]) -> Abilities:
    instructs = str(told["instructs"])
    usage = told["usage"] is True
    return Abilities(JsonBy(str(told["json"])), Limit(str(told["limit"])), usage, instructs)


def _write(path: Path, known: Mapping[str, Abilities]) -> None:
    beside = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps({name: asdict(one) for name, one in known.items()}), encoding="utf-8")
        beside.replace(path)
    except OSError:
        return
