"""One request for the list of models, and what its answer says of the server. Imports the vendor's client."""

import openai

from interviewsim.providers.chat import ModelFailed, ServerUnreachable
from interviewsim.providers.endpoint import Endpoint
from interviewsim.providers.failures import garbled, ours, slow
from interviewsim.providers.openai_chat import client_of
from interviewsim.providers.probing import Answered
from interviewsim.providers.retrying import WorthRetrying


async def ask_for_models(endpoint: Endpoint) -> Answered:
    """Ask which models there are. Raises `ModelFailed` where no HTTP came back."""
    client = client_of(endpoint)
    try:
        response = await client.models.with_raw_response.list()
    except openai.APIStatusError as error:
        return Answered(error.status_code, None, _failure(error, endpoint))
    except openai.APITimeoutError as error:
        raise slow(endpoint) from error
    except openai.APIConnectionError as error:
        raise _no_http(error, endpoint) from error
    finally:
        await client.close()
    try:
        return Answered(response.status_code, tuple(str(one.id) for one in response.parse().data))
    except (openai.OpenAIError, ValueError, AttributeError, TypeError):
        return Answered(response.status_code, None, garbled(endpoint))


def _failure(error: openai.APIStatusError, endpoint: Endpoint) -> ModelFailed:
    failure = ours(error, endpoint)
    found = failure.failure if isinstance(failure, WorthRetrying) else failure
    return found if isinstance(found, ModelFailed) else garbled(endpoint)


def _no_http(error: openai.APIConnectionError, endpoint: Endpoint) -> ModelFailed:
    if "ssl" in repr(error.__cause__).lower() or "certificate" in repr(error.__cause__).lower():
        return ServerUnreachable(f"{endpoint.place} makes no secure connection.", "Is it http:// instead of https://?")
    return ServerUnreachable(
        f"{endpoint.place} takes connections, but does not answer as a web server does.",
        "Check the port, and whether the address begins with http:// or https://.",
    )
