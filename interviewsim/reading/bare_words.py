"""Words that show nothing by themselves: in any answer to such a question they could stand.

Frameworks by their names, the names of an answer's parts, and what is always measured, wanted and promised. A
piece is
weighed by the words that are left.
"""

import re

from interviewsim.reading.cues import stem_of
from interviewsim.reading.topics import root

_FRAMEWORKS = """
rice ice circles circle heart aarrr aarm swot mece kano moscow jtbd jtbds star okr okrs kpi kpis gtm porter porters
ansoff tam sam som bcg pestel prd mvp mvps nps csat dau mau wau ltv cac arpu roi framework frameworks pirate matrix
canvas funnel pyramid minto agile scrum lean kanban sprint diamond
"""
_PARTS = """
goal goals objective objectives aim mission vision purpose strategy strategic user users customer customers segment
segments persona personas need needs pain pains point points painpoint problem problems issue issues idea ideas
solution solutions option options choice choices recommendation recommend metric metrics measure measures success
guardrail guardrails risk risks mitigation trade tradeoff tradeoffs off priority priorities prioritize prioritization
prioritise criteria criterion impact effort reach confidence assumption assumptions hypothesis hypotheses cause causes
root analysis analyze data insight insights evidence result results outcome outcomes plan step steps next version
feature features product products experience value requirement requirements scale latency availability component
components architecture system interface failure failures rollout launch threshold threshold sensitivity ranking
situation task action clarify clarifying summary summarize structure approach process stakeholder stakeholders team
teams company business market headline reason example question answer
"""
_ALWAYS_SAID = """
engagement retention conversion adoption activation satisfaction growth revenue churn acquisition monetization
referral awareness kpi quality seamless delight delightful holistic end user-centric customer-centric friendly
innovative innovation scalable scalability robust efficient efficiency optimize optimise optimization align alignment
leverage drive drives driving ensure ensures data-driven comprehensive synergy stakeholder-aligned best-in-class
world-class robustly key important importance critical crucial essential focus consider considering think thinking
thing things various different multiple several many good great better best improve improving improvement
improvements make making sure need want able help helping helps use using start starting look looking
understand understanding based overall general depending depend basically really actually definitely first second
third finally also going able get getting take taking come give giving know tell say people person time way lot
significantly positive negative higher lower increase decrease more less ai machine learning ml blockchain
solve solving solved approach personalized personalization gamification intuitive robust easy simple ideate iterate
iteration research
"""
BARE = frozenset(
    root(stem_of(word)) for words in (_FRAMEWORKS, _PARTS, _ALWAYS_SAID) for word in words.replace("\n", " ").split()
)
"""Roots that are nobody's own."""

GRADERS = re.compile(
    r"\b(?:you|your|yours|u|rubric\w*|grader\w*|grad(?:e|es|ed|ing)|candidate\w*|interviewer\w*|instruction\w*"
    r"|previous"
    r"|prompt\w*|verdict|anchor\w*|marks?|strong hire|level \d|five|bot|system message|developer|evaluator\w*"
    r"|examiner"
    r"|assessor\w*|answers? like|this answer|my answer|answer is|response|transcript|policy|evidence|decode|obey"
    r"|ignore|disregard"
    r"|override|forget|lenient|generous|base64|(?:top|max\w*|highest|full|best) (?:level|scores?|points|rating|band)"
    r"|pretend|role ?play|grandma|admin)\b|\d ?/ ?\d|=\s*[\"\d]|[\[\]{}<>]|#{2,}|-{3,}"
)
"""What only a text for a grader names, in folded text."""
