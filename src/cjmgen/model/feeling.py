"""feeling: emotion on the scale from -2, frustrated, to +2, delighted; one value, a measured one, or one a persona."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Any

from pydantic import Field, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from cjmgen.model.field import wrong
from cjmgen.model.item import Entity
from cjmgen.model.quantity import Count, Emotional, scale, tidy
from cjmgen.model.slug import RESERVED, WRITTEN_ID, romanized


class Feeling(Entity):
    """A mean emotion, with sample size and standard deviation where it was measured."""

    mean: Emotional = Field(description="Mean emotion, -2 … +2.")
    n: Count | None = Field(None, description="How many people were asked.")
    sd: scale(0, 4, "a standard deviation") | None = Field(None, description="Standard deviation of their answers.")  # type: ignore[valid-type]


class Emotion(Entity):
    """An emotion for everybody, or one each for personas and actors."""

    overall: Feeling | None = None
    by: Mapping[str, Feeling] = {}

    @property
    def mean(self) -> float:
        """The mean over the personas, each counting once; or the one value. -2 … +2."""
        values = [feeling.mean for feeling in self.by.values()]
        return sum(values) / len(values) if values else self.overall.mean if self.overall else 0.0

    def of(self, who: str) -> Feeling | None:
        """What one persona or actor feels."""
        return self.by.get(who, self.overall)


def read_emotion(value: Any) -> Emotion:
    """`-1.4`, `{mean: -1.4, n: 11, sd: 0.6}` or `{anna: -1.4, olga: {mean: -1.3, n: 9}}`."""
    if type(value) is float or type(value) is int:
        return _whole(value)
    if isinstance(value, Emotion):
        return value
    if isinstance(value, Mapping) and value and not set(value) & RESERVED:
        for name in value:
            if not isinstance(name, str) or not re.match(WRITTEN_ID, name):
                raise PydanticCustomError("bad-id", "'{id}' can't be the id of a persona or actor", {"id": str(name)[:40], "hint": ""})
        return Emotion.model_construct(by={romanized(name): _read_feeling(feeling) for name, feeling in value.items()})
    return Emotion.model_construct(overall=_read_feeling(value))


@lru_cache(maxsize=1024)
def _whole(value: float) -> Emotion:
    """One value for everybody, as most are; nothing changes after it was read, so equal ones are one."""
    return Emotion.model_construct(overall=_read_feeling(value))


def _read_feeling(value: Any) -> Feeling:
    if isinstance(value, Mapping):
        if unknown := [key for key in value if key not in ("mean", "n", "sd")]:
            raise PydanticCustomError(
                "unknown-key", "'{key}' means nothing in an emotion", {"key": str(unknown[0]), "hint": "an emotion has mean, n and sd"}
            )
        if "mean" not in value:
            raise PydanticCustomError("missing-key", "this emotion has no 'mean'", {"key": "mean", "hint": ""})
        return Feeling.model_validate(dict(value))
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise wrong("an emotion from -2 to 2", value, _hint(value))
    if not -2 <= value <= 2:
        raise PydanticCustomError(
            "out-of-scale",
            "{value} is out of scale: an emotion goes from -2 to 2",
            {"value": f"{value:g}", "hint": "-2 is frustrated, 0 neutral, 2 delighted"},
        )
    return _felt(float(value))


@lru_cache(maxsize=1024)
def _felt(mean: float) -> Feeling:
    return Feeling.model_construct(mean=mean)


def _hint(value: Any) -> str:
    text = str(value).replace("−", "-").replace(",", ".").strip()
    return f"write {text}" if re.fullmatch(r"[-+]?\d+(\.\d+)?", text) else ""


def _plain(emotion: Emotion) -> Any:
    if emotion.by:
        return {name: _plain_feeling(feeling) for name, feeling in emotion.by.items()}
    return _plain_feeling(emotion.overall) if emotion.overall else None


def _plain_feeling(feeling: Feeling) -> Any:
    if feeling.n is None and feeling.sd is None:
        return tidy(feeling.mean)
    return {key: tidy(value) for key, value in (("mean", feeling.mean), ("n", feeling.n), ("sd", feeling.sd)) if value is not None}


_VALUE: dict[str, Any] = {"type": "number", "minimum": -2, "maximum": 2}
_MEASURED: dict[str, Any] = {
    "type": "object",
    "properties": {
        "mean": _VALUE,
        "n": {"type": ["integer", "null"], "minimum": 0, "maximum": 10**12},
        "sd": {"type": ["number", "null"], "minimum": 0, "maximum": 4},
    },
    "required": ["mean"],
    "additionalProperties": False,
}
_BY_NAME = {
    "type": "object",
    "minProperties": 1,
    "propertyNames": {"pattern": WRITTEN_ID, "not": {"enum": sorted(RESERVED)}},
    "additionalProperties": {"anyOf": [_VALUE, _MEASURED]},
}

WrittenEmotion = Annotated[
    Emotion, PlainValidator(read_emotion), PlainSerializer(_plain), WithJsonSchema({"anyOf": [_VALUE, _MEASURED, _BY_NAME]})
]
