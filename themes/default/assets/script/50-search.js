// search: opens the search field by `/` or Ctrl+K; what it needs is loaded when it is first used.
(function (cjm) {
  'use strict';
  var PARTS = ['assets/search/panel.js', 'assets/search/catalogue.js', 'assets/search/words.js', 'assets/vendor/minisearch.js', 'assets/vendor/snowball.js'];
  cjm.ready(function () {
    var box = document.querySelector('.finder');
    if (!box) return;
    var input = box.querySelector('input'), said = box.querySelector('.finder-said');
    var begun, before, panel, eager = false;
    function say(text) { if (said.textContent !== text) said.textContent = text; }
    function wait() { if (!panel) say(input.value.trim() ? box.dataset.wait : ''); }
    function begin() {
      begun = begun || Promise.all(PARTS.concat(box.dataset.titles).map(cjm.load).concat(cjm.piece(box.dataset.panel))).then(function (all) {
        return all[0](box, say, all);
      }).then(function (made) {
        panel = made;
        if (eager) input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
      }).catch(function () {
        begun = null;
        say(box.dataset.failed);
      });
    }
    function close(back) {
      eager = false;
      box.classList.remove('open');
      input.setAttribute('aria-expanded', 'false');
      input.blur();
      if (back && before && before !== document.body) before.focus();
    }
    input.addEventListener('input', function () { eager = false; wait(); });
    // An Enter that comes before the panel, which would take it, is kept for it.
    box.addEventListener('keydown', function (event) {
      if (event.key === 'Enter' && event.target === input && !panel && !event.defaultPrevented && !event.isComposing) eager = true;
    });
    box.addEventListener('focusin', function () {
      if (!box.classList.contains('open')) input.select();
      box.classList.add('open');
      begin();
      wait();
      if (panel) panel();
    });
    box.addEventListener('focusout', function (event) { if (!box.contains(event.relatedTarget)) close(); });
    box.addEventListener('close', function () { close(); });
    box.querySelector('.finder-close').addEventListener('click', function () { close(); });
    document.addEventListener('keydown', function (event) {
      if (event.key === 'Escape' && box.classList.contains('open')) close(true);
      var asked = event.key === '/' ? cjm.bare(event) && !cjm.typing() : event.code === 'KeyK' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!asked) return;
      event.preventDefault();
      if (!box.contains(document.activeElement)) before = document.activeElement;
      input.focus();
      input.select();
    });
  });
})(window.cjm);
