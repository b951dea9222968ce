"""Drives a grader over a rubric and puts the scorecard together; one failure is one unscored criterion."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from interviewsim.domain.events import Focus
from interviewsim.domain.evidence import Evidence
from interviewsim.domain.rubric import CompanyPack, Criterion, Rubric, Verdict
from interviewsim.domain.scorecard import (
    AnswerRecord,
    Basis,
    CarriedOver,
    CriterionScore,
    Disagreement,
    ItemFinding,
    Scorecard,
    Seen,
    Unscored,
    UnscoredReason,
)
from interviewsim.domain.terms import Length, Level, Mode
from interviewsim.domain.transcript import Transcript
from interviewsim.grading import telling
from interviewsim.grading.answers import answers_of, hints_for, own_questions_of
from interviewsim.grading.delivery import delivery_of, delivery_of_texts, pacing_of
from interviewsim.grading.ports import (
    AnswerFindings,
    AnswerToGrade,
    Completing,
    Decided,
    Decision,
    Grader,
    ItemSeen,
    OwnQuestions,
)
from interviewsim.grading.scoring import (
    HINTED_MOST,
    LEAST_COVERAGE,
    LOWEST,
    coverage_of,
    level_of,
    mean_level,
    score_of,
    short_of,
    skill_profile,
    verdict_of,
)
from interviewsim.grading.together import CriterionJudged, Progress, together

STRUCTURE = "structure"
"""The criterion that a part told only after a probe lowers, by one level."""
MOST_PLACES = 2
"""Places kept of each answer for an item: enough to be convinced, few enough to be read."""
NOT_ASKED = Unscored(UnscoredReason.NOT_REACHED, "No question that calls for this was answered.")
NOT_CONTRADICTED = Unscored(UnscoredReason.NOT_REACHED, "Nobody contradicted you.")
DECLINED = Unscored(UnscoredReason.NOT_REACHED, "You said this never happened to you; that is no answer to judge.")
NOT_INVITED = Unscored(UnscoredReason.NOT_REACHED, "The round ended before your own questions.")
OUT_OF_TIME = Unscored(UnscoredReason.NOT_REACHED, "Time ran out before this could be told.")


@dataclass(frozen=True, slots=True)
class Ruler:
    """What a grade is measured by: any pack's rubric at any level."""

    rubric: Rubric
    pack: CompanyPack
    level: Level


_Items = Mapping[str, ItemSeen]


@dataclass(frozen=True, slots=True)
class Judged:
    """One criterion on one answer: its level and what it rests on, or why there is none."""

    answer: AnswerToGrade
    level: int | None
    items: Mapping[str, ItemSeen]
    unscored: Unscored | None = None
    decided: Decided | None = None
    lowered: bool = False


async def grade_session(
    transcript: Transcript, ruler: Ruler, grader: Grader, progress: Progress | None = None
) -> Scorecard:
    """Grade a round from its transcript. Reads the candidate's turns only."""
    answers = answers_of(transcript)
    own = own_questions_of(transcript)
    card = await _graded(answers, ruler, grader, transcript.opened.mode, hints_for(transcript), own, progress)
    card = replace(
        card,
        session=transcript.opened.session,
        grade=len(transcript.grades) + 1,
        hints=len(transcript.hints),
        delivery=delivery_of(transcript),
        pacing=pacing_of(transcript),
        carried_over=_carried_over(transcript, card.criteria),
    )
    if transcript.opened.length is Length.WARM_UP:
        return replace(card, headline=telling.WARM_UP)
    return _with_verdict(card, ruler, grader, answers)


async def grade_answer(answer: AnswerToGrade, ruler: Ruler, grader: Grader) -> Scorecard:
    """Grade one answer outside any session: a score wherever something is gradable, and no verdict."""
    card = await _graded((answer,), ruler, grader, Mode.REALISTIC, {})
    delivery = delivery_of_texts([said.text for said in answer.said])
    card = replace(card, score=score_of(card.criteria), level_range=_range(card.criteria), delivery=delivery)
    return replace(card, headline=telling.headline(card, ruler.level, None))


