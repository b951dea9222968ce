"""Words in one plain spelling: lower case, contractions and chat forms spelled out, a few slips of the keys mended.

Only for recognizing what a message asks; never stored, never shown, never graded.
"""

import re
import unicodedata
from collections.abc import Iterator

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_CURLY = "\u2019"
_FORMS = """
aint=is not|cannot=can not|cant=can not|can't=can not|wont=will not|won't=will not|shan't=shall not|ain't=is not
u=you|ya=you|yous=you|ur=your|r=are|pls=please|plz=please|pleas=please|plese=please|kindly=please|idk=i do not know
idc=i do not care|dunno=do not know|gimme=give me|lemme=let me|wanna=want to|gonna=going to|gotta=got to|cuz=because
bcz=because|coz=because|cause=because|thx=thanks|ty=thanks|tnx=thanks|cheers=thanks|im=i am|ive=i have|iam=i am
lets=let us|let's=let us|wat=what|wut=what|wht=what|teh=the|yuo=you|cna=can|waht=what|taht=that|ques=question
qn=question|qs=question|qstn=question|mins=minutes|min=minute|secs=seconds|sec=second|ok=okay|okey=okay|kk=okay
yeah=yes|yep=yes|yup=yes|yea=yes|nope=no|nah=no|naw=no|tbh=honestly|sry=sorry|soz=sorry|havent=have not|hav=have
dnt=do not|doin=doing|an=a|its=it is|whats=what is|thats=that is|hows=how is|wheres=where is|whos=who is|theres=there is
youre=you are|theyre=they are|interviewr=interviewer|wouldve=would have|couldnt=could not|nothin=nothing|nuthin=nothing
smth=something|sth=something|rn=right now|thru=through|abt=about|bout=about|ex=example|eg=example|pov=view|mgr=manager
"""
_SPELLED = dict(form.split("=", 1) for form in re.split(r"[|\n]", _FORMS.strip()))
_NOT = re.compile(r"(do|does|did|have|has|had|is|are|was|were|could|should|would|must|need)n'?t$")
_ENDINGS = (("'ve", " have"), ("'re", " are"), ("'m", " am"), ("'ll", " will"), ("'d", " would"))
_IS_AFTER = frozenset({"what", "that", "it", "there", "here", "who", "how", "where", "he", "she", "this", "which"})
_KEY_WORDS = (
    "question repeat rephrase understand criteria interviewer interview candidate minute example experience happened "
    "remember different another instructions previous clarify specific situation anything nothing evaluate scoring "
    "something"
)
_MENDABLE = frozenset(_KEY_WORDS.split())


def plain(text: str) -> str:
    """The words of the text, spelled out, one blank apart; without marks. `I've` is two words: `i have`."""
    lowered = unicodedata.normalize("NFKC", text).lower().replace(_CURLY, "'")
    return " ".join(_spelled_out(match.group()) for match in _WORD.finditer(lowered))


def _spelled_out(word: str) -> str:
    if word in _SPELLED:
        return _SPELLED[word]
    if len(word) > 5 and word in _MENDED:
        return _MENDED[word]
    if word.endswith("t") and (negated := _NOT.fullmatch(word)):
        return f"{negated.group(1)} not"
    return _uncontracted(word) if "'" in word else word


def _uncontracted(word: str) -> str:
    for ending, spelled in _ENDINGS:
        if word.endswith(ending):
            return word.removesuffix(ending) + spelled
    if word.endswith("'s"):
        base = word.removesuffix("'s")
        return f"{base} is" if base in _IS_AFTER else base
    return word


def bare(words: str) -> str:
    """Plain words without articles, words that only soften, and words that only lead in."""
    kept = _SOFTENERS.sub("", f"{words} ")
    return _LEADS.sub("", kept).rstrip()


def _slips(word: str) -> Iterator[str]:
    """The word with one inner letter lost, and with two inner neighbors swapped."""
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at : at + 2][::-1] + word[at + 2 :]


_MENDED = {slip: word for word in sorted(_MENDABLE) for slip in _slips(word) if slip not in _MENDABLE}
_SOFTENERS = re.compile(
    r"\b(?:(?<!what )(?<!that )(?<!this )(?<!which )(?<!some )(?<!such )(?<!any )(?:kind|sort) of|a bit(?! of)"
    r"|a little(?! time| more)|to be honest|to be fair|at the moment|right now|i mean|the|a|any|please|just|really"
    r"|actually|quickly|maybe|perhaps|possibly|also|honestly|personally|quite|fully|totally|completely|very|truly"
    r"|simply|genuinely|exactly|clearly|properly|immediately|unfortunately|fortunately|luckily|thankfully|currently"
    r"|probably|seriously|basically|literally|obviously|definitely|certainly|still|ever|so|absolutely|entirely|frankly"
    r"|specifically|ideally|already|um|uh|er|erm|like(?= (?:really|so|just))) "
)
_LEADS = re.compile(
    r"^(?:(?:okay|and|but|or|well|sorry|hi|hello|hey|yes|sure|hm+|wait|now|then"
    r"|(?:thanks|thank you)(?! for| so| very| you)|oh|ah|right|because|excuse me|quick question|one question|first|sir"
    r"|madam|mam|ma|man|dude|mate|again|anyway"
    r"|interesting|great|good question|fair enough|my bad|i am sorry|i am afraid|in that case|if possible"
    r"|before i (?:answer|start|begin)|i think|i guess|look|listen|tough one|hard one|wow|damn|shit|oh no"
    r"|that is (?:tough|hard|good|great|interesting) (?:one|question)|if you do not mind|though|alright"
    r"|no(?= (?:i|we|it|that|this|not|nothing|never|sorry|but|can|could|do|there|my|let)\b)) )+(?=\S)"
)
