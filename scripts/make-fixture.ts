/**
 * Writes the expectations of corpus fixtures: `node scripts/make-fixture.ts tests/corpus/<name>…`
 *
 * Only this command writes them; a test that misses one fails. Read what it wrote before you commit
 * it: an expectation is a claim about what is right, not a record of what happened.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractFixture } from '../tests/support/fixtures.ts';

for (const folder of process.argv.slice(2)) {
  const { json, html } = extractFixture(folder);
  writeFileSync(join(folder, 'expected.json'), json);
  writeFileSync(join(folder, 'expected.html'), html);
  console.log(`${folder}: expectations written; read them before you commit them`);
}
