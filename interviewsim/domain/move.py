"""What an interviewer can do with a turn. The engine names the move; the interviewer words it."""

from enum import StrEnum


class Move(StrEnum):
    """One interviewer turn is one move."""

    OPEN = "open"  # greet, say who and how long
    ASK = "ask"  # a main question
    PROBE = "probe"  # a follow-up aimed at what is missing or thin
    OCCASION = "occasion"  # a habit or a "would" was told: ask for one real time
    CLOSEST = "closest"  # "never had that": ask for the closest case
    FOCUS = "focus"  # it rambles: ask for the point
    PUSH_BACK = "push_back"  # contest a decision, once a round
    CLARIFY = "clarify"  # answer a question about the question
    REPEAT = "repeat"  # say the question again
    GRANT_TIME = "grant_time"  # a minute was asked for
    DECLINE = "decline"  # asked for the rubric, an easier question, a score, another role
    STEADY = "steady"  # an insult or noise: stay level and go on
    NUDGE = "nudge"  # silence
    HINT = "hint"  # coach mode, asked for
    MOVE_ON = "move_on"  # leave this question for the next
    INVITE = "invite"  # the candidate's turn to ask
    ANSWER = "answer"  # tell what the brief says
    WITHHOLD = "withhold"  # known, not told
    NOT_KNOWN = "not_known"  # the brief does not say
    FACT = "fact"  # tell a fact that was asked for
    WHICH_FIGURE = "which_figure"  # data was asked for, and not which
    ASSUME = "assume"  # nobody has that figure: what would they assume?
    KEEP = "keep"  # it was settled earlier, in the candidate's own words
    DECIDE = "decide"  # a choice of scope is the candidate's
    YOUR_VIEW = "your_view"  # asked for the answer itself
    TWIST = "twist"  # a new constraint, once the first answer stands
    CHALLENGE = "challenge"  # a stakeholder objects, in character
    PREMISE = "premise"  # a claim about the company that may be wrong
    CONCEDE = "concede"  # the claim was put right: say so, and go on
    CLOSE = "close"  # thank and end
