/** A scan: what the gates say, the counts, and the findings, which the server hands out a page at a time. */

import {el, link, list} from './dom.js';
import {number, time} from './format.js';
import {bullets, card, decision, facts, grid, verdictOf} from './parts.js';
import {dataTable, local, remote} from './table.js';
import {t, word} from './texts.js';

const SEVERITIES = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW', 'NEGLIGIBLE', 'UNKNOWN'];

/** @param {any} report @param {import('./parts.js').Place} [place] */
export function scan(report, place) {
  const model = report.model || {};
  return [verdictOf(report, report.complete === false ? undefined : counts(model)), grid(gates(model), ofThis(model)), findings(report, model, place), baseline(report, place)];
}

/** @param {any} model */
function counts(model) {
  return [
    el('b', null, number(model.total ?? 0)), ' ', t('scan.found'),
    model.baseline ? el('div', null, t('scan.fresh', number(model.fresh ?? 0)) + ' · ' + t('scan.fixed', number(model.fixed ?? 0))) : null,
    model.suppressed ? el('div', null, t('scan.suppressed', number(model.suppressed))) : null,
  ];
}

/** @param {any} model */
function gates(model) {
  return card('half', t('scan.gates'),
    list(model.violations).length ? el('div', {class: 'pd-bad'}, bullets(model.violations)) : el('p', {class: 'pd-ok'}, t('scan.noViolation')),
    bars(model.bySeverity), list(model.notices).length ? bullets(model.notices) : null);
}

/** How many of each severity, as words and as lengths. @param {Record<string, number>} [bySeverity] */
function bars(bySeverity = {}) {
  const names = Object.keys(bySeverity).sort((a, b) => SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b));
  const most = Math.max(1, ...Object.values(bySeverity));
  return names.length ? el('dl', {class: 'pd-bars'}, names.map(name => {
    const bar = el('span', {class: 'pd-bar pd-severity-' + name, 'aria-hidden': 'true'});
    bar.style.width = Math.max(1, 100 * bySeverity[name] / most) + '%';
    return [el('dt', null, word(name)), el('dd', null, el('span', {class: 'pd-num'}, number(bySeverity[name])), el('span', {class: 'pd-track'}, bar))];
  })) : null;
}

/** @param {any} model */
function ofThis(model) {
  return card('half', t('scan.about'), facts([
    [t('scan.comparedWith'), model.baseline || t('scan.noBaseline')],
    [t('scan.kinds'), Object.entries(model.byKind || {}).map(([kind, count]) => number(count) + ' ' + word(kind)).join(', ')],
    [t('scan.tools'), list(model.tools).join(', ')],
    [t('scan.reports'), list(model.reports).map(one => el('div', null, el('code', null, one)))],
  ]));
}

/** @param {any} report @param {any} model @param {import('./parts.js').Place} [place] */
function findings(report, model, place) {
  if (report.complete === false) return null;
  /** @type {import('./table.js').Column[]} */
  const columns = [
    {key: 'severity', title: t('scan.severity'), sort: 'SEVERITY', value: row => SEVERITIES.indexOf(row.severity), cell: row => el('span', {class: 'pd-chip pd-severity-' + row.severity}, word(row.severity))},
    {key: 'rule', title: t('scan.rule'), sort: 'RULE', value: row => row.rule, cell: row => el('code', null, row.rule)},
    {key: 'message', title: t('scan.what'), value: place ? undefined : row => row.message, cell: row => row.message},
    {key: 'place', title: t('scan.where'), sort: 'PLACE', value: row => row.place || row.component, cell: row => row.place || row.component},
    {key: 'standing', title: t('scan.standing'), value: place ? undefined : row => row.standing, cell: row => word(row.standing)},
  ];
  /** @param {string[]} names */
  const options = names => names.map(value => ({value, title: word(value)}));
  const rows = list(report.rows);
  return card('', t('scan.findings'), dataTable({
    label: t('scan.findings'), columns: place ? columns : columns.map(column => ({...column, sort: undefined})), detail, size: place ? 100 : 25,
    prefix: place ? '' : (report.kind + report.name).replace(/\W+/g, '') + '.',
    source: place ? remote(place.base + 'findings', answer => ({rows: list(answer.findings), total: answer.total})) : local(rows, columns, {
      severity: row => row.severity, standing: row => row.standing}),
    filters: [
      {key: 'severity', title: t('scan.severity'), options: options(SEVERITIES)},
      {key: 'standing', title: t('scan.standing'), options: options(['NEW', 'OUTSTANDING', 'FIXED', 'SUPPRESSED'])},
      ...(place ? [{key: 'kind', title: t('scan.kind'), options: options(['DEPENDENCY', 'CODE', 'SECRET', 'CONFIGURATION', 'LICENSE'].filter(kind => !model.byKind || kind in model.byKind))},
        {key: 'tool', title: t('scan.tool')}] : []),
    ],
    empty: t('scan.empty'),
  }), place ? el('p', {class: 'pd-downloads'}, t('scan.download'), ' ', [['sarif', 'SARIF'], ['all', 'JSON'], ['csv', 'CSV']].map(([path, name]) => [link(place.base + path, name), ' '])) : null);
}

/** Place, advice and witnesses. @param {any} row */
function detail(row) {
  return [el('p', null, row.message), facts([
    [t('scan.where'), row.place && el('code', null, row.place)], [t('scan.component'), row.component], [t('scan.fixedIn'), row.fixedIn],
    [t('scan.rule'), row.rule], [t('scan.aliases'), row.aliases], [t('scan.kind'), word(row.kind)],
    [t('scan.witnesses'), row.tools], [t('scan.remark'), row.remark], [t('scan.fingerprint'), el('code', null, row.fingerprint)],
    [t('scan.advice'), row.fixedIn ? t('scan.update', row.component, row.fixedIn) : ''],
  ])];
}

/** @param {any} report @param {import('./parts.js').Place} [place] */
function baseline(report, place) {
  const reset = report.reset;
  return [
    reset ? el('p', null, t('scan.resetBy', reset.by), ' ', time(reset.at), ': ', reset.reason) : null,
    place && report.mayReset ? el('details', null, el('summary', null, t('scan.reset')), el('p', null, t('scan.resetWhy')), decision({
      id: 'pd-baseline', place, choices: [{path: 'resetBaseline', text: t('scan.reset'), required: true}]})) : null,
  ];
}
