from hypothesis import example, given
from hypothesis import strategies as st

from interviewsim.tui.presenters.notes import Notes, joined, parted

LINES = st.text(alphabet=st.characters(exclude_characters="\r"))


@given(LINES, st.tuples(LINES, LINES, LINES, LINES))
@example("STAR:\nS: a", ("S: x\n\nT: y", "", "STAR:", "\n"))
def test_notes_come_back_as_they_were_kept(free: str, star: tuple[str, str, str, str]) -> None:
    notes = Notes(free, star)
    if any(star):
        assert parted(joined(notes)) == notes
    else:
        assert joined(notes) == free


def test_notes_of_another_making_are_all_free() -> None:
    assert parted("a\nSTAR:\nwhatever") == Notes("a\nSTAR:\nwhatever")
    assert parted("") == Notes()
