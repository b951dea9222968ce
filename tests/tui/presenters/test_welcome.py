"""Who could interview is told without being used."""

from interviewsim.preferences import Server, Surveyed, Voice, Voices
from interviewsim.tui.presenters.welcome import at_hand, choices, headline
from tests.doubles.preferences import OLLAMA

HERE = Voice("llama3.1:8b", "127.0.0.1:11434", here=True)
AWAY = Voice("gpt-5-mini", "api.openai.com", here=False)


def names(surveyed: Surveyed, found: tuple[Server, ...] | None) -> list[str]:
    return [one.name for one in at_hand(surveyed, found)]


def test_offline_is_ready_before_anything_was_looked_for() -> None:
    first, second = at_hand(Surveyed(), None)
    assert (first.name, first.ready, first.mark) == ("Offline interviewer", True, "✓")
    assert (second.note, second.ready) == ("looking on this machine…", False)


def test_what_is_found_is_told_as_found_and_not_as_used() -> None:
    lines = at_hand(Surveyed(key="OPENAI_API_KEY"), (OLLAMA,))
    assert [line.note for line in lines[1:]] == [
        "found · 3 models",
        "in OPENAI_API_KEY",
    ]
    assert [line.ready for line in lines] == [True, False, False]
    assert choices(lines) == "None of these is used unless you choose it."
    assert choices(at_hand(Surveyed(), ())) == ""


def test_nothing_found_is_said_too() -> None:
    assert at_hand(Surveyed(), ())[-1].note == "none is running on this machine"


def test_where_no_network_may_be_used_no_server_is_spoken_of() -> None:
    assert names(Surveyed(looks=False), None) == ["Offline interviewer"]


def test_a_model_that_was_chosen_stands_first_with_where_answers_go() -> None:
    chosen = at_hand(Surveyed(Voices(AWAY, AWAY), "OPENAI_API_KEY"), ())[0]
    assert chosen.note == "chosen by you · your answers go to api.openai.com"
    here = at_hand(Surveyed(Voices(HERE, HERE)), ())[0]
    assert here.note == "chosen by you · at 127.0.0.1:11434, on this machine"
    assert names(Surveyed(Voices(HERE), "OPENAI_API_KEY"), ()) == [
        "llama3.1:8b",
        "Offline interviewer",
        "Model servers",
    ]


def test_home_says_that_answers_stay_only_where_they_do() -> None:
    assert headline(Voices()).endswith("everything stays on this computer")
    assert "stays on this computer" in headline(Voices(HERE, HERE))
    for voices in (Voices(AWAY, None), Voices(None, AWAY), Voices(HERE, AWAY)):
        assert headline(voices) == "PM interview practice · your answers go to api.openai.com"


def test_a_servers_own_names_cannot_steer_the_terminal() -> None:
    hostile = "\x1b[2J[/b]" + "x" * 500
    lines = at_hand(Surveyed(Voices(Voice(hostile, hostile, here=False)), hostile), (Server(hostile, "", (hostile,)),))
    assert not any("\x1b" in f"{line.name}{line.note}" for line in lines)
    assert all(len(line.name) < 40 for line in lines)
