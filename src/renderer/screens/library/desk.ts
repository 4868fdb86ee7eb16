import { useMemo } from 'react';
import { asIds, createActs, type Acts } from '../../state/acts.ts';
import type { RenewalKind } from '#contract/renewal.ts';
import { linkToArticle } from '#contract/pressmark-link.ts';
import { useServices } from '../../state/backend.tsx';
import { createHighlightActs } from '../../state/highlight-acts.ts';
import { createOrganiseActs, type OrganiseActs } from '../../state/organise-acts.ts';
import { createSearchActs } from '../../state/search-acts.ts';
import { errorSentence } from '../../text/errors.ts';
import { text } from '../../text/text.ts';
import { copyText, saveText } from '../highlights/hand-out.ts';
import { deskActs } from './desk-acts.ts';
import { deskHighlights } from './desk-highlights.ts';
import { deskCollections, deskTags } from './desk-organise.ts';
import { deskMoves } from './desk-moves.ts';
import { deskSearches } from './desk-searches.ts';
import { deskWindow } from './desk-window.ts';
import { makeOut, type DeskParts, type Situation, type Tools } from './situation.ts';

/** The library screen's hands: everything that keys, buttons and menus do to what is looked at. */
export type Desk = Situation &
  ReturnType<typeof deskMoves> &
  ReturnType<typeof deskActs> &
  ReturnType<typeof deskWindow> &
  ReturnType<typeof deskSearches> &
  ReturnType<typeof deskHighlights> &
  ReturnType<typeof deskCollections> &
  ReturnType<typeof deskTags> & {
    readonly acts: Acts;
    readonly ruleActs: OrganiseActs['rules'];
    readonly copyLink: () => void;
    /** Reads what is chosen again, or fetches its missing pictures: how it goes is told in the corner. */
    readonly renew: (what: RenewalKind) => void;
  };

export function useDesk(parts: DeskParts): Desk {
  const { client, cache, announcer, news, view, preferences } = useServices();
  const acts = useMemo(() => createActs({ client, cache, announcer, news }), [client, cache, announcer, news]);
  const searchActs = useMemo(
    () => createSearchActs({ client, cache, announcer, undo: acts.undo }),
    [client, cache, announcer, acts],
  );
  const organiseActs = useMemo(
    () => createOrganiseActs({ client, cache, announcer, undo: acts.undo }),
    [client, cache, announcer, acts],
  );
  const highlightActs = useMemo(
    () => createHighlightActs({ client, cache, announcer, undo: acts.undo, copy: copyText, save: saveText }),
    [client, cache, announcer, acts],
  );
  const tools: Tools = { client, cache, view, preferences, acts, searchActs };
  const situation = makeOut(parts);
  const moves = deskMoves(situation, tools);
  return {
    ...situation,
    ...moves,
    ...deskActs(situation, tools),
    ...deskWindow(situation, tools),
    ...deskSearches(situation, tools),
    ...deskHighlights(situation, tools, highlightActs),
    ...deskCollections(situation, tools, organiseActs),
    ...deskTags(situation, tools, organiseActs),
    acts,
    ruleActs: organiseActs.rules,
    renew(what) {
      client
        .call('renewals.start', { what, ids: asIds(situation.targets) })
        .catch((error: unknown) => announcer.say({ text: errorSentence(error), tone: 'failed' }));
    },
    copyLink() {
      if (situation.view.openId === null) return;
      copyText(linkToArticle(situation.view.openId)).then(
        () => announcer.say({ text: text.links.copied, tone: 'done' }),
        () => announcer.say({ text: text.links.notCopied, tone: 'failed' }),
      );
    },
  };
}
