"""How a round played without the app ends: its grade, and what else there is to tell of it."""

from interviewsim.cli.output import say, tell
from interviewsim.domain.scorecard import Scorecard
from interviewsim.domain.terms import Mode
from interviewsim.errors import WrongUsage
from interviewsim.grading.drills import before_and_after
from interviewsim.reports.takes import takes_text
from interviewsim.reports.text import scorecard_text, unscored_text
from interviewsim.wiring.offline import OfflineStage


async def tell_grade(stage: OfflineStage, card: Scorecard) -> None:
    """The grade as text; a gentle one without scores, a drill with before and after, a take two beside the first."""
    session = str(card.session)
    transcript = await stage.read(session)
    if card.mode is Mode.GENTLE:
        say(unscored_text(card))
        tell(f"No scores in gentle mode; `interviewsim report {session}` tells them.")
        return
    say(scorecard_text(card))
    if drill := before_and_after(transcript, card):
        say(f"\nDRILL\n  {drill.text}")
    if transcript.opened.forked_from is None:
        return
    try:
        say("\n" + takes_text(await stage.takes(session)))
    except WrongUsage as nothing:
        tell(nothing.message)
