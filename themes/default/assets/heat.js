// heat: the heat map is one stop, arrow keys walk its cells; what they are coloured by stands in the address.
(function (cjm) {
  'use strict';
  function walk(table) {
    var links = function (row) { return cjm.all('th > a, td > a', row); };
    var rows = function () { return cjm.all('tbody tr', table).map(links).filter(function (row) { return row.length; }); };
    var stop = function () {
      var all = cjm.all('th > a, td > a', table);
      var kept = all.filter(function (link) { return link.tabIndex === 0; });
      if (kept.length === 1) return;
      all.forEach(function (link, at) { link.tabIndex = at ? -1 : 0; });
    };
    // The link of another row that stands in the same column, else the nearest before it.
    var beside = function (row, link) {
      var column = link.parentNode.cellIndex;
      return row && row.reduce(function (found, other) { return other.parentNode.cellIndex <= column ? other : found; }, row[0]);
    };
    table.addEventListener('keydown', function (event) {
      var here = document.activeElement, all = rows();
      var row = all.findIndex(function (links) { return links.indexOf(here) >= 0; });
      if (row < 0 || !cjm.bare(event)) return;
      var at = all[row].indexOf(here);
      var to = {
        ArrowRight: all[row][at + 1], ArrowLeft: all[row][at - 1], Home: all[row][0], End: all[row][all[row].length - 1],
        ArrowDown: beside(all[row + 1], here), ArrowUp: beside(all[row - 1], here)
      }[event.key];
      if (!to) return;
      event.preventDefault();
      here.tabIndex = -1;
      to.tabIndex = 0;
      to.focus();
    });
    table.addEventListener('narrowed', stop);
    stop();
  }

  function shown() {
    var switches = cjm.all('input[name=show]'), ways = cjm.all('.ways-to a');
    var query = function () { return new URLSearchParams(location.hash.indexOf('=') > 0 ? location.hash.slice(1) : ''); };
    var carry = function (value) {
      ways.forEach(function (way) { way.hash = value ? 'show=' + value : ''; });
    };
    var read = function () {
      var asked = query().get('show');
      switches.forEach(function (one, at) { one.checked = asked ? one.value === asked : !at; });
      if (!switches.some(function (one) { return one.checked; })) switches[0].checked = true;
      carry(asked);
    };
    if (!switches.length) return;
    switches.forEach(function (one, at) {
      one.addEventListener('change', function () {
        var chosen = query();
        if (at) chosen.set('show', one.value);
        else chosen.delete('show');
        history.replaceState(null, '', String(chosen) ? '#' + chosen : location.pathname + location.search);
        carry(at ? one.value : '');
      });
    });
    addEventListener('hashchange', read);
    read();
  }

  cjm.ready(function () {
    cjm.all('.heat table').forEach(walk);
    shown();
  });
})(window.cjm);
