// export: pictures come at once, links that lead to other pages lead nowhere, and the page says how large it is.
document.addEventListener('DOMContentLoaded', function () {
  'use strict';
  document.querySelectorAll('img').forEach(function (image) { image.loading = 'eager'; });
  document.querySelectorAll('a[href]').forEach(function (link) {
    if (!/^(https?:|mailto:|#)/.test(link.getAttribute('href'))) link.removeAttribute('href');
  });
});
addEventListener('load', function () {
  'use strict';
  var main = document.getElementById('main').getBoundingClientRect();
  document.documentElement.setAttribute('data-size', Math.ceil(main.right) + 'x' + Math.ceil(main.bottom + scrollY));
});
