// start: comfort only. Every page reads, links and prints without script; all its words come from the page.
(function () {
  'use strict';
  var root = document.documentElement;
  root.classList.add('js');
  var store = {
    get: function (key) { try { return localStorage.getItem(key); } catch (e) { return null; } },
    set: function (key, value) { try { localStorage.setItem(key, value); } catch (e) { /* private mode */ } }
  };
  var theme = store.get('cjm-theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

  // Files of the site are loaded as classic scripts, which works from a disk too; each hands over its value under its own path.
  var site = document.currentScript.src.replace(/assets\/cjm\.js$/, '');
  var asked = {}, given = {};
  window.cjm = {
    root: root,
    store: store,
    site: site,
    all: function (selector, from) { return Array.prototype.slice.call((from || document).querySelectorAll(selector)); },
    typing: function () { return /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName); },
    bare: function (event) { return !(event.altKey || event.ctrlKey || event.metaKey); },
    // The id that the address names; an address that somebody wrote by hand may name none.
    spot: function () { try { return decodeURIComponent(location.hash.slice(1)); } catch (e) { return ''; } },
    ready: function (start) { document.addEventListener('DOMContentLoaded', start); },
    take: function (path, value) { given[path] = value; },
    load: function (path) {
      asked[path] = asked[path] || new Promise(function (done, failed) {
        var script = document.createElement('script');
        script.src = site + path;
        script.onload = function () { done(given[path]); };
        script.onerror = function () { delete asked[path]; failed(new Error(path)); };
        document.head.appendChild(script);
      });
      return asked[path];
    }
  };
})();
