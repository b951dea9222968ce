"""What a follow-up may quote: a clause that stands by itself, figures whole."""

import pytest

from interviewsim.engine.gaps import quotable_clause


@pytest.mark.parametrize("text", ["They were 6.1 percent before.", "It cost 1,200 dollars a week."])
def test_a_figure_is_never_cut_at_its_point(text: str) -> None:
    quote = quotable_clause(text)
    assert quote is None or quote in text
    assert quote is None or not quote.endswith(("6", "1"))
