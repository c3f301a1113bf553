/** What several pages are made of: cards, verdicts, facts, buttons that ask the server. */

import {el, list} from './dom.js';
import {t, tone, word} from './texts.js';

/**
 * @typedef {import('./dom.js').Child} Child
 *
 * @typedef {object} Place where a report is, and the page around it
 * @property {string} base address of the report
 * @property {() => Promise<void>} again asks for the report anew
 * @property {(words: string, good: boolean) => void} say tells who looks at the page, and stays when it is drawn anew
 */

/** @param {string} width `wide`, `narrow`, `half`, `third` or empty for all @param {Child} title @param {...Child} children */
export function card(width, title, ...children) {
  return el('section', {class: 'pd-card' + (width ? ' pd-' + width : '')}, title ? el('h3', null, title) : null, ...children);
}

/** @param {...Child} children */
export const grid = (...children) => el('div', {class: 'pd-grid'}, ...children);

/** A constant in words and in its colour. @param {any} constant */
export const coloured = constant => el('span', {class: 'pd-' + tone(constant)}, word(constant));

/**
 * An environment: its name, and the colour that the settings give it.
 *
 * @param {string} name @param {any} [colour] one of Jenkins's themes
 */
export const environmentOf = (name, colour) => colour && /^[a-z]+$/.test(colour)
  ? [el('span', {class: 'pd-dot pd-colour-' + colour, 'aria-hidden': 'true'}), name] : name;

/** @param {Array<[string, Child]>} pairs those without a value are left out */
export function facts(pairs) {
  const known = pairs.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false
    && !(Array.isArray(value) && value.length === 0));
  return known.length ? el('dl', {class: 'pd-facts'}, known.map(([term, value]) => [el('dt', null, term), el('dd', null, value)])) : null;
}

/**
 * The verdict first, then the figures that explain it.
 *
 * @param {object} verdict
 * @param {string} verdict.tone
 * @param {string} verdict.tag two or three words
 * @param {Child} verdict.words
 * @param {Child} [verdict.figures]
 * @param {string} [verdict.id]
 */
export function verdict({tone: colour, tag, words, figures, id}) {
  return el('section', {class: 'pd-card pd-verdict pd-c-' + colour, id},
    el('div', null, el('span', {class: 'pd-tag pd-' + colour}, tag), el('div', {class: 'pd-words'}, words)),
    figures ? el('div', {class: 'pd-figures pd-num'}, figures) : null);
}

/** @param {any} report as JSON @param {Child} [figures] */
export function verdictOf(report, figures) {
  return verdict({
    tone: tone(report.verdict),
    tag: word(report.verdict),
    words: [el('p', null, el('b', null, report.headline || word(report.verdict))), report.complete === false ? incomplete() : null],
    figures: figures || list(report.figures).map(one => el('div', null, one)),
  });
}

/** What is said where the file of a report is missing or damaged. */
export const incomplete = () => el('p', {class: 'pd-warn', role: 'alert'}, t('report.incomplete'));

/** @param {Child} what @param {Child} todo */
export const emptyState = (what, todo) => el('div', {class: 'pd-empty'}, el('p', null, el('b', null, what)), todo ? el('p', null, todo) : null);

/** @param {string[]} lines */
export const bullets = lines => el('ul', {class: 'pd-list'}, lines.map(one => el('li', null, one)));

/** Text that was written elsewhere, as it is. @param {string[]} lines @param {string} label */
export const verbatim = (lines, label) => el('pre', {class: 'pd-pre', tabindex: '0', role: 'region', 'aria-label': label}, lines.join('\n'));

/**
 * Buttons that send a reason to the server. Nobody decides twice by clicking twice: they work again once the page shows what
 * the server has made of it.
 *
 * @param {object} question
 * @param {string} question.id unique on the page
 * @param {Place} question.place
 * @param {Array<{path: string, text: string, kind?: 'primary' | 'destructive', required?: boolean}>} question.choices
 * @param {Record<string, string>} [question.values] sent with it
 * @param {boolean} [question.reason] whether a reason is asked for
 * @param {string} [question.label] of the reason
 */
export function decision({id, place, choices, values = {}, reason = true, label}) {
  const field = /** @type {HTMLTextAreaElement} */ (el('textarea', {id: id + '-reason', class: 'jenkins-input pd-input', rows: '2', maxlength: '4000'}));
  const missing = el('p', {role: 'status', class: 'pd-said pd-bad'});
  const buttons = choices.map(choice => el('button', {
    type: 'button', id: id + '-' + choice.path,
    class: 'jenkins-button pd-button' + (choice.kind === 'primary' ? ' jenkins-button--primary' : choice.kind === 'destructive' ? ' jenkins-!-destructive-color' : ''),
    on: {click: () => send(choice)},
  }, choice.text));

  /** @param {{path: string, required?: boolean}} choice */
  async function send(choice) {
    if (choice.required && !field.value.trim()) {
      missing.replaceChildren(t('decision.reasonNeeded'));
      field.focus();
      return;
    }
    missing.replaceChildren();
    buttons.forEach(button => button.setAttribute('disabled', ''));
    const {accepted, words} = await post(place.base + choice.path, {...values, reason: field.value});
    if (accepted) field.value = '';
    place.say(words, accepted);
    await place.again();
    buttons.forEach(button => button.removeAttribute('disabled'));
  }

  return el('div', {class: 'pd-decision', role: 'group', 'aria-label': t('decision')},
    reason ? [el('label', {for: id + '-reason'}, label || t('decision.reason')), field] : null,
    el('div', {class: 'pd-buttons'}, buttons), missing);
}

/**
 * Whether it was accepted, and what to say to who asked.
 *
 * @param {string} url
 * @param {Record<string, string>} values
 * @returns {Promise<{accepted: boolean, words: string}>}
 */
async function post(url, values) {
  const {crumbHeader, crumbValue} = document.head.dataset;
  let response;
  try {
    response = await fetch(url, {
      method: 'POST', credentials: 'same-origin', body: new URLSearchParams(values),
      headers: {Accept: 'application/json', ...(crumbHeader && crumbValue ? {[crumbHeader]: crumbValue} : {})},
    });
  } catch {
    return {accepted: false, words: t('decision.lost')};
  }
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return {accepted: true, words: t('decision.taken')};
  return {accepted: false, words: answer.message || t(response.status === 403 ? 'decision.forbidden' : 'decision.refused', response.status)};
}
