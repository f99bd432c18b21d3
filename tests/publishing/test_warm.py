"""test_warm: one memory for many choices: whatever was built before, and for whom, a build gives the bytes of one from nothing."""

import datetime
import os
import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cjmgen.atlas.public import work
from cjmgen.atlas.public.choice import EVERYTHING, PUBLIC, Choice
from cjmgen.atlas.public.publish import _Rest
from incremental.history import EDITS, Builder, Project, same

EXAMPLES = 300 if os.environ.get("CJMGEN_LONG") else 12
CHOICES = (PUBLIC, EVERYTHING, Choice(only=(("product", "shoes"),)), Choice(internal=True, only=(("product", "shoes"),)), Choice(only=(("product", "hats"),)))


def choose(project: Project, fate: random.Random) -> None:
    """The site is made for others."""
    project.choice = fate.choice(CHOICES)


def mark(project: Project, fate: random.Random) -> None:
    """Something becomes internal, or open again."""
    path = fate.choice([path for path in sorted(project.files) if path.count("/") == 2] or ["cjmgen.yml"])

    def change(data: Any) -> None:
        things = [data, *data.get("stages", ())]
        lanes = ("touchpoints", "pains", "quotes", "opportunities")
        things += [item for stage in data.get("stages", ()) for lane in lanes for item in stage.get(lane, ()) if isinstance(item, dict)]
        fate.choice(things)["audience"] = fate.choice(["internal", "internal", "public"])

    if path != "cjmgen.yml":
        project.change(path, change)


def tag(project: Project, fate: random.Random) -> None:
    """A journey gets a tag, or another."""
    project.change(fate.choice(project.journeys()), lambda data: data.update(tags={"product": fate.choice(["shoes", "hats"])}))


def inside(project: Project, fate: random.Random) -> None:
    """A journey says something else inside: what it leans on, or whom it is about, which no card tells."""
    news: list[dict[str, object]] = [{"who": ["anna"]}, {"who": []}, {"emotion_evidence": ["talks"]}, {"description": str(fate.randrange(9))}]

    def change(data: Any) -> None:
        fate.choice([item for stage in data["stages"] for item in stage.get("touchpoints", ())]).update(fate.choice(news))

    project.change(fate.choice(project.journeys()), change)


OWN = {each.__name__: each for each in (choose, mark, tag, inside)}
EVERY = {**EDITS, **OWN}
STEPS = st.lists(st.tuples(st.sampled_from([*OWN, *OWN, *EDITS]), st.integers(0, 10_000)), min_size=2, max_size=7)


def history(steps: list[tuple[str, int]]) -> Builder:
    """Do one thing after another to a project and build after each; afterwards everything must be as if built from nothing."""
    project, builder = Project(choice=PUBLIC), Builder()
    builder.build(project)
    for name, seed in steps:
        EVERY[name](project, random.Random(seed))
        builder.build(project)
    same(project, builder)
    return builder


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.parametrize("share", range(4))
def test_a_warm_build_is_a_clean_one(share: int) -> None:
    @settings(max_examples=EXAMPLES, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(STEPS)
    def holds(steps: list[tuple[str, int]]) -> None:
        history([(name, seed * 4 + share) for name, seed in steps])

    holds()


@pytest.mark.parametrize("seed", range(4))
def test_from_one_choice_to_another_and_back(seed: int) -> None:
    history([("mark", seed), ("choose", seed), ("tag", seed), ("inside", seed + 1), ("choose", seed + 2), ("mark", seed + 3), ("choose", seed)])


def test_an_edit_inside_a_public_journey_draws_only_its_own_pages() -> None:
    project, builder = Project(choice=PUBLIC), Builder()
    project.change("maps/personas/maxim.yml", lambda data: data.update(audience="internal"))
    builder.build(project)
    project.change("maps/journeys/renting.yml", lambda data: data["stages"][0]["touchpoints"][0].update(description="Another shop"))
    builder.build(project)
    assert builder.quick == 1
    assert [path for path in builder.drawn if not path.startswith(("journeys/renting/", "compare/"))] == []
    same(project, builder)


def test_a_new_day_alone_draws_nothing() -> None:
    project, builder = Project(choice=PUBLIC), Builder()
    project.change("maps/journeys/buying.yml", lambda data: data["stages"][0]["pains"][0].update(audience="internal"))
    builder.build(project)
    project.today += datetime.timedelta(days=1)
    builder.build(project)
    assert builder.drawn == []


def _caught() -> bool:
    """Whether histories show that a builder is broken."""
    for number in range(60):
        fate = random.Random(number)
        try:
            history([(fate.choice([*OWN]), fate.randrange(10_000)) for _ in range(5)])
        except (AssertionError, KeyError):
            return True
    return False


def test_a_builder_whose_rest_has_the_name_of_the_whole_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_Rest, "_outline", lambda rest, media: rest._atlas.outline)
    assert _caught()


def test_a_builder_that_cuts_one_way_for_all_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "digest", lambda value: work.Digest(str(value[0])))
    assert _caught()
