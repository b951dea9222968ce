import pytest

from interviewsim.domain.question import Premise
from interviewsim.reading.findings import Said
from interviewsim.reading.pieces import pieces_of
from interviewsim.reading.premise import corrects
from interviewsim.reading.stance import Stance, read_stance

ASKED = "Should payouts be opened to everybody?"
EARLIER = "I would launch to merchants only, because fraud there is lower."
OBJECTION = "Everybody else opens to all users on day one. Why should we be slower than they are?"


def stance(reply: str) -> Stance:
    return read_stance(pieces_of(ASKED, [Said(3, reply)]), OBJECTION, pieces_of(ASKED, [Said(1, EARLIER)])).stance


def reversal(reply: str) -> bool:
    return bool(read_stance(pieces_of(ASKED, [Said(3, reply)]), OBJECTION).reversal)


@pytest.mark.parametrize(
    "reply",
    [
        "I'd stay. The fraud figure you gave is for consumers; if merchants pass 0.5% I'd stop.",
        "I would still start with merchants, since a chargeback costs us forty dollars and consumers have no contract.",
        "I hear you, but I'd keep it to merchants: their identity was checked by a bank, nobody else's was.",
        "No, I don't think so. Consumers sign up in a minute, so a thief can too, and we would pay for it.",
        "My recommendation stays the same because a slow start costs two weeks and a fraud wave costs the license.",
    ],
)
def test_keeping_a_decision_with_a_reason_holds(reply: str) -> None:
    assert stance(reply) is Stance.HOLD


@pytest.mark.parametrize(
    "reply",
    [
        "Fair, let's do everyone then.",
        "You're right, let's open it to all.",
        "Good point. We can launch to everybody.",
        "Okay, if you prefer that, sure.",
        "I agree, you know the company better.",
        "Yes, makes sense, then everyone.",
        "You're right because you have more experience here.",
    ],
)
def test_giving_it_up_for_nothing_folds(reply: str) -> None:
    assert stance(reply) is Stance.FOLD


@pytest.mark.parametrize(
    "reply",
    [
        "Fair: I didn't count that rivals checked these people's passports, so the risk is smaller; I'd open to those.",
        "That changes it. With half the engineers I'd drop instant payouts, because the ledger alone takes six weeks.",
        "You're right that speed matters, since the contract with the bank ends in May; I'd move consumers to April.",
    ],
)
def test_changing_it_for_an_argument_updates(reply: str) -> None:
    assert stance(reply) is Stance.UPDATE


def test_saying_it_again_without_a_reason_restates() -> None:
    assert stance("I'd stick with merchants.") is Stance.RESTATE


@pytest.mark.parametrize(
    "reply",
    [
        "If merchants pass 0.5% I'd stop.",
        "I'd change my mind if two of the three banks refused.",
        "What would change my view is a quarter without a single chargeback.",
        "Once disputes fall below ten a week we would open it to consumers.",
        "I would pull it back the moment support drowns in fraud tickets.",
    ],
)
def test_a_point_of_reversal_is_heard(reply: str) -> None:
    assert reversal(reply)


@pytest.mark.parametrize("reply", ["If that's fine with you I'd stop.", "I'd stay with merchants.", "If so, okay."])
def test_politeness_is_no_point_of_reversal(reply: str) -> None:
    assert not reversal(reply)


PREMISE = Premise(
    say="You left Europe last year, so why would anyone invest there now?",
    truth="Hiring in Europe is paused, but they still sell in three countries.",
    concede="Right, we did not leave.",
)


def puts_right(reply: str) -> bool:
    return bool(corrects(pieces_of("Where would you invest?", [Said(5, reply)]), PREMISE))


@pytest.mark.parametrize(
    "reply",
    [
        "I read you paused hiring but still sell in three countries. Have I missed something?",
        "Actually I don't think you left Europe: hiring is paused, that's all.",
        "Correct me if I'm wrong, but you still sell in three countries there.",
        "My understanding was that only hiring is paused, the sales go on.",
        "Hm, that's not what I read. You didn't leave Europe.",
    ],
)
def test_a_wrong_claim_is_put_right(reply: str) -> None:
    assert puts_right(reply)


@pytest.mark.parametrize(
    "reply",
    [
        "Leaving was a mistake, and Europe is a big market, so I would go back.",
        "Because customers there pay more.",
        "Good question. I'd invest in Europe since rivals are weak.",
        "I would start again in one city and learn.",
    ],
)
def test_going_along_corrects_nothing(reply: str) -> None:
    assert not puts_right(reply)
