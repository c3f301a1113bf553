/** The one table: search, filters, order and page are in the address; pages come from the server or out of what is there. */

import {el} from './dom.js';
import {number} from './format.js';
import {compare, remember, stateOf} from './query.js';
import {plural, t} from './texts.js';

/**
 * @typedef {object} Column
 * @property {string} key
 * @property {string} title
 * @property {import('./dom.js').Child} [heading] shown in place of the title
 * @property {(row: any) => import('./dom.js').Child} cell
 * @property {string} [sort] what the server calls an order by this column
 * @property {(row: any) => any} [value] what is ordered by, and searched, where all rows are here
 * @property {boolean} [right]
 *
 * @typedef {object} Filter
 * @property {string} key
 * @property {string} title
 * @property {Array<{value: string, title: string}>} [options] without them, a text is typed
 * @property {'date'} [type] of what is typed
 *
 * @typedef {{rows: any[], total: number}} Found
 *
 * @typedef {object} Table
 * @property {string} label
 * @property {Column[]} columns
 * @property {(state: import('./query.js').State) => Promise<Found> | Found} source
 * @property {Filter[]} [filters]
 * @property {string} [prefix] of its names in the address
 * @property {boolean} [search]
 * @property {number} [size] rows of a page
 * @property {(row: any) => import('./dom.js').Child} [detail] what a row says when it is opened
 * @property {import('./dom.js').Child} [empty] what is said, and what to do, where there is nothing at all
 */

const PATIENCE = 120;

/** A table that is as it is. @param {string} label @param {Array<string | {text: string, right?: boolean}>} head @param {any[][]} rows */
export function plainTable(label, head, rows) {
  const heads = head.map(cell => typeof cell === 'string' ? {text: cell, right: false} : cell);
  /** @param {number} index */
  const right = index => heads[index] && heads[index].right ? 'pd-right' : null;
  return el('div', {class: 'pd-scroll', tabindex: '0', role: 'region', 'aria-label': label},
    el('table', {class: 'pd-table'},
      heads.length ? el('thead', null, el('tr', null, heads.map((cell, i) => el(cell.text ? 'th' : 'td', {scope: cell.text ? 'col' : null, class: right(i)}, cell.text)))) : null,
      el('tbody', null, rows.map(cells => el('tr', null, cells.map((cell, i) => el('td', {class: right(i)}, cell)))))));
}

/**
 * @param {Table} table
 * @returns {HTMLElement}
 */
export function dataTable(table) {
  const prefix = table.prefix || '';
  const filters = table.filters || [];
  const names = ['q', ...filters.map(one => one.key), 'sort', 'order', 'page'];
  const size = table.size || 50;
  const state = stateOf(location.search, prefix, names);
  const head = el('thead', null), body = el('tbody', null), said = el('p', {role: 'status', class: 'pd-status'});
  const pages = el('nav', {class: 'pd-pages', 'aria-label': t('table.pages', table.label)});
  const scroll = el('div', {class: 'pd-scroll', tabindex: '0', role: 'region', 'aria-label': table.label}, el('table', {class: 'pd-table'}, head, body));
  let turn = 0;
  /** @type {any} */
  let timer;

  const change = (/** @type {import('./query.js').State} */ news, wait = 0) => {
    Object.assign(state, {page: ''}, news);
    clearTimeout(timer);
    timer = setTimeout(show, wait);
  };

  async function show() {
    const mine = ++turn;
    remember(prefix, names, state);
    headOf(head, table, state, change);
    scroll.setAttribute('aria-busy', 'true');
    try {
      const found = await table.source({...state, page: state.page || '1', size: String(size)});
      if (mine === turn) rowsOf(found);
    } catch (problem) {
      if (mine === turn) said.replaceChildren(t('table.problem', problem instanceof Error ? problem.message : String(problem)));
    }
    scroll.setAttribute('aria-busy', 'false');
  }

  /** @param {Found} found */
  function rowsOf(found) {
    const filtered = names.some(name => !['sort', 'order', 'page'].includes(name) && state[name]);
    const page = Math.max(1, Number(state.page) || 1), last = Math.max(1, Math.ceil(found.total / size));
    body.replaceChildren(...found.rows.flatMap((row, index) => rowOf(table, row, index)));
    scroll.hidden = found.total === 0;
    said.replaceChildren(found.total ? plural('table.count', found.total, number(found.total)) : filtered ? t('table.nothing') : '');
    if (!found.total && !filtered && table.empty) said.replaceChildren(...[table.empty].flat());
    pages.hidden = last < 2;
    pages.replaceChildren(
      step(t('table.previous'), page > 1, () => change({page: String(Math.min(page - 1, last))})),
      el('span', {class: 'pd-num'}, t('table.page', number(page), number(last))),
      step(t('table.next'), page < last, () => change({page: String(page + 1)})));
  }

  body.addEventListener('keydown', event => walk(/** @type {KeyboardEvent} */ (event), body));
  const tools = toolsOf(table, filters, state, change);
  show();
  return el('div', {class: 'pd-data'}, tools, said, scroll, pages);
}

/** @param {string} text @param {boolean} possible @param {() => void} go */
const step = (text, possible, go) => el('button', {type: 'button', class: 'jenkins-button pd-button', disabled: !possible, on: {click: go}}, text);

