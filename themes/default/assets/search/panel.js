// panel: what stands below the search field: results by kind, walked by keys, opened by Enter.
(function (cjm) {
  'use strict';
  var FEW = 4, MANY = 60, NEAR = 50;
  var STYLE = 'assets/search/panel.css';

  function make(tag, classes, text) {
    var made = document.createElement(tag);
    if (classes) made.className = classes;
    if (text) made.textContent = text;
    return made;
  }

  function panel(box, say, parts) {
    var words = parts[2], first = parts[5];
    var input = box.querySelector('input');
    var catalogue = parts[1](words, first.language);
    var told = parts[6].firstElementChild, phrase = told.dataset;
    var signed = new Intl.NumberFormat(cjm.root.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    var number = new Intl.NumberFormat(cjm.root.lang);
    var hasty = false, whole = false, moved = false, wide = '', shown = null, active = -1, options = [];

    var list = make('div', 'find-list');
    list.id = 'search-results';
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', phrase.results);
    var note = make('p', 'find-note muted', phrase.hint);
    var keys = document.importNode(told.querySelector('.find-keys'), true);
    input.parentNode.parentNode.append(note, list, keys);
    input.setAttribute('aria-controls', list.id);

    function piece(name, value) {
      var found = cjm.all('[data-' + name + ']', told).find(function (one) { return one.dataset[name] === String(value); });
      return found ? document.importNode(found, true) : null;
    }

    // A text with what was found in it; a long one begins near that where it has one line only.
    function text(said, classes, hit, near) {
      var line = make('span', classes), parts = words.marked(said.text, new Set(hit ? hit.terms : []), shown.begun);
      if (said.lang) line.lang = said.lang;
      var lead = parts[0];
      if (near && parts.length > 1 && lead[0].length > NEAR) lead[0] = '…' + lead[0].slice(lead[0].lastIndexOf(' ', lead[0].length - NEAR / 2));
      parts.forEach(function (part) {
        line.appendChild(part[1] ? make('mark', '', part[0]) : document.createTextNode(part[0]));
      });
      return line;
    }

    function figure(score) {
      var value = signed.format(score === 0 ? 0 : score).replace('-', '\u2212');
      return make('b', 'find-score ' + (score > 0 ? 'good' : score < 0 ? 'bad' : 'muted'), (score > 0 ? '+' : '') + value);
    }

    function where(hit) {
      var doc = hit.doc;
      var line = make('span', 'find-where muted');
      [doc.stage, doc.journey].forEach(function (one) {
        if (!one) return;
        if (line.childNodes.length) line.appendChild(document.createTextNode(' · '));
        line.appendChild(text(one.title));
      });
      if (!doc.journey && doc.more.text) line.appendChild(text(doc.more, '', hit, true));
      return line.childNodes.length ? line : null;
    }

    function mark(doc) {
      if (typeof doc.score === 'number') return figure(doc.score);
      if (doc.kind === 'opportunity') return piece('chance', doc.mark);
      return doc.kind === 'journey' ? piece('state', doc.state) || piece('status', doc.status) : null;
    }

    function icon(doc) {
      var own = doc.kind === 'touchpoint' ? piece('channel', doc.channel) : doc.kind === 'pain' ? piece('severity', doc.mark) : null;
      var made = own || piece('kind', doc.kind) || make('span');
      made.className = 'find-icon';
      return made;
    }

    function option(tag, classes) {
      var made = make(tag, 'find-one ' + classes);
      made.id = 'search-' + options.length;
      made.setAttribute('role', 'option');
      made.setAttribute('aria-selected', 'false');
      made.tabIndex = -1;
      options.push(made);
      return made;
    }

    function result(hit) {
      var doc = hit.doc, made = option('a', doc.kind);
      made.href = cjm.site + doc.path + (doc.anchor ? '#' + encodeURIComponent(doc.anchor) : '');
      var said = make('span', 'find-said');
      said.append.apply(said, [text(doc.title, 'find-title', hit), where(hit)].filter(Boolean));
      made.append.apply(made, [icon(doc), said, mark(doc)].filter(Boolean));
      return made;
    }

    function group(found) {
      var most = wide === found.kind ? MANY : shown.groups.length === 1 ? 2 * FEW : FEW;
      var made = make('div', 'find-group'), head = make('p', 'find-kind', piece('kind', found.kind).dataset.title);
      head.id = 'search-kind-' + found.kind;
      head.appendChild(make('span', 'muted', number.format(found.hits.length)));
      made.setAttribute('role', 'group');
      made.setAttribute('aria-labelledby', head.id);
      made.appendChild(head);
      found.hits.slice(0, most).forEach(function (hit) { made.appendChild(result(hit)); });
      if (found.hits.length > most && wide !== found.kind) {
        var more = option('div', 'find-more');
        more.textContent = phrase.more.replace('{n}', number.format(found.hits.length - most));
        more.dataset.kind = found.kind;
        made.appendChild(more);
      }
      return made;
    }

    function choose(to) {
      if (options[active]) options[active].setAttribute('aria-selected', 'false');
      active = options.length ? (to + options.length) % options.length : -1;
      if (active < 0) { input.removeAttribute('aria-activedescendant'); return; }
      options[active].setAttribute('aria-selected', 'true');
      options[active].scrollIntoView({ block: 'nearest' });
      input.setAttribute('aria-activedescendant', options[active].id);
    }

    // `keep` holds what the reader has chosen while more results come in around it.
    function draw(keep) {
      var query = input.value.trim(), chosen = keep && moved && options[active] ? options[active].href : null;
      shown = query ? catalogue.find(query) : { total: 0, groups: [], named: false, begun: [] };
      options = [];
      list.replaceChildren.apply(list, shown.groups.map(group));
      box.firstElementChild.classList.toggle('found', options.length > 0);
      list.hidden = keys.hidden = !options.length;
      note.hidden = options.length > 0 || Boolean(query && !whole);
      note.textContent = query ? phrase.try : phrase.hint;
      input.setAttribute('aria-expanded', String(options.length > 0 && box.classList.contains('open')));
      say(!query ? '' : shown.total ? (whole ? phrase.found : phrase.soFar).replace('{n}', number.format(shown.total))
        : whole ? phrase.none.replace('{query}', function () { return query; }) : box.dataset.wait);
      choose(Math.max(0, chosen ? options.findIndex(function (one) { return one.href === chosen; }) : 0));
      if (hasty && whole) { hasty = false; open(); }
    }

    function open(event) {
      var one = options[active];
      // While more comes in, a first result that isn't called so may yet give way to one that is.
      if (!one || (!whole && !moved && !shown.named)) { hasty = !whole; return; }
      if (one.dataset.kind) {
        var at = active;
        wide = one.dataset.kind;
        draw();
        choose(at);
      } else {
        one.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: !!event && event.ctrlKey, metaKey: !!event && event.metaKey }));
      }
    }

    // What lies in a lane that is switched off is shown again, and what is folded opens.
    function reveal() {
      var goal = document.getElementById(cjm.spot()), every = document.getElementById('lens-all');
      if (!goal) return;
      if (every && !goal.offsetParent) every.checked = true;
      for (var fold = goal.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
      goal.scrollIntoView({ block: 'center', inline: 'center' });
    }

    input.addEventListener('input', function () { wide = ''; hasty = moved = false; draw(); });
    input.addEventListener('keydown', function (event) {
      if (event.isComposing || event.altKey || event.shiftKey) return;
      if (event.key === 'Enter') { event.preventDefault(); open(event); return; }
      var to = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: options.length - 1 }[event.key];
      if (to === undefined || !options.length) return;
      event.preventDefault();
      moved = true;
      choose(to);
    });
    list.addEventListener('mousemove', function (event) {
      var at = options.indexOf(event.target.closest('.find-one'));
      if (at < 0 || at === active) return;
      moved = true;
      choose(at);
    });
    list.addEventListener('click', function (event) {
      var one = event.target.closest('.find-one');
      if (!one) return;
      if (one.dataset.kind) { choose(options.indexOf(one)); open(); return; }
      if (event.ctrlKey || event.metaKey) return;
      box.dispatchEvent(new Event('close'));
      if (one.href.split('#')[0] === location.href.split('#')[0]) setTimeout(reveal);
    });
    // The field keeps the focus while the mouse is at work in the panel.
    list.addEventListener('mousedown', function (event) { event.preventDefault(); });

    function take(file) { return catalogue.add(file).then(function () { draw(true); }); }
    // All files are asked for at once, after the first results; each is taken in after the one before.
    function rest() {
      var coming = first.files.map(cjm.load);
      return coming.reduce(function (before, one) {
        return before.then(function () { return one; }).then(take);
      }, Promise.resolve()).then(function () { whole = true; draw(true); }, function () { whole = true; draw(true); say(box.dataset.failed); });
    }
    return cjm.style(STYLE).then(function () { return take(first); }).then(function () {
      rest();
      return draw.bind(null, true);
    });
  }

  cjm.take('assets/search/panel.js', panel);
})(window.cjm);
