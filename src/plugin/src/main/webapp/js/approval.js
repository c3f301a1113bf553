/** An approval: who may, who did, what is missing, until when, and on what evidence. */

import {el, link, list} from './dom.js';
import {clock, moment, time} from './format.js';
import {bullets, card, decision, environmentOf, facts, grid, verdictOf} from './parts.js';
import {plainTable} from './table.js';
import {t, tone, word} from './texts.js';

/** @param {any} report @param {import('./parts.js').Place} [place] */
export function approval(report, place) {
  const model = report.model || {};
  return [
    verdictOf(report, model.open ? [el('div', null, t('approval.until')), el('b', null, time(model.deadline, moment))] : undefined),
    place ? answer(report, model, place) : null,
    grid(
      card('wide', model.message || t('approval.votes'), list(model.missing).length ? [el('h4', null, t('approval.missing')), bullets(model.missing)] : null, votes(model)),
      card('narrow', t('approval.rules'), rules(report, model)),
      card('', t('approval.evidence'), evidence(model, place))),
  ];
}

/** @param {any} report @param {any} model @param {import('./parts.js').Place} place */
function answer(report, model, place) {
  const required = model.reason === 'REQUIRED';
  const choices = [{path: 'approve', text: t('approval.approve'), kind: /** @type {const} */ ('primary'), required},
    {path: 'reject', text: t('approval.reject'), kind: /** @type {const} */ ('destructive'), required}].filter(choice => list(report.choices).includes(choice.path));
  return [
    choices.length ? card('', t('approval.yours'), decision({place, id: 'pd-approval', values: {evidence: model.evidenceDigest || ''}, choices})) : null,
    report.overridable ? card('', t('approval.override'), el('p', null, report.closedBecause || ''), decision({place, id: 'pd-override', label: t('approval.overrideWhy'),
      choices: [{path: 'override', text: t('approval.overrideAsk'), kind: 'destructive', required: true}]})) : null,
    report.confirmable ? card('', t('approval.override'), el('p', null, model.override ? model.override.words : ''), decision({place, id: 'pd-confirm', reason: false,
      choices: [{path: 'confirmOverride', text: t('approval.overrideAgree'), kind: 'destructive'}]})) : null,
  ];
}

/** @param {any} model */
function votes(model) {
  if (!list(model.votes).length) return el('p', {class: 'pd-muted-text'}, model.open ? t('approval.noVoteYet') : t('approval.noVote'));
  return plainTable(t('approval.votes'), [t('time'), t('approval.who'), t('approval.vote'), t('reason')], list(model.votes).map(vote => [
    time(vote.at, clock), vote.name || vote.user, el('span', {class: 'pd-' + tone(vote.choice)}, word(vote.choice)), vote.reason]));
}

/** @param {any} report @param {any} model */
function rules(report, model) {
  return facts([
    [t('approval.mayAnswer'), list(model.approvers).length ? list(model.approvers).map(one => el('div', null, one)) : t('approval.anybody')],
    [t('approval.quorum'), model.quorum],
    [t('environment'), environmentOf(model.environment, report.colour)],
    [t('approval.asked'), model.openedAt && time(model.openedAt)],
    [t('approval.until'), model.deadline && time(model.deadline)],
    [t('approval.then'), model.open && model.onTimeout && word('ON_TIMEOUT_' + model.onTimeout)],
    [t('approval.decided'), model.decision && time(model.decision.decidedAt)],
    [t('approval.causers'), list(model.causers).join(', ')],
    [t('approval.self'), model.selfApproval === undefined ? '' : t(model.selfApproval ? 'yes' : 'no')],
    [t('approval.windows'), list(report.windows).map(one => el('div', null, one))],
    [t('approval.closed'), report.closedBecause],
    [t('approval.override'), model.override && model.override.words],
  ]);
}

/** @param {any} model @param {import('./parts.js').Place} [place] */
function evidence(model, place) {
  if (!list(model.evidence).length) return el('p', {class: 'pd-muted-text'}, t('approval.noEvidence'));
  return plainTable(t('approval.evidence'), [t('approval.report'), t('verdict'), 'SHA-256'], list(model.evidence).map(one => [
    place ? link('../' + encodeURIComponent(one.name) + '/', one.name) : one.name, one.summary,
    el('code', {title: one.digest}, String(one.digest).slice(0, 12) + '…')]));
}
