import type { ArticleId } from '#contract/article.ts';
import type { ArticlePictures, MissingPicture } from '#contract/pictures.ts';
import { useQuery } from '../../state/backend.tsx';
import { text } from '../../text/text.ts';
import { RenewOffer } from '../renew/late.ts';
import styles from './fields.module.css';

/** Whether the article can be seen whole with the network off; if not, what is missing and why. */
export function KeptPictures({ id, isReadOnly }: { readonly id: ArticleId; readonly isReadOnly: boolean }) {
  const { value } = useQuery('articles.pictures', { id });
  if (value === undefined) return null;
  return (
    <>
      <dt>{text.keptPictures.label}</dt>
      <dd>
        {sentence(value)}
        {value.missing === null || value.missing.length === 0 ? null : (
          <>
            <ul className={styles['missing']}>
              {value.missing.map((picture, at) => (
                <li key={at}>
                  {text.keptPictures.missing(nameOf(picture), text.keptPictures.reasons[picture.reason])}
                </li>
              ))}
            </ul>
            <RenewOffer what="pictures" ids={[id]} isDisabled={isReadOnly} />
          </>
        )}
      </dd>
    </>
  );
}

function sentence({ kept, missing }: ArticlePictures): string {
  if (missing !== null && missing.length > 0) return text.keptPictures.some(kept, kept + missing.length);
  if (kept === 0) return text.keptPictures.none;
  return missing === null ? text.keptPictures.kept(kept) : text.keptPictures.all(kept);
}

/** What a reader would know it by: what it shows, else where it lay. */
function nameOf({ alt, from }: MissingPicture): string {
  return alt ?? from ?? text.keptPictures.unnamed;
}
