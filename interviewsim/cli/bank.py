"""`questions list|show`: what may be asked, without what an interviewer holds back."""

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from interviewsim.cli.context import home_of
from interviewsim.cli.output import say, say_json, table, tell
from interviewsim.domain.bank import Asked
from interviewsim.domain.question import Question
from interviewsim.errors import WrongUsage
from interviewsim.locations import Home
from interviewsim.prompts.library import PromptLibrary
from interviewsim.reports import WIDTH
from interviewsim.reports.layout import wrapped
from interviewsim.rubrics.finding import guess
from interviewsim.rubrics.library import RubricLibrary
from interviewsim.wiring.banking import every_question, questions_of_pack

LEFT_OUT = 3
LONGEST_ASK = 60
HELD_BACK = ("facts", "hints", "twist", "push_back", "challenge", "premise", "reference")
"""What a candidate should not have read before the round."""


def listing(parsed: Namespace) -> int:
    """List questions. Exit 3 where a file could not be read; the others are listed all the same."""
    found, problems = _every(home_of(parsed), parsed.company)
    rows = [asked for asked in found if _wanted(asked, parsed)]
    if parsed.json:
        say_json([_row(asked) for asked in rows])
    elif rows:
        columns = {"id": 20, "round": 13, "company": 7, "levels": 6, "ask": 3}
        say(table([_cells(asked) for asked in rows], columns))
    for problem in problems:
        tell(problem)
    tell("1 question." if len(rows) == 1 else f"{len(rows) or 'No'} questions.", quiet=parsed.quiet)
    return LEFT_OUT if problems else 0


def show(parsed: Namespace) -> int:
    """Show one question; `--reference`: with all that is held back."""
    found, problems = _every(home_of(parsed), None)
    asked = next((asked for asked in found if asked.question.id == parsed.id), None)
    if asked is None:
        meant = guess(parsed.id, [one.question.id for one in found])
        hint = f'Did you mean "{meant}"? ' if meant else ""
        for problem in problems:
            tell(problem)
        raise WrongUsage(
            f"There is no question {parsed.id[:60]!a}.", f"{hint}`interviewsim questions list` shows them all."
        )
    if parsed.json:
        say_json(_whole(asked, held_back=parsed.reference))
        return 0
    for line in _lines(asked, held_back=parsed.reference):
        say(line)
    return 0


def _every(home: Home, company: str | None) -> tuple[Sequence[Asked], Sequence[str]]:
    """Every question there is, the packs' own first, and a sentence for each file that cannot be read."""
    rubrics = RubricLibrary(home.layers("rubrics"))
    if company is not None:
        return questions_of_pack(rubrics, company, inherited=True), ()
    return every_question(rubrics, PromptLibrary(home.layers("prompts")))


def _wanted(asked: Asked, parsed: Namespace) -> bool:
    question = asked.question
    return (
        (parsed.round is None or asked.round == parsed.round)
        and (parsed.tag is None or parsed.tag in question.tags)
        and (parsed.level is None or parsed.level in question.levels)
        and (parsed.skill is None or parsed.skill in question.skills)
    )


def _row(asked: Asked) -> Mapping[str, object]:
    question = asked.question
    return {
        "id": question.id,
        "round": asked.round,
        "company": asked.company,
        "levels": list(question.levels),
        "skills": list(question.skills),
        "tags": list(question.tags),
        "answer_model": question.answer_model,
        "minutes": question.minutes,
        "ask": question.ask,
    }


def _cells(asked: Asked) -> dict[str, str]:
    ask = " ".join(asked.question.ask.split())
    return {
        "id": asked.question.id,
        "round": asked.round,
        "company": asked.company or "-",
        "levels": f"{asked.question.levels[0]}-{asked.question.levels[-1]}" if asked.question.levels else "-",
        "ask": ask if len(ask) <= LONGEST_ASK else f"{ask[: LONGEST_ASK - 1].rstrip()}…",
    }


def _whole(asked: Asked, *, held_back: bool) -> Mapping[str, object]:
    question = {key: value for key, value in asdict(asked.question).items() if held_back or key not in HELD_BACK}
    return {"id": asked.question.id, "round": asked.round, "company": asked.company} | question


def _lines(asked: Asked, *, held_back: bool) -> Iterator[str]:
    question = asked.question
    where = f"{asked.round}, {asked.company}" if asked.company else asked.round.value
    yield f"{question.id}: {where}, about {question.minutes} minutes"
    yield ""
    yield from wrapped(question.ask, WIDTH, "  ")
    yield ""
    yield from wrapped(f"Levels: {', '.join(level.label for level in question.levels)}", WIDTH)
    yield from wrapped(f"Skills: {', '.join(question.skills) or '-'}", WIDTH)
    yield from wrapped(f"Tags: {', '.join(question.tags) or '-'}", WIDTH)
    yield f"Answer model: {question.answer_model}"
    if question.probes:
        yield "Follow-ups, by what is missing"
        for probe in question.probes:
            yield from wrapped(f"{probe.for_}: {probe.ask}", WIDTH, "  ", "    ")
    if held_back:
        yield from _held_back(question)
    elif any(getattr(question, name) for name in HELD_BACK):
        yield "More is held back until it is asked for; --reference shows it, and spoils the question."


def _held_back(question: Question) -> Iterator[str]:
    for fact in question.facts:
        yield from wrapped(f"fact {fact.id}{' (told at once)' if fact.opening else ''}: {fact.tell}", WIDTH, "", "  ")
    for hint in question.hints:
        yield from wrapped(f"hint: {hint}", WIDTH, "", "  ")
    for name, said in (("twist", question.twist), ("push back", question.push_back)):
        if said:
            yield from wrapped(f"{name}: {said}", WIDTH, "", "  ")
    if question.challenge:
        yield from wrapped(f"{question.challenge.role}: {question.challenge.say}", WIDTH, "", "  ")
    if question.premise:
        yield from wrapped(f"wrong claim: {question.premise.say} The truth: {question.premise.truth}", WIDTH, "", "  ")
    for name, value in question.reference.items():
        yield from wrapped(f"reference {name}: {value}", WIDTH, "", "  ")
