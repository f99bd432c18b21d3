// suppose: the sliders below a funnel, loaded when they are first opened; without them the page says what closing each gap brings.
(function (cjm) {
  'use strict';
  cjm.ready(function () {
    var fold = document.getElementById('suppose');
    if (!fold || !fold.dataset.piece) return;
    function begin() {
      if (!fold.open || fold.dataset.begun) return;
      fold.dataset.begun = 'yes';
      var parts = [cjm.piece(fold.dataset.piece), cjm.style('assets/suppose/suppose.css')];
      Promise.all(parts.concat(['sliders', 'worth', 'band'].map(function (name) { return cjm.load('assets/suppose/' + name + '.js'); }))).then(function (all) {
        var box = fold.insertBefore(document.importNode(all[0].firstElementChild, true), fold.lastElementChild);
        all[2](box, all[3], all[4]);
      }).catch(function () { delete fold.dataset.begun; });
    }
    fold.addEventListener('toggle', begin);
    begin();
  });
})(window.cjm);
