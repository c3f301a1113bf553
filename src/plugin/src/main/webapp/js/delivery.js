/** A build from lint to production: its stages as they go, and every report, approval and deployment of it. */

import {el, link, list} from './dom.js';
import {ago, between, duration, time} from './format.js';
import {card, emptyState, facts, grid, verdict} from './parts.js';
import {summaryOf} from './report.js';
import {t, tone, word} from './texts.js';
import {flow, story} from './timeline.js';

/** @param {any} data @param {{root: string}} surroundings */
export function delivery(data, {root}) {
  const reports = list(data.reports);
  /** @param {any} report */
  const href = report => root + '/' + report.url;
  return [
    stages(data),
    verdictOfBuild(data, reports),
    reports.length
      ? el('section', {'aria-label': t('delivery.reports')}, el('h2', null, t('delivery.reports')), el('div', {class: 'pd-summaries'},
        reports.map(report => summaryOf(report, link(href(report), report.title)))))
      : emptyState(t('delivery.empty'), t('delivery.emptyTodo')),
    grid(card('', t('story'), story(t('story'), happenings(data, reports, href)))),
  ];
}

/** @param {any} data */
function stages(data) {
  const stations = list(data.stages).filter(stage => !stage.parentId).map(stage => ({
    name: String(stage.name).replace(/^Declarative: /, ''), state: stage.state,
    detail: stage.state === 'SUCCESS' ? duration(between(stage.startedAt, stage.endedAt))
      : tone(stage.state) === 'live' ? t('delivery.since', duration(between(stage.startedAt, data.now))) : word(stage.state)}));
  return stations.length ? flow(t('delivery.flow'), stations) : null;
}

/** What the last thing that decided something says of the whole build. @param {any} data @param {any[]} reports */
function verdictOfBuild(data, reports) {
  const bad = reports.filter(report => report.verdict === 'FAILED').pop();
  const waits = data.running ? reports.filter(report => ['WAITING', 'RUNNING'].includes(report.verdict)).pop() : null;
  const rollout = reports.filter(report => report.kind === 'rollout').pop();
  const told = waits || bad || rollout || reports[reports.length - 1];
  const state = data.running ? (waits ? waits.verdict : 'RUNNING') : data.result || 'SUCCESS';
  const took = between(data.startedAt, data.running ? data.now : data.endedAt);
  return verdict({
    tone: tone(state), tag: word(state),
    words: [el('p', null, el('b', null, told ? told.headline : t('delivery.noReport'))), told ? el('p', {class: 'pd-muted-text'}, told.title) : null],
    figures: [el('div', null, t('started'), ' ', time(data.startedAt)), took === null ? el('div', null, t('time.setBack')) : el('div', null, t('delivery.took', duration(took))),
      data.running ? el('div', {class: 'pd-live'}, t('delivery.live')) : el('div', null, ago(data.endedAt, data.now))],
  });
}

/** @param {any} data @param {any[]} reports @param {(report: any) => string} href */
function happenings(data, reports, href) {
  const begun = list(data.stages).filter(stage => !stage.parentId).map(stage => ({at: stage.startedAt, what: String(stage.name).replace(/^Declarative: /, ''), tone: tone(stage.state) === 'bad' ? 'bad' : undefined}));
  const made = reports.filter(report => report.at).map(report => ({at: report.at, tone: tone(report.verdict) === 'bad' ? 'bad' : undefined,
    what: [link(href(report), report.title), ': ', report.headline]}));
  return [...begun, ...made].sort((a, b) => +new Date(a.at) - +new Date(b.at));
}

/** The same on the page of the build, short. @param {any} data @param {{root: string}} surroundings */
export function overview(data, surroundings) {
  return [stages(data), facts([[t('delivery.reports'), list(data.reports).map(report => el('div', null, link(surroundings.root + '/' + report.url, report.title), ' ', el('span', {class: 'pd-' + tone(report.verdict)}, word(report.verdict))))]])];
}
