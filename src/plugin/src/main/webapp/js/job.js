/** A job: how its findings and deployments have changed, and what was deployed last to each environment. */

import {chart} from './chart.js';
import {el, link, list} from './dom.js';
import {ago, duration, number, time} from './format.js';
import {card, coloured, emptyState, environmentOf, grid, verdict} from './parts.js';
import {dataTable, local} from './table.js';
import {t, tone, word} from './texts.js';

/** @param {any} data @param {{root: string}} surroundings */
export function job(data, {root}) {
  const deployments = list(data.deployments), scans = list(data.scans), smokes = list(data.smokeTests);
  if (!deployments.length && !scans.length && !smokes.length) return emptyState(t('job.empty'), t('job.emptyTodo'));
  return [
    deployments.length ? newest(deployments, data.now, root) : null,
    grid(...environments(deployments, data, root), outcomes(deployments), findings(scans), latencies(smokes),
      deployments.length ? card('', t('job.deployments'), tableOf(deployments, root)) : null),
  ];
}

/** The same on the page of the job, short. @param {any} data @param {{root: string}} surroundings */
export function lastDeployments(data, {root}) {
  const deployments = list(data.deployments);
  return deployments.length ? [el('h2', null, t('job.lastDeployments')), grid(...environments(deployments, data, root))] : null;
}

/** @param {any[]} deployments oldest first @param {any} now @param {string} root */
function newest(deployments, now, root) {
  const last = deployments[deployments.length - 1];
  const good = deployments.filter(one => one.outcome === 'SUCCEEDED').length;
  return verdict({
    tone: tone(last.outcome), tag: word(last.outcome),
    words: [el('p', null, el('b', null, t('job.last', last.application, last.version, last.environment))), el('p', null, last.reason || '', ' ', link(root + '/' + last.url, last.build))],
    figures: [el('b', null, number(good)), ' ', t('job.ofDeployments', number(deployments.length)), el('div', null, ago(last.finishedAt, now))],
  });
}

/** @param {any[]} deployments @param {any} data @param {string} root */
function environments(deployments, data, root) {
  const names = [...new Set(deployments.map(one => one.environment))];
  return names.map(name => {
    const mine = deployments.filter(one => one.environment === name).slice(-5).reverse();
    return card(names.length > 2 ? 'third' : 'half', environmentOf(name, (data.colours || {})[name]), el('ol', {class: 'pd-last'}, mine.map(one => el('li', null,
      link(root + '/' + one.url, one.version || one.build), ' ', coloured(one.outcome), el('span', {class: 'pd-muted-text'}, ' ', ago(one.finishedAt, data.now))))));
  });
}

/** Deployments by result, build by build. @param {any[]} deployments */
function outcomes(deployments) {
  const shown = deployments.slice(-50);
  return shown.length > 1 ? card('half', t('job.durations'), chart({
    label: t('job.durations'), categories: shown.map(one => one.build + ' ' + one.environment),
    value: millis => duration(millis), stacked: true,
    series: [{name: t('job.good'), colour: 'ok', kind: 'bar', points: points(shown, true)}, {name: t('job.bad'), colour: 'bad', kind: 'bar', points: points(shown, false)}],
  })) : null;
}

/** @param {any[]} shown @param {boolean} good @returns {Array<[any, number | null]>} */
const points = (shown, good) => shown.map(one => [one.build, (one.outcome === 'SUCCEEDED') === good ? one.seconds * 1000 : null]);

/** @param {any[]} scans */
function findings(scans) {
  const builds = [...new Set(scans.map(one => one.build))];
  const names = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'].filter(name => scans.some(one => (one.bySeverity || {})[name]));
  /** @type {Record<string, string>} */
  const colours = {CRITICAL: 'bad', HIGH: 'warn', MEDIUM: 'accent', LOW: 'stable'};
  /** @param {any} build @param {string} severity */
  const sum = (build, severity) => scans.filter(one => one.build === build).reduce((all, one) => all + ((one.bySeverity || {})[severity] || 0), 0);
  return builds.length > 1 && names.length ? card('half', t('job.findings'), chart({
    label: t('job.findings'), categories: builds.map(build => '#' + build), stacked: true, whole: true, value: value => number(value, 0),
    series: names.map(name => ({name: word(name), colour: colours[name], kind: 'bar', points: builds.map(build => ['#' + build, sum(build, name)])})),
  })) : null;
}

/** @param {any[]} smokes */
function latencies(smokes) {
  const names = [...new Set(smokes.map(one => one.name))];
  return names.slice(0, 2).map(name => {
    const mine = smokes.filter(one => one.name === name);
    return mine.length > 1 ? card('half', t('job.latency', name), chart({
      label: t('job.latency', name), categories: mine.map(one => '#' + one.build), value: millis => duration(millis),
      series: [{name: 'p95', colour: 'canary', points: mine.map(one => ['#' + one.build, one.p95Millis])}, {name: 'p50', colour: 'stable', points: mine.map(one => ['#' + one.build, one.p50Millis])}],
    })) : null;
  });
}

/** @param {any[]} deployments @param {string} root */
function tableOf(deployments, root) {
  /** @type {import('./table.js').Column[]} */
  const columns = [
    {key: 'time', title: t('time'), value: row => +new Date(row.finishedAt), cell: row => time(row.finishedAt)},
    {key: 'environment', title: t('environment'), value: row => row.environment, cell: row => row.environment},
    {key: 'application', title: t('application'), value: row => row.application, cell: row => row.application},
    {key: 'version', title: t('version'), value: row => row.version, cell: row => row.version},
    {key: 'outcome', title: t('environments.result'), value: row => word(row.outcome), cell: row => coloured(row.outcome)},
    {key: 'by', title: t('environments.by'), value: row => list(row.startedBy).join(', '), cell: row => list(row.startedBy).join(', ')},
    {key: 'took', title: t('job.took'), right: true, value: row => row.seconds, cell: row => duration(row.seconds * 1000)},
    {key: 'build', title: t('build'), value: row => row.build, cell: row => link(root + '/' + row.url, row.build)},
  ];
  /** @param {string} name */
  const values = name => [...new Set(deployments.map(one => one[name]))].map(value => ({value, title: value}));
  return dataTable({
    label: t('job.deployments'), columns, size: 25, source: local([...deployments].reverse(), columns, {environment: row => row.environment, outcome: row => row.outcome}),
    filters: [{key: 'environment', title: t('environment'), options: values('environment')},
      {key: 'outcome', title: t('environments.result'), options: values('outcome').map(one => ({...one, title: word(one.value)}))}],
  });
}