async def _graded(
    answers: Sequence[AnswerToGrade],
    ruler: Ruler,
    grader: Grader,
    mode: Mode,
    hints: Mapping[str, int],
    own: OwnQuestions | None = None,
    progress: Progress | None = None,
) -> Scorecard:
    found = await together([grader.read(answer) for answer in answers])
    report = _reporting(progress, len(ruler.rubric.criteria))
    asked = [_judged(criterion, answers, found, own, grader, report) for criterion in ruler.rubric.criteria]
    results = dict(zip([one.id for one in ruler.rubric.criteria], await together(asked), strict=True))
    judged = {criterion: ones for criterion, (ones, _) in results.items()}
    criteria = tuple(
        results[criterion.id][1] or _criterion(criterion, judged[criterion.id], hints)
        for criterion in ruler.rubric.criteria
    )
    flags = [await grader.suspect(flag, answers) for flag in ruler.rubric.flags]
    card = Scorecard(
        round=ruler.rubric.round,
        company=ruler.pack.id,
        level=ruler.level,
        mode=mode,
        grader=grader.name(ruler.rubric),
        score=None,
        level_range=None,
        coverage=coverage_of(criteria),
        verdict=None,
        headline="",
        reason_for=telling.reason_for(criteria),
        reason_against=telling.reason_against(criteria),
        focus=telling.focus(criteria),
        carried_over=None,
        criteria=criteria,
        answers=tuple(_record(a, f, i, judged) for i, (a, f) in enumerate(zip(answers, found, strict=True))),
        flags=tuple(flag for flag in flags if flag is not None),
        skills=skill_profile(ruler.rubric, criteria),
        hints=0,
        delivery={},
        pacing={},
        disagreements=_disagreements(judged),
    )
    return await grader.complete(card, answers) if isinstance(grader, Completing) else card


async def _judged(
    criterion: Criterion,
    answers: Sequence[AnswerToGrade],
    found: Sequence[AnswerFindings],
    own: OwnQuestions | None,
    grader: Grader,
    report: Callable[[CriterionJudged], None],
) -> tuple[list[Judged | None], CriterionScore | None]:
    """The criterion on each answer, or its score where it judges the candidate's own questions."""
    judged = await together([_judge(criterion, a, f, grader) for a, f in zip(answers, found, strict=True)])
    score = await _own_questions(criterion, own, grader) if criterion.phase else None
    report(CriterionJudged(criterion.name, _first_words(judged)))
    return judged, score


def _reporting(progress: Progress | None, most: int) -> Callable[[CriterionJudged], None]:
    def report(judged: CriterionJudged) -> None:
        if progress is not None:
            progress(judged, most)

    return report


def _first_words(judged: Sequence[Judged | None]) -> str:
    """The quote that stands first in the transcript, of those that the criterion rests on."""
    found = [quote for one in judged if one for item in one.items.values() for quote in item.evidence]
    return min(found, key=lambda quote: (quote.turn, quote.start)).quote if found else ""


def _disagreements(judged: Mapping[str, Sequence[Judged | None]]) -> tuple[Disagreement, ...]:
    """Where a model stands more than one level away from what rules find."""
    return tuple(
        Disagreement(criterion, one.answer.question_id, one.decided.claimed, one.decided.estimate)
        for criterion, ones in judged.items()
        for one in ones
        if one is not None and one.decided is not None and one.decided.estimate is not None
        if abs(one.decided.claimed - one.decided.estimate) > 1
    )


async def _judge(criterion: Criterion, answer: AnswerToGrade, found: AnswerFindings, grader: Grader) -> Judged | None:
    """The criterion on one answer; None where the question does not call for it or was never answered."""
    if criterion.phase or not criterion.judges(answer.answer_model, answer.asked.tags) or not answer.said:
        return None
    if criterion.needs_contradiction and not answer.contradicted:
        return None
    if answer.declined:
        return Judged(answer, None, {}, DECLINED)
    if found.unscored is not None:
        return Judged(answer, None, {}, OUT_OF_TIME if answer.cut_off else found.unscored)
    decision: Decision = await grader.decide(criterion, answer)
    if isinstance(decision, Unscored):
        return Judged(answer, None, {}, decision)
    level, items = _level(criterion, decision, grader.top)
    decided = decision if isinstance(decision, Decided) else None
    if level == LOWEST and answer.cut_off:
        return Judged(answer, None, items, OUT_OF_TIME)
    prompted = any(part.prompted for part in found.parts.values())
    lowered = criterion.id == STRUCTURE and prompted and level > LOWEST
    return Judged(answer, level - lowered, items, decided=decided, lowered=lowered)


def _level(criterion: Criterion, decision: Mapping[str, ItemSeen] | Decided, top: int) -> tuple[int, _Items]:
    if isinstance(decision, Decided):
        return min(level_of(criterion.items, decision.items, top), decision.most), decision.items
    return level_of(criterion.items, decision, top), decision


async def _own_questions(criterion: Criterion, own: OwnQuestions | None, grader: Grader) -> CriterionScore:
    """The criterion on what the candidate asked; who was invited and asked nothing shows nothing."""
    weight = criterion.weight / 100
    if own is None:
        return CriterionScore(criterion.id, criterion.name, weight, None, None, NOT_INVITED)
    decision: Decision = await grader.decide_questions(criterion, own)
    if isinstance(decision, Unscored):
        return CriterionScore(criterion.id, criterion.name, weight, None, None, decision)
    level, items = _level(criterion, decision, grader.top)
    return _scored(criterion, level, [items], decision.spread if isinstance(decision, Decided) else ())


