import { service, settingsOf } from './service.js';

const settings = settingsOf(process.env);
const server = service(settings).listen(settings.port, () => console.log(`version ${settings.version} listens on ${settings.port}`));

// Requests that are under way are answered before the process ends.
process.on('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
