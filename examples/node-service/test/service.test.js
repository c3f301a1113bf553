import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { service, settingsOf } from '../src/service.js';

let server;
let address;

before(async () => {
  server = service(settingsOf({ APP_VERSION: '1.2.3' }));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${server.address().port}`;
});

after(() => server.close());

const ask = async (path) => {
  const response = await fetch(address + path);
  return [response.status, await response.json()];
};

test('greets who says a name', async () => {
  assert.deepEqual(await ask('/api/greeting?name=Ada'), [200, { greeting: 'Hello, Ada!' }]);
});

test('greets everybody else, too', async () => {
  assert.deepEqual(await ask('/api/greeting'), [200, { greeting: 'Hello, world!' }]);
});

test('says which version it is, and that it is well', async () => {
  assert.deepEqual(await ask('/version'), [200, { version: '1.2.3' }]);
  assert.deepEqual(await ask('/healthz'), [200, { status: 'ok' }]);
});

test('does not know what it does not have', async () => {
  assert.deepEqual(await ask('/nothing'), [404, { error: 'there is no /nothing' }]);
});

test('can be told to be unready', () => {
  assert.equal(settingsOf({ FAULT_NEVER_READY: 'true' }).neverReady, true);
});
