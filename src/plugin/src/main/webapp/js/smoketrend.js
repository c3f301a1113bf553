/** How the smoke tests of a job went, build by build: the last one, the latencies of each test, all of them as a table. */

import {chart} from './chart.js';
import {el, link, list} from './dom.js';
import {ago, duration, number, percent, time} from './format.js';
import {card, emptyState, grid, verdict} from './parts.js';
import {dataTable, local} from './table.js';
import {t} from './texts.js';

const CHARTED = 6;

/** @param {any} data @param {{root: string}} surroundings */
export function smokeTrend(data, {root}) {
  const points = list(data.smokeTests);
  if (!points.length) return emptyState(t('smokeTrend.empty'), t('smokeTrend.emptyTodo'));
  const names = [...new Set(points.map(one => one.name))];
  const charts = names.slice(0, CHARTED).flatMap(name => latency(name, points.filter(one => one.name === name)));
  return [newest(points, data.now, root), charts.length ? grid(charts) : null, grid(card('', t('smokeTrend.all'), tableOf(points, names, root)))];
}

/** What the last build said, and how its latency compares with the tests of the same name before. @param {any[]} points oldest first @param {any} now @param {string} root */
function newest(points, now, root) {
  const build = points[points.length - 1].build;
  const mine = points.filter(one => one.build === build);
  const worst = mine.find(one => !one.passed) || mine[mine.length - 1];
  const change = changed(points.filter(one => one.name === worst.name).map(one => one.p95Millis));
  const good = points.filter(one => one.passed).length;
  return verdict({
    tone: worst.passed ? 'ok' : 'bad', tag: t(worst.passed ? 'word.PASSED' : 'smoke.failed'),
    words: [el('p', null, el('b', null, titleOf(worst) + ': ' + t('smokeTrend.checks', number(worst.total - worst.failed), number(worst.total)))),
      el('p', null, link(root + '/' + worst.url, '#' + worst.build), ' · ', ago(worst.at, now))],
    figures: [el('b', null, duration(worst.p95Millis)), ' p95', change === null ? null : el('div', null, t('smokeTrend.change', (change < 0 ? '−' : '+') + percent(Math.abs(change), 0))),
      el('div', null, t('smokeTrend.passed', number(good), number(points.length)))],
  });
}

/**
 * By how many percent the last value differs from the median of those before; null where there is none to compare with.
 *
 * @param {number[]} values
 */
export function changed(values) {
  const before = values.slice(0, -1).sort((a, b) => a - b), last = values[values.length - 1];
  if (!before.length) return null;
  const middle = Math.floor(before.length / 2);
  const median = before.length % 2 ? before[middle] : (before[middle - 1] + before[middle]) / 2;
  return median > 0 ? (last / median - 1) * 100 : null;
}

/** @param {any} point */
const titleOf = point => point.name || t('smokeTrend.unnamed');

/** @param {string} name @param {any[]} mine */
function latency(name, mine) {
  const label = t('job.latency', name || t('smokeTrend.unnamed'));
  const places = mine.map(one => '#' + one.build);
  /** @type {(key: string) => Array<[any, number | null]>} */
  const points = key => mine.map((one, i) => [places[i], one[key]]);
  return mine.length > 1 ? [card('half', label, chart({
    label, categories: places, value: millis => duration(millis),
    series: [{name: 'p99', colour: 'warn', points: points('p99Millis')}, {name: 'p95', colour: 'canary', points: points('p95Millis')},
      {name: 'p50', colour: 'stable', points: points('p50Millis')}],
  }))] : [];
}

/** @param {any[]} points @param {string[]} names @param {string} root */
function tableOf(points, names, root) {
  /** @type {import('./table.js').Column[]} */
  const columns = [
    {key: 'build', title: t('build'), value: row => row.build, cell: row => link(root + '/' + row.url, '#' + row.build)},
    {key: 'time', title: t('started'), value: row => +new Date(row.at), cell: row => time(row.at)},
    {key: 'name', title: t('smokeTrend.test'), value: row => row.name, cell: titleOf},
    {key: 'result', title: t('smoke.result'), value: row => t(row.passed ? 'word.PASSED' : 'smoke.failed'),
      cell: row => row.passed ? el('span', {class: 'pd-ok'}, t('word.PASSED')) : el('span', {class: 'pd-bad'}, t('smoke.failed'))},
    {key: 'checks', title: t('smoke.checks'), right: true, value: row => row.total, cell: row => t('smokeTrend.of', number(row.total - row.failed), number(row.total))},
    ...['p50', 'p95', 'p99'].map(key => ({key, title: key, right: true, value: (/** @type {any} */ row) => row[key + 'Millis'], cell: (/** @type {any} */ row) => duration(row[key + 'Millis'])})),
  ];
  return dataTable({
    label: t('smokeTrend.all'), columns, size: 50,
    source: local([...points].reverse(), columns, {name: row => row.name, result: row => row.passed ? 'passed' : 'failed'}),
    filters: [{key: 'name', title: t('smokeTrend.test'), options: names.filter(Boolean).map(value => ({value, title: value}))},
      {key: 'result', title: t('smoke.result'), options: [{value: 'passed', title: t('word.PASSED')}, {value: 'failed', title: t('smoke.failed')}]}],
  });
}
