// bar: the theme button, folds that close when they are left, and the languages, which keep the place in the page.
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

  function fold(box) {
    document.addEventListener('click', function (event) { if (!box.contains(event.target)) box.open = false; });
    box.addEventListener('keydown', function (event) {
      if (event.key !== 'Escape' || !box.open) return;
      box.open = false;
      box.querySelector('summary').focus();
    });
    box.addEventListener('focusout', function (event) {
      if (event.relatedTarget && !box.contains(event.relatedTarget)) box.open = false;
    });
  }

  // The same place of the page in another language: ids are the same in all of them.
  function follow(link) {
    link.addEventListener('click', function () { link.hash = location.hash; });
  }

  cjm.ready(function () {
    cjm.all('.fold').forEach(fold);
    cjm.all('.tools a[hreflang]').forEach(follow);
  });
})(window.cjm);
