"""explain: what the manual says about a problem's code."""

import re

_HEADING = re.compile(r"^(#{2,3}) (.+?)\s*$", re.MULTILINE)


def sections(manual: str) -> dict[str, str]:
    """The sections of docs/problems.md, from code to text; a code is a heading of the third level."""
    found = list(_HEADING.finditer(_without_fences(manual)))
    ends = [heading.start() for heading in found[1:]] + [len(manual)]
    return {heading[2]: manual[heading.end() : end].strip() for heading, end in zip(found, ends, strict=True) if heading[1] == "###"}


def _without_fences(manual: str) -> str:
    """The manual with its code blocks blanked, so that a `## Stage` of an example is no heading; lengths stay."""
    return re.sub(r"^(`{3,}).*?^\1$", lambda block: re.sub(r"[^\n]", " ", block[0]), manual, flags=re.MULTILINE | re.DOTALL)

