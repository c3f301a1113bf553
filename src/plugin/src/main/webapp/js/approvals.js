/** What waits for me, and what waits for others. */

import {el, link, list} from './dom.js';
import {number, time} from './format.js';
import {card, emptyState, environmentOf} from './parts.js';
import {plural, t} from './texts.js';

/** @param {any} data @param {{root: string}} surroundings */
export function approvals(data, {root}) {
  const all = list(data.approvals);
  const mine = all.filter(one => one.mine), others = all.filter(one => !one.mine);
  return [
    el('h2', null, t('approvals.mine'), mine.length ? el('span', {class: 'pd-badge'}, number(mine.length)) : null),
    mine.length ? el('div', {class: 'pd-summaries'}, mine.map(one => entry(one, root, true))) : emptyState(t('approvals.nothing'), t('approvals.todo')),
    el('h2', null, t('approvals.others'), others.length ? el('span', {class: 'pd-badge pd-quiet'}, number(others.length)) : null),
    others.length ? el('div', {class: 'pd-summaries'}, others.map(one => entry(one, root, false))) : el('p', {class: 'pd-muted-text'}, t('approvals.noOther')),
  ];
}

/** @param {any} one @param {string} root @param {boolean} mine */
function entry(one, root, mine) {
  const href = root + '/' + one.url;
  return card('', link(href, one.message || one.build),
    el('p', null, one.build, one.environment ? [' → ', el('b', null, environmentOf(one.environment, one.colour))] : null),
    el('p', {class: 'pd-muted-text'}, plural('approvals.votes', list(one.votes).length, number(list(one.votes).length)), ' · ', list(one.missing).join('; ')),
    el('p', {class: 'pd-muted-text'}, t('approval.until'), ' ', time(one.deadline)),
    mine ? el('a', {class: 'jenkins-button jenkins-button--primary pd-button', href}, t('approvals.answer')) : null);
}
