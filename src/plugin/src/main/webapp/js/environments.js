/** What runs where since when, by whom and with what result; what waits; freezes; the four figures of DORA. */

import {el, link, list} from './dom.js';
import {ago, duration, moment, number, percent, time} from './format.js';
import {card, coloured, emptyState, environmentOf, facts, grid} from './parts.js';
import {stateOf, remember} from './query.js';
import {dataTable, local} from './table.js';
import {plural, t, word} from './texts.js';

const FIGURES = ['deploymentFrequency', 'leadTime', 'changeFailureRate', 'timeToRestore'];

/** @param {any} data @param {{root: string, base: string}} surroundings */
export function environments(data, {root, base}) {
  const all = list(data.environments);
  const rows = matrix(all);
  if (!all.length) return emptyState(t('environments.empty'), t('environments.emptyTodo'));
  return [
    data.damagedLines ? el('p', {class: 'pd-warn', role: 'alert'}, plural('environments.damaged', data.damagedLines, number(data.damagedLines))) : null,
    summary(all, rows),
    grid(card('', t('environments.what'), tableOf(all, rows, root, data.now))),
    grid(waiting(all, root), freezes(all)),
    dora(all, base),
  ];
}

/** One row an application. @param {any[]} all */
function matrix(all) {
  /** @type {Map<string, any>} */
  const rows = new Map();
  for (const environment of all) {
    for (const one of list(environment.applications)) {
      const row = rows.get(one.application) || {application: one.application, at: {}};
      row.at[environment.name] = one;
      rows.set(one.application, row);
    }
  }
  return [...rows.values()];
}

/** @param {any[]} all @param {any[]} rows */
function summary(all, rows) {
  const waits = all.reduce((sum, one) => sum + list(one.waiting).length, 0);
  const frozen = all.filter(one => list(one.freezes).some(freeze => freeze.now));
  const cells = rows.flatMap(row => Object.values(row.at));
  const bad = cells.filter(one => one.lastAttempt && one.lastAttempt.outcome !== 'SUCCEEDED').length;
  return el('ul', {class: 'pd-figuresRow'}, [
    [number(rows.length), plural('environments.applications', rows.length, '')], [number(all.length), plural('environments.environments', all.length, '')],
    [number(bad), t('environments.lastBad'), bad ? 'bad' : 'ok'], [number(waits), t('environments.waiting'), waits ? 'live' : ''],
    [number(frozen.length), t('environments.frozen'), frozen.length ? 'warn' : ''],
  ].map(([figure, what, colour]) => el('li', null, el('b', {class: colour ? 'pd-num pd-' + colour : 'pd-num'}, figure), ' ', what)));
}

/** @param {any[]} all @param {any[]} rows @param {string} root @param {any} now */
function tableOf(all, rows, root, now) {
  /** @type {import('./table.js').Column[]} */
  const columns = [
    {key: 'application', title: t('application'), value: row => row.application, cell: row => el('b', null, row.application)},
    ...all.map(environment => ({
      key: 'in-' + environment.name, title: environment.name, heading: heading(environment),
      value: (/** @type {any} */ row) => row.at[environment.name]?.running?.version ?? '',
      cell: (/** @type {any} */ row) => cell(row.at[environment.name], root, now),
    })),
  ];
  return dataTable({
    label: t('environments.what'), columns, size: 50,
    source: local(rows, columns, {result: row => Object.values(row.at).some(one => one.lastAttempt && one.lastAttempt.outcome !== 'SUCCEEDED') ? 'bad' : 'good'}),
    filters: [{key: 'result', title: t('environments.lastResult'), options: [{value: 'good', title: t('environments.allGood')}, {value: 'bad', title: t('environments.someBad')}]}],
    empty: emptyState(t('environments.nothing'), t('environments.emptyTodo')),
  });
}

/** Its name in its colour, and where releases come from. @param {any} environment */
function heading(environment) {
  return [environmentOf(environment.name, environment.colour),
    environment.promotedFrom ? el('small', {class: 'pd-muted-text'}, ' ', t('environments.promotedFrom', environment.promotedFrom)) : null];
}

/** Version, since when, by whom, with what result. @param {any} one @param {string} root @param {any} now */
function cell(one, root, now) {
  if (!one) return el('span', {class: 'pd-muted-text'}, '–');
  const {running, lastAttempt} = one;
  /** @param {any} where */
  const href = where => root + '/' + where.build;
  return el('div', {class: 'pd-cell'},
    running ? el('div', null, link(href(running), running.version || running.id), one.certain ? null : el('span', {class: 'pd-bad'}, ' ', t('environments.uncertain'))) : el('div', null, t('environments.none')),
    running ? el('div', {class: 'pd-muted-text'}, since(running, now), list(running.startedBy).length ? ' · ' + running.startedBy.join(', ') : '') : null,
    lastAttempt && (!running || lastAttempt.id !== running.id) ? el('div', null, coloured(lastAttempt.outcome), ' ', link(href(lastAttempt), lastAttempt.version || lastAttempt.id)) : null,
    list(one.openIncidents).length ? el('div', {class: 'pd-bad'}, plural('environments.incidents', one.openIncidents.length, number(one.openIncidents.length))) : null);
}

