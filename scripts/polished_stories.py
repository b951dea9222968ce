"""Made-up STAR answers, cut into their parts, so that a part can be taken out or moved."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Story:
    """One polished answer; each field holds the sentences of that part and of no other."""

    question: str
    situation: str
    task: str
    action: str
    result: str

    def without(self, part: str) -> str:
        """The answer with one part left out; an empty name leaves out none."""
        return " ".join(getattr(self, name) for name in ("situation", "task", "action", "result") if name != part)

    def moved(self) -> str:
        """The answer that begins with its end."""
        return " ".join((self.result, self.situation, self.action, self.task))


STORIES = (
    Story(
        "Tell me about a time you said no to a senior stakeholder.",
        "In spring 2024 I was the product manager for the returns page at an online shoe shop. Two weeks before our summer sale the sales director wanted a countdown banner on every screen, and the page already crashed on older phones.",
        "My job was to get a stable returns page live before the sale opened on June 1.",
        "I pulled the crash logs for three weeks and counted which phones failed. I walked the director through the list and showed her that the banner script caused four in ten crashes. Because she was worried about her quarter, I offered a plain text line in the header instead, and I asked an engineer to test it on the five oldest phones that evening. I also wrote down what would make me change my mind.",
        "She accepted the text line, and the page went live on May 30. Crashes fell from 4 percent of visits to 0.6 percent during the sale, and returns took nine minutes instead of fourteen. Part of that came from the faster checkout that shipped the same week.",
    ),
    Story(
        "Describe a time you had to meet a tight deadline.",
        "Last October a hospital group that used our scheduling tool told us that the regulator had brought its audit forward by a month. Nobody on our side had worked on the export they needed.",
        "I was responsible for delivering a complete export of shift records in eleven days.",
        "I listed every field the auditors had asked for and crossed out the ones the hospital could print itself. I then met the two engineers each morning and cut the work into pieces of half a day. When the time zones turned out wrong, I drove to the hospital, sat with the night supervisor and compared forty shifts by hand.",
        "We handed over the file a day early. The auditors found no gap, and the hospital renewed for two years.",
    ),
    Story(
        "Tell me about a conflict with a colleague.",
        "At my last company, a payments startup with about sixty people, our lead designer and I disagreed about the sign-up form. She thought that asking for the tax number first would scare shop owners away.",
        "The goal I had been given was to raise finished sign-ups to half of those begun by the end of the quarter.",
        "I asked her to show me the sessions that had worried her, and we watched six of them together. I noticed that people left at the bank step, not at the tax number. I proposed to try both orders with a tenth of the visitors each, and I wrote the text for hers myself so that it got a fair chance.",
        "Her order won: 54 percent of the shop owners finished, against 47 with mine. I told the team that the idea was hers, and we have shared an office ever since.",
    ),
    Story(
        "Tell me about a time you failed.",
        "In my second year as an associate product manager at a food delivery firm, restaurants complained that the tablet did not ring loudly enough in busy kitchens.",
        "I was asked to fix the missed orders before the football season started.",
        "I assumed that volume was the whole story, so I had the ring made louder and shipped it to all 900 restaurants without a pilot. I never visited a kitchen. After the first weekend I called twelve owners, apologized, and rolled the change back the same night.",
        "Missed orders went up by a fifth that weekend, because cooks put the tablets in a drawer. I learned that I had solved my own guess. Since then I have spent a shift on site before I write a line of a specification.",
    ),
    Story(
        "Describe a time you used data to make a decision.",
        "Our language app had lost about 8 percent of its paying learners every month since January, and the board had begun to ask why.",
        "As the growth PM I had to find the largest cause and bring one proposal to the May meeting.",
        "First, I split the leavers by how they had joined and saw that three quarters came from a holiday discount. Next, I phoned twenty of them to hear what they had expected. I considered a longer discount and rejected it, since it would only have moved the exit to the summer. Finally, I wrote a plan to replace the discount by a free week with a tutor.",
        "The board approved the plan. By September monthly losses were down to 5 percent, while sign-ups dropped by a tenth, which we had said we would accept.",
    ),
    Story(
        "Tell me about a time you led without authority.",
        "When I volunteered at a food bank in Leeds, three charities shared one van and quarreled over it every Friday. Families at the far end of the route got their boxes after dark.",
        "Nobody was in charge of the van, so I took on the job of getting every box out by six o'clock.",
        "I rode along for two Fridays and noted each stop on a map. I invited the three coordinators to my kitchen, laid out the map and asked each to move one stop. Then I made a paper timetable and rang the drivers every Thursday evening to check it.",
        "By the fourth week the last box arrived at twenty to six. One of the coordinators still uses the timetable, and she thanked me with a cake.",
    ),
    Story(
        "Tell me about a time you dealt with an unhappy customer.",
        "I worked as a team lead in the support center of an internet provider. One Monday in November, a dentist called for the fifth time because her line had been dead for six days and she could not take card payments.",
        "It was up to me to get her back online and keep her from leaving us.",
        "I listened to her for ten minutes before I looked at a screen. I called the field office, learned that the ticket had been closed by mistake, and stayed on the line until a technician had a slot. I also sent her a mobile router by courier, although that was against the usual order of things.",
        "Her line worked again by noon the next day. She canceled her complaint and recommended us to two other practices on her street.",
    ),
    Story(
        "Describe a time you improved a process.",
        "At the bakery where I was shift manager, we threw away around thirty loaves every evening while customers found empty shelves at five.",
        "My target was to cut the waste by half without a new oven.",
        "I weighed what we threw away for fourteen days and wrote it on a chalkboard. I moved the second bake from two o'clock to half past three and trained two apprentices to shape smaller batches. The owner was against it at first, so I asked for one trial week.",
        "The waste fell to eleven loaves a day, and the owner kept the new hours. He paid for my course in food safety that winter.",
    ),
    Story(
        "Tell me about a time you had to learn something quickly.",
        "In my first month at a logistics company our only data analyst broke his leg skiing, just as the customs rules for Switzerland were about to change.",
        "I needed to produce the weekly duty report myself, starting the following Tuesday.",
        "I read his queries line by line over a weekend and rebuilt the smallest one in a sandbox. I booked two hours with a customs broker, who explained the codes to me, and I checked my first totals against ten paper invoices. Where they differed I traced the row and corrected the join.",
        "The first report went out on Tuesday at nine. The finance lead found one wrong code in 1,400 rows, and I ran the report for the next seven weeks.",
    ),
    Story(
        "Tell me about a time you changed your mind.",
        "Three years ago my team built a ride app for school runs. Parents kept asking for live video from the car, and I was sure that drivers would hate it.",
        "I owned the safety roadmap, and my brief was to lift the share of parents who booked a second ride.",
        "I drafted a plan without video. Before I sent it I joined four drivers for a morning each. Two of them told me that a camera would protect them from false claims. I threw the draft away, wrote a new one with audio only while the door was open, and had our lawyer read it.",
        "Second bookings climbed from 38 to 45 percent within ten weeks. No driver left over it. I now put the person I expect to object first on my list of visits.",
    ),
    Story(
        "Tell me about a project you are proud of.",
        "Our city library closed its reading room for repairs last winter, and about 200 pupils who studied there had nowhere to go after school.",
        "The head librarian put me in charge of finding them seats before the January exams.",
        "I phoned every cafe, church and office within a mile. I drew up a one-page agreement so that owners knew what they were in for, and I recruited nine retired teachers to sit with the pupils. Since the cafes needed their tables at lunch, I set the hours from three to six.",
        "We opened 140 seats in five places. Attendance at the January exams was the same as the year before, and two of the cafes kept the hours after the repairs.",
    ),
    Story(
        "Describe a time you worked with a difficult team member.",
        "On a six-person firmware team at a heating company, one senior engineer reviewed nobody's code and released his own straight to the field. In February one of his builds locked up 300 boilers.",
        "As the new team lead, I was expected to get every change reviewed by a second person.",
        "I asked him for coffee and let him tell me what annoyed him about reviews. He said they took days. So I limited a review to thirty minutes, paired him with the fastest reader on the team, and reviewed his next two changes myself the same afternoon.",
        "Within a month all changes had two names on them. He later trained both of our new hires in reviewing, and we had no field failure for the rest of the year.",
    ),
)

PARTS = ("situation", "task", "action", "result")


def variants() -> Iterator[tuple[str, str, frozenset[str]]]:
    """Question, text and the parts that are in it: each story whole, with each part out, and out of order."""
    everything = frozenset(PARTS)
    for story in STORIES:
        yield story.question, story.without(""), everything
        yield story.question, story.moved(), everything
        for part in PARTS:
            yield story.question, story.without(part), everything - {part}
