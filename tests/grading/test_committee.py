from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from interviewsim.domain.rubric import Committee, CommitteeRule, RedFlag, Severity, Verdict
from interviewsim.domain.scorecard import CriterionScore, FlagFound, Scorecard, Unscored, UnscoredReason
from interviewsim.domain.terms import Level, Round, Skill
from interviewsim.grading.committee import Filed, Packet, packet_of
from interviewsim.grading.deciding import Against
from interviewsim.grading.packet_words import decision_of, graders_told
from tests.doubles.loops import SKILLS, card, filed, held, pack
from tests.golden.samples import SCORECARD

LOST = CriterionScore("ownership", "Ownership", 1.0, None, None, Unscored(UnscoredReason.GRADER_FAILED, "No answer."))


def packet(*cards: Scorecard | None) -> Packet:
    return packet_of(filed(*cards), pack(), Level.PM)


def quotes_of(found: Packet) -> Sequence[tuple[str, int, str]]:
    words = [words for entry in found.entries for words in (*entry.quotes, *entry.against)]
    words += [words for one in found.patterns for words in one.words]
    words += [words for said in (found.reason_for, found.reason_against) if said for words in said.words]
    words += [words for one in found.differing for words in (one.low_words, one.high_words) if words]
    return [(one.session, one.evidence.turn, one.evidence.quote) for one in words]


@given(st.permutations([0, 1, 2]))
@settings(max_examples=6)
def test_the_same_rounds_in_any_order_give_the_same_packet(order: list[int]) -> None:
    held_rounds = filed(card(3.4), card(2.8, Verdict.NO_HIRE), card(4.0))
    assert packet_of([held_rounds[at] for at in order], pack(), Level.PM) == packet_of(held_rounds, pack(), Level.PM)


def test_each_round_files_its_verdict_its_reasons_and_words_that_stand_in_its_transcript() -> None:
    found = packet(card(3.4), card(3.1), card(3.6))
    assert [(entry.place.round, entry.vote.verdict if entry.vote else None) for entry in found.entries] == [
        (Round.SCREENING, Verdict.HIRE),
        (Round.BEHAVIORAL, Verdict.HIRE),
        (Round.FINAL, Verdict.HIRE),
    ]
    texts: dict[tuple[str, int], str] = {}
    for one in filed(card(3.4), card(3.1), card(3.6)):
        assert one.transcript is not None
        texts |= {(one.transcript.opened.session, said.turn): said.text for said in one.transcript.turns}
    told = quotes_of(found)
    assert told
    assert all(quote and quote in texts[session, turn] for session, turn, quote in told)


def test_the_average_is_by_the_loop_s_weights() -> None:
    found = packet(card(3.0), card(3.6), card(4.2))
    assert found.ruling.average == 3.66
    assert found.ruling.verdict is Verdict.HIRE


def test_the_reasons_are_those_of_the_best_and_of_the_lowest_round() -> None:
    found = packet(card(3.4), card(2.8, Verdict.NO_HIRE), card(4.0))
    assert found.reason_for is not None
    assert found.reason_for.text.startswith("Final: Impact")
    assert found.reason_against is not None
    assert found.reason_against.text.startswith("Behavioral: Reflection")


def test_what_caps_the_decision_is_the_reason_against() -> None:
    found = packet(card(2.0, Verdict.NO_HIRE), card(4.0), card(4.0))
    assert found.ruling.verdict is Verdict.NO_HIRE
    assert found.reason_against is not None
    assert "under the floor" in found.reason_against.text


def test_what_would_change_it_names_one_round_and_how_far() -> None:
    missed = packet(card(2.9, Verdict.NO_HIRE), card(2.9, Verdict.NO_HIRE), card(3.0))
    assert missed.ruling.verdict is Verdict.NO_HIRE
    assert missed.would_change == "Behavioral at 3.10 instead of 2.90, with all else the same, makes it “Hire”."
    hired = packet(card(3.4), card(3.1), card(3.0))
    assert "is no longer “Hire”" in hired.would_change
    hopeless = packet(card(1.0, Verdict.STRONG_NO_HIRE), card(1.0, Verdict.STRONG_NO_HIRE), card(1.0, Verdict.NO_HIRE))
    assert hopeless.would_change.startswith("No single round would turn it: Screening, Behavioral, Final")


def test_a_round_that_cannot_vote_says_why() -> None:
    company = pack()
    rounds = [
        Filed(company.loop[0], None),
        Filed(company.loop[1], held(Round.BEHAVIORAL, card(), company, ended=False)),
        Filed(company.loop[2], held(Round.FINAL, None, company)),
    ]
    found = packet_of(rounds, company, Level.PM)
    assert found.ungraded == (
        "Screening: It was not held yet.",
        "Behavioral: It is not finished yet.",
        "Final: It is not graded.",
    )
    assert found.ruling.verdict is None
    assert found.would_change == ""


def test_a_failed_grading_is_told_with_what_asks_again_and_the_others_decide() -> None:
    found = packet(card(None, None, criteria=(LOST,)), card(3.6), card(3.6))
    assert found.ruling.verdict is Verdict.HIRE
    assert found.ungraded == (
        "Screening: The grader failed: No answer. `interviewsim grade 20261123T100000-screening-loop` asks again.",
    )


def test_a_round_without_enough_to_judge_says_so_in_its_own_words() -> None:
    thin = card(None, None, headline="No verdict: only 40 percent of the rubric could be judged.", criteria=())
    assert packet(thin, card(), card()).ungraded == (
        "Screening: No verdict: only 40 percent of the rubric could be judged.",
    )


