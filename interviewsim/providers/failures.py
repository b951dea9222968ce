"""The vendor's failures in our words: what happened, at which server, and what to do. Never a key, never an answer."""

import openai

from interviewsim.providers.abilities import TOO_LONG
from interviewsim.providers.chat import KeyRefused, ModelFailed, ServerUnreachable
from interviewsim.providers.endpoint import Endpoint
from interviewsim.providers.retrying import WorthRetrying

PASSING = frozenset({408, 409, 429})
OR_OFFLINE = "or go on offline."


def complaint_of(error: openai.APIStatusError) -> str:
    """All that the server says, wherever it says it: its message, its body, its text."""
    return f"{error.message} {error.body!r} {error.response.text[:2000]}"


def ours(error: Exception, endpoint: Endpoint) -> ModelFailed | WorthRetrying:
    """What a failed call means for us."""
    match error:
        case openai.APITimeoutError():
            return WorthRetrying(slow(endpoint))
        case openai.APIConnectionError():
            return WorthRetrying(_unreachable(endpoint))
        case openai.APIStatusError():
            return _by_status(error, endpoint)
        case openai.OpenAIError() | ValueError():
            return garbled(endpoint)
        case _:
            return ModelFailed(f"The model at {endpoint.place} failed.", f"Try again, {OR_OFFLINE}")


def _by_status(error: openai.APIStatusError, endpoint: Endpoint) -> ModelFailed | WorthRetrying:
    status = error.status_code
    told = complaint_of(error).lower()
    failure: ModelFailed
    match status:
        case 401 | 403:
            return KeyRefused(
                f"{endpoint.place} refuses the key." if endpoint.key else f"{endpoint.place} wants a key.",
                "Check OPENAI_API_KEY and what it may be used for.",
            )
        case 402:
            return ModelFailed(f"{endpoint.place} wants to be paid first.", f"Check the account, {OR_OFFLINE}")
        case 404:
            return ModelFailed(
                f'{endpoint.place} knows no model "{endpoint.model}", or its address ends otherwise.',
                "Check --model, and that --base-url ends with /v1.",
            )
        case 413:
            return _too_long(endpoint)
        case 429 if "quota" in told or "billing" in told:
            return ModelFailed(f"The account at {endpoint.place} has nothing left.", f"Check its quota, {OR_OFFLINE}")
        case 429:
            failure = ModelFailed(
                f"{endpoint.place} wants fewer requests.", f"Wait a little and try again, {OR_OFFLINE}"
            )
            return WorthRetrying(failure, _after(error))
        case _ if any(word in told for word in TOO_LONG):
            return _too_long(endpoint)
        case _ if status in PASSING or status >= 500:
            failure = ModelFailed(f"{endpoint.place} failed (status {status}).", f"Try again later, {OR_OFFLINE}")
            return WorthRetrying(failure, _after(error))
        case _:
            return ModelFailed(
                f"{endpoint.place} does not take the request (status {status}).", f"Try another model, {OR_OFFLINE}"
            )


def _after(error: openai.APIStatusError) -> float | None:
    """The seconds that the server asks to wait; None where it says nothing that can be read."""
    told = error.response.headers.get("retry-after-ms")
    try:
        if told is not None:
            return max(0.0, float(told) / 1000)
        return max(0.0, float(error.response.headers["retry-after"]))
    except (KeyError, ValueError):
        return None


def slow(endpoint: Endpoint) -> ServerUnreachable:
    """Nothing came in time."""
    return ServerUnreachable(
        f"{endpoint.place} did not answer in time.", f"Give it longer with --timeout, try again, {OR_OFFLINE}"
    )


def broken_off(endpoint: Endpoint) -> ModelFailed:
    """A reply that ended without saying that it had."""
    return ModelFailed(f"{endpoint.place} broke off in the middle of a reply.", f"Try again, {OR_OFFLINE}")


def garbled(endpoint: Endpoint) -> ModelFailed:
    """A reply that is none."""
    return ModelFailed(
        f"{endpoint.place} sent something that is no reply of a model.",
        "Check that --base-url leads to an OpenAI-compatible server and ends with /v1.",
    )


def _too_long(endpoint: Endpoint) -> ModelFailed:
    return ModelFailed(
        f'The conversation is too long for "{endpoint.model}".', f"Choose a model with a larger context, {OR_OFFLINE}"
    )


def _unreachable(endpoint: Endpoint) -> ServerUnreachable:
    start = "Start the server" if endpoint.is_loopback else "Check the network and --base-url"
    return ServerUnreachable(f"Nothing answers at {endpoint.place}.", f"{start}, {OR_OFFLINE}")
