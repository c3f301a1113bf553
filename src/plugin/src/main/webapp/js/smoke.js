/** A smoke test: what was expected, what came, how often it was tried, how long answers took. */

import {chart} from './chart.js';
import {el, list} from './dom.js';
import {clock, number, time} from './format.js';
import {card, grid, verdictOf} from './parts.js';
import {dataTable, local} from './table.js';
import {plural, t} from './texts.js';
import {story} from './timeline.js';

const CHARTED = 40, WIDE = 'half';

/** @param {any} report */
export function smoke(report) {
  const model = report.model || {}, checks = list(model.checks);
  return [verdictOf(report, checks.length ? [el('b', null, number((model.total ?? 0) - (model.failed ?? 0))), ' ', t('smoke.of', number(model.total)),
    Number.isFinite(model.p95Millis) ? el('div', null, 'p50 ' + millis(model.p50Millis) + ' · p95 ' + millis(model.p95Millis) + ' · p99 ' + millis(model.p99Millis)) : null] : undefined),
  checks.length ? grid(failures(checks), card('', t('smoke.checks'), tableOf(report, checks)), distribution(model), latency(checks)) : el('p', null, t('smoke.none'))];
}

/** @param {any} value */
const millis = value => Number.isFinite(value) ? number(value, 0) + '\u00a0ms' : '–';

/** @param {any[]} checks */
function failures(checks) {
  return checks.filter(check => !check.passed).slice(0, 10).map(check => card('', [check.name + ' ', el('span', {class: 'pd-bad'}, t('smoke.failed'))],
    el('p', null, el('code', null, check.target)), el('p', null, words(check.lastError)),
    story(t('smoke.attemptsOf', check.name), list(check.timeline).map(one => ({at: one.at, what: one.words, tone: one.passed ? 'ok' : 'bad'})))));
}

/** @param {any} error a text, or what was expected and what came */
const words = error => error && error.expected ? t('smoke.expected', error.expected, error.actual) : error || '';

/** @param {any} report @param {any[]} checks */
function tableOf(report, checks) {
  /** @type {import('./table.js').Column[]} */
  const columns = [
    {key: 'check', title: t('smoke.check'), value: row => row.name, cell: row => row.name},
    {key: 'target', title: t('smoke.target'), value: row => row.target, cell: row => el('code', null, row.target)},
    {key: 'result', title: t('smoke.result'), value: row => row.passed ? 'passed' : 'failed', cell: row => row.passed
      ? el('span', {class: 'pd-ok'}, t('word.PASSED')) : el('span', {class: 'pd-bad'}, t('smoke.failed'), row.lastError ? ': ' + words(row.lastError) : '')},
    {key: 'attempts', title: t('smoke.attempts'), right: true, value: row => row.attempts, cell: row => number(row.attempts)},
    {key: 'p50', title: 'p50', right: true, value: row => row.p50Millis, cell: row => millis(row.p50Millis)},
    {key: 'p95', title: 'p95', right: true, value: row => row.p95Millis, cell: row => millis(row.p95Millis)},
  ];
  return dataTable({
    label: t('smoke.checks'), columns, source: local(checks, columns, {result: row => row.passed ? 'passed' : 'failed'}), search: checks.length > 8,
    prefix: (report.kind + report.name).replace(/\W+/g, '') + '.',
    filters: checks.length > 8 ? [{key: 'result', title: t('smoke.result'), options: [{value: 'passed', title: t('word.PASSED')}, {value: 'failed', title: t('smoke.failed')}]}] : [],
    detail: row => [row.firstError ? el('p', null, t('smoke.firstError'), ' ', words(row.firstError)) : null,
      story(t('smoke.attemptsOf', row.name), list(row.timeline).map(one => ({at: one.at, what: one.words, tone: one.passed ? 'ok' : 'bad'}))),
      list(row.timeline).length ? null : el('p', null, time(row.at, clock))],
  });
}

/** How many answers took how long, over all checks. @param {any} model */
function distribution(model) {
  const bands = list(model.latencies);
  const answers = bands.reduce((sum, band) => sum + band.count, 0);
  /** @param {any} band */
  const name = band => number(band.from, 0) + '–' + millis(band.below);
  return answers ? card(WIDE, t('smoke.distribution'), el('p', null, plural('smoke.answers', answers, number(answers)), ': p50 ', millis(model.p50Millis), ' · p95 ', millis(model.p95Millis),
    ' · p99 ', millis(model.p99Millis), ' · ', t('smoke.longest'), ' ', millis(model.maxMillis)), chart({
    label: t('smoke.distributionLabel'), categories: bands.map(name), whole: true, value: count => number(count, 0), height: 200,
    series: [{name: t('smoke.answersName'), colour: 'canary', kind: 'bar', points: bands.map(band => [name(band), band.count])}],
  })) : null;
}

/** @param {any[]} checks */
function latency(checks) {
  const shown = checks.filter(check => Number.isFinite(check.p95Millis)).slice(0, CHARTED);
  return shown.length > 1 ? card(WIDE, t('smoke.latency'), chart({
    label: t('smoke.latency'), categories: shown.map(check => check.name), value: millis, height: 200,
    series: [{name: 'p50', colour: 'stable', kind: 'bar', points: shown.map(check => [check.name, check.p50Millis])},
      {name: 'p95', colour: 'canary', kind: 'bar', points: shown.map(check => [check.name, check.p95Millis])}],
  })) : null;
}
