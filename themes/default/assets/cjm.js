// cjm: comfort only. Every page reads, links and prints without this file; all its words come from the page.
(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.add('js');
  var store = {
    get: function (key) { try { return localStorage.getItem(key); } catch (e) { return null; } },
    set: function (key, value) { try { localStorage.setItem(key, value); } catch (e) { /* private mode */ } }
  };
  var theme = store.get('cjm-theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

  var all = function (selector, from) { return Array.prototype.slice.call((from || document).querySelectorAll(selector)); };
  var typing = function () { return /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName); };

  function themeButton() {
    var button = document.getElementById('theme');
    if (!button) return;
    var system = matchMedia('(prefers-color-scheme: dark)');
    var dark = function () { return root.dataset.theme ? root.dataset.theme === 'dark' : system.matches; };
    var paint = function () { button.setAttribute('aria-pressed', String(dark())); };
    button.addEventListener('click', function () {
      root.dataset.theme = dark() ? 'light' : 'dark';
      store.set('cjm-theme', root.dataset.theme);
      paint();
    });
    system.addEventListener('change', paint);
    paint();
  }

  // Home: select boxes and text narrow the cards down; the choice lives in the address, so it can be shared.
  function filters() {
    var form = document.getElementById('filters');
    var fields = form ? all('select, input', form) : [];
    if (!fields.length) return;
    var cards = all('.cards > .card');
    var words = cards.map(function (card) { return card.textContent.toLowerCase(); });
    var count = document.getElementById('count');
    var none = document.querySelector('.cards > .none');
    var full = count.textContent;
    var number = new Intl.NumberFormat(root.lang);
    var fits = function (card, at, field, wanted) {
      if (!wanted) return true;
      if (field.name === 'q') return words[at].indexOf(wanted.toLowerCase()) >= 0;
      return (card.dataset[field.dataset.field] || '').split(' ').indexOf(wanted) >= 0;
    };
    var show = function () {
      var shown = 0, query = new URLSearchParams();
      var wanted = fields.map(function (field) { return field.value.trim(); });
      fields.forEach(function (field, at) {
        field.classList.toggle('on', !!wanted[at]);
        if (wanted[at]) query.set(field.name, wanted[at]);
      });
      cards.forEach(function (card, at) {
        var ok = fields.every(function (field, which) { return fits(card, at, field, wanted[which]); });
        card.hidden = !ok;
        if (ok) shown += 1;
      });
      var text = shown === cards.length ? full
        : form.dataset.some.replace('{n}', number.format(shown)).replace('{total}', number.format(cards.length));
      if (count.textContent !== text) count.textContent = text;
      none.hidden = shown > 0;
      return String(query);
    };
    var apply = function () {
      var query = show();
      history.replaceState(null, '', query ? '#' + query : location.pathname + location.search);
    };
    var read = function () {
      var asked = new URLSearchParams(location.hash.slice(1));
      fields.forEach(function (field) {
        field.value = asked.get(field.name) || '';
        if (field.selectedIndex === -1) field.value = '';
      });
      show();
    };
    form.addEventListener('input', apply);
    addEventListener('hashchange', read);
    document.getElementById('clear').addEventListener('click', function () {
      fields.forEach(function (field) { field.value = ''; });
      apply();
      fields[0].focus();
    });
    document.addEventListener('keydown', function (event) {
      if (event.key !== '/' || event.altKey || event.ctrlKey || event.metaKey || typing()) return;
      event.preventDefault();
      fields[0].focus();
    });
    read();
  }

  // Map: a copy of the stage header stays on top while the page scrolls; arrow keys step by stage.
  function map(box) {
    var table = box.querySelector('table');
    if (!table || !table.tHead) return;
    var bar = document.createElement('div');
    bar.className = 'stagebar';
    bar.setAttribute('aria-hidden', 'true');
    bar.hidden = true;
    var pane = bar.appendChild(document.createElement('div'));
    var copy = pane.appendChild(document.createElement('table'));
    all('colgroup, thead', table).forEach(function (part) { copy.appendChild(part.cloneNode(true)); });
    all('[id]', copy).forEach(function (part) { part.removeAttribute('id'); });
    all('a, button, summary', copy).forEach(function (part) { part.tabIndex = -1; });
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

    var stages = all('th', table.tHead).slice(1);
    var go = function (to) {
      var left = parseFloat(getComputedStyle(box).scrollPaddingLeft) || 0;
      var still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      box.scrollTo({ left: stages[to].offsetLeft - left, behavior: still ? 'auto' : 'smooth' });
    };
    document.addEventListener('keydown', function (event) {
      var here = document.activeElement;
      if ((here !== box && here !== document.body) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
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

  // Curve: one tab stop, arrow keys walk along the touchpoints; Escape hides the note.
  function dots(list) {
    var links = all('a.dot', list);
    if (!links.length) return;
    var show = function () { list.classList.remove('no-tip'); };
    links.forEach(function (link, at) { link.tabIndex = at ? -1 : 0; });
    list.addEventListener('keydown', function (event) {
      var at = links.indexOf(document.activeElement);
      var to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: links.length - 1 }[event.key];
      if (at < 0 || to === undefined || !links[to]) return;
      event.preventDefault();
      show();
      links[at].tabIndex = -1;
      links[to].tabIndex = 0;
      links[to].focus();
    });
    list.addEventListener('mouseover', show);
    list.addEventListener('focusin', show);
  }

  document.addEventListener('DOMContentLoaded', function () {
    themeButton();
    filters();
    all('.map').forEach(map);
    all('.dots').forEach(dots);
    document.addEventListener('keydown', function (event) {
      if (event.key === 'Escape') all('.dots').forEach(function (list) { list.classList.add('no-tip'); });
    });
  });
})();
