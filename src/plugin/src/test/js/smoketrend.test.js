import assert from 'node:assert/strict';
import {test} from 'node:test';
import {changed} from '../../main/webapp/js/smoketrend.js';

test('a latency is compared with the median of those before', () => {
  assert.equal(changed([100, 400, 200, 300]), 50);
  assert.equal(changed([100, 200, 75]), -50);
});

test('without anything before there is nothing to compare with', () => {
  assert.equal(changed([100]), null);
  assert.equal(changed([]), null);
  assert.equal(changed([0, 0, 5]), null);
});
