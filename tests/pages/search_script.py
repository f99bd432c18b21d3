"""search_script: the search of the site in Node, asked as a browser would ask it."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

ASSETS = Path(__file__).parent.parent.parent / "themes" / "default" / "assets"
PARTS = ("vendor/minisearch.js", "vendor/snowball.js", "search/words.js", "search/catalogue.js")

ASK = """
const fs = require('fs'), vm = require('vm');
const asked = JSON.parse(fs.readFileSync(0, 'utf8'));
const world = { setTimeout };
world.window = world;
world.cjm = { given: {}, take: (path, value) => { world.cjm.given[path] = value; } };
vm.createContext(world);
for (const file of asked.scripts) vm.runInContext(fs.readFileSync(file, 'utf8'), world);
const words = world.cjm.given['assets/search/words.js'], catalogue = world.cjm.given['assets/search/catalogue.js'];
async function search({ language, files, queries }) {
  const made = catalogue(words, language);
  for (const file of files) await made.add(file);
  return queries.map((query) => {
    const found = made.find(query);
    return found.groups.map((group) => group.hits.map((hit) => [group.kind, hit.doc.title.text, hit.doc.path + (hit.doc.anchor ? '#' + hit.doc.anchor : '')]));
  });
}
async function main() {
  const stems = asked.stems.map(([language, word]) => words.stemmer(language)(words.fold(word)));
  const marks = asked.marks.map(([text, hits, begun]) => words.marked(text, new Set(hits), begun));
  const found = [];
  for (const one of asked.searches) found.push(await search(one));
  process.stdout.write(JSON.stringify({ stems, marks, found }));
}
main();
"""

Hit = tuple[str, str, str]
"""Kind, title, and path with anchor."""


def ask(stems: object = (), marks: object = (), searches: object = ()) -> dict[str, Any]:
    """What the scripts answer, all in one run of Node."""
    node = shutil.which("node")
    if not node:
        pytest.skip("there is no node; the tests of the scripts need one")
    asked = {"scripts": [str(ASSETS / part) for part in PARTS], "stems": stems, "marks": marks, "searches": searches}
    done = subprocess.run([node, "-e", ASK], input=json.dumps(asked), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def titles(*said: str) -> dict[str, object]:
    """A file of titles with nothing but journeys."""
    return {"journeys": [[f"{at}.html", title, "", "current", "live"] for at, title in enumerate(said)], "things": [], "files": []}
