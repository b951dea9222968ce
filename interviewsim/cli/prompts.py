"""`prompts`: the templates that a model's messages are made of, and the messages themselves."""

from argparse import Namespace

from interviewsim.cli.context import home_of
from interviewsim.cli.output import say, say_json, tell
from interviewsim.errors import WrongUsage
from interviewsim.transcripts.store import SessionStore
from interviewsim.wiring.prompting import check_templates, sent, templates


def listing(parsed: Namespace) -> int:
    """Every template with the file that wins."""
    found = templates(home_of(parsed).layers("prompts"))
    if parsed.json:
        say_json([{"name": name, "file": str(path)} for name, path in found.items()])
        return 0
    for name, path in found.items():
        say(f"{name:<20}  {path}")
    return 0


def show(parsed: Namespace) -> int:
    """One template as it stands in its file."""
    found = templates(home_of(parsed).layers("prompts"))
    if parsed.name not in found:
        raise WrongUsage(f'There is no template "{parsed.name[:40]}".', f"There are {', '.join(found)}.")
    source = found[parsed.name].read_text(encoding="utf-8", errors="replace")
    if parsed.json:
        say_json({"name": parsed.name, "file": str(found[parsed.name]), "source": source})
    else:
        say(source.rstrip())
    return 0


def render(parsed: Namespace) -> int:
    """The messages for a turn of a session, exactly as a model is sent them."""
    home = home_of(parsed)
    store = SessionStore(home.transcripts)
    transcript = store.read(store.resolve(parsed.session).stem).transcript
    messages = sent(transcript, home.layers("prompts"), parsed.turn)
    if parsed.json:
        say_json([{"role": one.role.value, "content": one.text} for one in messages])
        return 0
    for one in messages:
        say(f"--- {one.role.value}\n{one.text}\n")
    return 0


def check(parsed: Namespace) -> int:
    """Every template loaded; exit 3 for the first that does not hold."""
    check_templates(home_of(parsed).layers("prompts"))
    if parsed.json:
        say_json([])
    tell("No findings.", quiet=parsed.quiet)
    return 0
