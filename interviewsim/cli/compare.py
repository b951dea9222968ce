"""`compare`: two grades, of one session or of two, and the reason for each difference."""

import shutil
import sys
from argparse import Namespace

from interviewsim.cli.context import home_of
from interviewsim.cli.output import WIDEST, say, say_json
from interviewsim.reports import WIDTH
from interviewsim.reports.comparison import comparison_json, comparison_text
from interviewsim.rubrics.library import RubricLibrary
from interviewsim.transcripts.store import SessionStore
from interviewsim.wiring.comparing import compare_named


def run(parsed: Namespace) -> int:
    """Compare `A` and `B`; `A#1` is A's first grade, `A` alone its newest."""
    home = home_of(parsed)
    library = RubricLibrary(home.layers("rubrics"))
    found = compare_named(SessionStore(home.transcripts), library, parsed.first, parsed.second)
    if parsed.json:
        say_json(comparison_json(found))
    else:
        width = min(WIDEST, shutil.get_terminal_size().columns) if sys.stdout.isatty() else WIDTH
        say(comparison_text(found, width))
    return 0
