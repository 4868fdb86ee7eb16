import { parseArgs } from 'node:util';
import { ArchiveError } from '#contract/errors.ts';
import { defaultPlaces, thisMachine } from '../host/places.ts';
import { serveLibrary } from './serve.ts';

/**
 * The loopback host as a program of its own, as `npm start` and the end-to-end tests run it.
 *
 * It prints one JSON line, `{"address","entryAddress"}`, when it is ready, and ends on SIGTERM,
 * SIGINT, or when standard input closes and `--until-stdin-ends` was given.
 */
async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      library: { type: 'string' },
      port: { type: 'string', default: '0' },
      host: { type: 'string', default: '127.0.0.1' },
      'allow-local-addresses': { type: 'boolean', default: false },
      'until-stdin-ends': { type: 'boolean', default: false },
    },
  });
  const places = defaultPlaces(thisMachine());
  const host = await serveLibrary({
    asked: values.library,
    usual: places.libraryPath,
    dataPath: places.dataPath,
    port: Number(values.port),
    host: values.host,
    allowLocalAddresses: values['allow-local-addresses'],
  });
  const end = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end.resolve());
  if (values['until-stdin-ends']) process.stdin.on('end', () => end.resolve()).resume();
  console.log(JSON.stringify({ address: host.address, entryAddress: host.newEntryAddress() }));
  await end.promise;
  await host.close();
  process.exit(0);
}

try {
  await run();
} catch (error) {
  const { code, message } = error instanceof ArchiveError ? error : { code: 'internal', message: String(error) };
  process.stderr.write(`pressmark: ${code}: ${message}\n`);
  process.exit(1);
}
