"""test_insights: insights in a browser: a title in another language stays inside its sentence."""

INSIDE = """() => [...document.querySelectorAll('.leads li')].map(item => {
  const within = item.querySelector('a, b'), word = document.createElement('span')
  word.lang = 'de'
  word.textContent = 'Größe'
  within.append(' ', word)
  const shown = getComputedStyle(word).display
  word.remove()
  return shown
})"""


def test_a_title_in_another_language_stays_inside_its_sentence(visit) -> None:
    """What is below a sentence has a line of its own, and so has no part of the sentence itself."""
    page = visit().go("evidence/index.html")
    shown = page.evaluate(INSIDE)
    assert shown
    assert set(shown) == {"inline"}
    assert page.locator(".leads li > span, .leads small").evaluate_all("all => all.every(each => getComputedStyle(each).display === 'block')")
