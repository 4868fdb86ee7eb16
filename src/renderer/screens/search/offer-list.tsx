import { HistoryIcon } from '../../components/icons.ts';
import type { Offer, Offers } from './offers.ts';
import { text } from '../../text/text.ts';
import styles from './search.module.css';

type OfferListProps = {
  readonly id: string;
  readonly offers: Offers;
  readonly active: number | null;
  readonly onPoint: (index: number) => void;
  readonly onTake: (offer: Offer) => void;
};

/** The list below the search field. The field keeps the focus and the keys; a press here is the pointer's way. */
export function OfferList({ id, offers, active, onPoint, onTake }: OfferListProps) {
  return (
    <div className={styles['offers']}>
      <p className={styles['offersTitle']} aria-hidden="true">
        {offers.title}
      </p>
      <ul id={id} role="listbox" aria-label={`${text.search.offers.label}: ${offers.title}`}>
        {offers.offers.map((offer, index) => (
          <li
            key={`${offer.kind} ${offer.id}`}
            id={offerId(id, index)}
            role="option"
            aria-selected={index === active}
            data-kind={offer.kind}
            className={styles['offer']}
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={() => index !== active && onPoint(index)}
            onClick={() => onTake(offer)}
          >
            {offer.kind === 'recent' ? <HistoryIcon size={14} /> : null}
            <span className={styles['offerLabel']}>{offer.label}</span>
            {offer.aside === '' ? null : <span className={styles['offerAside']}>{offer.aside}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

export function offerId(listId: string, index: number): string {
  return `${listId}-${index}`;
}
