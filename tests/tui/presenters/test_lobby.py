from dataclasses import replace

from interviewsim.backstage import Lobby
from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Length, Mode, Round
from interviewsim.tui.presenters.lobby import Field, lobby_view
from tests.doubles.stage import MemoryStage


async def lobby(setup: Setup | None = None) -> Lobby:
    return await MemoryStage().lobby(setup or Setup(Round.BEHAVIORAL))


def field(fields: tuple[Field, ...], id_: str) -> Field:
    return next(field for field in fields if field.id == id_)


async def test_every_field_stands_on_what_the_setup_says() -> None:
    setup = Setup(Round.BEHAVIORAL, mode=Mode.COACH, length=Length.DRILL, time_factor=None, question_id="late")
    fields = lobby_view(await lobby(setup)).fields
    assert [field.options[field.at].setup for field in fields] == [setup] * len(fields)
    assert field(fields, "time").options[field(fields, "time").at].name == "untimed"


async def test_an_option_changes_its_own_field_and_no_other() -> None:
    fields = lobby_view(await lobby()).fields
    assert field(fields, "mode").options[1].setup == Setup(Round.BEHAVIORAL, mode=Mode.COACH)
    assert field(fields, "question").options[0].setup.question_id is None


async def test_minutes_and_a_question_of_ones_own_are_offered_as_they_were_asked_for() -> None:
    fields = lobby_view(await lobby(Setup(Round.BEHAVIORAL, minutes=17, ask="Why us?"))).fields
    assert field(fields, "length").options[0].name == "17 min"
    assert field(fields, "question").options[field(fields, "question").at].name == "Why us?"


async def test_the_plan_and_the_weights_are_told() -> None:
    view = lobby_view(await lobby())
    assert [(row.start, row.name) for row in view.phases][:2] == [("00:00", "Intro"), ("01:40", "Story 1 of 2")]
    assert [(row.name, row.weight) for row in view.criteria][1] == ("Ownership", "25%")
    assert view.length == "25 minutes, 2 questions, up to 2 follow-ups each."


async def test_a_warm_up_says_that_it_has_no_score() -> None:
    assert "no score" in lobby_view(await lobby(Setup(Round.BEHAVIORAL, length=Length.WARM_UP))).graded


async def test_a_long_brief_ends_with_a_whole_sentence_and_says_where_the_rest_is() -> None:
    given = await lobby()
    long = replace(given, pack=replace(given.pack, brief="One sentence of some length about it. " * 30))
    brief = lobby_view(long).brief
    assert brief.endswith("about it. (All of it is in the Brief tab.)")
    assert len(brief) < 300
