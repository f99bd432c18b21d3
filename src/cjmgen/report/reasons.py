"""reasons: why a page was drawn again, as somebody would say it who knows the project and not the program."""

from cjmgen.memo.trace import ALL, PARTS, Fact

_NOUNS = {
    "journey": "the journey",
    "persona": "the persona",
    "personas": "what pages show of the persona",
    "evidence": "the evidence",
    "metrics": "the metric",
    "comparisons": "the comparison",
    "files": "the file of",
    "teams": "the team",
    "channels": "the channel",
    "actors": "the actor",
    "phases": "the stage of the set",
    "media": "the picture",
    "histories": "the history of",
    "pairs": "the pair of revisions",
    "tellings": "what is told in which language in",
}


def reason(fact: Fact) -> str:
    """One clause: `the journey 'buying' has changed`."""
    name, key = fact
    match name:
        case "":
            return "it was never drawn, or nobody remembers"
        case "file":
            return "its file was changed, moved or removed"
        case "settings":
            return "cjmgen.yml has changed"
        case "worn":
            template, _, language = key.partition(" ")
            return f"the template {template}, its words in {language} or the icons have changed"
        case "reached" | "passed":
            return f"the day {key} has come, or gone back"
        case "entry" if ".changes." in key:
            return "it is told otherwise whether anything changed in it"
        case "news":
            return "what changed since an earlier version is another thing now"
        case "entry":
            return "the rank or the place of something it links to has changed"
        case "path":
            return "a page that it links to came, went or moved" if key else "pages came, went or moved"
        case "journeys":
            return f"the journey '{key[1:]}' came or went" if key else "journeys came or went"
        case "trace":
            return "what it shares with other pages has changed"
    if name == PARTS:
        _, _, id = key.partition(" ")
        return "what pages show of the journeys has changed" if id == ALL else f"what pages show of the journey '{id}' has changed"
    noun, id = _NOUNS.get(name, name), key.lstrip("=?")
    return f"{noun} '{id}' has changed" if id not in ("", ALL) else f"{name.replace('_', ' ')} have changed"
