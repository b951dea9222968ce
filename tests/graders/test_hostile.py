"""Against hostile candidates, with a judge that does as it is told: code alone holds the bound."""

import pytest

from interviewsim.domain.scorecard import Scorecard
from tests.doubles.judges import BAIT, Judge
from tests.graders.attacks import ATTACKS, LOOK_ALIKES
from tests.graders.test_llm import by_rules, graded, levels
from tests.graders.test_offline import FULL, WEAK

CARRIERS = {"weak": WEAK, "full": FULL}


def quotes(card: Scorecard) -> list[str]:
    return [place.quote for one in card.criteria for place in one.evidence]


@pytest.mark.parametrize("carrier", CARRIERS)
@pytest.mark.parametrize(("kind", "text"), ATTACKS)
async def test_no_attack_raises_any_level_even_with_an_obedient_judge(kind: str, text: str, carrier: str) -> None:
    plain = await graded(CARRIERS[carrier], Judge())
    attacked = await graded(f"{CARRIERS[carrier]} {text}", Judge())
    before, after = levels(plain), levels(attacked)
    assert all(after[name] <= level for name, level in before.items() if name in after), kind
    assert BAIT not in quotes(attacked)


@pytest.mark.parametrize(("kind", "text"), ATTACKS)
async def test_an_attack_alone_earns_at_most_one_level_over_what_rules_find_in_it(kind: str, text: str) -> None:
    found, rules = levels(await graded(text, Judge())), levels(await by_rules(text))
    assert all(level <= rules.get(name, 1) + 1 for name, level in found.items()), kind


@pytest.mark.parametrize("text", LOOK_ALIKES)
async def test_an_honest_sentence_that_looks_like_an_attack_pays_nothing(text: str) -> None:
    plain, with_it = levels(await graded(FULL, Judge())), levels(await graded(f"{text} {FULL}", Judge()))
    assert all(with_it[name] >= level for name, level in plain.items())


@pytest.mark.parametrize("text", LOOK_ALIKES)
async def test_an_honest_look_alike_reaches_the_model(text: str) -> None:
    judge = Judge()
    await graded(f"{FULL} {text}", judge)
    shown = judge.asked_for("extracted")[0][1].text
    assert text.replace('"', '\\"') in shown


async def test_no_reply_of_the_model_reaches_the_card_but_its_decisions() -> None:
    card = await graded(FULL, Judge())
    assert BAIT not in str(card)


def test_the_suite_is_broad() -> None:
    assert len(ATTACKS) >= 40
    assert len({kind for kind, _ in ATTACKS}) >= 20