/** @param {any} running @param {any} now */
function since(running, now) {
  const shown = time(running.since);
  shown.replaceChildren(now ? ago(running.since, now) : moment(running.since));
  return shown;
}

/** @param {any[]} all @param {string} root */
function waiting(all, root) {
  const rows = all.flatMap(environment => list(environment.waiting).map(one => ({...one, environment: environment.name, colour: environment.colour})));
  return card('half', t('environments.waits'), rows.length ? el('ul', {class: 'pd-last'}, rows.map(one => el('li', null,
    el('b', null, environmentOf(one.environment, one.colour)), ': ', link(root + '/' + one.url, one.build), ' ', one.headline, ' ', el('span', {class: 'pd-muted-text'}, t('approval.until'), ' ', time(one.deadline)))))
    : el('p', {class: 'pd-muted-text'}, t('environments.nothingWaits')));
}

/** @param {any[]} all */
function freezes(all) {
  const rows = all.flatMap(environment => list(environment.freezes).map(one => ({...one, environment: environment.name, colour: environment.colour})));
  return card('half', t('environments.freezes'), rows.length ? el('ul', {class: 'pd-last'}, rows.map(one => el('li', null,
    el('b', null, environmentOf(one.environment, one.colour)), ': ', one.reason, ' ', one.now ? el('span', {class: 'pd-warn'}, t('environments.now')) : null,
    el('div', {class: 'pd-muted-text'}, time(one.begins), ' – ', time(one.ends), ' (', one.zone, ')'))))
    : el('p', {class: 'pd-muted-text'}, t('environments.noFreeze')));
}

/** Of one environment, which the address names. @param {any[]} all @param {string} base */
function dora(all, base) {
  const names = ['environment', 'application', 'from', 'to'];
  const state = stateOf(location.search, 'dora.', names);
  const place = el('div', {class: 'pd-grid', 'aria-live': 'polite'});
  const show = async () => {
    remember('dora.', names, state);
    place.replaceChildren(...await figures(base, {...state, environment: state.environment || all[all.length - 1].name}));
  };
  /** @param {string} key */
  const change = key => ({on: {change: (/** @type {Event} */ event) => {
    state[key] = /** @type {HTMLInputElement} */ (event.target).value;
    show();
  }}});
  show();
  return el('section', {'aria-label': 'DORA'}, el('h2', null, t('dora.title')), el('div', {class: 'pd-tools'},
    el('label', {class: 'pd-filter'}, el('span', null, t('environment')), el('select', {class: 'pd-input', ...change('environment')}, all.map(one =>
      el('option', {value: one.name, selected: one.name === (state.environment || all[all.length - 1].name)}, one.name)))),
    el('label', {class: 'pd-filter'}, el('span', null, t('application')), el('input', {class: 'pd-input', value: state.application || '', ...change('application')})),
    el('label', {class: 'pd-filter'}, el('span', null, t('dora.from')), el('input', {type: 'date', class: 'pd-input', value: state.from || '', ...change('from')})),
    el('label', {class: 'pd-filter'}, el('span', null, t('dora.to')), el('input', {type: 'date', class: 'pd-input', value: state.to || '', ...change('to')}))), place);
}

/** @param {string} base @param {Record<string, string>} state */
async function figures(base, state) {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const response = await fetch(base + 'dora?' + new URLSearchParams({...state, zone}), {credentials: 'same-origin'});
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) return [el('p', {class: 'pd-bad', role: 'alert'}, answer.message || String(response.status))];
  return [...FIGURES.map(name => card('quarter', t('dora.' + name), figureOf(name, answer[name] || {}))),
    card('', null, facts([[t('dora.period'), answer.from + ' – ' + answer.to + ' (' + answer.zone + ')'], [t('dora.levels'), t('dora.levelsOf', answer.levelsOf)]]))];
}

/** @param {string} name @param {any} figure */
function figureOf(name, figure) {
  const definition = el('p', {class: 'pd-small', title: figure.definition}, t('dora.' + name + '.definition'));
  if (!figure.available) return [el('p', {class: 'pd-muted-text'}, figure.reason), definition];
  const value = valueOf(figure.unit, figure.value);
  return [el('p', {class: 'pd-figure pd-num'}, el('b', null, value)), el('p', null, el('span', {class: 'pd-tag pd-level-' + figure.level}, word('LEVEL_' + figure.level))),
    el('p', {class: 'pd-muted-text'}, t('dora.' + name + '.count', number(figure.count), number(figure.of))),
    definition];
}

/** A figure in its unit. @param {string} unit @param {number} value */
function valueOf(unit, value) {
  switch (unit) {
    case 'minutes': return duration(value * 60_000);
    case 'percent': return percent(value);
    default: return unit.endsWith('a week') ? t('dora.daysAWeek', number(value)) : number(value) + ' ' + unit;
  }
}

