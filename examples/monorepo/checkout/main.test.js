import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, total } from './main.js';

test('sending costs something', () => assert.equal(total([{ cents: 450, count: 2 }]), 1390));

test('sending is free from a hundred euros on, and for nothing', () => {
  assert.equal(total([{ cents: 10_000, count: 1 }]), 10_000);
  assert.equal(total([]), 0);
});

test('can be told to be unready', () => assert.equal(answer('/readyz', { FAULT_NEVER_READY: 'true' })[0], 503));
