"""version: whether the cjmgen at hand is one that a project was written for."""

import re

_CLAUSE = re.compile(r"^(>=|<=|==|!=|~=|>|<)\s*(\d{1,9}(?:\.\d{1,9})*)(?:\.\*)?$")


def fits(version: str, requires: str) -> bool | None:
    """Whether a version satisfies a text such as `>=0.3,<0.4`; None where the text can't be read."""
    clauses = [_CLAUSE.match(part.strip()) for part in requires.split(",")]
    if not all(clauses):
        return None
    return all(_holds(_numbers(version), clause[1], _numbers(clause[2])) for clause in clauses if clause)


def _numbers(version: str) -> tuple[int, ...]:
    found = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(int(part) for part in found[0].split(".")) if found else (0,)


def _holds(have: tuple[int, ...], sign: str, want: tuple[int, ...]) -> bool:
    width = max(len(have), len(want))
    left, right = (each + (0,) * (width - len(each)) for each in (have, want))
    if sign == "~=":
        return left >= right and have[: len(want) - 1] == want[:-1]
    return {">=": left >= right, "<=": left <= right, "==": left == right, "!=": left != right, ">": left > right, "<": left < right}[sign]
