import assert from 'node:assert/strict';
import { test } from 'node:test';

const address = process.env.BASE_URL;

test('somebody from outside is greeted by name', async () => {
  const answer = await fetch(`${address}/api/greeting?name=Grace`);
  assert.equal(answer.status, 200);
  assert.deepEqual(await answer.json(), { greeting: 'Hello, Grace!' });
});
