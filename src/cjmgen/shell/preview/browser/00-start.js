// start: runs before any script of the page, so that these can be started anew; keeps what the parts below share.
(function () {
  'use strict';
  var own = document.currentScript;
  var add = EventTarget.prototype.addEventListener;
  var starts = [], heard = [], begun = false;

  // What scripts of the page hear beyond its body would be heard twice if they were started anew.
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    var target = this || window;
    if (target === document && type === 'DOMContentLoaded') starts.push(listener);
    else if (begun && (target === window || target === document || target instanceof MediaQueryList)) heard.push([target, type, listener, options]);
    return add.call(target, type, listener, options);
  };

  var live = window.cjmgenLive = {
    page: own.dataset.page,
    shown: own.dataset.shown,
    number: +own.dataset.number,
    updates: 0,
    on: function (target, type, listener, options) { add.call(target, type, listener, options); },
    array: function (list) { return Array.prototype.slice.call(list); },
    make: function (tag, name, text) {
      var node = document.createElement(tag);
      if (name) node.className = name;
      if (text) node.textContent = text;
      return node;
    },
    // The page's scripts begin again, on a body that they have not seen yet.
    restart: function () {
      heard.splice(0).forEach(function (one) { one[0].removeEventListener(one[1], one[2], one[3]); });
      starts.forEach(function (start) { start.call(document, new Event('DOMContentLoaded')); });
    }
  };
  live.on(document, 'DOMContentLoaded', function () {
    live.begin();
    begun = true;
  });
})();
