/** A rollout: how it ended or what it does, the share of traffic, each metric, what happened. */

import {chart} from './chart.js';
import {el, list} from './dom.js';
import {between, clock, duration, figure, number, percent, time} from './format.js';
import {bullets, card, coloured, decision, environmentOf, facts, grid, verbatim, verdictOf} from './parts.js';
import {plainTable} from './table.js';
import {plural, t, tone, word} from './texts.js';
import {story} from './timeline.js';

/** @typedef {import('./parts.js').Place} Place */

/** @param {any} report @returns {boolean} whether it is a rollout, whatever its kind is called */
export const isRollout = report => Boolean(report.model && list(report.model.transitions).length);

/** @param {any} report @param {Place} [place] where decisions are sent to; none where nobody may take one */
export function rollout(report, place) {
  const model = report.model || {};
  return [
    verdictOf(report, shares(model)),
    list(model.recovery).length ? card('', t('rollout.recovery'), el('p', null, t('rollout.recoveryWhy')), verbatim(model.recovery, t('rollout.recovery'))) : null,
    place && list(report.choices).length ? card('', t('rollout.decide'), choices(report, place)) : null,
    body(model, report.colour),
  ];
}

/** Share, time and versions, beside the verdict. @param {any} model */
function shares(model) {
  if (model.weight === undefined) return null;
  const took = between(model.startedAt, model.since);
  return [
    el('div', null, t('rollout.servedBy', model.version || t('rollout.newVersion'))),
    el('b', null, percent(model.weight)), ' ', t('rollout.ofTraffic'),
    el('div', null, word(model.phase), took === null ? '' : ' · ' + duration(took)),
  ];
}

/** @param {any} report @param {Place} place */
function choices(report, place) {
  /** @type {Record<string, [string, 'primary' | 'destructive' | undefined]>} */
  const known = {promote: ['rollout.promote', 'primary'], hold: ['rollout.hold', undefined], abort: ['rollout.abort', 'destructive']};
  return decision({
    id: 'pd-rollout', place,
    choices: list(report.choices).filter(choice => known[choice]).map(choice => ({path: choice, text: t(known[choice][0]), kind: known[choice][1]})),
  });
}

/** @param {any} model @param {any} colour of its environment */
function body(model, colour) {
  const steps = list(model.transitions);
  const moved = new Set(steps.map(step => step.weight)).size > 2;
  return grid(
    moved ? card('wide', t('rollout.traffic'), weights(model, steps)) : null,
    card(moved ? 'narrow' : 'wide', t('story'), story(t('story'), told(model, steps))),
    moved ? null : about(model, colour),
    metrics(model),
    pods(model),
    moved ? about(model, colour) : null,
    list(model.changes).length ? card('half', t('rollout.changes'), verbatim(model.changes, t('rollout.changes'))) : null);
}

/** @param {any} model @param {any} colour of its environment */
function about(model, colour) {
  return card(list(model.changes).length && new Set(list(model.transitions).map(step => step.weight)).size > 2 ? 'half' : 'narrow', t('rollout.about'),
    facts([
      [t('application'), model.app], [t('environment'), environmentOf(model.environment, colour)],
      [t('rollout.place'), [model.cluster, model.namespace].filter(Boolean).join(' / ')],
      [t('version'), model.version], [t('rollout.before'), model.previousVersion],
      [t('rollout.revision'), list(model.workloads).filter(one => one.revision).map(one => el('div', null, one.name + ': ' + one.revision, one.version ? ' (' + one.version + ')' : ''))],
      [t('rollout.strategy'), word(model.strategy)], [t('rollout.router'), model.router],
      [t('rollout.steps'), list(model.weights).map(weight => percent(weight)).join(' → ')],
      [t('started'), model.startedAt && time(model.startedAt)], [t('deadline'), model.deadline && time(model.deadline)],
    ]),
    list(model.warnings).length ? [el('h4', null, t('warnings')), bullets(model.warnings)] : null);
}

/** One line for each thing that was new. @param {any} model @param {any[]} steps */
function told(model, steps) {
  const decisions = list(model.decisions).map(one => ({at: one.at, what: t('rollout.decided', one.by, word(one.kind)) + (one.reason ? ': ' + one.reason : '')}));
  const phases = steps.filter((step, i) => i === 0 || step.reason !== steps[i - 1].reason).map(step => ({
    at: step.at, what: step.reason, tone: ['RESTORE', 'STUCK'].includes(step.to) ? 'bad' : step.to === 'COMPLETED' ? 'ok' : undefined}));
  return [...phases, ...decisions].sort((a, b) => +new Date(a.at) - +new Date(b.at));
}

/** @param {any} model @param {any[]} steps */
function weights(model, steps) {
  const back = steps.find(step => step.to === 'RESTORE');
  const before = back && Math.max(back.weight, steps[Math.max(0, steps.indexOf(back) - 1)].weight);
  return chart({
    label: t('rollout.trafficLabel'), height: 260, most: 100, value: percent,
    series: [{name: model.version || t('rollout.newVersion'), colour: 'canary', kind: 'step', filled: true, points: steps.map(step => [step.at, step.weight])}],
    mark: back ? {at: back.at, value: before, text: t('rollout.back')} : undefined,
  });
}

