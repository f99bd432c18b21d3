// flash: what changed lights up once, so that an author who looks up from the map finds it.
(function (live) {
  'use strict';
  var CELLS = 'td, th, li, dd, dt, p, h1, h2, h3, h4, figcaption, blockquote, summary, a';
  var MOST = 40, LONG = 1300;

  live.flash = function (nodes) {
    var cells = [];
    nodes.forEach(function (node) {
      var from = node && (node.nodeType === 1 ? node : node.parentElement);
      var cell = from && from.isConnected && from.closest('body') && from.closest(CELLS);
      if (cell && cells.indexOf(cell) < 0) cells.push(cell);
    });
    cells = cells.filter(function (cell) { return !cells.some(function (other) { return other !== cell && cell.contains(other); }); });
    if (cells.length > MOST) return;
    cells.forEach(function (cell) {
      if (cell.classList.contains('live-changed')) {
        cell.classList.remove('live-changed');
        void cell.offsetWidth; // or the animation would not begin anew
      }
      cell.classList.add('live-changed');
    });
    // what is not on the screen has no animation whose end could be heard
    setTimeout(function () {
      cells.forEach(function (cell) { cell.classList.remove('live-changed'); });
    }, LONG);
  };
})(window.cjmgenLive);
