"""as_sarif: findings as SARIF 2.1.0, the form that code scanning of GitHub and many editors take."""

import json
import re
from collections.abc import Mapping, Sequence

from cjmgen.problem import CODES
from cjmgen.report.sameness import fingerprints
from cjmgen.report.spot import Finding, Spot
from cjmgen.report.width import safe
from cjmgen.tree import percent

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
HOME = "https://github.com/cjmgen/cjmgen"
DOCS = f"{HOME}/blob/main/docs/"
_LINK = re.compile(r"\]\((?=[\w-]+\.md\b)")
"""A link of the manual to a page beside it."""

_LEVELS = {"error": "error", "warning": "warning", "info": "note", "off": "none"}


def as_sarif(findings: Sequence[Finding], manual: Mapping[str, str], version: str) -> str:
    """One run with a rule for each code that was found, helped by its section of the manual. Paths are relative to the source's top."""
    found = {finding.problem.code for finding in findings}
    codes = [code for code in CODES if code in found]
    names = zip(findings, fingerprints(findings), strict=True)
    rules = [_rule(code, _LINK.sub(f"]({DOCS}", manual[code])) for code in codes]
    run = {
        "tool": {"driver": {"name": "cjmgen", "version": version, "informationUri": HOME, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, name, codes.index(finding.problem.code)) for finding, name in names],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, section: str) -> dict[str, object]:
    told = section.partition(" · ")[2].partition("\n\n")[0].replace("\n", " ")
    return {
        "id": code,
        "shortDescription": {"text": told.partition(". ")[0].rstrip(".:") + "."},
        "fullDescription": {"text": told},
        "help": {"text": section, "markdown": section},
        "helpUri": f"{DOCS}problems.md#{code}",
        "defaultConfiguration": {"level": _LEVELS[CODES[code]]},
    }


def _result(finding: Finding, name: str, rule: int) -> dict[str, object]:
    problem = finding.problem
    related = [{"id": number, **_place(spot), "message": _message(said)} for number, (spot, said) in enumerate(finding.related, 1)]
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": _LEVELS[problem.severity],
        "message": _message(problem.message, *problem.hint.split("\n")),
        "locations": [_place(finding.spot)],
        "partialFingerprints": {"cjmgen/v1": name},
        **({"relatedLocations": related} if related else {}),
    }


def _message(*lines: str) -> dict[str, str]:
    """A text that holds no link: in a message of SARIF, `[here](address)` would be one."""
    return {"text": "\n".join(safe(line).replace("](", "] (") for line in lines if line)}


def _place(spot: Spot) -> dict[str, object]:
    region = {"startLine": spot.line, "startColumn": spot.column, "endColumn": spot.column + spot.length}
    where: dict[str, object] = {"artifactLocation": {"uri": percent(spot.file), "uriBaseId": "%SRCROOT%"}}
    return {"physicalLocation": where | ({"region": region} if spot.line else {})}
