import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ago, between, clock, duration, figure, moment, number, useFormats} from '../../main/webapp/js/format.js';
import {useTexts} from '../../main/webapp/js/texts.js';

useTexts({'time.ahead': 'ahead', 'time.now': 'just now'}, 'en');
const plain = text => text.replaceAll('\u00a0', ' ');

test('durations have the two units that matter', () => {
  useFormats('en', 'UTC');
  assert.deepEqual([250, 4_200, 59_000, 432_000, 7_260_000, 260_000_000].map(duration).map(plain),
    ['250 ms', '4.2 s', '59 s', '7 min 12 s', '2 h 1 min', '3 d']);
});

test('a clock that was set back leaves no duration', () => {
  assert.equal(between('2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z'), null);
  assert.equal(duration(null), '–');
  assert.equal(duration(-5), '–');
});

test('times are those of the zone of who looks', () => {
  useFormats('de', 'Europe/Berlin');
  assert.equal(clock('2026-07-01T12:00:00Z'), '14:00:00');
  assert.match(moment('2026-07-01T23:30:00Z'), /02\.07\.2026/);
  useFormats('en', 'UTC');
});

test('numbers are written as the language does', () => {
  useFormats('de', 'UTC');
  assert.equal(number(1234.56), '1.234,6');
  useFormats('en', 'UTC');
  assert.equal(number('x'), '–');
});

test('how long ago something was has one unit, and the future is said', () => {
  assert.equal(ago('2026-01-01T00:00:00Z', '2026-01-10T01:00:00Z'), '9 days ago');
  assert.equal(ago('2026-01-01T00:00:00Z', '2026-01-01T00:00:10Z'), 'just now');
  assert.equal(ago('2026-01-02T00:00:00Z', '2026-01-01T00:00:00Z'), 'ahead');
});

test('a metric is written in the unit that its name speaks of', () => {
  assert.deepEqual([figure('error-rate', 0.2989), figure('latency-p95', 0.48), figure('latency-p95', 2.5), figure('request-rate', 12)].map(plain),
    ['29.89 %', '480 ms', '2.5 s', '12']);
});
