import { createServer } from 'node:http';

const delay = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

function answer(url, settings) {
  switch (url.pathname) {
    case '/healthz':
      return [200, { status: 'ok' }];
    case '/readyz':
      return settings.neverReady ? [503, { status: 'starting' }] : [200, { status: 'ready' }];
    case '/version':
      return [200, { version: settings.version }];
    case '/api/greeting':
      return [200, { greeting: `Hello, ${url.searchParams.get('name') ?? 'world'}!` }];
    default:
      return [404, { error: `there is no ${url.pathname}` }];
  }
}

/** A release can be told to do wrong, so that a rollout can be practised. */
function fails(url, settings) {
  return url.pathname.startsWith('/api/') && Math.random() < settings.errorRate;
}

export function service(settings) {
  return createServer(async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    await delay(settings.latencyMillis);
    const [status, body] = fails(url, settings) ? [500, { error: 'told to fail' }] : answer(url, settings);
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body));
  });
}

export function settingsOf(env) {
  return {
    port: Number(env.PORT ?? 8080),
    version: env.APP_VERSION ?? '1.5.0',
    errorRate: Number(env.FAULT_ERROR_RATE ?? 0),
    latencyMillis: Number(env.FAULT_LATENCY_MS ?? 0),
    neverReady: env.FAULT_NEVER_READY === 'true',
  };
}
