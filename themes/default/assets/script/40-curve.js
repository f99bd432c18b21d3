// curve: one tab stop, arrow keys walk along the touchpoints; Escape hides the note.
(function (cjm) {
  'use strict';
  function dots(list) {
    var links = cjm.all('a.dot', list);
    if (!links.length) return;
    var show = function () { list.classList.remove('no-tip'); };
    links.forEach(function (link, at) { link.tabIndex = at ? -1 : 0; });
    list.addEventListener('keydown', function (event) {
      var at = links.indexOf(document.activeElement);
      var to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: links.length - 1 }[event.key];
      if (at < 0 || to === undefined || !links[to]) return;
      event.preventDefault();
      show();
      links[at].tabIndex = -1;
      links[to].tabIndex = 0;
      links[to].focus();
    });
    list.addEventListener('mouseover', show);
    list.addEventListener('focusin', show);
  }

  cjm.ready(function () {
    cjm.all('.dots').forEach(dots);
    document.addEventListener('keydown', function (event) {
      if (event.key === 'Escape') cjm.all('.dots').forEach(function (list) { list.classList.add('no-tip'); });
    });
  });
})(window.cjm);
