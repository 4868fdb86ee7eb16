import { writeSync } from 'node:fs';
import { systemClock } from '#platform/clock.ts';
import { anAddition, openIn } from './archive.ts';

/**
 * A process of its own that works in a library until it is done or killed:
 *
 *   node archive-child.ts add-and-tag FOLDER NAME COUNT   keeps articles and tags them
 *   node archive-child.ts tag FOLDER ID COUNT             tags one article again and again
 *   node archive-child.ts try FOLDER                      one of everything, as an account that may not write
 *
 * What has been acknowledged is printed at once, one line each, so that the parent knows what must
 * not be lost whenever it kills.
 */
const [mode, folder = '', name = '', count = '0'] = process.argv.slice(2);

if (mode === 'add-and-tag') await addAndTag();
if (mode === 'tag') await tagAgainAndAgain();
if (mode === 'try') await tryEverything();

async function addAndTag(): Promise<void> {
  const archive = await openIn(folder, { clock: systemClock });
  say('open');
  for (let index = 0; index < Number(count); index += 1) {
    const capturedAt = new Date().toISOString();
    const { id } = await archive.add(anAddition({ headline: `Story ${name} ${index}`, capturedAt }));
    say(`added ${id}`);
    archive.tag([id], [`by/${name}`], []);
    say(`tagged ${id}`);
  }
  archive.close();
}

async function tagAgainAndAgain(): Promise<void> {
  const archive = await openIn(folder, { clock: systemClock });
  say('open');
  for (let index = 0; index < Number(count); index += 1) {
    archive.tag([name], [`${process.pid}-${index}`], []);
    say(`tagged ${process.pid}-${index}`);
  }
  archive.close();
}

/** Says the code of each refusal, or that there was none. */
async function tryEverything(): Promise<void> {
  const archive = await openIn(folder, { clock: systemClock });
  const [article] = archive.list({ filter: {}, sort: 'saved', limit: 1, offset: 0 }).articles;
  const id = article?.id ?? '';
  say(`read-only ${archive.library.readOnly}`);
  say(`get ${(await archive.get(id)).text}`);
  const tries = {
    add: () => archive.add(anAddition({ headline: 'Refused' })),
    tag: () => archive.tag([id], ['refused'], []),
    trash: () => archive.trash([id]),
    undo: () => archive.undo(null),
  };
  for (const [what, work] of Object.entries(tries)) {
    try {
      await work();
      say(`${what} done`);
    } catch (error) {
      say(`${what} ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}`);
    }
  }
  archive.close();
}

function say(line: string): void {
  writeSync(1, `${line}\n`);
}
