// edit: from a part of the page to its line in the maps: a button beside what the pointer rests on, and the key `e` for what has the focus.
(function (live) {
  'use strict';
  var PARTS = 'td, th, li, dd, dt, p, h1, h2, h3, figure, summary, blockquote, .tp';
  var REST = 180, LONG = 80;
  var whole, button, at, timer, turn = 0, editing = false;

  function pencil(node) {
    var svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    var path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    svg.setAttribute('viewBox', '0 0 20 20');
    svg.setAttribute('aria-hidden', 'true');
    path.setAttribute('d', 'M4 16l.8-3.4 8.6-8.6 2.6 2.6-8.6 8.6zM11.6 5.8l2.6 2.6');
    svg.appendChild(path);
    node.appendChild(svg);
    return node;
  }

  // The ids around a part, from within outwards, and that of the stage whose column it stands in.
  function ids(part) {
    var found = [], cell = part.closest('td'), dot = part.closest('a.dot') || part.querySelector('a.dot');
    if (dot) found.push(decodeURIComponent(dot.hash.slice(1)));
    for (var node = part; node && node.tagName !== 'MAIN'; node = node.parentElement) if (node.id) found.push(node.id);
    var inner = part.querySelector('[id]');
    if (!found.length && inner) found.push(inner.id);
    var table = cell && cell.colSpan === 1 && cell.closest('.map table');
    var column = table && table.tHead && table.tHead.rows[0].cells[cell.cellIndex];
    if (column && column.id) found.push(column.id);
    return found;
  }

  function ask(part) {
    var asked = new URLSearchParams({ page: live.page, words: part.textContent.trim().slice(0, LONG) });
    ids(part).forEach(function (id) { asked.append('id', id); });
    return fetch('/_cjmgen/place?' + asked).then(function (response) { return response.json(); });
  }

  function name(link, place) {
    link.href = place.href;
    link.title = 'Open ' + place.name;
    link.setAttribute('aria-label', link.title);
  }

  function hide() {
    turn += 1;
    at = null;
    if (button) button.hidden = true;
  }

  function offer(part) {
    var now = turn += 1;
    at = part;
    ask(part).then(function (place) {
      if (now !== turn || !place || !part.isConnected) return;
      var box = part.getBoundingClientRect();
      button.style.setProperty('--x', Math.min(box.right, innerWidth - 8) + 'px');
      button.style.setProperty('--y', Math.max(box.top, 0) + 'px');
      name(button, place);
      button.hidden = false;
    }).catch(hide);
  }

  function over(event) {
    if (!editing || event.pointerType === 'touch' || event.target === button || button.contains(event.target)) return;
    var part = event.target.closest && event.target.closest('main') && event.target.closest(PARTS);
    if (part === at) return;
    clearTimeout(timer);
    if (at) hide();
    if (part && part.textContent.trim()) timer = setTimeout(function () { offer(part); }, REST);
  }

  function key(event) {
    var here = document.activeElement;
    if (!editing || event.key !== 'e' || event.altKey || event.ctrlKey || event.metaKey) return;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(here.tagName) || !here.closest('main')) return;
    ask(here.closest(PARTS) || here).then(function (place) {
      if (place) location.href = place.href;
    }).catch(hide);
  }

  function build() {
    button = pencil(live.make('a', 'live-edit'));
    button.tabIndex = -1;
    button.hidden = true;
    whole = pencil(live.make('a', 'live-pill live-whole'));
    document.documentElement.appendChild(button);
    live.on(document, 'pointerover', over);
    live.on(document, 'scroll', hide, { capture: true, passive: true });
    live.on(document, 'keydown', key);
  }

  // What the page is made of, if there is an editor to open it in.
  live.editable = function (source) {
    if (!source && !button) return;
    if (!button) build();
    editing = !!source;
    hide();
    if (source) name(whole, source);
    live.beside(whole, editing);
  };
})(window.cjmgenLive);
