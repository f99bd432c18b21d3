// list: select boxes and text narrow a list down over all of its parts; the choice lives in the address, so it can be shared.
(function (cjm) {
  'use strict';
  // A row of an item: its words, its id in the page, and keys such as `persona:anna`.
  function seen(item) {
    return { words: item.textContent.toLowerCase(), spot: item.id, keys: (item.dataset.keys || '').split(' ') };
  }

  function rows(file) {
    return file.rows.map(function (row) {
      return { words: row[0].toLowerCase(), spot: row[1], keys: row.slice(2).map(function (key) { return file.keys[key]; }) };
    });
  }

  // The rows of all parts, from the files of the index.
  function whole(path) {
    return cjm.load(path).then(function (first) {
      return Promise.all(first.more.map(cjm.load)).then(function (others) {
        return { size: first.size, parts: first.parts, rows: [first].concat(others).reduce(function (all, file) { return all.concat(rows(file)); }, []) };
      });
    });
  }

  function fits(row, asked) {
    return asked.keys.every(function (key) { return row.keys.indexOf(key) >= 0; }) &&
      asked.words.every(function (word) { return row.words.indexOf(word) >= 0; });
  }

  function list() {
    var form = document.getElementById('filters'), place = document.querySelector('[data-list]');
    var fields = form ? cjm.all('select, input', form) : [];
    if (!fields.length || !place) return;
    var count = document.getElementById('count'), none = document.getElementById('none'), more = document.getElementById('more');
    var pager = document.querySelector('.pager');
    var own = Array.prototype.slice.call(place.children), mine = +form.dataset.part;
    var here = { size: own.length, parts: [], rows: own.map(seen) };
    var full = count.textContent, turn = 0, pages = 1, drawn = {};
    var number = new Intl.NumberFormat(cjm.root.lang);

    var all = function () {
      return form.dataset.index ? whole(form.dataset.index).catch(function () { return here; }) : Promise.resolve(here);
    };
    var part = function (of, at) {
      if (!of.parts.length || at + 1 === mine) return Promise.resolve(own);
      drawn[at] = drawn[at] || cjm.piece(of.parts[at][1]).then(function (piece) {
        return Array.prototype.slice.call(piece.querySelector('[data-list]').children);
      }).catch(function () { return []; });
      return drawn[at];
    };
    var items = function (of, chosen) {
      return Promise.all(chosen.map(function (at) {
        return part(of, Math.floor(at / of.size)).then(function (nodes) { return nodes[at % of.size]; });
      })).then(function (nodes) { return nodes.filter(Boolean); });
    };
    var put = function (nodes, found, left) {
      place.replaceChildren.apply(place, nodes);
      place.removeAttribute('aria-busy');
      none.hidden = nodes.length > 0;
      more.hidden = !left;
      if (pager) pager.hidden = !!found;
      place.dispatchEvent(new CustomEvent('narrowed', { bubbles: true, detail: found }));
    };
    var tell = function (text) { if (count.textContent !== text) count.textContent = text; };

    // Shows what the fields ask for. A later question overtakes an earlier one whose parts are still on their way.
    var show = function () {
      var now = turn += 1;
      var asked = { keys: [], words: [] };
      fields.forEach(function (field) {
        var value = field.value.trim();
        field.classList.toggle('on', !!value);
        if (value && field.name === 'q') asked.words = value.toLowerCase().split(/\s+/);
        else if (value) asked.keys.push(field.dataset.field + ':' + value);
      });
      if (!asked.keys.length && !asked.words.length) {
        tell(full);
        put(own, null, false);
        return Promise.resolve();
      }
      place.setAttribute('aria-busy', 'true');
      return all().then(function (of) {
        if (now !== turn) return;
        var found = [];
        of.rows.forEach(function (row, at) { if (fits(row, asked)) found.push(at); });
        tell(form.dataset.some.replace('{n}', number.format(found.length)).replace('{total}', number.format(of.rows.length)));
        var most = pages * of.size;
        return items(of, found.slice(0, most)).then(function (nodes) {
          if (now === turn) put(nodes, found.map(function (at) { return of.rows[at]; }), found.length > most);
        });
      });
    };
    var query = function () { return new URLSearchParams(location.hash.indexOf('=') > 0 ? location.hash.slice(1) : ''); };
    var apply = function () {
      var chosen = query();
      fields.forEach(function (field) {
        var value = field.value.trim();
        if (value) chosen.set(field.name, value);
        else chosen.delete(field.name);
      });
      history.replaceState(null, '', String(chosen) ? '#' + chosen : location.pathname + location.search);
      pages = 1;
      show();
    };
    // An address that names an item leads to the part it stands on.
    var lead = function () {
      var spot = cjm.spot();
      if (!form.dataset.index || !spot || document.getElementById(spot)) return;
      all().then(function (of) {
        var at = of.rows.findIndex(function (row) { return row.spot === spot; });
        if (at >= 0 && of.parts.length) location.replace(cjm.site + of.parts[Math.floor(at / of.size)][0] + location.hash);
      });
    };
    var read = function () {
      if (location.hash.length > 1 && location.hash.indexOf('=') < 0) {
        lead();
        return;
      }
      var asked = query();
      fields.forEach(function (field) {
        field.value = asked.get(field.name) || '';
        if (field.selectedIndex === -1) field.value = '';
      });
      pages = 1;
      show();
    };
    form.addEventListener('input', apply);
    addEventListener('hashchange', read);
    document.getElementById('clear').addEventListener('click', function () {
      fields.forEach(function (field) { field.value = ''; });
      apply();
      fields[0].focus();
    });
    more.addEventListener('click', function () {
      var next = place.children.length;
      pages += 1;
      show().then(function () {
        var link = place.children[next] && place.children[next].querySelector('a');
        if (link) link.focus();
      });
    });
    read();
  }

  cjm.ready(list);
})(window.cjm);
