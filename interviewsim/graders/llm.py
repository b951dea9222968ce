"""The language-model grader: quotes are taken, checked by code, and only then decided on, criterion by criterion.

The method is locked rubrics with verbatim evidence and checklist items, each criterion in a fresh context (Rulers,
arXiv 2601.08654; CheckEval, EMNLP 2025; order effects: arXiv 2605.22714). The model never sees or gives a level.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import median_low

from interviewsim.domain.evidence import Evidence
from interviewsim.domain.question import AnswerModel
from interviewsim.domain.rubric import Criterion, RedFlag, Rubric
from interviewsim.domain.scorecard import FlagFound, GraderName, Scorecard, Seen, Stronger, Unscored
from interviewsim.domain.stages import PARTS
from interviewsim.graders.asking import Asker, as_data
from interviewsim.graders.material import Material, material_of, material_of_questions, verified, with_places
from interviewsim.graders.offline import OfflineGrader
from interviewsim.grading.bounds import ByRules, Claim, bounded
from interviewsim.grading.ports import AnswerFindings, AnswerToGrade, Decided, Decision, OwnQuestions
from interviewsim.grading.retelling import held_to
from interviewsim.grading.scoring import LOWEST, level_of
from interviewsim.prompts.grading_context import (
    AdviceContext,
    AgainContext,
    AskedItem,
    Context,
    DecideContext,
    ExtractContext,
    GraderTemplates,
    SystemContext,
)
from interviewsim.prompts.replies import Extracted, ItemsRead, Retold
from interviewsim.providers.chat import ChatModel, Message, Role
from interviewsim.reading.findings import AnswerType, Part

TOP = 5
QUOTES_ASKED = 24
EXTRACT_TOKENS, DECIDE_TOKENS, ADVICE_TOKENS = 4000, 2000, 1200
PLACES_BY_RULES = 2
"""Places of each part that rules found: they join the quotes, so that one the model overlooked is not lost."""
REPEATS = 2
"""Further readings of a criterion that one reading leaves open; the median of the three stands."""
WORTH_RETELLING = 4.0
RETOLD_WORDS = 220


class ModelGrader:
    """Implements `Grader` and `Completing` with any chat model. One instance makes one grade."""

    def __init__(
        self, chat: ChatModel, templates: GraderTemplates, earlier: Mapping[str, object] | None = None
    ) -> None:
        """`earlier`: what was kept with a grade of which something is missing; what holds of it is not asked again."""
        self._asker = Asker(chat, _known(earlier or {}, chat.model))
        self._templates = templates
        self._rules = OfflineGrader()
        self._known: dict[int, tuple[AnswerToGrade, Material | Unscored]] = {}
        self._dropped = 0

    @property
    def top(self) -> int:
        """The highest level this grader can tell apart."""
        return TOP

    def measured_for(self, model: AnswerModel) -> bool:
        """A model reads every kind of answer; what holds it down is code, which is the same for all."""
        return model in set(AnswerModel)

    def name(self, rubric: Rubric) -> GraderName:
        """Who grades by what, for the scorecard."""
        return GraderName("llm", self._asker.chat.model, self._templates.digest, rubric.name)

    async def read(self, answer: AnswerToGrade) -> AnswerFindings:
        """Type, parts and flaws by rules, as ever; the quotes are taken on the way. No content, no call."""
        found = await self._rules.read(answer)
        if found.unscored is not None or answer.declined or not answer.said:
            return found
        material = await self._material(answer)
        return replace(found, unscored=material) if isinstance(material, Unscored) else found

    async def decide(self, criterion: Criterion, answer: AnswerToGrade) -> Decision:
        """The items on this answer's verified quotes; a model's failure is an `Unscored`."""
        material = await self._material(answer)
        if isinstance(material, Unscored):
            return material
        rules = _by_rules(criterion, await self._rules.decide(criterion, answer))
        return await self._decided(criterion, material, rules, f"decide {criterion.id} on {answer.question_id}")

    async def decide_questions(self, criterion: Criterion, own: OwnQuestions) -> Decision:
        """The same on what the candidate asked."""
        material = material_of_questions(own.asked)
        rules = _by_rules(criterion, await self._rules.decide_questions(criterion, own))
        return await self._decided(criterion, material, rules, f"decide {criterion.id} on own questions")

    async def suspect(self, flag: RedFlag, answers: Sequence[AnswerToGrade]) -> FlagFound | None:
        """By rules: a flag caps a verdict, so it rests on words that anybody can point at."""
        return await self._rules.suspect(flag, answers)

    async def complete(self, card: Scorecard, answers: Sequence[AnswerToGrade]) -> Scorecard:
        """The card with a stronger telling of the weakest answer, the quotes dropped, and what all of it used."""
        stronger = await self._stronger(card, answers)
        return replace(card, stronger=stronger, usage=self._asker.usage, dropped_quotes=self._dropped)

    def kept(self) -> Mapping[str, object]:
        """What is kept with the grade: the model, the templates and every raw reply, without any key."""
        replies = [
            {"for": one.purpose, "key": one.key, "outcome": one.outcome, "replies": [*one.replies]}
            for one in self._asker.asked
        ]
        chat = self._asker.chat
        prompts: dict[str, object] = dict(self._templates.sources)
        return {
            "model": chat.model,
            "place": chat.place,
            "digest": self._templates.digest,
            "prompts": prompts,
            "replies": replies,
        }

    async def _material(self, answer: AnswerToGrade) -> Material | Unscored:
        known = self._known.get(id(answer))
        if known is None or known[0] is not answer:
            known = (answer, await self._extracted(answer))
            self._known[id(answer)] = known
        return known[1]

    async def _extracted(self, answer: AnswerToGrade) -> Material | Unscored:
        material = material_of(answer)
        found = await self._rules.read(answer)
        if not material.eligible or found.type == AnswerType.NONE:
            return material
        sentences, follow_ups = as_data(material.shown()), as_data(material.asked_before())
        context = ExtractContext(material.question, _wanted(answer), sentences, follow_ups, QUOTES_ASKED)
        purpose = f"quotes from {answer.question_id}"
        reply = await self._asker.ask(purpose, self._messages(context, answer.answer_model), Extracted, EXTRACT_TOKENS)
        if isinstance(reply, Unscored):
            return reply
        texts = {one.turn: one.text for one in (*answer.said, *answer.requests)}
        checked = verified(material, reply.quotes, texts)
        self._dropped += checked.dropped
        seen = [span for part in found.parts.values() for span in part.spans[:PLACES_BY_RULES]]
        return with_places(checked, [Evidence.at(span, texts[span.turn]) for span in seen if span.turn in texts])

    async def _decided(self, criterion: Criterion, material: Material, rules: ByRules, purpose: str) -> Decision:
        if not material.evidence:
            return bounded(criterion, {item.id: Claim(Seen.NO) for item in criterion.items}, (), rules, TOP)
        first = await self._reading(criterion, material, rules, purpose, 0)
        if isinstance(first, Unscored):
            return first
        decided, open_ = first
        readings = [decided]
        if open_ or material.shaky:
            more = [await self._reading(criterion, material, rules, purpose, turn) for turn in range(1, REPEATS + 1)]
            readings += [one[0] for one in more if not isinstance(one, Unscored)]
        chosen = _median(readings)
        if all(one.seen is Seen.YES for one in chosen.items.values()):
            harder = await self._reading(criterion, material, rules, f"{purpose}, again", 1, again=True)
            readings += [] if isinstance(harder, Unscored) else [harder[0]]
            chosen = min([chosen, *readings[-1:]], key=lambda one: one.most)
        levels = tuple(sorted(one.most for one in readings))
        return replace(chosen, spread=levels if len(levels) > 1 else ())

    async def _reading(
        self,
        criterion: Criterion,
        material: Material,
        rules: ByRules,
        purpose: str,
        turn: int,
        *,
        again: bool = False,
    ) -> tuple[Decided, bool] | Unscored:
        """One fresh call; with it, whether it leaves the level open."""
        items = [AskedItem(item.id, item.text) for item in criterion.items]
        evidence = as_data(material.cited(turn * (len(material.evidence) // 2 + 1)))
        kind = AgainContext if again else DecideContext
        asked = as_data(material.asked_before())
        context = kind(material.question, asked, criterion.name, criterion.about, evidence, items)
        reply = await self._asker.ask(purpose, self._messages(context), ItemsRead, DECIDE_TOKENS)
        if isinstance(reply, Unscored):
            return reply
        claims, lost = _claims(reply, material)
        self._dropped += lost
        decided = bounded(criterion, claims, material.sentences, rules, TOP)
        return decided, lost > 0 or _is_open(criterion, decided)

    async def _stronger(self, card: Scorecard, answers: Sequence[AnswerToGrade]) -> Stronger | None:
        weakest = _weakest(card, answers)
        if weakest is None:
            return None
        material = material_of(weakest)
        told = {one.id: one.text for one in material.eligible}
        missing = card.focus or "what the candidate did, and what came of it"
        context = AdviceContext(material.question, missing, as_data(told), RETOLD_WORDS)
        purpose = f"a stronger answer to {weakest.question_id}"
        reply = await self._asker.ask(purpose, self._messages(context), Retold, ADVICE_TOKENS)
        if isinstance(reply, Unscored) or not reply.answer.strip():
            return None
        return Stronger(weakest.question_id, held_to(reply.answer.strip(), [*told.values(), material.question]))

    def _messages(self, context: Context, model: AnswerModel | None = None) -> Sequence[Message]:
        system = SystemContext("case" if model not in {None, AnswerModel.STAR} else "practice")
        return (
            Message(Role.SYSTEM, self._templates.filled(system)),
            Message(Role.USER, self._templates.filled(context)),
        )


def _known(earlier: Mapping[str, object], model: str) -> Mapping[str, str]:
    """The replies that held, by their question, from what a journal keeps of a grade by the same model."""
    kept = earlier.get("replies")
    if earlier.get("model") != model or not isinstance(kept, list):
        return {}
    held = [one for one in kept if isinstance(one, dict) and one.get("outcome") == "ok" and one.get("replies")]
    return {str(one.get("key")): str(one["replies"][-1]) for one in held if isinstance(one["replies"], list)}


def _claims(reply: ItemsRead, material: Material) -> tuple[Mapping[str, Claim], int]:
    """What the reply says of each item, and how many names of evidence in it do not exist."""
    claims: dict[str, Claim] = {}
    lost = 0
    for one in reply.items:
        names = list(dict.fromkeys(one.evidence))
        places = tuple(material.evidence[name] for name in names if name in material.evidence)
        lost += len(names) - len(places)
        seen = Seen(one.decision)
        claims.setdefault(one.item, Claim(Seen.NO if seen is Seen.YES and not places else seen, places))
    return claims, lost


def _by_rules(criterion: Criterion, decision: Decision) -> ByRules:
    """The level and the items by rules; nothing where rules cannot judge the criterion."""
    if isinstance(decision, (Unscored, Decided)):
        return ByRules()
    seen = frozenset(item for item, found in decision.items() if found.seen is Seen.YES)
    return ByRules(level_of(criterion.items, decision, TOP), seen)


def _is_open(criterion: Criterion, decided: Decided) -> bool:
    """Whether an unclear item alone keeps the next level away."""
    following = [decided.items[item.id].seen for item in criterion.items if item.level == decided.claimed + 1]
    return Seen.UNCLEAR in following and Seen.NO not in following


def _median(readings: Sequence[Decided]) -> Decided:
    level = median_low([one.most for one in readings])
    return next(one for one in readings if one.most == level)


def _wanted(answer: AnswerToGrade) -> Sequence[str]:
    """The parts that the question calls for, in words."""
    if answer.answer_model is AnswerModel.STAR:
        names = [part.value for part in Part]
        more = ["obstacle, and what was given up", "what others saw or wanted", "what was learned or changed since"]
        return [*names, *more]
    parts = answer.asked.parts or PARTS[answer.answer_model]
    return [
        *(part.value.replace("_", " ") for part in parts),
        "what is asked of the interviewer, and what is made of it",
    ]


def _weakest(card: Scorecard, answers: Sequence[AnswerToGrade]) -> AnswerToGrade | None:
    """The answer with the lowest mean level, if any leaves room."""
    means = {one.question_id: sum(one.levels.values()) / len(one.levels) for one in card.answers if one.levels}
    weak = min(means, key=lambda one: means[one], default=None)
    if weak is None or means[weak] >= WORTH_RETELLING or means[weak] < LOWEST:
        return None
    found = next(answer for answer in answers if answer.question_id == weak)
    return found if material_of(found).eligible else None
