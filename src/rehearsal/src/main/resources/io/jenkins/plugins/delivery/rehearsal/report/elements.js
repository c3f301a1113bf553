
// Every word of the data becomes a text node: nothing in it is ever parsed as HTML.
function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

function svg(name, attributes, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes || {})) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function card(width, title, ...children) {
  const heading = title ? el('h3', {}, ...[title].flat()) : null;
  return el('section', {class: 'card ' + width}, heading, ...children);
}

function table(label, head, rows) {
  const header = head.length
    ? el('thead', {}, el('tr', {}, head.map(cell => el('th', {scope: 'col', class: cell.right ? 'right' : null}, cell.text || cell))))
    : null;
  const body = el('tbody', {}, rows.map(cells => el('tr', {}, cells.map((cell, i) => {
    const content = cell && cell.nodeType ? cell : String(cell === null || cell === undefined ? '' : cell);
    return el('td', {class: head[i] && head[i].right ? 'right' : null}, content);
  }))));
  return el('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label}, el('table', {}, header, body));
}

function definitions(pairs) {
  return el('dl', {}, pairs.filter(pair => pair[1] !== null && pair[1] !== undefined && pair[1] !== '')
    .map(([term, value]) => [el('dt', {}, term), el('dd', {}, value)]));
}

const number = value => Number(value).toLocaleString('en-US', {maximumFractionDigits: 1});
const plural = (count, one, many) => number(count) + ' ' + (count === 1 ? one : many || one + 's');
const list = value => Array.isArray(value) ? value : [];

function clock(instant) {
  const date = new Date(instant);
  return isNaN(date) ? '' : date.toISOString().slice(11, 19);
}

function duration(millis) {
  if (millis < 1000) return Math.round(millis) + ' ms';
  const seconds = millis / 1000;
  if (seconds < 60) return (seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)) + ' s';
  const minutes = Math.floor(seconds / 60);
  const rest = Math.round(seconds % 60);
  if (minutes < 60) return minutes + ' min' + (rest ? ' ' + rest + ' s' : '');
  return Math.floor(minutes / 60) + ' h' + (minutes % 60 ? ' ' + minutes % 60 + ' min' : '');
}

const between = (from, to) => Math.max(0, new Date(to) - new Date(from));

function tone(word) {
  if (['SUCCESS', 'PASSED', 'PASS', 'APPROVED', 'COMPLETED'].includes(word)) return 'ok';
  if (['UNSTABLE', 'WARNED', 'INCONCLUSIVE', 'ERROR', 'WAITING', 'RUNNING'].includes(word)) return 'warn';
  return ['SKIPPED', 'NOT_BUILT'].includes(word) ? 'muted' : 'bad';
}

const words = {
  PASS: 'passed', FAIL: 'failed', INCONCLUSIVE: 'no data', ERROR: 'no answer', PASSED: 'passed', WARNED: 'passed with warnings',
  FAILED: 'failed', SUCCESS: 'succeeded', FAILURE: 'failed', UNSTABLE: 'unstable', ABORTED: 'aborted', SKIPPED: 'skipped',
  RUNNING: 'running', WAITING: 'waiting', NOT_BUILT: 'not built',
};
const inWords = word => words[word] || String(word || '').toLowerCase().replaceAll('_', ' ');
const coloured = word => el('span', {class: tone(word)}, inWords(word));
