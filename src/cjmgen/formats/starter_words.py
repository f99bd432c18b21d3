"""starter_words: the comments and small texts of a new project's files, in each language it can start in."""

from cjmgen.value import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """What the files of a new project say beside the story itself. Each text is one line or several."""

    settings: str
    language: str
    notice: str
    journey: str
    persona: str
    stages: str
    entry: str
    emotion: str
    touchpoints: str
    channel: str
    owner: str
    deliberate: str
    moment: str
    opportunity: str
    evidence: str
    evidence_notes: str
    method: str
    customer: str
    teams: str
    person: str
    empathy: str
    edit_me: str
    readme: str
    empty_readme: str
    folder: str


EN = Words(
    settings="The settings of this project. Every key is explained in the reference of cjmgen.",
    language="add a language as in [en, ru], and texts may be told in both",
    notice="The first example is invented, and so are its figures.",
    journey="One journey map. Only title and stages are needed; leave out what you don't know yet.",
    persona="who goes this way: the names of files in maps/personas",
    stages="The stages, from left to right. Their ids come from the stage set in cjmgen.yml.",
    entry="how many people reach the stage: this draws the funnel",
    emotion="-2 frustrated, 0 neutral, 2 delighted: this draws the curve",
    touchpoints="Where the customer meets you.",
    channel="a built-in channel, or one of your own in maps/channels.yml",
    owner="a team of maps/teams.yml",
    deliberate="`cjmgen check` warns here on purpose: this pain is severe, and nothing is planned against it yet.\n"
    "Write an opportunity as in the other stages and name the pain in it, and the warning is gone.",
    moment="a moment of truth: here the customer stays or leaves; say why",
    opportunity="What you could do about it. `pains` names what it would ease.",
    evidence="What claims lean on. Without evidence a claim counts as an assumption.",
    evidence_notes="Invented for this example. Replace it by your own research.",
    method="45 minutes each, half-structured",
    customer="customer",
    teams="Who answers for what: an id, and the team's name.",
    person="A persona: one kind of customer, told as one person. Invent no facts you would not defend.",
    empathy="The empathy map.",
    edit_me="start here: give the journey your own title",
    readme="""# {site}

Customer journey maps as code, built with [cjmgen](https://github.com/cjmgen/cjmgen).

| Do this | To |
|---|---|
| `cjmgen check` | see what is wrong or missing; one warning of the example is deliberate |
| `cjmgen build` | write the website, then open `site/index.html` |
| `cjmgen explain severe-pain-without-opportunity` | read why a finding matters |

| Folder | Holds |
|---|---|
| `maps/journeys` | one journey a file |
| `maps/personas` | one persona a file |
| `maps/evidence` | interviews, surveys, analytics: what claims lean on |
| `.schema` | what editors need to complete keys and mark mistakes |

Start with `{file}`, line {line}.
""",
    empty_readme="""# Customer journeys

Customer journey maps as code, built with [cjmgen](https://github.com/cjmgen/cjmgen).
Put the first map into `maps/journeys`, as YAML, Markdown or a CSV table, then run `cjmgen build` and open `site/index.html`.
""",
    folder="""# Maps

| Folder | Holds |
|---|---|
| `journeys` | one journey a file, as `.yml`, `.md` or `.csv` |
| `personas` | one persona a file |
| `evidence` | interviews, surveys, analytics: what claims lean on |
| `metrics` | figures that several stages share |
| `teams.yml`, `channels.yml` | small things by id |

The smallest journey:

```yaml
title: Booking a table
stages:
- title: Choice
  actions: [Reads the menu]
```
""",
)

RU = Words(
    settings="Настройки проекта. Каждый ключ описан в справочнике cjmgen.",
    language="можно добавить язык: [ru, en], и писать тексты на обоих",
    notice="Первый пример придуман, и его цифры тоже.",
    journey="Карта пути. Нужны только название и этапы; чего пока не знаете — пропустите.",
    persona="кто идёт этим путём: имена файлов из maps/personas",
    stages="Этапы слева направо. Их id взяты из набора этапов, указанного в cjmgen.yml.",
    entry="сколько людей дошли до этапа: по этим числам рисуется воронка",
    emotion="-2 досада, 0 ровно, 2 восторг: по этим числам рисуется кривая",
    touchpoints="Где клиент встречается с вами.",
    channel="встроенный канал или свой из maps/channels.yml",
    owner="команда из maps/teams.yml",
    deliberate="Здесь `cjmgen check` предупреждает нарочно: боль сильная, а делать с ней пока ничего не собираются.\n"
    "Напишите возможность, как в других этапах, назовите в ней эту боль — и предупреждение исчезнет.",
    moment="момент истины: здесь клиент остаётся или уходит; напишите почему",
    opportunity="Что можно сделать. В `pains` названы боли, которые это облегчит.",
    evidence="На что опираются утверждения. Без свидетельства утверждение считается догадкой.",
    evidence_notes="Придумано для примера. Замените своим исследованием.",
    method="По 45 минут, полуструктурированные",
    customer="клиент",
    teams="Кто за что отвечает: id и название команды.",
    person="Персона: один тип клиентов, рассказанный как один человек. Не выдумывайте того, что не готовы отстаивать.",
    empathy="Карта эмпатии.",
    edit_me="начните отсюда: дайте пути своё название",
    readme="""# {site}

Карты пути клиента в виде кода, собираются с помощью [cjmgen](https://github.com/cjmgen/cjmgen).

| Команда | Что делает |
|---|---|
| `cjmgen check` | показывает ошибки и пробелы; одно предупреждение в примере оставлено нарочно |
| `cjmgen build` | собирает сайт, затем откройте `site/index.html` |
| `cjmgen explain severe-pain-without-opportunity` | объясняет, почему замечание важно |

| Папка | Что в ней |
|---|---|
| `maps/journeys` | пути, по одному в файле |
| `maps/personas` | персоны, по одной в файле |
| `maps/evidence` | интервью, опросы, аналитика: на что опираются утверждения |
| `.schema` | по этим схемам редактор подсказывает ключи и отмечает ошибки |

Начните с `{file}`, строка {line}.
""",
    empty_readme="""# Пути клиентов

Карты пути клиента в виде кода, собираются с помощью [cjmgen](https://github.com/cjmgen/cjmgen).
Положите первую карту в `maps/journeys` — YAML, Markdown или таблицу CSV, — затем выполните `cjmgen build` и откройте `site/index.html`.
""",
    folder="""# Карты

| Папка | Что в ней |
|---|---|
| `journeys` | пути, по одному в файле: `.yml`, `.md` или `.csv` |
| `personas` | персоны, по одной в файле |
| `evidence` | интервью, опросы, аналитика: на что опираются утверждения |
| `metrics` | цифры, общие для нескольких этапов |
| `teams.yml`, `channels.yml` | небольшие списки по id |

Самый короткий путь:

```yaml
title: Забронировать столик
stages:
- title: Выбор
  actions: [Читает меню]
```
""",
)

WORDS = {"en": EN, "ru": RU}
