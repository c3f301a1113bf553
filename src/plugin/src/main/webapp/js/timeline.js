/** The one time line: stations in their order, side by side where there is room, one below the other where there is none. */

import {el, link} from './dom.js';
import {clock, time} from './format.js';
import {t, tone, word} from './texts.js';

/**
 * @typedef {object} Station
 * @property {string} name
 * @property {string} state such as `SUCCESS`, `RUNNING`, `SKIPPED`
 * @property {import('./dom.js').Child} [detail] one short line
 * @property {string | null} [href]
 *
 * @typedef {object} Happening
 * @property {any} at
 * @property {import('./dom.js').Child} what
 * @property {string} [tone] `ok`, `warn` or `bad` for what stands out
 */

/**
 * @param {string} label
 * @param {Station[]} stations
 */
export function flow(label, stations) {
  return el('ol', {class: 'pd-flow', 'aria-label': label, tabindex: '0'}, stations.map(station => {
    const colour = tone(station.state);
    return el('li', {class: 'pd-' + colour + ' pd-state-' + station.state, 'aria-current': colour === 'live' ? 'step' : null},
      el('i', {'aria-hidden': 'true'}),
      el('b', null, station.href ? link(station.href, station.name) : station.name),
      el('span', {class: 'pd-num'}, station.detail ?? '', el('span', {class: 'pd-unseen'}, ' ' + word(station.state))));
  }));
}

/**
 * What happened, the first thing first.
 *
 * @param {string} label
 * @param {Happening[]} happenings
 */
export function story(label, happenings) {
  if (!happenings.length) return el('p', {class: 'pd-muted-text'}, t('story.empty'));
  return el('div', {class: 'pd-scroll pd-story', tabindex: '0', role: 'region', 'aria-label': label},
    el('ol', null, happenings.map(one => el('li', null,
      time(one.at, clock), el('span', {class: one.tone ? 'pd-' + one.tone : null}, one.what)))));
}
