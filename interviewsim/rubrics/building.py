"""Checked shapes become the domain's frozen values."""

import json
from collections.abc import Iterable
from dataclasses import asdict, replace
from hashlib import sha256

from interviewsim.domain.loop import LoopRound, Persona, PhaseShare
from interviewsim.domain.question import Challenge, Fact, Premise, Probe, Question
from interviewsim.domain.rubric import Committee, CompanyPack, Criterion, Item, RedFlag, Rubric, Topic
from interviewsim.domain.terms import Round
from interviewsim.rubrics.spec import (
    CriterionSpec,
    FlagSpec,
    LoopRoundSpec,
    PackSpec,
    QuestionSpec,
    RubricSpec,
    TopicSpec,
)


def rubric_of(spec: RubricSpec, pack: str, round_: Round) -> Rubric:
    """The rubric with its digest."""
    bare = Rubric(
        pack=pack,
        round=round_,
        criteria=tuple(_criterion(criterion) for criterion in spec.criteria),
        flags=tuple(_flag(flag) for flag in spec.flags),
    )
    return replace(bare, digest=digest_of(bare))


def digest_of(rubric: Rubric) -> str:
    """`sha256:` over the canonical JSON of what is judged; the pack's name is not part of the ruler."""
    content = asdict(replace(rubric, pack="", digest=""))
    canonical = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return f"sha256:{sha256(canonical.encode()).hexdigest()}"


def _criterion(spec: CriterionSpec) -> Criterion:
    return Criterion(
        id=spec.id,
        name=spec.name,
        about=spec.about,
        weight=spec.weight,
        skills=dict(spec.skills),
        anchors=dict(sorted(spec.anchors.items())),
        items=tuple(Item(i.id, i.level, i.text, i.quotes, i.signal) for i in spec.items),
        next_level=dict(sorted(spec.next_level.items())),
        applies_to=tuple(spec.applies_to),
        phase=spec.phase,
        tag=spec.tag,
        least=dict(spec.least),
        must_have=spec.must_have,
    )


def _flag(spec: FlagSpec) -> RedFlag:
    return RedFlag(
        id=spec.id,
        name=spec.name,
        severity=spec.severity,
        cues=tuple(spec.cues),
        absence=tuple(spec.absence),
        countered_by=tuple(spec.countered_by),
        not_when=spec.not_when,
        probe=spec.probe,
    )


def pack_of(spec: PackSpec) -> CompanyPack:
    """The company's pack."""
    return CompanyPack(
        id=spec.id,
        name=spec.name,
        as_of=spec.as_of,
        disclaimer=spec.disclaimer,
        brief=spec.brief.strip(),
        private=spec.private.strip(),
        rival=spec.rival.strip(),
        scale=dict(spec.scale),
        bar=dict(spec.bar),
        loop=tuple(_loop_round(entry) for entry in spec.loop),
        answers=topics_of(spec.answers),
        committee=Committee(spec.committee.rule, spec.committee.floor, spec.committee.rebut_strong_no),
        confidence={str(key): str(value) for key, value in spec.confidence.items()},
        sources=tuple(spec.sources),
    )


def _loop_round(spec: LoopRoundSpec) -> LoopRound:
    return LoopRound(
        round=spec.round,
        minutes=spec.minutes,
        weight=spec.weight,
        questions=spec.questions,
        probes=spec.probes,
        interviewer=Persona(spec.interviewer.name, spec.interviewer.role, spec.interviewer.style),
        phases=tuple(PhaseShare(phase.id, phase.minutes, phase.about) for phase in spec.phases),
    )


def topics_of(specs: Iterable[TopicSpec]) -> tuple[Topic, ...]:
    """What is told, by what a question touches."""
    return tuple(Topic(spec.id, tuple(spec.topics), spec.tell.strip(), spec.withheld) for spec in specs)


def question_of(spec: QuestionSpec) -> Question:
    """The question."""
    return Question(
        id=spec.id,
        ask=spec.ask,
        answer_model=spec.answer_model,
        levels=tuple(spec.levels),
        skills=tuple(spec.skills),
        tags=tuple(spec.tags),
        minutes=spec.minutes,
        probes=tuple(Probe(probe.for_, probe.ask) for probe in spec.probes),
        facts=tuple(Fact(f.id, tuple(f.topics), f.tell, f.value, f.unit, f.opening) for f in spec.facts),
        parts=tuple(spec.parts),
        hints=tuple(spec.hints),
        twist=spec.twist.strip(),
        push_back=spec.push_back.strip(),
        challenge=Challenge(spec.challenge.role, spec.challenge.say) if spec.challenge else None,
        premise=Premise(spec.premise.say, spec.premise.truth, spec.premise.concede) if spec.premise else None,
        reference=dict(spec.reference),
        employer=spec.employer,
    )
