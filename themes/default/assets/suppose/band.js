// band: the drawing of insight/flow/funnel.py, number for number: one table of cases holds both to it.
(function (cjm) {
  'use strict';
  var WIDTH = 1000, BASE = 100, TALLEST = 70, EASE = 0.4;

  // One decimal as Python rounds it: to the nearest, and what lies exactly between two to the even one.
  function n(value) {
    var low = Math.floor(value * 10);
    return String(value * 4 % 2 === 1 ? (low % 2 ? low + 1 : low) / 10 : Number(value.toFixed(1)));
  }

  // The edge above the people who reach counted stages, [stage, people] each, of so many stages; "" where nobody comes.
  function edge(counted, stages) {
    var column = WIDTH / stages, most = Math.max.apply(null, counted.map(function (each) { return each[1]; }));
    if (counted.length < 2 || !most) return '';
    var tops = counted.map(function (each) { return [each[0], BASE - TALLEST * Math.sqrt(each[1] / most)]; });
    var path = 'M' + n(tops[0][0] * column) + ' ' + n(tops[0][1]);
    tops.slice(1).forEach(function (after, at) {
      var top = tops[at], start = (top[0] + 1 - EASE) * column, end = (after[0] + EASE) * column, middle = (start + end) / 2;
      path += 'H' + n(start) + 'C' + [middle, top[1], middle, after[1], end, after[1]].map(n).join(' ');
    });
    return path + 'H' + n((tops[tops.length - 1][0] + 1) * column);
  }

  cjm.take('assets/suppose/band.js', edge);
})(window.cjm);
