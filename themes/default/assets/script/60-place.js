// place: links to places in the page are copied when they are followed; a report names the place that it is about.
(function (cjm) {
  'use strict';
  var told, pattern;

  // What the screen shows for a moment, a reader hears.
  function tell() {
    told.textContent = told.dataset.copied;
    clearTimeout(told.timer);
    told.timer = setTimeout(function () { told.textContent = ''; }, 2500);
  }

  // Where a page may not use the clipboard, the link is in the address bar all the same, and nothing is told.
  function copy(link) {
    if (navigator.clipboard) navigator.clipboard.writeText(link.href).then(tell, function () {});
  }

  function about(link, hash) {
    link.href = link.dataset.pattern.replace('{url}', encodeURIComponent(link.dataset.page + hash));
  }

  // An opened detail offers the link to its place, and to say that something is wrong there.
  function offer(detail) {
    var open = detail.open && detail.querySelector('.open');
    var owner = detail.closest('[id]');
    if (!open || !owner || owner.tagName === 'MAIN' || open.querySelector('.place')) return;
    var place = pattern.content.cloneNode(true), hash = '#' + encodeURIComponent(owner.id);
    place.querySelector('.here').href = hash;
    cjm.all('.report', place).forEach(function (link) { about(link, hash); });
    open.appendChild(place);
  }

  cjm.ready(function () {
    told = document.getElementById('told');
    pattern = document.getElementById('place');
    document.addEventListener('click', function (event) {
      var link = event.target.closest('a.here, .foot a.report');
      if (!link) return;
      if (link.classList.contains('here')) copy(link);
      else if (link.dataset.pattern) about(link, location.hash);
    });
    document.addEventListener('toggle', function (event) {
      if (event.target.tagName === 'DETAILS') offer(event.target);
    }, true);
  });
})(window.cjm);
