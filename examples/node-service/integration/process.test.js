import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';

/** A port that was free a moment ago. */
async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

test('the process takes its settings from the environment, answers, and ends when it is told to', async () => {
  const port = await freePort();
  const service = spawn(process.execPath, ['src/main.js'], { env: { ...process.env, PORT: String(port), APP_VERSION: '2.0.0' } });
  try {
    await once(service.stdout, 'data');
    const answer = await fetch(`http://127.0.0.1:${port}/version`);
    assert.deepEqual(await answer.json(), { version: '2.0.0' });
  } finally {
    service.kill('SIGTERM');
  }
  const [code] = await once(service, 'exit');
  assert.equal(code, 0);
});
