import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';

const ITEMS = [
  { id: 'tea', cents: 450 },
  { id: 'cup', cents: 1200 },
];

export function answer(path, env = process.env) {
  switch (path) {
    case '/readyz': return env.FAULT_NEVER_READY === 'true' ? [503, {}] : [200, {}];
    case '/version': return [200, { version: env.APP_VERSION ?? '1.5.0' }];
    case '/items': return [200, ITEMS];
    default: return [404, { error: `there is no ${path}` }];
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const server = createServer((request, response) => {
    const [status, body] = answer(new URL(request.url, 'http://localhost').pathname);
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  }).listen(Number(process.env.PORT ?? 8080));
  process.on('SIGTERM', () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
  });
}