def test_a_grade_by_another_rubric_than_the_round_began_with_has_no_vote() -> None:
    company = pack()
    other = held(Round.SCREENING, card(), company)
    changed = replace(other.grades[0].scorecard, grader=replace(SCORECARD.grader, rubric="amazon/screening@sha256:1"))
    foreign = replace(other, grades=(replace(other.grades[0], scorecard=changed),))
    found = packet_of([Filed(company.loop[0], foreign), *filed(card(), card(), card())[1:]], company, Level.PM)
    assert found.entries[0].vote is None
    assert "another rubric" in found.ungraded[0]


def test_scores_without_verdicts_decide_nothing_and_are_read_all_the_same() -> None:
    found = packet(card(3.4, None), card(3.4, None), card(3.4))
    assert found.ruling.verdict is Verdict.HIRE
    assert not found.ruling.measured
    assert "was not measured" in found.entries[0].why


def test_a_critical_flag_is_told_by_its_name() -> None:
    flagged = card(4.0, Verdict.NO_HIRE, flags=(FlagFound("no_users", Severity.CRITICAL, probed=True),))
    found = packet(flagged, card(4.0), card(4.0))
    assert [(one.against, one.text) for one in found.ruling.objections] == [
        (Against.FLAG, "A critical flag in Screening: Not talking to users."),
    ]


def test_the_bar_raiser_is_who_is_one_by_role_and_else_the_last() -> None:
    rule = Committee(CommitteeRule.BAR_RAISER)
    company = pack(rule)
    last = packet_of(filed(card(), card(), card(2.9, Verdict.NO_HIRE), company=company), company, Level.PM)
    assert [one.against for one in last.ruling.objections] == [Against.BAR_RAISER]
    first = replace(company.loop[0], interviewer=replace(company.loop[0].interviewer, role="Bar raiser from afar"))
    named = replace(company, loop=(first, *company.loop[1:]))
    kept = packet_of(filed(card(), card(), card(2.9, Verdict.NO_HIRE), company=named), named, Level.PM)
    assert kept.ruling.objections == ()


def test_without_the_round_that_has_a_veto_it_says_what_is_missing() -> None:
    company = pack(Committee(CommitteeRule.BAR_RAISER))
    waiting = packet_of(filed(card(), card(), None, company=company), company, Level.PM)
    assert decision_of(waiting) == "No decision: the round whose no is a veto has no score."
    few = packet_of(filed(card(), None, None, company=company), company, Level.PM)
    assert decision_of(few) == "No decision: rounds with 20% of the loop's weight have a score; it takes 60%."


def test_votes_of_different_graders_are_said_to_be_no_one_measure() -> None:
    by_model = card(grader=replace(SCORECARD.grader, kind="llm", model="llama"))
    assert graders_told(packet(card(), card(), card())) == ""
    assert graders_told(packet(card(), by_model, card())).startswith(
        "The rounds were graded by offline (2) and llama (1)"
    )


def test_interviewers_apart_on_a_skill_are_set_side_by_side() -> None:
    found = packet(card(skills={**SKILLS, Skill.PRIORITIZATION: 2.0}), card(), card(skills={Skill.PRIORITIZATION: 4.0}))
    (one,) = found.differing
    assert (one.skill, one.low, one.high, one.levels) == (
        Skill.PRIORITIZATION,
        Round.SCREENING,
        Round.FINAL,
        (2.0, 4.0),
    )
    assert one.settled == "2 of 3 rounds saw it at the bar; by weight it stands at 3.3, at the bar."
    assert one.low_words is not None
    assert one.low_words.interviewer == "Abel"


def test_what_two_rounds_called_for_is_a_pattern_with_words_from_each() -> None:
    found = packet(card(), card(), card())
    result = next(one for one in found.patterns if one.name == "the result")
    assert result.found == (Round.SCREENING, Round.BEHAVIORAL, Round.FINAL)
    assert [words.evidence.quote for words in result.words] == ["Failed syncs went from 14 a week to 2 by July"] * 3
    assert found.costs == (
        (
            "I did not find what was given up, or what else was weighed.",
            (Round.SCREENING, Round.BEHAVIORAL, Round.FINAL),
        ),
    )


def test_the_focus_is_what_every_round_missed_else_that_of_the_round_on_which_it_hangs() -> None:
    answer = SCORECARD.answers[0]
    without = replace(
        answer, parts={**answer.parts, "result": replace(answer.parts["result"], present=False, spans=())}
    )
    lacking = card(answers=(without,))
    missed = packet(lacking, lacking, lacking)
    assert missed.focus == (
        "Show the result: it was looked for in screening, behavioral and final, and found in none of them."
    )
    hangs = packet(card(2.9, Verdict.NO_HIRE), card(2.9, Verdict.NO_HIRE, focus="Count it."), card(3.0))
    assert hangs.focus == "Behavioral: Count it."


def test_the_same_story_in_two_rounds_is_told() -> None:
    first, second, last = filed(card(), card(), card())
    found = packet_of([first, second, Filed(last.place, None)], pack(), Level.PM)
    assert [(pair.first.round, pair.second.round) for pair in found.retold] == [(Round.SCREENING, Round.BEHAVIORAL)]


def test_the_loop_is_read_at_every_level() -> None:
    found = packet(card(3.1), card(3.1), card(3.2))
    assert {one.level: one.ruling.verdict for one in found.levels} == {
        Level.PM: Verdict.HIRE,
        Level.SENIOR: Verdict.NO_HIRE,
    }


def test_flags_of_a_foreign_rubric_keep_their_id() -> None:
    unknown = RedFlag("made_up", "Made up", Severity.CRITICAL)
    found = packet(card(4.0, flags=(FlagFound(unknown.id, Severity.CRITICAL, probed=False),)), card(), card())
    assert "made_up" in found.ruling.objections[0].text