/** The pods as they were seen last, and, once it went back, those that did not serve before. @param {any} model */
function pods(model) {
  const broken = ['RESTORE', 'ROLLED_BACK', 'STUCK'].includes(model.phase) ? list(model.brokenPods) : [];
  return [
    broken.length ? card('', t('rollout.brokenPods'), el('p', {class: 'pd-muted-text'}, t('time.asOf'), ' ', time(model.brokenAt)), podTable(t('rollout.brokenPods'), broken)) : null,
    list(model.workloads).length ? card('', t('rollout.pods'),
      el('p', null, list(model.workloads).map((one, i) => [i ? ' · ' : '', el('b', null, one.name), ' ', el('span', {class: one.ready < one.wanted ? 'pd-bad' : 'pd-ok'}, t('rollout.ready', number(one.ready), number(one.wanted)))]),
        el('span', {class: 'pd-muted-text'}, ' · ', t('time.asOf'), ' ', time(model.podsAt))),
      list(model.pods).length ? podTable(t('rollout.pods'), model.pods) : null,
      model.podsLeftOff ? el('p', {class: 'pd-muted-text'}, plural('rollout.morePods', model.podsLeftOff, number(model.podsLeftOff))) : null) : null,
  ];
}

/** @param {any} pod */
const serves = pod => pod.ready && pod.state !== 'Terminating';

/** @param {string} label @param {any[]} rows */
const podTable = (label, rows) => plainTable(label,
  [t('rollout.pod'), t('version'), t('rollout.revision'), t('rollout.state'), {text: t('rollout.restarts'), right: true}, t('reason')], rows.map(pod => [
    el('code', null, pod.name), pod.version, el('code', null, pod.revision), el('span', {class: serves(pod) ? 'pd-ok' : pod.reason ? 'pd-bad' : null}, serves(pod) ? t('rollout.podReady') : pod.state),
    number(pod.restarts), pod.reason]));

/** @param {any} model */
function metrics(model) {
  const looks = list(model.verdicts);
  const names = [...new Set(looks.map(look => look.metric))];
  return names.map(name => metric(name, looks.filter(look => look.metric === name), names.length));
}

/** @param {string} name @param {any[]} looks @param {number} many */
function metric(name, looks, many) {
  const last = looks[looks.length - 1];
  const worst = looks.find(look => look.outcome === 'FAIL') || last;
  const known = looks.filter(look => Number.isFinite(look.canary));
  const limit = looks.map(look => look.evidence?.limit).filter(Number.isFinite).pop();
  /** @type {import('./chart.js').Series[]} */
  const series = [{name: t('metric.canary'), colour: 'canary', points: known.map(look => [look.at, look.canary])}];
  if (looks.some(look => Number.isFinite(look.stable))) series.push({name: t('metric.stable'), colour: 'stable', points: looks.map(look => [look.at, look.stable])});
  return card(many > 2 ? 'third' : 'half', [name + ' ', coloured(worst.outcome), worst.advisory ? el('small', null, ' ' + t('metric.advisory')) : null],
    el('p', null, sentence(name, worst)),
    known.length ? chart({
      label: t('metric.label', name), height: 170, value: value => figure(name, value), limit,
      series,
    }) : null,
    el('details', null, el('summary', null, t('metric.looks', looks.length)),
      plainTable(t('metric.looksOf', name), [t('time'), {text: t('rollout.weight'), right: true}, t('verdict'), t('reason')],
        looks.map(look => [time(look.at, clock), percent(look.weight), coloured(look.outcome), look.reason]))));
}

/** The verdict in words: both values, how many samples, how far apart, the limit. @param {string} name @param {any} look */
function sentence(name, look) {
  const evidence = look.evidence || {};
  if (!Number.isFinite(look.canary)) return look.reason;
  const parts = [t('metric.onCanary', figure(name, look.canary))];
  if (Number.isFinite(look.stable)) {
    parts.push(t('metric.onStable', figure(name, look.stable)));
    if (look.stable > 0) parts.push((look.canary >= look.stable ? '+' : '−') + percent(Math.abs(look.canary / look.stable - 1) * 100, 0));
  }
  if (Number.isFinite(evidence.samples)) {
    parts.push(Number.isFinite(evidence.controlSamples) && evidence.controlSamples !== evidence.samples
      ? t('metric.samplesEach', String(evidence.samples), String(evidence.controlSamples)) : t('metric.samples', String(evidence.samples)));
  }
  if (Number.isFinite(evidence.limit)) parts.push(t('chart.limit', figure(name, evidence.limit)));
  return [el('b', null, parts[0]), parts.length > 1 ? ', ' + parts.slice(1).join(', ') : '', ' → ', el('span', {class: 'pd-' + tone(look.outcome)}, word(look.outcome))];
}
