// pick: a field that finds a journey among all of them; a list opens below it, arrows and Enter choose.
(function (cjm) {
  'use strict';
  var SHOWN = 50;

  // `entries` gives a promise of {id, label, note, lang, words}; `taken` says which ids are chosen, of `most`; `choose` gets one more.
  cjm.pick = function (field, list, words, entries, taken, most, choose) {
    var found = [], active = -1, turn = 0;

    function close() {
      turn += 1;
      list.hidden = true;
      active = -1;
      field.setAttribute('aria-expanded', 'false');
      field.removeAttribute('aria-activedescendant');
    }

    function point(to) {
      var options = cjm.all('[data-at]', list);
      options.forEach(function (option, at) { option.setAttribute('aria-selected', String(at === to)); });
      active = to;
      if (!options[to]) return;
      options[to].scrollIntoView({ block: 'nearest' });
      field.setAttribute('aria-activedescendant', options[to].id);
    }

    function option(entry, at) {
      var item = cjm.make('li'), label = cjm.make('span', '', entry.label);
      if (entry.lang) label.lang = entry.lang;
      item.id = list.id + '-' + at;
      item.dataset.at = at;
      item.setAttribute('role', 'option');
      return cjm.within(item, [label, cjm.make('small', 'muted', entry.note)]);
    }

    function note(text) {
      var item = cjm.make('li', 'muted', text);
      item.setAttribute('role', 'option');
      item.setAttribute('aria-disabled', 'true');
      item.setAttribute('aria-selected', 'false');
      return item;
    }

    function open() {
      var now = turn += 1;
      list.hidden = false;
      field.setAttribute('aria-expanded', 'true');
      if (!list.childElementCount) list.replaceChildren(note(words.loading));
      entries().then(function (all) {
        if (now !== turn) return;
        var asked = field.value.trim().toLowerCase().split(/\s+/).filter(Boolean), ids = taken();
        found = all.filter(function (entry) {
          return ids.indexOf(entry.id) < 0 && asked.every(function (word) { return entry.words.indexOf(word) >= 0; });
        });
        if (ids.length >= most) found = [];
        var options = found.slice(0, SHOWN).map(option);
        if (!found.length) options = [note(ids.length < most ? words.nothing : words.full)];
        if (found.length > SHOWN) options.push(note(cjm.fill(words.more, { n: found.length - SHOWN })));
        list.replaceChildren.apply(list, options);
        field.removeAttribute('aria-activedescendant');
        point(asked.length && found.length ? 0 : -1);
      });
    }

    function take(at) {
      if (!found[at]) return;
      field.value = '';
      choose(found[at].id);
      close();
    }

    field.addEventListener('input', open);
    field.addEventListener('click', open);
    field.addEventListener('focus', function () { entries(); });
    field.addEventListener('blur', close);
    field.addEventListener('keydown', function (event) {
      var count = Math.min(found.length, SHOWN), step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && cjm.bare(event)) {
        event.preventDefault();
        if (list.hidden) open();
        else if (count) point(active < 0 ? (step > 0 ? 0 : count - 1) : (active + step + count) % count);
      } else if (event.key === 'Enter' && !list.hidden) {
        event.preventDefault();
        if (active >= 0) take(active);
      } else if (event.key === 'Escape') {
        if (!list.hidden) close();
        else field.value = '';
      }
    });
    // a press must not take the focus away from the field
    list.addEventListener('mousedown', function (event) { event.preventDefault(); });
    list.addEventListener('click', function (event) {
      var item = event.target.closest('[data-at]');
      if (item) take(+item.dataset.at);
    });
  };
})(window.cjm);
