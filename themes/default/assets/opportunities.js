// opportunities: a mark and its line light up together, and the matrix shows what the list shows.
(function (cjm) {
  'use strict';
  function light() {
    var lit = [];
    var spot = function (node) {
      var found = node && node.closest && node.closest('.marks [data-o], .oppl > li');
      return found ? found.dataset.o || found.id : '';
    };
    var show = function (event) {
      var id = spot(event.target) || spot(document.activeElement);
      lit.forEach(function (node) { node.classList.remove('hot'); });
      lit = id ? [document.getElementById(id)].concat(cjm.all('.marks [data-o]').filter(function (mark) { return mark.dataset.o === id; })).filter(Boolean) : [];
      lit.forEach(function (node) { node.classList.add('hot'); });
    };
    document.addEventListener('mouseover', show);
    document.addEventListener('focusin', show);
  }

  // Marks whose line was filtered out go; what stands for the rest of a field counts anew and leads to the first of them.
  function narrow(event) {
    var rows = event.detail, number = new Intl.NumberFormat(cjm.root.lang);
    cjm.all('.marks > li').forEach(function (field) {
      var marks = cjm.all('[data-o]', field), rest = field.querySelector('.rest');
      marks.forEach(function (mark) {
        mark.hidden = !!rows && !rows.some(function (row) { return row.spot === mark.dataset.o; });
      });
      if (!rest) return;
      if (!rest.dataset.all) rest.dataset.all = [rest.textContent, rest.getAttribute('href')].join(' ');
      var told = rest.dataset.all.split(' '), left = rows && rows.filter(function (row) {
        return row.keys.indexOf(rest.dataset.at) >= 0 && !marks.some(function (mark) { return mark.dataset.o === row.spot; });
      });
      rest.hidden = !!left && !left.length;
      rest.firstChild.textContent = left ? (marks.length ? '+' : '') + number.format(left.length) : told[0];
      rest.setAttribute('href', left && left.length ? '#' + left[0].spot : told[1]);
    });
  }

  document.addEventListener('narrowed', narrow);
  cjm.ready(light);
})(window.cjm);
