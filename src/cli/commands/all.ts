import type { Command } from '../command.ts';
import { add } from './add.ts';
import { correct } from './correct.ts';
import { highlights } from './highlights.ts';
import { list } from './list.ts';
import { repair } from './repair.ts';
import { reread } from './reread.ts';
import { search } from './search.ts';
import { searches } from './searches.ts';
import { serve } from './serve.ts';
import { show } from './show.ts';
import { stats } from './stats.ts';
import { tag } from './tag.ts';
import { rebuild, verify } from './verify.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  add,
  search,
  searches,
  list,
  show,
  tag,
  highlights,
  correct,
  repair,
  reread,
  verify,
  rebuild,
  stats,
  serve,
];
