// loaded: the files that scripts of the page asked for, loaded anew after an update; and its styles, swapped without a blink.
(function (live) {
  'use strict';
  var asked = {}, given = {};
  // Search and lists hold what they loaded; the one is too large to be watched, so any update makes it old.
  live.watched = [];
  live.searched = false;

  live.forget = function () {
    Object.keys(asked).forEach(function (path) {
      if (path.indexOf('assets/') === 0) return;
      delete asked[path];
      delete given[path];
    });
    live.watched = [];
    live.searched = false;
  };

  live.lend = function (cjm) {
    cjm.take = function (path, value) { given[path] = value; };
    cjm.load = function (path) {
      if (path.indexOf('search/') >= 0 && path.indexOf('assets/') !== 0) live.searched = true;
      else if (path.indexOf('assets/') !== 0 && live.watched.indexOf(path) < 0) live.watch(path);
      asked[path] = asked[path] || new Promise(function (done, failed) {
        var script = document.createElement('script');
        script.src = cjm.site + path;
        script.onload = function () { script.remove(); done(given[path]); };
        script.onerror = function () { script.remove(); delete asked[path]; failed(new Error(path)); };
        document.head.appendChild(script);
      });
      return asked[path];
    };
  };

  live.styles = function () {
    return live.array(document.querySelectorAll('link[rel=stylesheet]')).filter(function (link) {
      return link.href.indexOf(live.site) === 0 && link.href.indexOf('/_cjmgen/') < 0;
    });
  };
  live.path = function (link) { return decodeURI(link.href.slice(live.site.length).split(/[?#]/)[0]); };

  // The new style is there before the old one goes.
  live.restyle = function (link, digest) {
    var next = link.cloneNode();
    next.href = live.site + live.path(link) + '?' + digest;
    next.onload = next.onerror = function () { link.remove(); };
    var sent = live.sent(link);
    if (sent) {
      sent.live = next;
      live.note(sent, next);
    }
    link.after(next);
  };
})(window.cjmgenLive);
