// any: the journeys that a reader chose stand in the address (#j=a&j=b), and side by side below the field.
(function (cjm) {
  'use strict';
  var MOST = 4, ID = /^[a-z0-9]+(?:[-_.\/][a-z0-9]+)*$/;

  function any() {
    var root = document.getElementById('any');
    if (!root) return;
    var words = root.dataset, part = function (name) { return document.getElementById('any-' + name); };
    var field = part('find'), chosen = part('chosen'), result = part('result'), say = part('say'), hint = part('hint');
    var templates = { table: part('table'), series: part('series'), contender: part('contender') };
    var ids = [], turn = 0, roll;

    function asked() {
      return new URLSearchParams(location.hash.slice(1)).getAll('j');
    }
    function address(to) {
      return '#' + to.map(function (id) { return 'j=' + encodeURIComponent(id).replace(/%2F/g, '/'); }).join('&');
    }
    function go(to) {
      history.pushState(null, '', to.length ? address(to) : location.pathname + location.search);
      return show();
    }
    function load(id) {
      if (!ID.test(id)) return Promise.resolve(null);
      return cjm.piece(words.folder + 'journeys/' + id + '/compare.js').then(cjm.contender).catch(function () { return null; });
    }
    function entries() {
      roll = roll || cjm.load(words.roll).then(function (file) {
        return file.journeys.map(function (row) {
          var note = [row[3], words[row[4]]].filter(Boolean).join(' · ');
          return { id: row[0], label: row[1], lang: row[2], note: note, words: (row[1] + ' ' + note + ' ' + row[0]).toLowerCase() };
        });
      }).catch(function () { roll = null; return []; });
      return roll;
    }

    function contender(journey, at) {
      var box = document.importNode(templates.contender.content, true).firstElementChild;
      var one = function (selector) { return box.querySelector(selector); };
      var input = one('input'), home = one('.home'), button = one('.tool'), first = one('.first');
      one('label').classList.add('s' + (at + 1));
      input.id = 'show' + (at + 1);
      input.after(templates.series.content.children[at].firstElementChild.cloneNode(true));
      cjm.within(one('b'), Array.prototype.slice.call(document.importNode(journey.home, true).childNodes));
      one('.proven').textContent = [words[journey.state], journey.proven].filter(Boolean).join(', ');
      if (journey.mean) one('.mean > span').textContent = journey.mean;
      else one('.mean').remove();
      home.href = journey.home.href;
      home.lastElementChild.textContent = first.lastElementChild.textContent = ': ' + journey.title;
      if (!at) first.remove();
      first.addEventListener('click', function () {
        go([journey.id].concat(ids.filter(function (id) { return id !== journey.id; }))).then(function () { chosen.querySelector('input').focus(); });
      });
      button.setAttribute('aria-label', cjm.fill(words.remove, { name: journey.title }));
      button.addEventListener('click', function () {
        go(ids.filter(function (id) { return id !== journey.id; }));
        field.focus();
      });
      return box;
    }

    // What is wrong with the choice, in plain sentences.
    function complaints(wanted, journeys) {
      var unique = wanted.filter(function (id, at) { return wanted.indexOf(id) === at; });
      var known = {};
      journeys.forEach(function (journey, at) { known[unique[at]] = journey; });
      return [].concat(
        unique.filter(function (id) { return !known[id]; }).map(function (id) { return cjm.fill(words.unknown, { id: id.slice(0, 80) }); }),
        unique.filter(function (id) { return known[id] && wanted.indexOf(id) !== wanted.lastIndexOf(id); }).map(function (id) { return cjm.fill(words.twice, { name: known[id].title }); }),
        journeys.filter(Boolean).length > MOST ? [words.most] : []
      );
    }

    function show() {
      var now = turn += 1, wanted = asked().slice(0, 24);
      var unique = wanted.filter(function (id, at) { return wanted.indexOf(id) === at; });
      return Promise.all(unique.map(load)).then(function (journeys) {
        if (now !== turn) return;
        var told = complaints(wanted, journeys), found = journeys.filter(Boolean).slice(0, MOST), done = '';
        ids = found.map(function (journey) { return journey.id; });
        chosen.hidden = !found.length;
        chosen.replaceChildren.apply(chosen, [chosen.firstElementChild].concat(found.map(contender)));
        root.classList.toggle('chosen', found.length > 0);
        if (found.length > 1) {
          var made = cjm.table(words, templates, found);
          var names = found.map(function (journey) { return journey.title; }).join(', ');
          result.replaceChildren(made.node);
          done = cjm.fill(words.done, { names: names, common: made.common, alone: made.alone });
          if (!made.common) told.push(words.apart);
        } else {
          result.replaceChildren();
          if (found.length) told.push(words.one);
        }
        hint.textContent = found.length === MOST ? words.full : words.hint;
        say.replaceChildren(told.join(' '), cjm.make('span', 'sr', ' ' + done));
        say.classList.toggle('sr', !told.length);
      });
    }

    cjm.pick(field, part('list'), words, entries, function () { return ids; }, MOST, function (id) { go(ids.concat(id)); });
    addEventListener('hashchange', show);
    addEventListener('popstate', show);
    show();
  }

  cjm.ready(any);
})(window.cjm);
