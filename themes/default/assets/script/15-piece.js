// piece: a part of another page, from a script beside it; its links are made to hold here, and icons this page lacks are added.
(function (cjm) {
  'use strict';
  var parsed = function (text) { return new DOMParser().parseFromString(text, 'text/html').body; };

  function draw(symbols) {
    var wanted = Object.keys(symbols).filter(function (name) { return !document.getElementById('i-' + name); });
    if (!wanted.length) return;
    var drawn = wanted.map(function (name) { return symbols[name]; }).join('');
    document.body.appendChild(parsed('<svg class="sr" aria-hidden="true" focusable="false">' + drawn + '</svg>').firstChild);
  }

  // A style that stands beside a script; without it what the script shows is plain and still works.
  cjm.style = function (path) {
    return new Promise(function (done) {
      var link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = cjm.site + path;
      link.onload = link.onerror = done;
      document.head.appendChild(link);
    });
  };

  cjm.piece = function (path) {
    return cjm.load(path).then(function (file) {
      var piece = parsed(file.html);
      ['href', 'src'].forEach(function (name) {
        cjm.all('[' + name + ']:not([' + name + '^="#"])', piece).forEach(function (node) {
          // an author's address may be none that a browser knows, such as one with a port of eight digits
          try { node.setAttribute(name, new URL(node.getAttribute(name), cjm.site + path).href); } catch (e) { node.removeAttribute(name); }
        });
      });
      draw(file.symbols);
      return piece;
    });
  };
})(window.cjm);
