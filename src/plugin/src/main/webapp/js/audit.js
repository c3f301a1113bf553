/** Who did what to the deployments of a job: whether the log holds, then its entries, which the server hands out a page at a time. */

import {el, link, list} from './dom.js';
import {number, shownZone, time} from './format.js';
import {bullets, card, emptyState, facts, grid, verdict} from './parts.js';
import {dataTable, remote} from './table.js';
import {plural, t, word} from './texts.js';

/** @type {Record<string, string>} */
const TONES = {
  APPROVED: 'ok', DEPLOYED: 'ok', PROMOTED: 'ok', INCIDENT_RESOLVED: 'ok', HELD: 'warn', OVERRIDE_REQUESTED: 'warn', OVERRIDDEN: 'warn', REPAIRED: 'warn',
  REJECTED: 'bad', ABORTED: 'bad', ROLLED_BACK: 'bad', STUCK: 'bad', INCIDENT_OPENED: 'bad',
};

/** @param {any} data @param {{root: string, base: string}} surroundings */
export function audit(data, {root, base}) {
  if (!data.total && data.intact) return emptyState(t('audit.empty'), t('audit.emptyTodo'));
  return [trust(data), grid(card('', t('audit.log'), tableOf(data, root, base)))];
}

/** Whether the log can be trusted, and why not. @param {any} data */
function trust(data) {
  const problems = list(data.problems).map(one => (one.line ? t('audit.line', number(one.line)) + ' ' : '') + one.words);
  return verdict({
    tone: data.intact ? 'ok' : 'bad', tag: t(data.intact ? 'audit.intact' : 'audit.broken'),
    words: [el('p', null, el('b', null, data.intact ? plural('audit.unbroken', data.total, number(data.total)) : t('audit.damaged'))),
      problems.length ? bullets(problems.slice(0, 20)) : el('p', null, t('audit.head'), ' ', el('code', null, data.head))],
    figures: [el('b', null, number(data.total)), ' ', t('audit.entries'), data.newest ? el('div', null, t('audit.last'), ' ', time(data.newest)) : null],
  });
}

/** @param {any} data @param {string} root @param {string} base */
function tableOf(data, root, base) {
  const zone = shownZone();
  const page = remote(base + 'entries', answer => ({rows: list(answer.entries), total: answer.total}));
  /** @type {import('./table.js').Column[]} */
  const columns = [
    {key: 'time', title: t('time'), sort: 'TIME', cell: row => time(row.at)},
    {key: 'kind', title: t('audit.what'), cell: row => el('span', {class: TONES[row.kind] ? 'pd-' + TONES[row.kind] : null}, word(row.kind))},
    {key: 'actor', title: t('approval.who'), cell: row => row.actor || el('span', {class: 'pd-muted-text'}, t('audit.byItself'))},
    {key: 'text', title: t('audit.words'), cell: row => row.text},
    {key: 'subject', title: t('audit.subject'), cell: row => row.subject.startsWith('job/') ? link(root + '/' + row.subject, short(row.subject)) : short(row.subject)},
  ];
  return dataTable({
    label: t('audit.log'), columns, size: 100, detail,
    source: state => page({...state, zone}),
    filters: [
      {key: 'kind', title: t('audit.what'), options: list(data.kinds).map(value => ({value, title: word(value)}))},
      {key: 'actor', title: t('approval.who'), options: list(data.actors).map(value => ({value, title: value}))},
      {key: 'from', title: t('dora.from'), type: 'date'}, {key: 'to', title: t('dora.to'), type: 'date'},
    ],
  });
}

/** The build and its report, without the way to them. @param {string} subject */
const short = subject => subject.replace(/^.*?(\d+\/[^/]+)\/$/, '#$1').slice(0, 60);

/** What proves it. @param {any} row */
const detail = row => facts([
  [t('audit.number'), number(row.sequence)], [t('audit.from'), row.from], [t('audit.subject'), row.subject],
  ...[['audit.evidence', row.evidenceDigest], ['audit.digest', row.digest], ['audit.previous', row.previous]]
    .map(([key, digest]) => /** @type {[string, any]} */ ([t(key), digest && el('code', null, digest)])),
]);
