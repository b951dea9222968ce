"""What an answer can show besides a story: the parts of every answer model but `star`, and how one handles a talk."""

from enum import StrEnum


class Aspect(StrEnum):
    """One thing a sentence can do for an answer. Rubric items, probes and phases name it."""

    # what it is for, and how it is gone about
    GOAL = "goal"  # what is to be achieved, for the company, the product or its users
    REASON = "reason"  # why, with a because that belongs to this case
    PLAN = "plan"  # how the answer will be gone about: its branches or its order
    ASSUMPTION = "assumption"  # something taken as given, and said to be so
    EVIDENCE = "evidence"  # a figure, a fact or an occasion brought in support
    ADMITS_LIMIT = "admits_limit"  # what one does not know, and how one would find out
    HEADLINE = "headline"  # one's own position in a sentence
    # people and needs
    USERS = "users"  # a group of people told apart by their situation
    SEGMENT = "segment"  # the one group that is chosen
    NEED = "need"  # what hurts or is wanted, in a moment
    NEED_CHOICE = "need_choice"  # which need comes first
    USER_EFFECT = "user_effect"  # what the user gets, sees or suffers from it
    # choosing
    IDEAS = "ideas"  # possible solutions or options, side by side
    CRITERIA = "criteria"  # by what options are compared
    CHOICE = "choice"  # the one that is taken: a recommendation
    GIVEN_UP = "given_up"  # what is not done, and what that costs whom
    TOLD_NO = "told_no"  # who is told no, and how
    RANKING = "ranking"  # an order among several things
    SENSITIVITY = "sensitivity"  # what would change the order or the result
    TRADE_OFF = "trade_off"  # two ways and what each costs
    # doing and knowing
    FIRST_VERSION = "first_version"  # the smallest thing that is built or tried first
    NEXT_STEP = "next_step"  # the first concrete step: who does what, by when
    SEQUENCE = "sequence"  # what comes first, what later
    MEASURE = "measure"  # how success is measured
    GUARDRAIL = "guardrail"  # what must not get worse meanwhile
    THRESHOLD = "threshold"  # the figure or event at which one stops or turns round
    RISK = "risk"  # what could go wrong
    # systems
    REQUIREMENT = "requirement"  # what the system has to do
    QUALITY = "quality"  # how fast, fresh, exact, private or available it has to be
    SCALE = "scale"  # how much of it, in figures
    FLOW = "flow"  # the parts and what passes between them
    INTERFACE = "interface"  # what is sent and what comes back
    FAILURE = "failure"  # what breaks, and what happens then
    ROLLOUT = "rollout"  # how it is let out, watched and taken back
    # finding a cause
    CHECK_MEASURE = "check_measure"  # whether the figure itself can be believed
    SHAPE = "shape"  # when it began, how suddenly, where
    SPLIT = "split"  # by what the figure is cut: platform, region, cohort, step
    CAUSES = "causes"  # what could be behind it
    TEST = "test"  # how one would tell, cheaply
    FIX = "fix"  # what is done about it now
    PREVENT = "prevent"  # what keeps it from coming back
    # explaining
    AUDIENCE = "audience"  # for whom, and what they know already
    SHORT_ANSWER = "short_answer"  # the whole of it in a sentence
    MECHANISM = "mechanism"  # how it works, step by step
    ANALOGY = "analogy"  # something familiar that it is like
    LIMIT = "limit"  # where that picture, or the thing, stops being true
    # a candidate about themselves
    PRESENT = "present"  # what they do now
    PAST = "past"  # how they came there
    ACHIEVEMENT = "achievement"  # something they brought about
    WHY_HERE = "why_here"  # what draws them to this company in particular
    OFFER = "offer"  # what they bring to it
    # measures and estimates
    ACTIONS = "actions"  # what users do that shows it is good for them
    INPUTS = "inputs"  # what moves the main measure
    EQUATION = "equation"  # what is multiplied or added to what
    ARITHMETIC = "arithmetic"  # a calculation carried out
    SANITY = "sanity"  # a check of the result against something known
    RANGE = "range"  # how far off it may be
    INSIGHT = "insight"  # what the figures mean for the question
    # products and markets
    JOB = "job"  # what somebody uses it for
    WORKS = "works"  # what it does well
    GAP = "gap"  # where it falls short
    CHANGE = "change"  # the one thing to change
    POSITION = "position"  # where to play: which market, which customers
    ADVANTAGE = "advantage"  # why we rather than others


class Handling(StrEnum):
    """How the candidate dealt with the conversation itself: read from the turns, not from one sentence."""

    ASKED_SCOPE = "asked_scope"  # a question about goal, scope or meaning before answering
    ASKED_DATA = "asked_data"  # a figure asked for by name
    ASKED_SPLIT = "asked_split"  # a fact that the question's reference calls decisive was asked for
    FACTS_USED = "facts_used"  # a released figure comes back in an answer
    RIGHT_RESULT = "right_result"  # the reference's result is reached, within rounding
    SOUND_ARITHMETIC = "sound_arithmetic"  # calculations were shown, and every one of them holds
    OPENS_WITH_POINT = "opens_with_point"  # the position stands in the first two sentences
    BRIEF = "brief"  # no answer runs over the round's length
    HOLDS = "holds"  # contested: keeps the decision and gives a reason
    UPDATES = "updates"  # contested: changes it because of a new fact or argument
    REVERSAL_POINT = "reversal_point"  # contested: names what would change their mind
    CORRECTS_PREMISE = "corrects_premise"  # puts a wrong claim right
    ASKED_TWO = "asked_two"  # two or more questions of the candidate's own
    SPECIFIC_QUESTION = "specific_question"  # one that only fits this company
    FOLLOWS_UP = "follows_up"  # one that builds on an answer just given
