/** Numbers, durations and times as who looks writes them. */

import {el} from './dom.js';
import {t} from './texts.js';

/** @type {string | undefined} */
let language;
/** @type {string | undefined} */
let zone;

/**
 * @param {string} [tag] of the language; the browser's by default
 * @param {string} [timeZone] name of the time zone; the browser's by default
 */
export function useFormats(tag, timeZone) {
  language = tag;
  zone = timeZone;
}

/** The name of the time zone in which times are shown. */
export const shownZone = () => new Intl.DateTimeFormat(language, {timeZone: zone}).resolvedOptions().timeZone;

/** @param {any} value @param {number} [digits] after the point, at most */
export function number(value, digits = 1) {
  const known = Number(value);
  return Number.isFinite(known) ? known.toLocaleString(language, {maximumFractionDigits: digits}) : '–';
}

/** @param {any} value @param {number} [digits] */
export const percent = (value, digits = 1) => number(value, digits) + '\u00a0%';

/** @param {number | null | undefined} millis how long; null or less than nothing where a clock was set back */
export function duration(millis) {
  if (millis === null || millis === undefined || !Number.isFinite(millis) || millis < 0) return '–';
  if (millis < 1000) return Math.round(millis) + '\u00a0ms';
  const seconds = Math.round(millis / 1000);
  if (millis < 10_000) return number(millis / 1000) + '\u00a0s';
  if (seconds < 60) return seconds + '\u00a0s';
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return parts(minutes, 'min', seconds % 60, 's');
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? parts(hours, 'h', minutes % 60, 'min') : parts(Math.floor(hours / 24), 'd', hours % 24, 'h');
}

/** @param {number} most @param {string} unit @param {number} rest @param {string} smaller */
function parts(most, unit, rest, smaller) {
  return most + '\u00a0' + unit + (rest ? ' ' + rest + '\u00a0' + smaller : '');
}

/**
 * Milliseconds between two moments; null where one is missing or the clock was set back in between.
 *
 * @param {any} from
 * @param {any} to
 */
export function between(from, to) {
  const millis = +new Date(to) - +new Date(from);
  return from && to && Number.isFinite(millis) && millis >= 0 ? millis : null;
}

/** @param {any} instant @param {Intl.DateTimeFormatOptions} options */
function shown(instant, options) {
  const date = new Date(instant);
  return Number.isNaN(+date) ? '–' : date.toLocaleString(language, {timeZone: zone, ...options});
}

/** Hours, minutes, seconds. @param {any} instant */
export const clock = instant => shown(instant, {hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23'});

/** Day and time. @param {any} instant */
export const moment = instant => shown(instant, {dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23'});

/**
 * A moment on the page: as who looks writes it, with the moment in UTC for who points at it.
 *
 * @param {any} instant
 * @param {(instant: any) => string} [as]
 */
export function time(instant, as = moment) {
  const date = new Date(instant);
  if (!instant || Number.isNaN(+date)) return el('span', null, '–');
  const exact = date.toISOString();
  return el('time', {datetime: exact, title: exact.replace('T', ' ').replace(/\.\d+Z$|Z$/, ' UTC')}, as(instant));
}

/**
 * How long ago something was, in one unit.
 *
 * @param {any} instant
 * @param {any} now what time the server says it is
 */
export function ago(instant, now) {
  const millis = between(instant, now);
  if (millis === null) return t('time.ahead');
  const format = new Intl.RelativeTimeFormat(language, {numeric: 'auto'});
  /** @type {Array<[Intl.RelativeTimeFormatUnit, number]>} */
  const units = [['day', 86_400_000], ['hour', 3_600_000], ['minute', 60_000]];
  const fits = units.find(([, size]) => millis >= size);
  return fits ? format.format(-Math.floor(millis / fits[1]), fits[0]) : t('time.now');
}

/**
 * A value of a metric, in the unit that its name speaks of.
 *
 * @param {string} metric
 * @param {any} value
 */
export function figure(metric, value) {
  if (!Number.isFinite(value)) return '–';
  if (/rate|ratio|saturation/.test(metric) && !/request-rate/.test(metric)) return percent(value * 100, 2);
  if (/latency|duration/.test(metric)) return value < 1 ? number(value * 1000, 0) + '\u00a0ms' : number(value, 2) + '\u00a0s';
  return number(value, 2);
}
