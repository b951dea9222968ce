"""A talk so far, and natural interviewer lines for every move after it. All invented for these tests."""

from interviewsim.domain.move import Move

ANSWER = (
    "In March I found that our warehouse scanner dropped every ninth label. I told the floor manager no, we would not "
    "ship the new app, and I wrote a small check that stopped the line instead. Mislabeled boxes went from 9 percent "
    "to 2 in six weeks, and support got a third fewer calls."
)
ASKED_BEFORE = "Which part of the check did you write on your own?"
QUESTION = "Tell me about a time you stopped something other people wanted, and how that went for them."
REPLY = "The team is seven people, and two of them sit in Porto. We ship on Tuesdays."

NATURAL = {
    Move.OPEN: """
        Good morning. I'm Ilse Holt, I run the returns team at Corvane. We have 15 minutes, mostly for your stories.
        Hi, I'm Tomas. I lead product for the warehouse side here. I'll ask, you tell, and I may cut in.
        Thanks for joining. I'm Priya, head of product. I will take notes while you write.
        Hello. My name is Owen and I look after payments. There will be follow-ups.
        Welcome. I'm Noor, a director here. The last few minutes belong to you.
        """,
    Move.ASK: f"""
        {QUESTION}
        Let's start. {QUESTION}
        Here's the first one. {QUESTION}
        Tell me about a plan you had to give up.
        What was the hardest message you have had to deliver?
        Take me to a day when a release went badly.
        Who was the most difficult partner you worked with?
        I'd like to hear about a bet that did not come off.
        """,
    Move.PROBE: """
        How did you find out about the ninth label?
        Who did not want the line stopped?
        What did the floor manager do when he heard that?
        What else changed in those six weeks?
        You wrote "stopped the line". Who signed that off?
        Why a check rather than a new scanner?
        How was the 2 percent measured?
        What would you have done with one more week?
        Okay. What was the first thing you did?
        Got it. Which of those steps was yours?
        What did it cost the drivers?
        When did you know that it had worked?
        Let me stay with the check. What could it not catch?
        How did support notice?
        What was the best argument for shipping the app?
        Where did the 9 percent come from?
        "every ninth label": how did you see that?
        What would your manager say about that week?
        Who else had to agree?
        Tell me what happened between the call and the fix.
        Understood. What did you give up for it?
        What did you learn about saying no?
        In hindsight, what would you change about it?
        Which customers felt it first?
        So how did it end?
        What made you so sure?
        What was a good result for you at that point?
        How long did it hold?
        What did people on the floor think of you after that?
        """,
    Move.OCCASION: """
        Take the last time you did that. When was it?
        Which single day could you take me to?
        Let's leave the general rule. When did it last happen?
        I'd like one real case. Which one comes to mind?
        """,
    Move.CLOSEST: """
        That's all right. What comes closest to it?
        Something smaller is fine. What happened there?
        Outside work counts too. What is the nearest you have come?
        Then take a weaker case. Which one?
        """,
    Move.FOCUS: """
        Let me stop you there. What did you do?
        I'm going to cut in, for time. Take me to your own part.
        Give me the one-sentence version.
        Sorry to interrupt. Where does your decision come in?
        Shorter.
        The short version, please.
        """,
    Move.PUSH_BACK: """
        I would have shipped the app. Why am I wrong?
        You wrote "we would not ship". What would have been so bad about trying?
        Let me push on that. What speaks for doing nothing?
        Suppose support had called it an overreaction. What would you tell them?
        I'm not convinced that stopping the line was needed. What makes you sure?
        """,
    Move.CLARIFY: """
        Either is fine, as long as it happened.
        Take it whichever way you like.
        From work or from anywhere else.
        A small one will do.
        I mean a decision of yours. Which one is up to you.
        As recent as you have it.
        """,
    Move.REPEAT: f"""
        Of course. {QUESTION}
        Here it is again. {QUESTION}
        Sure. I asked about a time you stopped something other people wanted. How did that go?
        """,
    Move.GRANT_TIME: """
        Of course, take a moment.
        Sure, take your time.
        No hurry.
        Yes. I'll wait.
        Go ahead when you're ready.
        """,
    Move.DECLINE: """
        I don't talk about that during the interview. Please go on.
        I'd like to stay with this question. A small case will do.
        I'll stay on this side of the table. Where were we?
        That comes afterwards. Let's carry on.
        No, I'd rather hear it from you.
        """,
    Move.STEADY: """
        All right. Let's go on.
        I hear you. We can go on or end here, as you like.
        I couldn't read that. A plain sentence will do.
        In English, please.
        Nothing came through on my side.
        """,
    Move.NUDGE: """
        Where would you begin?
        Start anywhere. What comes to mind first?
        We can also leave this one. Would you like that?
        A rough memory is enough.
        """,
    Move.HINT: """
        Think of somebody you had to disappoint. Who comes to mind?
        You could have four steps: where it was, your goal, what you did, how it ended.
        Try to mention who objected.
        One way to begin: "It was the week before launch and I had just learned that ..."
        Remember to say what came of it.
        """,
    Move.MOVE_ON: """
        Let's leave it there.
        Okay. We'll go on.
        I'll take us to the next one.
        Thank you. Let's move along.
        """,
    Move.INVITE: """
        That was my last one. What would you like to ask me?
        Now it's your turn. What do you want to know?
        What can I tell you about the team?
        The rest of the time is yours. Ask me anything.
        """,
    Move.ANSWER: f"""
        {REPLY}
        {REPLY} What else would you like to know?
        It's seven people, and two of them sit in Porto.
        We ship on Tuesdays. What else?
        Mostly by writing things down first. It suits people who like to think before they talk.
        """,
    Move.WITHHOLD: """
        I can't go into that at this stage. What else would you like to know?
        That's between you and the recruiter, later on.
        I'd rather not put a figure on it.
        Ask me again once there is an offer.
        """,
    Move.NOT_KNOWN: """
        I don't know, and I'd rather not guess. What else?
        Nobody has told me. The recruiter can find out.
        I have nothing reliable on that.
        That's outside what I know.
        """,
    Move.FACT: f"""
        {REPLY}
        Yes. {REPLY}
        As before: it's seven people, and two of them sit in Porto.
        Nothing new there. We ship on Tuesdays.
        """,
    Move.WHICH_FIGURE: """
        Which figure, over which stretch of time?
        I have some. What would you like to see first?
        Name one. What would it tell you?
        I won't read you the whole list. Which number would settle it?
        """,
    Move.ASSUME: """
        Nobody has counted that. What would you put there?
        We don't have it. What would you work with?
        That one is missing. Tell me what you would assume.
        """,
    Move.KEEP: """
        You wrote "stopped the line". Let's keep it so.
        That stands as you settled it.
        Stay with what you took: "small check".
        We have that already.
        """,
    Move.DECIDE: """
        Your choice. It holds from here on.
        You decide. And take the minute.
        Pick one and stay with it.
        """,
    Move.YOUR_VIEW: """
        I'd like your view on that.
        You tell me.
        That part is yours. What do you think?
        """,
    Move.TWIST: f"""
        New information. {REPLY} What changes?
        Suppose the scanner can't be replaced before spring. What do you do?
        Let me take something away: you get one engineer. What stays?
        """,
    Move.CHALLENGE: f"""
        Let me be the head of sales for a moment. {REPLY} What do you say?
        I run finance here, and I don't see what this brings me. Why should I pay for it?
        I'll play the customer now: my boxes came late. What do you tell me?
        In my last company I saw this fail. What makes you think it works here?
        Suppose legal is against it. How do you go on?
        """,
    Move.PREMISE: f"""
        {REPLY} So why would anybody stay?
        Before we go on. You closed the Porto office, so who looks after the south?
        Something else. I read that the boxes are packed by hand.
        """,
    Move.CONCEDE: f"""
        {REPLY} Let's go on.
        Fair. I had that wrong.
        You have it right and I had it wrong. Let's go on.
        """,
    Move.CLOSE: """
        That's our time. Thank you, and goodbye.
        Thank you for talking with me. Take care.
        We'll stop here. Thanks for coming, goodbye.
        That's everything from my side. Thank you and goodbye.
        """,
}
