// filters: select boxes and text narrow the cards of the home page; the choice lives in the address, so it can be shared.
(function (cjm) {
  'use strict';
  function filters() {
    var form = document.getElementById('filters');
    var fields = form ? cjm.all('select, input', form) : [];
    if (!fields.length) return;
    var cards = cjm.all('.cards > .card');
    var words = cards.map(function (card) { return card.textContent.toLowerCase(); });
    var count = document.getElementById('count');
    var none = document.querySelector('.cards > .none');
    var full = count.textContent;
    var number = new Intl.NumberFormat(cjm.root.lang);
    var fits = function (card, at, field, wanted) {
      if (!wanted) return true;
      if (field.name === 'q') return words[at].indexOf(wanted.toLowerCase()) >= 0;
      return (card.dataset[field.dataset.field] || '').split(' ').indexOf(wanted) >= 0;
    };
    var show = function () {
      var shown = 0, query = new URLSearchParams();
      var wanted = fields.map(function (field) { return field.value.trim(); });
      fields.forEach(function (field, at) {
        field.classList.toggle('on', !!wanted[at]);
        if (wanted[at]) query.set(field.name, wanted[at]);
      });
      cards.forEach(function (card, at) {
        var ok = fields.every(function (field, which) { return fits(card, at, field, wanted[which]); });
        card.hidden = !ok;
        if (ok) shown += 1;
      });
      var text = shown === cards.length ? full
        : form.dataset.some.replace('{n}', number.format(shown)).replace('{total}', number.format(cards.length));
      if (count.textContent !== text) count.textContent = text;
      none.hidden = shown > 0;
      return String(query);
    };
    var apply = function () {
      var query = show();
      history.replaceState(null, '', query ? '#' + query : location.pathname + location.search);
    };
    var read = function () {
      var asked = new URLSearchParams(location.hash.slice(1));
      fields.forEach(function (field) {
        field.value = asked.get(field.name) || '';
        if (field.selectedIndex === -1) field.value = '';
      });
      show();
    };
    form.addEventListener('input', apply);
    addEventListener('hashchange', read);
    document.getElementById('clear').addEventListener('click', function () {
      fields.forEach(function (field) { field.value = ''; });
      apply();
      fields[0].focus();
    });
    document.addEventListener('keydown', function (event) {
      if (event.key !== '/' || !cjm.bare(event) || cjm.typing()) return;
      event.preventDefault();
      fields[0].focus();
    });
    read();
  }

  cjm.ready(filters);
})(window.cjm);
