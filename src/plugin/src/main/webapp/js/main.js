/**
 * Draws a page of the plugin. The shell around it says what to draw and where the data is:
 *
 *     <div class="pd" data-page="rollout" data-json="json" data-root="/jenkins" data-texts="{…}" …></div>
 */

import {approvals} from './approvals.js';
import {audit} from './audit.js';
import {delivery, overview} from './delivery.js';
import {el, fill} from './dom.js';
import {environments} from './environments.js';
import {shownZone, time, useFormats} from './format.js';
import {job, lastDeployments} from './job.js';
import {poll} from './poller.js';
import {reportOf} from './report.js';
import {smokeTrend} from './smoketrend.js';
import {t, useTexts} from './texts.js';

/** @typedef {import('./parts.js').Place & {root: string}} Surroundings */

/** @type {Record<string, (data: any, surroundings: Surroundings) => import('./dom.js').Child>} */
const pages = {delivery, overview, job, lastDeployments, environments, approvals, audit, smokeTrend, report: (data, surroundings) => reportOf(data, surroundings)};

/** Whether nothing will change any more, by page. @type {Record<string, (data: any) => boolean>} */
const finished = {
  delivery: data => !data.running,
  overview: data => !data.running,
  job: () => true,
  lastDeployments: () => true,
  environments: () => false,
  approvals: () => false,
  audit: () => false,
  smokeTrend: () => true,
  report: data => !['RUNNING', 'WAITING'].includes(data.verdict) && !data.closedBecause,
};

/** Pages that change a few times a day. */
const SLOW = ['environments', 'approvals', 'audit'];

/** @param {HTMLElement} place */
export function start(place) {
  const {page = 'report', json = 'json', root = '', base = '', texts = '{}', language} = place.dataset;
  useTexts(JSON.parse(texts), language || 'en');
  useFormats(language);
  const content = el('div', {class: 'pd-content', 'aria-busy': 'true'}, el('p', {class: 'pd-muted-text'}, t('loading')));
  const problem = el('p', {class: 'pd-warn pd-problem', role: 'status'});
  const notice = el('p', {class: 'pd-notice', role: 'status'});
  place.replaceChildren(problem, notice, content);
  /** @type {Surroundings} */
  const surroundings = {root, base, again: () => polling.now(), say(words, good) {
    notice.className = 'pd-notice ' + (good ? 'pd-ok' : 'pd-bad');
    notice.replaceChildren(words);
    notice.scrollIntoView({block: 'nearest'});
  }};
  const polling = poll({
    url: json,
    every: SLOW.includes(page) ? 10_000 : 2_000,
    onData(data) {
      fill(content, pages[page](data, surroundings), footer(data, place.dataset.zone));
      content.setAttribute('aria-busy', 'false');
      return finished[page](data);
    },
    onProblem(said) {
      const gone = ['401', '403', '404'].includes(said);
      problem.replaceChildren(said ? t(gone ? 'problem.gone' : 'problem.offline', said) : '');
    },
  });
  return polling;
}

/** In which time zone times are, where the controller has another. @param {any} data @param {string} [zone] */
function footer(data, zone) {
  const mine = shownZone();
  return el('p', {class: 'pd-footer pd-muted-text'}, zone && zone !== mine ? t('time.zones', mine, zone) : t('time.zone', mine),
    data.now ? [' ', t('time.asOf'), ' ', time(data.now)] : null);
}

for (const place of document.querySelectorAll('.pd[data-page]')) start(/** @type {HTMLElement} */ (place));
