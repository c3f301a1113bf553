'use strict';
const cart = sessionStorage.getItem('cart') || crypto.randomUUID();
sessionStorage.setItem('cart', cart);
const price = cents => (cents / 100).toFixed(2) + ' €';
const quantities = {};

function show(content) {
  const lines = content.lines.map(line => line.quantity + ' × ' + line.name);
  document.getElementById('cart').textContent =
    lines.length ? lines.join(', ') + ': ' + price(content.total) : 'Your cart is empty.';
}

async function add(sku) {
  const quantity = (quantities[sku] || 0) + 1;
  const answer = await fetch('/api/carts/' + cart + '/' + sku, {method: 'PUT', body: JSON.stringify({quantity})});
  if (answer.ok) {
    quantities[sku] = quantity;
    show(await answer.json());
  }
}

async function load() {
  const items = await (await fetch('/api/items')).json();
  document.getElementById('items').append(...items.map(item => {
    const row = document.createElement('li');
    const button = document.createElement('button');
    button.textContent = 'Add';
    button.setAttribute('aria-label', 'Add ' + item.name);
    button.addEventListener('click', () => add(item.sku));
    row.append(item.name, price(item.cents), button);
    return row;
  }));
  const release = await (await fetch('/version')).json();
  document.getElementById('version').textContent = release.version;
}

load();
