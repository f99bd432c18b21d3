// stream: hears of every new state, sees what of it concerns this page, and hangs up while nobody looks.
(function (live) {
  'use strict';
  var LOST = 2000;
  var source = null, known = null, lost = 0, soon = 0;

  function files() {
    return [live.page].concat(live.styles().map(live.path), live.watched);
  }

  function open() {
    if (source || document.hidden) return;
    var asked = files().map(function (file) { return 'file=' + encodeURIComponent(file); }).join('&');
    source = new EventSource('/_cjmgen/stream?shown=' + live.shown + '&' + asked);
    live.on(source, 'state', function (event) { hear(JSON.parse(event.data)); });
    live.on(source, 'open', function () { clearTimeout(lost); lost = 0; });
    live.on(source, 'error', function () {
      lost = lost || setTimeout(live.lost, LOST);
      if (source && source.readyState === EventSource.CLOSED) {
        close();
        setTimeout(open, LOST / 2);
      }
    });
  }

  function close() {
    if (source) source.close();
    source = null;
  }

  // Another file is shown: listen for it as well.
  live.watch = function (path) {
    live.watched.push(path);
    clearTimeout(soon);
    soon = setTimeout(function () { close(); open(); }, 50);
  };

  // Whether a file is another than the page has; of what it never heard of before, any state but the page's own may be.
  function changed(told, path) {
    if (known && path in known.files) return known.files[path] !== told.files[path];
    return told.number !== (known ? known.number : live.number);
  }

  function hear(told) {
    var digest = told.files[live.page], data = live.watched.some(function (path) { return changed(told, path); });
    var search = live.searched && told.number !== (known ? known.number : live.number);
    live.tell(told.problems);
    live.editable(told.source);
    live.styles().forEach(function (link) {
      var path = live.path(link);
      if (told.files[path] && changed(told, path)) live.restyle(link, told.files[path]);
    });
    known = { number: told.number, files: Object.assign({}, known && known.files, told.files) };
    live.heard = told.number;
    if (live.shown ? digest === null : digest) location.reload();
    else if (live.shown && (data || search || (told.page && digest !== live.shown))) renew(told.page, data || search);
  }

  function renew(page, anew) {
    if (anew) live.forget();
    try {
      live.renew(page, anew);
    } catch (failure) {
      // beyond what can be done in small steps
      location.reload();
    }
  }

  live.begin = function () {
    live.site = window.cjm ? window.cjm.site : location.origin + '/';
    live.remember();
    if (window.cjm) live.lend(window.cjm);
    live.on(document, 'visibilitychange', function () {
      if (document.hidden) close();
      else open();
    });
    live.on(window, 'pagehide', close);
    live.on(window, 'pageshow', open);
    open();
  };
})(window.cjmgenLive);
