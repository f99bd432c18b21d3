"""label: a line that opens with the name of a lane, `**Pain points:** none yet`, taken apart."""

import re
from collections.abc import Sequence

from cjmgen.syntax.habits.labels import bare, lane
from cjmgen.syntax.habits.said import Said
from cjmgen.value import dataclass

LONGEST = 60
"""Characters of a label: longer bold words are a sentence."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label and what follows it on its line. `sure` where its form alone says that it is one: bold, and a colon."""

    words: Said
    rest: Said
    sure: bool


_BOLD = re.compile(
    r"^(?P<lead>[^\w\s*_\"“«]*\s*)(?P<mark>\*\*|__)(?P<words>(?:(?!(?P=mark)).)+?)(?P<inner>\s*[:：]?)\s*(?P=mark)(?P<note>\s*\([^()]{1,40}\))?"
    r"(?P<colon>\s*(?:[:：]|[—–]|-(?=\s))?)\s*(?P<rest>.*)$",
    re.DOTALL,
)
_SLANTED = re.compile(
    r"^(?P<lead>[^\w\s*_]*\s*)(?P<mark>[*_])(?P<words>[^*_\s][^*_]*?)(?P<inner>[:：]?)(?P=mark)(?P<colon>[:：]?)\s*(?P<rest>.*)$", re.DOTALL
)
_PLAIN = re.compile(r"^(?P<words>[^:：*`|\n]{2,60}?)\s*[:：](?:\s+(?P<rest>.*))?$", re.DOTALL)


def label_of(line: Said) -> Label | None:
    """The label a line opens with. Without bold it must be the name of a lane that is known."""
    if found := _BOLD.match(line):
        dash = found["colon"].strip()
        sure = ":" in found["inner"] + dash or "：" in found["inner"] + dash
        words, rest = found["words"].strip(), found["rest"].strip()
        if not bare(words) or len(words) > LONGEST:
            return None
        if sure or not rest or (dash and lane(words)):
            return Label(line.but(words), line.but(rest) if rest else Said("", line.span), sure and not _is_sentence(words))
        return None
    if (found := _SLANTED.match(line)) and (found["inner"] or found["colon"]):
        words, rest = found["words"].strip(), found["rest"].strip()
        return Label(line.but(words), line.but(rest) if rest else Said("", line.span), lane(words) is not None) if bare(words) else None
    if (found := _PLAIN.match(line)) and lane(found["words"]) and not re.match(r"^[\"“«>]", line):
        rest = (found["rest"] or "").strip()
        return Label(line.but(found["words"].strip()), line.but(rest) if rest else Said("", line.span), True)
    return None


def _is_sentence(words: str) -> bool:
    return len(words.split()) > 7 or bool(re.search(r"[.!?]\s", words))


def several(line: Said) -> list[Said]:
    """A line of several labels side by side, `**Duration:** a day | **Emotion:** calm`, as so many lines."""
    if line.count("**") < 4:
        return [line]
    parts = [part.strip() for part in re.split(r"\s*(?:\||·|•|&nbsp;)\s*(?=[^\w*]{0,4}\*\*)", line) if part.strip()]
    if len(parts) < 2 or not all(label_of(line.but(part)) for part in parts):
        return [line]
    return [line.but(part) for part in parts]


_WRAPPED = 60
"""A line at least this long that ends in no full stop was broken by an editor, and goes on in the next."""
_GOES_ON = re.compile(r"^(?:[a-zа-яё(«“\"`]|[A-ZА-ЯЁ0-9](?!\w{0,2}[.)]\s))")


def unwrapped(lines: Sequence[Said], item: bool = False) -> list[Said]:
    """A paragraph's lines, what follows a label joined where it was broken; an `item`'s text goes on to its end."""
    whole: list[list[Said]] = []
    filled = False
    for at, line in enumerate(lines):
        found = label_of(line)
        if filled and found is None and (item or _goes_on(lines[at - 1], line)):
            whole[-1].append(line)
        else:
            whole.append([line])
            filled = found is not None and bool(found.rest)
    return [parts[0].but(" ".join(parts)) if len(parts) > 1 else parts[0] for parts in whole]


def _goes_on(before: Said, line: Said) -> bool:
    """Whether a line is the rest of the one before: it begins small or in a bracket, or that one was full and ended nowhere."""
    if re.match(r"^[a-zа-яё(]", line) or before.count('"') % 2:
        return True
    return len(before) >= _WRAPPED and not re.search(r"[.!?…:;]\W*$", before) and bool(_GOES_ON.match(line))


_LEAD_IN = re.compile(r"^[^\W\d_a-zа-я][^.!?,;:\"“«]{1,38}:$")


_SENTENCE = re.compile(
    r"\b(?:(?:is|are|can|may|will|should|must|has|have|sees?|provides?|displays?|includes?|allows?|logs?|gets?|meets?|finds?|wants?"
    r"|может|могут|должен|должны|видит|получает|включает|нужно|можно)\b(?:\s\w+)?|(?:to|by|with))\s*:$"
)


def lead_in(line: Said) -> Label | None:
    """A few plain words with a colon, `Merchant goals:`, as they stand above a list."""
    is_sentence = _SENTENCE.search(line) and not lane(line.rstrip(":"))
    return Label(line.but(line.rstrip(":").rstrip()), Said("", line.span), True) if _LEAD_IN.match(line) and not is_sentence else None
