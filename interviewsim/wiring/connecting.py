"""The connection to a model, tried a step at a time: each with its result, its time and what to do next.

What is sent is made up here; nothing of the person's own goes anywhere. The last step asks with the grader's own
templates and shape, so that what holds here holds in a grade.
"""

import json
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from pathlib import Path

from interviewsim.errors import InterviewSimError
from interviewsim.preferences import Step, StepKind, Went
from interviewsim.prompts.grading_context import AskedItem, DecideContext, SystemContext, load_templates
from interviewsim.prompts.replies import ItemsRead
from interviewsim.providers.abilities import AbilityMemory, JsonBy
from interviewsim.providers.chat import ChatModel, Finish, Message, ModelFailed, Piece, Reply, Role
from interviewsim.providers.endpoint import Endpoint, Patience
from interviewsim.providers.opening import load_client, open_chat
from interviewsim.providers.probing import Answered, ask_for_models, reach
from interviewsim.providers.structured import Outcome, ask_for

NOBODY = Step(
    StepKind.ADDRESS,
    Went.SKIPPED,
    "No model is chosen: interviewer and grader are offline, and there is nothing to connect to.",
    then="Choose a model, or stay offline.",
)
LISTS = 10.0
"""Seconds that the list of models is waited for."""
NAMED = 4
"""Models that are told by name."""
STREAM_TOKENS, GRADE_TOKENS = 400, 1200
"""Room for a model that thinks before it speaks."""
STREAM_ASKED = "Reply with this sentence and nothing else: Tell me about a product you know well."
ITEM = "measure"
DECIDES = DecideContext(
    question="Tell me about something that you changed and what came of it.",
    follow_ups="{}",
    criterion="Result",
    about="Whether what came of it is told.",
    evidence=json.dumps([{"id": "E1", "turn": 2, "quote": "errors fell from fourteen to five a week"}]),
    items=(AskedItem(ITEM, "Gives the outcome as a number."),),
)
Seconds = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Trial:
    """What is tried: the roles' models, the folders of templates, and a clock in seconds."""

    interviewer: Endpoint | None
    grader: Endpoint | None
    prompts: Sequence[Path]
    seconds: Seconds
    memory: AbilityMemory

    @property
    def endpoint(self) -> Endpoint | None:
        """The server of both roles."""
        return self.interviewer or self.grader


async def tried(trial: Trial, *, asks: bool = True) -> AsyncGenerator[Step, None]:
    """The steps as they are taken, ending after the first that failed. Never raises for what a server does.

    `asks` False: the model itself is asked for nothing.
    """
    endpoint = trial.endpoint
    if endpoint is None:
        yield NOBODY
        return
    address = await _address(endpoint, trial.seconds)
    yield address
    if address.went is Went.FAILED:
        return
    await load_client()  # half a second that is not the server's
    answered, http = await _http(endpoint, trial.seconds)
    yield http
    if answered is None:
        return
    listed = _models(answered)
    yield listed
    if listed.went is Went.FAILED:
        return
    async with aclosing(_spoken(trial, answered.models or (), asks=asks)) as steps:
        async for step in steps:
            yield step


async def _spoken(trial: Trial, models: Sequence[str], *, asks: bool) -> AsyncGenerator[Step, None]:
    """The model itself: whether it is there, streams, and gives a reply of a shape."""
    interviewer, grader = (_with_name(one, models) for one in (trial.interviewer, trial.grader))
    yield _model([one.model for one in (interviewer, grader) if one is not None], models)
    if not asks:
        return
    if interviewer is not None:
        streamed = await _asked(StepKind.STREAM, interviewer, trial, _stream)
        yield streamed
        if streamed.went is Went.FAILED:
            return
    if grader is not None:
        yield await _asked(StepKind.GRADE, grader, trial, _grade)


def worst(steps: Sequence[Step]) -> Step:
    """The step that tells how it stands: the one that went worst; where all is well the last, with their whole time."""
    bad = max(steps, key=lambda step: list(Went).index(step.went) if step.went is not Went.SKIPPED else -1)
    if bad.went is not Went.OK:
        return bad
    return replace(steps[-1], went=bad.went, ms=sum(step.ms or 0 for step in steps))


def _with_name(endpoint: Endpoint | None, models: Sequence[str]) -> Endpoint | None:
    if endpoint is None or endpoint.model or not models:
        return endpoint
    return replace(endpoint, model=models[0])


async def _address(endpoint: Endpoint, seconds: Seconds) -> Step:
    begun = seconds()
    try:
        await reach(endpoint)
    except ModelFailed as failure:
        if endpoint.is_loopback:
            return _failed(StepKind.ADDRESS, failure, _ms(begun, seconds))
        then = f"{failure.hint} Behind a proxy this is as it should be."
        return Step(StepKind.ADDRESS, Went.NOTED, failure.message, _ms(begun, seconds), then)
    return Step(StepKind.ADDRESS, Went.OK, f"{endpoint.place} takes connections.", _ms(begun, seconds))


