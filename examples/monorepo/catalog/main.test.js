import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer } from './main.js';

test('offers tea and a cup', () => {
  assert.deepEqual(answer('/items')[1].map((item) => item.id), ['tea', 'cup']);
});

test('says which version it is', () => {
  assert.deepEqual(answer('/version', { APP_VERSION: '1.2.3' }), [200, { version: '1.2.3' }]);
});
