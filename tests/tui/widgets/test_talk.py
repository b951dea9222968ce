from textual.app import App, ComposeResult

from interviewsim.tui.widgets.talk import Talk
from tests.tui.driving import until


class Column(App[None]):
    def compose(self) -> ComposeResult:
        yield Talk("Ines", "", still=True)


async def test_a_burst_of_words_is_drawn_now_and_then_and_whole_in_the_end() -> None:
    app = Column()
    async with app.run_test() as pilot:
        await pilot.pause()
        talk = app.query_one(Talk)
        for number in range(500):
            talk.interviewer_begins(f"word{number}", 1.0)
        assert talk.dialogue.speeches[-1].text == "word0"
        await until(pilot, lambda: talk.dialogue.speeches[-1].text.endswith("word499"))
        assert len(talk.dialogue.speeches) == 1
