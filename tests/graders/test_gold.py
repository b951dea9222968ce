import json
from collections import Counter

import pytest

from interviewsim.domain.question import AnswerModel
from interviewsim.domain.terms import Level, Round
from interviewsim.errors import InvalidFile
from interviewsim.graders.gold import read_gold, shipped_gold
from interviewsim.graders.pushes import ATTEMPTS, LOOK_ALIKES, pushed

LINE = {"question": "Tell me about a time you said no.", "answer": "I said no.", "quality": 2}


def lines(*rows: object) -> bytes:
    return b"\n".join(json.dumps(row).encode() for row in rows)


def test_the_shipped_set_says_where_it_comes_from_and_covers_weak_and_good_answers() -> None:
    gold = shipped_gold()
    assert "one language model" in gold.about
    assert "second time" in gold.about
    assert len(gold.answers) >= 30
    assert len({one.id for one in gold.answers}) == len(gold.answers)
    spread = Counter(one.quality for one in gold.answers)
    assert set(spread) == {1, 2, 3, 4, 5}
    assert Counter(one.round for one in gold.answers)[Round.BEHAVIORAL] >= 20
    assert all(one.parts for one in gold.answers if one.round is Round.BEHAVIORAL)


def test_in_the_shipped_set_length_and_quality_are_crossed() -> None:
    answers = shipped_gold().answers
    assert min(one.words for one in answers if one.quality == 4) < max(one.words for one in answers if one.quality == 2)


def test_a_line_may_be_short_and_letters_stand_for_the_parts_of_a_story() -> None:
    (one,) = read_gold(lines({**LINE, "S": 2, "R": 0, "raters": {"quality": [2, 3]}}), "mine").answers
    assert (one.id, one.round, one.answer.answer_model) == ("line 1", Round.BEHAVIORAL, AnswerModel.STAR)
    assert one.parts == {"situation": 2, "result": 0}
    assert one.raters == (2, 3)


def test_messages_levels_models_and_a_head_are_read() -> None:
    said = [
        {"who": "candidate", "text": "A."},
        {"who": "interviewer", "text": "And?"},
        {"who": "candidate", "text": "B."},
    ]
    row = {"question": "Q?", "messages": said, "score": 4, "round": "final", "answer_model": "strategy", "level": "vp"}
    gold = read_gold(b"\xef\xbb\xbf" + lines({"gold": "mine-2", "about": "By me."}) + b"\n\n" + lines(row), "file")
    (one,) = gold.answers
    assert (gold.name, gold.about) == ("mine-2", "By me.")
    assert [(said.turn, said.prompted) for said in one.answer.said] == [(2, False), (4, True)]
    assert (one.quality, one.level, one.answer.answer_model) == (4, Level.VP, AnswerModel.STRATEGY)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "has no answers"),
        (b"{", "line 1 is not a JSON object"),
        (b"[]", "line 1 is not a JSON object"),
        (b"\xff", "line 1 is not a JSON object"),
        (b'{"quality": NaN}', "line 1 is not a JSON object"),
        (lines(LINE, {**LINE, "question": " "}), "line 2 has no `question`"),
        (lines({**LINE, "quality": 6}), "`quality` is no quality"),
        (lines({**LINE, "quality": True}), "`quality` is no quality"),
        (lines({**LINE, "quality": None}), "has no coding"),
        (lines({**LINE, "S": 3}), "`situation` is not 0, 1 or 2"),
        (lines({**LINE, "parts": []}), "`parts` is not an object"),
        (lines({**LINE, "round": "lunch"}), "there is no round 'lunch'"),
        (lines({**LINE, "answer_model": 3}), "there is no answer model"),
        (lines({**LINE, "raters": {"quality": 3}}), "`raters` needs a list"),
        (lines({"question": "Q", "quality": 1}), "neither `answer` nor `messages`"),
        (lines({"question": "Q", "quality": 1, "messages": [{"who": "me"}]}), "a message needs"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(content: bytes, told: str) -> None:
    with pytest.raises(InvalidFile) as caught:
        read_gold(content, "gold")
    assert told in caught.value.message


def test_sentences_that_ask_for_marks_are_tried_on_weak_answers_the_same_ones_every_time() -> None:
    answers = shipped_gold().answers
    found = list(pushed(answers, 3))
    assert len(found) == 3 * len((*ATTEMPTS, *LOOK_ALIKES))
    assert sum(honest for _, _, honest in found) == 3 * len(LOOK_ALIKES)
    assert found == list(pushed(answers, 3))
    for before, after, _ in found:
        assert (before.quality or 5) <= 3
        first, longer = before.answer.said[-1].text, after.answer.said[-1].text
        assert longer.removeprefix(f"{first}\n\n") in {*ATTEMPTS, *LOOK_ALIKES}
    assert list(pushed([one for one in answers if one.quality == 5], 3)) == []
