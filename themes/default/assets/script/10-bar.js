// bar: the theme button, and the fold of the navigation that closes when it is left.
(function (cjm) {
  'use strict';
  cjm.ready(function () {
    var button = document.getElementById('theme');
    if (!button) return;
    var system = matchMedia('(prefers-color-scheme: dark)');
    var dark = function () { return cjm.root.dataset.theme ? cjm.root.dataset.theme === 'dark' : system.matches; };
    var paint = function () { button.setAttribute('aria-pressed', String(dark())); };
    button.addEventListener('click', function () {
      cjm.root.dataset.theme = dark() ? 'light' : 'dark';
      cjm.store.set('cjm-theme', cjm.root.dataset.theme);
      paint();
    });
    system.addEventListener('change', paint);
    paint();
  });

  cjm.ready(function () {
    var fold = document.querySelector('.nav-more');
    if (!fold) return;
    document.addEventListener('click', function (event) { if (!fold.contains(event.target)) fold.open = false; });
    fold.addEventListener('keydown', function (event) {
      if (event.key !== 'Escape' || !fold.open) return;
      fold.open = false;
      fold.querySelector('summary').focus();
    });
    fold.addEventListener('focusout', function (event) {
      if (event.relatedTarget && !fold.contains(event.relatedTarget)) fold.open = false;
    });
  });
})(window.cjm);
