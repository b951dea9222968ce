"""The stage behind its curtain: home is served at once, and every door leads to the real one."""

from pathlib import Path

from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Length, Round
from interviewsim.engine.commands import Answer, End
from interviewsim.locations import Home
from interviewsim.wiring.curtain import Curtain

STORY = (
    "In March at the clinic I owned the rota screen. I interviewed nine nurses, cut the second form because nobody "
    "read it, and argued with sales about it. Errors fell from 14 to 5 a week."
)
SETUP = Setup(Round.BEHAVIORAL, length=Length.DRILL, seed=3)


async def test_an_empty_home_has_no_history_and_a_lobby(tmp_path: Path) -> None:
    stage = Curtain(Home(tmp_path, "test"))
    assert await stage.history() == []
    lobby = await stage.lobby(SETUP)
    assert lobby.plan.seconds == 600
    assert sum(criterion.weight for criterion in lobby.rubric.criteria) == 100


async def test_a_round_is_started_left_resumed_graded_and_read_through_the_doors(tmp_path: Path) -> None:
    stage = Curtain(Home(tmp_path, "test"))
    conductor = await stage.start(SETUP)
    session = conductor.transcript.opened.session
    assert [notice async for notice in conductor.begin()]
    await conductor.close()
    again = await stage.resume(session)
    assert [notice async for notice in again.begin()]
    assert [notice async for notice in again.take(Answer(STORY))]
    assert [notice async for notice in again.take(End())]
    await again.close()
    card = await stage.grade_under(session, None, None)
    assert card.score is not None
    assert (await stage.read(session)).grades[0].scorecard == card
    assert STORY.split(".", maxsplit=1)[0] in (await stage.report(session, "md")).replace("\\", "")
    (row,) = await stage.history()
    assert (row.session, row.score) == (session, card.score)


async def test_the_change_asked_for_last_time_stands_in_the_next_lobby(tmp_path: Path) -> None:
    stage = Curtain(Home(tmp_path, "test"))
    conductor = await stage.start(SETUP)
    for stream in (conductor.begin(), conductor.take(Answer(STORY)), conductor.take(End())):
        assert [notice async for notice in stream]
    await conductor.close()
    card = await stage.grade_under(conductor.transcript.opened.session, None, None)
    assert (await stage.lobby(SETUP)).carried_focus == card.focus


async def test_what_was_chosen_is_there_next_time_and_the_rounds_are_known(tmp_path: Path) -> None:
    await Curtain(Home(tmp_path, "test")).keep_choices(SETUP)
    stage = Curtain(Home(tmp_path, "test"))
    assert (await stage.last_setup(Round.BEHAVIORAL)).length is Length.DRILL
    assert (await stage.rounds())[Round.BEHAVIORAL] == 25
