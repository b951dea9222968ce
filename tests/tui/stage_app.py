"""The app over the stage in memory, ready to be looked at or driven."""

from dataclasses import replace

from interviewsim.domain.bank import Meeting
from interviewsim.domain.setup import Setup
from interviewsim.domain.terms import Round
from interviewsim.preferences import Step, StepKind, Surveyed, Voice, Voices, Went
from interviewsim.tui.app import InterviewSimApp
from interviewsim.tui.surroundings import Surroundings
from tests.doubles.preferences import OLLAMA, MemoryPreferences
from tests.doubles.stage import LEFT, NOW, PLAYED, QUESTIONS, MemoryStage, history_rows

OLDER = "20261122T180000-behavioral-aaaa"
AROUND = Surroundings(now=lambda: NOW, still=True, preferences=MemoryPreferences())


def on(stage: MemoryStage, start_in: Setup | None = None, resume: str | None = None) -> InterviewSimApp:
    return InterviewSimApp(stage, start_in, resume, around=AROUND)


def first_start() -> InterviewSimApp:
    around = replace(AROUND, preferences=MemoryPreferences(Surveyed(key="OPENAI_API_KEY"), [OLLAMA]))
    return InterviewSimApp(MemoryStage(), around=around)


def settings() -> InterviewSimApp:
    doors = MemoryPreferences(Surveyed(key="OPENAI_API_KEY"), [OLLAMA])
    doors.own = {"model": "llama3.1:8b", "base_url": OLLAMA.base_url, "level": "senior"}
    doors.steps = [
        Step(StepKind.ADDRESS, Went.OK, "127.0.0.1:11434 takes connections.", 1),
        Step(StepKind.HTTP, Went.OK, "It answers (status 200).", 12),
        Step(StepKind.MODELS, Went.OK, "It lists 3 models."),
        Step(
            StepKind.MODEL, Went.NOTED, '"llama3" is not among them.', then="It lists llama3.1:8b. Choose one of them."
        ),
        Step(StepKind.STREAM, Went.FAILED, '127.0.0.1:11434 knows no model "llama3".', 9, "Check --model."),
    ]
    app = InterviewSimApp(MemoryStage(history_rows()), around=replace(AROUND, preferences=doors))
    app.call_later(app.settings)
    return app


def home() -> InterviewSimApp:
    return on(MemoryStage(history_rows()))


def lobby() -> InterviewSimApp:
    return on(MemoryStage(history_rows()), Setup(Round.BEHAVIORAL))


def interview() -> InterviewSimApp:
    return on(MemoryStage(history_rows()), resume=LEFT)


def debrief() -> InterviewSimApp:
    app = home()
    app.call_later(app.debrief, PLAYED)
    return app


def history() -> InterviewSimApp:
    app = home()
    app.call_later(app.history)
    return app


def bank() -> InterviewSimApp:
    stage = MemoryStage(history_rows())
    stage.met = {
        QUESTIONS[0].id: (Meeting(PLAYED, "2026-11-20T10:00:00Z", 3.4), Meeting(OLDER, "2026-11-02T10:00:00Z"))
    }
    app = on(stage)
    app.call_later(app.bank)
    return app


def shelf() -> InterviewSimApp:
    app = home()
    app.call_later(app.shelf)
    return app


def no_history() -> InterviewSimApp:
    app = on(MemoryStage())
    app.call_later(app.history)
    return app


def compare() -> InterviewSimApp:
    from interviewsim.tui.screens.compare import CompareScreen

    app = home()
    app.call_later(lambda: app.push_screen(CompareScreen(OLDER, PLAYED)))
    return app


def lobby_with_a_model() -> InterviewSimApp:
    stage = MemoryStage(history_rows())
    voice = Voice("llama3.1:8b", "127.0.0.1:11434", here=True)
    stage.voices = Voices(voice, voice)
    return on(stage, Setup(Round.BEHAVIORAL, time_factor=1.5))
