/** What a tool around a release reported: what does not pass, sentences, and lines of one table. */

import {el, list} from './dom.js';
import {number} from './format.js';
import {bullets, card, grid, verdictOf} from './parts.js';
import {dataTable, local} from './table.js';
import {t} from './texts.js';

/** @type {Record<string, string>} */
const TONES = {DANGER: 'bad', WARNING: 'warn', GOOD: 'ok'};

/** @param {any} report @returns {boolean} */
export const isTool = report => Boolean(report.model && Array.isArray(report.model.columns) && Array.isArray(report.model.rows));

/** @param {any} report */
export function tool(report) {
  const model = report.model || {}, rows = list(model.rows);
  return [verdictOf(report), grid(
    list(model.violations).length ? card('', t('tool.violations'), el('div', {class: 'pd-bad'}, bullets(model.violations))) : null,
    list(model.sentences).length ? card('', t('tool.sentences'), bullets(model.sentences)) : null,
    rows.length ? card('', t('tool.lines'), lines(report, model, rows)) : null)];
}

/** @param {any} report @param {any} model @param {any[]} rows */
function lines(report, model, rows) {
  /** @type {import('./table.js').Column[]} */
  const columns = list(model.columns).map((title, index) => ({
    key: 'c' + index, title: String(title), value: row => sortable(list(row.cells)[index]),
    cell: row => el('span', {class: index === 0 && TONES[row.tone] ? 'pd-' + TONES[row.tone] : null}, list(row.cells)[index]),
  }));
  return [
    dataTable({label: t('tool.lines'), columns, source: local(rows, columns), search: rows.length > 8, prefix: (report.kind + report.name).replace(/\W+/g, '') + '.'}),
    model.leftOff ? el('p', {class: 'pd-muted-text'}, t('tool.leftOff', number(model.leftOff))) : null,
  ];
}

/** A number where it is one, so that 9 stands before 10. @param {any} cell */
const sortable = cell => /^-?[\d.]+$/.test(String(cell)) ? Number(cell) : cell;
