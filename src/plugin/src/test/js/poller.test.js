import assert from 'node:assert/strict';
import {test} from 'node:test';
import {poll} from '../../main/webapp/js/poller.js';

/** A browser whose time passes when the test says so. */
function browser(...answers) {
  const asked = [], timers = [], listeners = [];
  return {
    asked, timers, hiddenNow: false,
    show() {
      this.hiddenNow = false;
      listeners.forEach(listener => listener());
    },
    fetch(url, options) {
      asked.push(options.headers['If-None-Match'] || '');
      const answer = answers.length > 1 ? answers.shift() : answers[0];
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    later(callback, millis) {
      timers.push({callback, millis});
      return timers.length;
    },
    never() {},
    hidden() {
      return this.hiddenNow;
    },
    onVisibility(listener) {
      listeners.push(listener);
    },
    async pass() {
      await timers[timers.length - 1].callback();
    },
  };
}

const json = (data, tag) => ({ok: true, status: 200, headers: {get: name => name === 'ETag' ? tag : null}, json: async () => data});
const same = {ok: false, status: 304, headers: {get: () => null}};
const settle = () => new Promise(done => setImmediate(done));

test('it asks with the tag of the last answer, and slower while nothing changes', async () => {
  const around = browser(json({}, '"1"'), same);
  poll({url: 'json', onData: () => false, surroundings: around});
  await settle();
  await around.pass();
  await around.pass();
  assert.deepEqual(around.asked, ['', '"1"', '"1"']);
  assert.deepEqual(around.timers.map(timer => timer.millis), [2_000, 3_000, 4_500]);
});

test('it never waits longer than it may', async () => {
  const around = browser(json({}, '"1"'), same);
  poll({url: 'json', onData: () => false, slowest: 5_000, surroundings: around});
  await settle();
  for (let i = 0; i < 9; i++) await around.pass();
  assert.equal(around.timers.at(-1).millis, 5_000);
});

test('it stops when everything is said', async () => {
  const around = browser(json({}, '"1"'));
  poll({url: 'json', onData: () => true, surroundings: around});
  await settle();
  assert.equal(around.timers.length, 0);
});

test('it stops when there is nothing to see', async () => {
  const around = browser({ok: false, status: 404, headers: {get: () => null}}), said = [];
  poll({url: 'json', onData: () => false, onProblem: problem => said.push(problem), surroundings: around});
  await settle();
  assert.deepEqual([around.timers.length, said], [0, ['404']]);
});

test('it says that the server does not answer, and goes on, slower', async () => {
  const around = browser(new Error('offline'), json({}, '')), said = [];
  poll({url: 'json', onData: () => false, onProblem: problem => said.push(problem), surroundings: around});
  await settle();
  await around.pass();
  assert.deepEqual(said, ['offline', '']);
  assert.equal(around.timers[0].millis, 4_500);
  assert.equal(around.timers[1].millis, 2_000);
});

test('it asks nothing while nobody looks, and at once when somebody does again', async () => {
  const around = browser(json({}, '"1"'));
  around.hiddenNow = true;
  poll({url: 'json', onData: () => false, surroundings: around});
  await settle();
  assert.equal(around.timers.length, 0);
  around.show();
  await settle();
  assert.equal(around.asked.length, 2);
});

test('who has changed something is shown it, also where nothing more was expected', async () => {
  const around = browser(json({n: 1}, '"1"'), json({n: 2}, '"2"')), seen = [];
  const polling = poll({url: 'json', onData: data => seen.push(data.n) > 0, surroundings: around});
  await settle();
  await polling.now();
  assert.deepEqual(seen, [1, 2]);
  assert.equal(around.timers.length, 0);
});

test('what was asked before a change is not taken for what is there after it', async () => {
  const around = browser(json({n: 1}, '"1"'), json({n: 2}, '"2"')), seen = [];
  const polling = poll({url: 'json', onData: data => seen.push(data.n) > 9, surroundings: around});
  await polling.now();
  assert.deepEqual(seen, [1, 2]);
});
