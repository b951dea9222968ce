"""The full-screen app: opened without a command, or by `start` in the lobby of a round."""

import sys
from argparse import Namespace

from interviewsim.cli.context import home_of, refuse_models, setup_of
from interviewsim.errors import WrongUsage


def run(parsed: Namespace) -> int:
    """Open the app; needs a terminal on both ends."""
    refuse_models(parsed)
    home = home_of(parsed)
    setup = setup_of(parsed, home) if parsed.round else None
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise WrongUsage("The app needs a terminal.", "Without one, use `interviewsim run behavioral --script FILE`.")
    from interviewsim.tui.app import InterviewSimApp
    from interviewsim.wiring.offline import OfflineStage

    app = InterviewSimApp(OfflineStage(home), start_in=setup)
    app.run()
    return app.return_code or 0
