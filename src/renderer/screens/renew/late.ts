import { createElement } from 'react';
import { lazily } from '../../components/lazily.tsx';
import { text } from '../../text/text.ts';
import type { RenewalCardsProps } from './renewal-cards.tsx';
import type { RenewOfferProps } from './renew-offer.tsx';

/** Both come with their words, which nothing else says. */
export const RenewalCards = lazily(async () => {
  const [{ RenewalCards }, words] = await Promise.all([import('./renewal-cards.tsx'), text.late.renewing()]);
  return (props: Omit<RenewalCardsProps, 'words'>) => createElement(RenewalCards, { ...props, words });
});

export const RenewOffer = lazily(async () => {
  const [{ RenewOffer }, words] = await Promise.all([import('./renew-offer.tsx'), text.late.renewing()]);
  return (props: Omit<RenewOfferProps, 'words'>) => createElement(RenewOffer, { ...props, words });
});