def _criterion(criterion: Criterion, judged: Sequence[Judged | None], hints: Mapping[str, int]) -> CriterionScore:
    asked = [one for one in judged if one is not None]
    scored = [one for one in asked if one.level is not None]
    if not scored:
        never = NOT_CONTRADICTED if criterion.needs_contradiction else NOT_ASKED
        why = next((one.unscored for one in asked if one.unscored), never)
        return CriterionScore(criterion.id, criterion.name, criterion.weight / 100, None, None, why)
    level = mean_level([one.level for one in scored if one.level is not None])
    if any(hints.get(one.answer.question_id, 0) > 1 for one in scored):
        level = min(level, HINTED_MOST)
    spread = [level for one in scored if one.decided for level in one.decided.spread]
    card = _scored(criterion, level, [one.items for one in scored], sorted(spread))
    held = any(one.decided and one.decided.most < one.decided.claimed for one in scored)
    return telling.with_limits(criterion, card, lowered=any(one.lowered for one in scored), held=held)


def _scored(
    criterion: Criterion, level: int, decided: Sequence[Mapping[str, ItemSeen]], spread: Sequence[int] = ()
) -> CriterionScore:
    """The criterion's score; a level above the lowest keeps its evidence, the lowest says what was not found."""
    evidence, items = _merged(criterion, decided)
    kept = evidence if level > LOWEST else ()
    return CriterionScore(
        criterion.id,
        criterion.name,
        criterion.weight / 100,
        level,
        Basis.EVIDENCE if kept else Basis.ABSENCE,
        None,
        items=items if kept else tuple(ItemFinding(item.id, item.seen) for item in items),
        evidence=kept,
        rationale=telling.rationale(criterion, level, items),
        next_level=criterion.next_level.get(level, ""),
        spread=tuple(spread) or None,
    )


def _merged(
    criterion: Criterion, decided: Sequence[Mapping[str, ItemSeen]]
) -> tuple[tuple[Evidence, ...], tuple[ItemFinding, ...]]:
    """Each item as the answers show it together, with its evidence numbered once."""
    evidence: list[Evidence] = []
    items = []
    for item in criterion.items:
        seen = [items_seen[item.id] for items_seen in decided if item.id in items_seen]
        verdicts = {one.seen for one in seen}
        places = [place for one in seen if one.seen is Seen.YES for place in one.evidence[:MOST_PLACES]]
        evidence += [place for place in dict.fromkeys(places) if place not in evidence]
        verdict = next((v for v in (Seen.YES, Seen.NO) if v in verdicts), Seen.UNCLEAR)
        items.append(ItemFinding(item.id, verdict, tuple(evidence.index(place) for place in dict.fromkeys(places))))
    return tuple(evidence), tuple(items)


def _record(
    answer: AnswerToGrade, found: AnswerFindings, index: int, judged: Mapping[str, Sequence[Judged | None]]
) -> AnswerRecord:
    here = {criterion: ones[index] for criterion, ones in judged.items()}
    return AnswerRecord(
        answer.question_id,
        answer.asked.ask,
        answer.answer_model,
        answer.turns,
        found.type,
        found.parts,
        found.flaws,
        levels={criterion: one.level for criterion, one in here.items() if one and one.level is not None},
        unused_facts=found.unused_facts,
    )


def _with_verdict(card: Scorecard, ruler: Ruler, grader: Grader, answers: Sequence[AnswerToGrade]) -> Scorecard:
    if card.coverage < LEAST_COVERAGE:
        return replace(card, headline=telling.headline(card, ruler.level, None))
    score = score_of(card.criteria)
    bar = ruler.pack.bar[ruler.level]
    measured = all(grader.measured_for(answer.answer_model) for answer in answers)
    verdict: Verdict | None = None
    if measured and score is not None:
        verdict = verdict_of(score, bar, card.criteria, ruler.rubric, card.flags, ruler.level)
    card = replace(card, score=score, verdict=verdict, level_range=_range(card.criteria))
    headline = telling.headline(card, ruler.level, bar, ruler.pack.scale)
    if verdict is not None and score is not None and score >= bar:
        headline += telling.short_of(short_of(ruler.level, card.criteria, ruler.rubric), ruler.level)
    return replace(card, headline=headline)


def _range(criteria: Sequence[CriterionScore]) -> tuple[int, int] | None:
    """The lowest and the highest level among the scored criteria."""
    levels = [criterion.level for criterion in criteria if criterion.level is not None]
    return (min(levels), max(levels)) if levels else None


def _carried_over(transcript: Transcript, criteria: Sequence[CriterionScore]) -> CarriedOver | None:
    """Whether last time's change happened: its criterion stands higher than it did."""
    focus: Focus | None = transcript.configured.focus if transcript.configured else None
    now = next((one for one in criteria if focus and one.id == focus.criterion), None)
    if focus is None or now is None or now.level is None or not focus.level:  # 0: never judged before a drill
        return None
    happened = now.level > focus.level
    return CarriedOver(focus.text, happened, now.evidence[:1] if happened else ())
