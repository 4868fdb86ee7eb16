import { once } from 'node:events';
import { type Command, exitDone, numberOption, textOption } from '../command.ts';
import { takeNoOperands } from './verify.ts';

const highestPort = 65_535;

export const serve: Command = {
  name: 'serve',
  usage: '[--port N] [--host 127.0.0.1]',
  summary: 'open the library in a browser of this computer, until Ctrl-C',
  options: {
    port: { type: 'string' },
    host: { type: 'string' },
    'allow-local-addresses': { type: 'boolean', default: false },
  },
  help: [
    '--port N                  the port (default: any free one)',
    '--host 127.0.0.1          only this computer can be served',
    '--allow-local-addresses   also fetch pages from this computer and its own network',
    '',
    'Prints an address that opens the window once. With --json one object: {"address","entryAddress"}.',
  ],
  async run(context) {
    takeNoOperands('serve', context);
    const { options, terminal, signal } = context;
    const { serveLibrary } = await import('../../web-host/serve.ts');
    const host = await serveLibrary({
      asked: context.libraryPath,
      usual: context.libraryPath,
      dataPath: context.dataPath,
      port: numberOption(options, 'port', { from: 0, to: highestPort, otherwise: 0 }),
      host: textOption(options, 'host') ?? '127.0.0.1',
      allowLocalAddresses: options['allow-local-addresses'] === true,
    });
    const entryAddress = host.newEntryAddress();
    await terminal.print(
      context.json ? JSON.stringify({ address: host.address, entryAddress }) : `Open ${entryAddress}`,
    );
    if (!context.json) terminal.report('The address opens one window. Ctrl-C ends.');
    if (!signal.aborted) await once(signal, 'abort');
    await host.close();
    return exitDone;
  },
};
