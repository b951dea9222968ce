"""Reading a finished round for a screen that needs its grade."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interviewsim.backstage import Backstage
    from interviewsim.domain.transcript import Transcript


async def graded(stage: "Backstage", session: str) -> "Transcript":
    """The session with a grade; one is added where there is none. Raises `InterviewSimError`."""
    transcript = await stage.read(session)
    if not transcript.grades:
        await stage.grade(session)
        transcript = await stage.read(session)
    return transcript
