"""forge: what this repository has a forge run for itself, as another project has it run: cjmgen from a release, the maps where they lie."""

from collections.abc import Mapping

from cjmgen.syntax.yaml.write import write

GITHUB = tuple(f".github/workflows/{name}.yml" for name in ("comment", "pages", "review"))
GITLAB = "docs/gitlab-ci.yml"

_PLACES = {GITLAB: ".gitlab-ci.yml"}
"""Where a file stands in another repository, if not in the same place."""

_OWN = ("uses: ./\n", "uses: cjmgen/cjmgen@main\n")
"""How this repository names its own action."""


def elsewhere(files: Mapping[str, str], version: str, project: str) -> dict[str, str]:
    """Files for a repository in which the project is the folder `project`, by their paths in it."""
    return {_PLACES.get(path, path): _fitted(text, version, project) for path, text in files.items()}


def _fitted(text: str, version: str, project: str) -> str:
    for own in _OWN:
        text = text.replace(own, f"uses: cjmgen/cjmgen@v{version}\n")
    return text.replace("  PROJECT: .\n", f"  {write({'PROJECT': project})}", 1)