/** @param {HTMLElement} head @param {Table} table @param {import('./query.js').State} state @param {Function} change */
function headOf(head, table, state, change) {
  const opener = table.detail ? [el('td', {class: 'pd-opener'})] : [];
  head.replaceChildren(el('tr', null, opener, table.columns.map(column => {
    const sort = column.sort || (column.value ? column.key : '');
    if (!sort) return el('th', {scope: 'col', class: column.right ? 'pd-right' : null}, column.heading || column.title);
    const mine = (state.sort || '').toUpperCase() === sort.toUpperCase(), down = mine && state.order === 'desc';
    const id = 'pd-sort-' + (table.prefix || '') + column.key;
    return el('th', {scope: 'col', class: column.right ? 'pd-right' : null, 'aria-sort': mine ? (down ? 'descending' : 'ascending') : null},
      el('button', {type: 'button', class: 'pd-sort', id, on: {click: () => {
        change({sort, order: mine && !down ? 'desc' : 'asc'});
        setTimeout(() => document.getElementById(id)?.focus());
      }}}, column.heading || column.title, el('span', {'aria-hidden': 'true'}, mine ? (down ? ' ↓' : ' ↑') : '')));
  })));
}

/** @param {Table} table @param {any} row @param {number} index */
function rowOf(table, row, index) {
  const cells = table.columns.map(column => el('td', {class: column.right ? 'pd-right' : null}, column.cell(row)));
  if (!table.detail) return [el('tr', null, cells)];
  const id = 'pd-row-' + (table.prefix || '') + index;
  const place = el('td', {colspan: String(table.columns.length + 1)});
  const more = el('tr', {id, class: 'pd-more', hidden: true}, place);
  const button = el('button', {type: 'button', class: 'pd-open', 'aria-expanded': 'false', 'aria-controls': id, 'aria-label': t('table.details'), on: {click: () => {
    more.hidden = !more.hidden;
    button.setAttribute('aria-expanded', String(!more.hidden));
    if (!place.hasChildNodes() && table.detail) place.append(...[table.detail(row)].flat().filter(Boolean));
  }}});
  return [el('tr', null, el('td', {class: 'pd-opener'}, button), cells), more];
}

/** Arrows go from row to row. @param {KeyboardEvent} event @param {HTMLElement} body */
function walk(event, body) {
  const way = {ArrowDown: 1, ArrowUp: -1}[event.key];
  const buttons = /** @type {HTMLElement[]} */ ([...body.querySelectorAll('.pd-open')]);
  const at = buttons.indexOf(/** @type {HTMLElement} */ (event.target));
  if (way && at >= 0 && buttons[at + way]) {
    event.preventDefault();
    buttons[at + way].focus();
  }
}

/** @param {Table} table @param {Filter[]} filters @param {import('./query.js').State} state @param {Function} change */
function toolsOf(table, filters, state, change) {
  /** @param {string} key @param {number} wait */
  const listen = (key, wait) => ({on: {input: (/** @type {Event} */ event) => change({[key]: /** @type {HTMLInputElement} */ (event.target).value}, wait)}});
  const search = table.search === false ? [] : [el('input', {
    type: 'search', id: 'pd-q-' + (table.prefix || ''), class: 'jenkins-input pd-input', placeholder: t('table.search'), 'aria-label': t('table.searchIn', table.label), value: state.q || '', ...listen('q', PATIENCE)})];
  const fields = filters.map(filter => el('label', {class: 'pd-filter'}, el('span', null, filter.title), filter.options
    ? el('select', {id: 'pd-f-' + (table.prefix || '') + filter.key, class: 'pd-input', ...listen(filter.key, 0)}, el('option', {value: ''}, t('table.all')), filter.options.map(option =>
      el('option', {value: option.value, selected: option.value.toUpperCase() === (state[filter.key] || '').toUpperCase()}, option.title)))
    : el('input', {type: filter.type, id: 'pd-f-' + (table.prefix || '') + filter.key, class: 'pd-input', value: state[filter.key] || '', ...listen(filter.key, PATIENCE)})));
  return search.length + fields.length ? el('div', {class: 'pd-tools', role: 'search', 'aria-label': table.label}, search, fields) : null;
}

/**
 * Rows that are all here already.
 *
 * @param {any[]} rows
 * @param {Column[]} columns
 * @param {Record<string, (row: any) => any>} [fields] what filters look at, by their key
 */
export function local(rows, columns, fields = {}) {
  return (/** @type {import('./query.js').State} */ state) => {
    const wanted = (state.q || '').toLowerCase();
    /** @param {any} row */
    const text = row => columns.map(column => column.value ? column.value(row) : '').join('\n').toLowerCase();
    const kept = rows.filter(row => (!wanted || text(row).includes(wanted))
      && Object.entries(fields).every(([key, value]) => !state[key] || String(value(row)).toLowerCase() === state[key].toLowerCase()));
    const column = columns.find(one => one.key === state.sort);
    const value = column && column.value;
    if (value) kept.sort((a, b) => compare(value(a), value(b)) * (state.order === 'desc' ? -1 : 1));
    const size = Number(state.size), from = (Number(state.page) - 1) * size;
    return {rows: kept.slice(from, from + size), total: kept.length};
  };
}

/**
 * Rows that the server has, a page at a time.
 *
 * @param {string} url
 * @param {(answer: any) => Found} found
 */
export function remote(url, found) {
  return async (/** @type {import('./query.js').State} */ state) => {
    const response = await fetch(url + '?' + new URLSearchParams(state), {credentials: 'same-origin'});
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) throw new Error(answer.error || answer.message || String(response.status));
    return found(answer);
  };
}
