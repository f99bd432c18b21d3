// map: a copy of the stage header stays on top while the page scrolls; arrow keys step by stage.
(function (cjm) {
  'use strict';
  function map(box) {
    var table = box.querySelector('table');
    if (!table || !table.tHead) return;
    var bar = document.createElement('div');
    bar.className = 'stagebar';
    bar.setAttribute('aria-hidden', 'true');
    bar.hidden = true;
    var pane = bar.appendChild(document.createElement('div'));
    var copy = pane.appendChild(document.createElement('table'));
    cjm.all('colgroup, thead', table).forEach(function (part) { copy.appendChild(part.cloneNode(true)); });
    cjm.all('[id]', copy).forEach(function (part) { part.removeAttribute('id'); });
    cjm.all('a, button, summary', copy).forEach(function (part) { part.tabIndex = -1; });
    bar.style.cssText = box.style.cssText;
    box.parentNode.insertBefore(bar, box);
    var place = function () {
      var seen = box.getBoundingClientRect();
      var scrolls = box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).overflowX !== 'visible';
      bar.hidden = !(scrolls && seen.top < 0 && seen.bottom > 160);
      if (bar.hidden) return;
      copy.style.minWidth = table.offsetWidth + 'px';
      pane.scrollLeft = box.scrollLeft;
    };
    addEventListener('scroll', place, { passive: true });
    addEventListener('resize', place);
    box.addEventListener('scroll', place, { passive: true });
    place();

    var stages = cjm.all('th', table.tHead).slice(1);
    var go = function (to) {
      var left = parseFloat(getComputedStyle(box).scrollPaddingLeft) || 0;
      var still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      box.scrollTo({ left: stages[to].offsetLeft - left, behavior: still ? 'auto' : 'smooth' });
    };
    document.addEventListener('keydown', function (event) {
      var here = document.activeElement;
      if ((here !== box && here !== document.body) || !cjm.bare(event) || event.shiftKey) return;
      var left = parseFloat(getComputedStyle(box).scrollPaddingLeft) || 0;
      var now = stages.findIndex(function (stage) { return stage.offsetLeft - left >= box.scrollLeft - 2; });
      var to = /^[1-9]$/.test(event.key) ? event.key - 1 : undefined;
      if (here === box) {
        var step = { ArrowRight: now + 1, ArrowLeft: now - 1, Home: 0, End: stages.length - 1 }[event.key];
        if (step !== undefined) to = step;
      }
      if (to === undefined || !stages[to]) return;
      event.preventDefault();
      go(to);
    });
  }

  cjm.ready(function () { cjm.all('.map').forEach(map); });
})(window.cjm);
