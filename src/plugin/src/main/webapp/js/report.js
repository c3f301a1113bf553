/** A report of any kind: by its own page where it has one, otherwise all that its model says. */

import {approval} from './approval.js';
import {el, list} from './dom.js';
import {card, coloured, facts, grid, verdictOf} from './parts.js';
import {isRollout, rollout} from './rollout.js';
import {scan} from './scan.js';
import {smoke} from './smoke.js';
import {t} from './texts.js';
import {isTool, tool} from './tool.js';

/** @type {Record<string, (report: any, place?: import('./parts.js').Place) => import('./dom.js').Child>} */
const kinds = {rollout, approval, 'security-scan': scan, 'smoke-test': smoke};

/**
 * @param {any} report
 * @param {import('./parts.js').Place} [place]
 * @returns {import('./dom.js').Child}
 */
export function reportOf(report, place) {
  const page = kinds[report.kind] || (isRollout(report) ? rollout : isTool(report) ? tool : plain);
  try {
    return page(report, place);
  } catch (problem) {
    console.error(problem);
    return plain(report);
  }
}

/** @param {any} report */
function plain(report) {
  const model = report.model || {};
  const simple = Object.entries(model).filter(([, value]) => value !== null && typeof value !== 'object');
  return [verdictOf(report), grid(card('', null,
    facts(simple.map(([key, value]) => [key, String(value)])),
    el('details', null, el('summary', null, t('report.all')), el('pre', {class: 'pd-pre', tabindex: '0', role: 'region', 'aria-label': t('report.all')}, JSON.stringify(model, null, 2)))))];
}

/** @param {any} report */
export const titleOf = report => report.title + (report.name && !String(report.title).includes(report.name) ? ': ' + report.name : '');

/** A report in a few lines, with the way to all of it. @param {any} report @param {import('./dom.js').Child} title */
export function summaryOf(report, title) {
  return el('article', {class: 'pd-card pd-summary pd-c-edge-' + String(report.verdict)},
    el('h3', null, title, ' ', coloured(report.verdict)),
    el('p', null, report.headline),
    list(report.figures).length ? el('p', {class: 'pd-muted-text'}, list(report.figures).join(' · ')) : null);
}
