import { createServer } from 'node:http';

function answer(path) {
  switch (path) {
    case '/': return [200, { prices: 'with tax' }];
    case '/readyz': return process.env.FAULT_NEVER_READY === 'true' ? [503, {}] : [200, {}];
    case '/version': return [200, { version: process.env.APP_VERSION }];
    default: return [404, { error: `there is no ${path}` }];
  }
}

const server = createServer((request, response) => {
  const [status, body] = answer(new URL(request.url, 'http://localhost').pathname);
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}).listen(Number(process.env.PORT ?? 8080));

process.on('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
