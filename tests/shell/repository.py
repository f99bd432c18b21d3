"""repository: a git repository around a project, made and changed by plain git."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

JOURNEY = """title: Buying the first pair
personas: [anna]
owner: shop
stages:
- id: seek
  title: Search
  touchpoints:
  - {id: ad, title: Ad, channel: site, emotion: 1}
  pains:
  - {id: noise, title: Too much noise, severity: high}
- id: pay
  title: Pay
"""

FILES = {
    "cjmgen.yml": "title: Northstep journeys\n",
    "maps/teams.yml": "shop: {title: The shop, github: '@n/shop'}\n",
    "maps/personas/anna.yml": "title: Anna\n",
    "maps/journeys/first-pair.yml": JOURNEY,
}


@dataclass(frozen=True)
class Repo:
    """A repository and the project in it."""

    top: Path
    project: Path

    def git(self, *words: str, input: str | None = None) -> str:
        """Run git in the repository; what it printed."""
        clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        env = {**clean, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        who = ("-c", "user.name=Anna", "-c", "user.email=anna@example.org", "-c", "protocol.file.allow=always")
        done = subprocess.run(["git", "-C", str(self.top), *who, *words], input=input, capture_output=True, text=True, check=True, env=env)
        return done.stdout.strip()

    def write(self, **files: str | None) -> None:
        """Write files of the project, or take them away."""
        for path, text in files.items():
            place = self.project / path
            if text is None:
                place.unlink()
            else:
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_text(text, "utf-8", newline="")

    def commit(self, **files: str | None) -> str:
        """Write files and commit everything; the commit."""
        self.write(**files)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "A step")
        return self.git("rev-parse", "HEAD")


def repository(top: Path, inside: str = ".") -> Repo:
    """A repository on the branch `main` with a project that was committed once."""
    top.mkdir(parents=True)
    repo = Repo(top, (top / inside).resolve())
    repo.git("init", "-q", "-b", "main")
    repo.commit(**FILES)
    return repo