async def _http(endpoint: Endpoint, seconds: Seconds) -> tuple[Answered | None, Step]:
    begun = seconds()
    try:
        answered = await ask_for_models(replace(endpoint, patience=Patience.of(min(LISTS, endpoint.patience.whole))))
    except ModelFailed as failure:
        return None, _failed(StepKind.HTTP, failure, _ms(begun, seconds))
    except ValueError:
        odd = ModelFailed("The address cannot be asked.", "It looks like http://127.0.0.1:11434/v1.")
        return None, _failed(StepKind.HTTP, odd, _ms(begun, seconds))
    return answered, Step(StepKind.HTTP, Went.OK, f"It answers (status {answered.status}).", _ms(begun, seconds))


def _models(answered: Answered) -> Step:
    if answered.models is not None:
        if not answered.models:
            return Step(StepKind.MODELS, Went.NOTED, "It lists no model.", then="Load or pull one on the server.")
        count = len(answered.models)
        return Step(StepKind.MODELS, Went.OK, f"It lists {count} model{'' if count == 1 else 's'}.")
    if answered.status in {404, 405, 501}:
        then = "Check that the address ends with /v1; some servers have no list and work all the same."
        return Step(StepKind.MODELS, Went.NOTED, "It has no list of models.", then=then)
    return _failed(StepKind.MODELS, answered.failure or ModelFailed("It gives no list of models."))


def _model(names: Sequence[str], models: Sequence[str]) -> Step:
    missing = [name for name in names if not name or not {name, f"{name}:latest"} & set(models)]
    if not models:
        return Step(StepKind.MODEL, Went.SKIPPED, "Without a list it shows when the model is asked.")
    if not missing:
        return Step(StepKind.MODEL, Went.OK, f"{' and '.join(dict.fromkeys(names))}: there.")
    more = f" and {len(models) - NAMED} more" if len(models) > NAMED else ""
    then = f"It lists {', '.join(models[:NAMED])}{more}. Choose one of them, unless this server takes any name."
    return Step(StepKind.MODEL, Went.NOTED, f'"{missing[0]}" is not among them.', then=then)


Asks = Callable[[ChatModel, Trial], Awaitable[Step]]


async def _asked(kind: StepKind, endpoint: Endpoint, trial: Trial, ask: Asks) -> Step:
    """What came of asking; a failure of the server or of the templates is the step's own."""
    begun = trial.seconds()
    try:
        chat = await open_chat(endpoint, trial.memory)
        try:
            return await ask(chat, trial)
        finally:
            await chat.close()
    except InterviewSimError as failure:
        return _failed(kind, failure, _ms(begun, trial.seconds))


async def _stream(chat: ChatModel, trial: Trial) -> Step:
    begun = trial.seconds()
    first: float | None = None
    reply: Reply | None = None
    async for piece in chat.stream([Message(Role.USER, STREAM_ASKED)], most_tokens=STREAM_TOKENS):
        if isinstance(piece, Piece):
            first = trial.seconds() if first is None else first
        else:
            reply = piece
    return _streamed(reply, None if first is None else first - begun, _ms(begun, trial.seconds))


def _streamed(reply: Reply | None, first: float | None, ms: int) -> Step:
    if reply is None or first is None or not reply.text.strip():
        cut = reply is not None and reply.finish is Finish.LENGTH
        why = f"It used up {STREAM_TOKENS} tokens before it said a word." if cut else "It ended without a word."
        return Step(StepKind.STREAM, Went.NOTED, why, ms, "Turn its thinking off, or choose another model.")
    words = len(reply.text.split())
    return Step(StepKind.STREAM, Went.OK, f"It streams: first word after {first:.1f} s, {words} words in all.", ms)


async def _grade(chat: ChatModel, trial: Trial) -> Step:
    begun = trial.seconds()
    templates = load_templates(trial.prompts)
    system, decide = templates.filled(SystemContext("behavioral")), templates.filled(DECIDES)
    messages = [Message(Role.SYSTEM, system), Message(Role.USER, decide)]
    found = await ask_for(chat, messages, ItemsRead, most_tokens=GRADE_TOKENS)
    by = trial.memory.of(trial.grader).json if trial.grader else JsonBy.SCHEMA
    return _graded(found.outcome, found.value, len(found.replies), by, _ms(begun, trial.seconds))


def _graded(outcome: Outcome, value: ItemsRead | None, replies: int, by: JsonBy, ms: int) -> Step:
    if value is None:
        why = f"Its reply for grading has no usable shape ({outcome})."
        return Step(StepKind.GRADE, Went.FAILED, why, ms, "Grade offline, or with another model (Grader model).", 1)
    if [(item.item, item.decision) for item in value.items] != [(ITEM, "yes")]:
        why = "Its reply has the right shape, and misjudges a plain sentence."
        return Step(StepKind.GRADE, Went.NOTED, why, ms, "A larger model may grade better.")
    if replies > 1 or by is JsonBy.PROMPT:
        why = "It grades, though nothing on the server holds it to the shape."
        return Step(StepKind.GRADE, Went.NOTED, why, ms, "Replies are checked and asked for again; some may fail.")
    return Step(StepKind.GRADE, Went.OK, "It gives a reply in the grader's shape.", ms)


def _failed(kind: StepKind, failure: InterviewSimError, ms: int | None = None) -> Step:
    return Step(kind, Went.FAILED, failure.message, ms, failure.hint, failure.exit_code)


def _ms(begun: float, seconds: Seconds) -> int:
    return round((seconds() - begun) * 1000)
