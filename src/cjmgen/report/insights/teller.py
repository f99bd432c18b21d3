"""teller: what every form of the insights needs: their words in one language, and their places in the files."""

from dataclasses import dataclass

from cjmgen.atlas.atlas import Atlas
from cjmgen.insight.insight import Insight, Sentence, Text
from cjmgen.insight.spoken import spoken
from cjmgen.report.insights.place import Places
from cjmgen.words.speaker import Speaker


@dataclass(frozen=True)
class Teller:
    """Tells of the insights of a project in one language."""

    atlas: Atlas
    places: Places
    speaker: Speaker

    def say(self, text: Text) -> str:
        """A text of the maps: in this language, else in the project's own, else in any."""
        if isinstance(text, str):
            return text
        wanted = (self.speaker.language, self.atlas.settings.languages[0], *text)
        return next((text[language] for language in wanted if text.get(language)), "")

    def sentence(self, said: Sentence) -> str:
        """A sentence."""
        return spoken(self.speaker, said.key, said.values, self.say)

    def where(self, insight: Insight) -> str:
        """The first of its places that stands in a file, as terminals link it; "" where none does. Many a channel stands in none itself."""
        return next((found.name for spot in insight.spots if (found := self.places.of(spot))), "")

    def journey(self, insight: Insight) -> str:
        """The title of the journey that an insight is about."""
        id = next((spot.journey for spot in insight.spots if spot.journey), "")
        return self.say(self.atlas.journeys[id].title) if id in self.atlas.journeys else ""
