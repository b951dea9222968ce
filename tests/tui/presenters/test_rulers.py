"""The choice of another ruler."""

from interviewsim.domain.terms import Level
from interviewsim.tui.presenters.rulers import ruler_options

COMPANIES = (("amazon", "Amazon"), ("generic", "Cratewell"))


def test_every_ruler_but_the_rounds_own_is_offered_and_the_nearest_comes_first() -> None:
    options = ruler_options(COMPANIES, "generic", Level.PM)
    assert len(options) == 2 * len(Level) - 1
    assert [(one.company, one.level) for one in options[:2]] == [("generic", Level.SENIOR), ("generic", Level.APM)]
    assert ("generic", Level.PM) not in {(one.company, one.level) for one in options}
    assert ("amazon", Level.PM) in {(one.company, one.level) for one in options}
