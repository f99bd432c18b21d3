// panel: what is wrong in the maps, over the last good page, in the words of the terminal; gone when it is mended.
(function (live) {
  'use strict';
  var panel, row, pill, list, said, open = false, known = '';

  function build() {
    panel = live.make('aside', 'live-panel');
    panel.lang = 'en';
    panel.setAttribute('aria-label', 'Live preview');
    pill = live.make('button', 'live-pill');
    pill.type = 'button';
    row = live.make('div', 'live-row');
    row.append(pill);
    list = live.make('div', 'live-list');
    list.tabIndex = -1;
    said = live.make('p', 'live-said');
    said.setAttribute('role', 'status');
    panel.append(list, row, said);
    live.on(pill, 'click', function () { turn(!open); });
    live.on(panel, 'keydown', function (event) {
      if (event.key === 'Escape') turn(false);
    });
    document.documentElement.appendChild(panel);
  }

  function turn(to) {
    open = to;
    panel.classList.toggle('live-open', open);
    pill.setAttribute('aria-expanded', String(open));
    list.hidden = !open;
    if (!open && list.contains(document.activeElement)) pill.focus();
  }

  function counted(count, word) { return count + ' ' + word + (count === 1 ? '' : 's'); }

  function line(one) {
    var item = live.make('li', 'live-problem live-' + one.severity), head = live.make('p', 'live-head');
    if (one.name) {
      var place = live.make(one.href ? 'a' : 'b', 'live-place', one.name);
      if (one.href) {
        place.href = one.href;
        place.title = 'Open in the editor';
      }
      head.append(place, ' ');
    }
    head.append(live.make('span', 'live-label', one.label), ' ', live.make('span', '', one.message));
    item.append(head);
    if (one.excerpt) item.append(live.make('pre', '', one.excerpt));
    return item;
  }

  live.tell = function (problems) {
    var now = JSON.stringify(problems), wrong = problems.errors > 0;
    if (!panel) build();
    panel.classList.remove('live-lost');
    if (now === known && pill.textContent) return;
    var before = known ? JSON.parse(known) : { errors: 0, warnings: 0 };
    known = now;
    var words = [problems.errors && counted(problems.errors, 'error'), problems.warnings && counted(problems.warnings, 'warning')].filter(Boolean).join(', ');
    pill.hidden = !words;
    panel.classList.toggle('live-wrong', wrong);
    pill.textContent = words;
    said.textContent = words || (before.errors || before.warnings ? 'No problems' : '');
    list.replaceChildren(live.make('ul'));
    problems.listed.forEach(function (one) { list.firstChild.append(line(one)); });
    if (problems.more) list.append(live.make('p', 'live-more', counted(problems.more, 'more problem') + ' in the terminal'));
    turn(wrong || (open && problems.warnings > 0 && !before.errors));
    document.documentElement.classList.toggle('live-older', wrong && !!live.shown);
  };

  // Something that stands beside the button, or no longer does.
  live.beside = function (node, there) {
    if (there) row.prepend(node);
    else node.remove();
  };

  // Nobody answers: what the page shows may be out of date.
  live.lost = function () {
    if (!panel) build();
    known = '';
    pill.hidden = false;
    panel.classList.remove('live-wrong');
    panel.classList.add('live-lost');
    turn(false);
    pill.textContent = 'The preview has ended';
    said.textContent = pill.textContent;
  };
})(window.cjmgenLive);
