import type { LibraryStats, LibraryStorage } from '#contract/library.ts';
import { Late } from '../../components/late.tsx';
import type { QueryState } from '../../state/query-cache.ts';
import { formatBytes, formatNumber, formatPercent } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import styles from './manage.module.css';

type FiguresProps = { readonly stats: LibraryStats | undefined; readonly pictures: number | undefined };

/** The library in figures. */
export function Figures({ stats, pictures }: FiguresProps) {
  const figures: readonly (readonly [string, number | undefined])[] = [
    [text.health.articles, stats?.articles],
    [text.health.snapshots, stats?.snapshots],
    [text.health.pictures, pictures],
    [text.health.words, stats?.words],
    [text.health.trashed, stats?.trashed],
  ];
  return (
    <section className={styles['section']}>
      <h3 className={styles['heading']}>{text.health.figures}</h3>
      <dl className={styles['figures']}>
        {figures.map(([label, value]) => (
          <div key={label} className={styles['figure']}>
            <dd>{value === undefined ? '…' : formatNumber(value)}</dd>
            <dt>{label}</dt>
          </div>
        ))}
      </dl>
    </section>
  );
}

type SizesProps = {
  readonly storage: QueryState<LibraryStorage>;
  readonly catalogueBytes: number | undefined;
};

const kinds = ['articles', 'originals', 'pictures', 'journals', 'other'] as const;

/** What the folder takes on the disk, by kind of file. */
export function Sizes({ storage: { value, error }, catalogueBytes }: SizesProps) {
  return (
    <section className={styles['section']}>
      <h3 className={styles['heading']}>{text.health.size}</h3>
      {value === undefined ? (
        <Late>
          <p className={styles['why']}>{error === undefined ? text.health.measuring : text.health.notMeasured}</p>
        </Late>
      ) : (
        <SizeBar storage={value} />
      )}
      {catalogueBytes === undefined ? null : <p className={styles['why']}>{text.health.catalogue(catalogueBytes)}</p>}
    </section>
  );
}

function SizeBar({ storage }: { readonly storage: LibraryStorage }) {
  const total = kinds.reduce((sum, kind) => sum + storage[kind].bytes, 0);
  const shareOf = (kind: keyof LibraryStorage) => (total === 0 ? 0 : storage[kind].bytes / total);
  return (
    <>
      <p>{text.health.total(total)}</p>
      <div aria-hidden="true" className={styles['sizeBar']}>
        {kinds.map((kind) => (
          <span key={kind} data-kind={kind} style={{ flexGrow: shareOf(kind) }} />
        ))}
      </div>
      <dl className={styles['legend']}>
        {kinds.map((kind) => (
          <div key={kind} className={styles['legendItem']}>
            <dt>
              <span aria-hidden="true" data-kind={kind} className={styles['dot']} />
              {text.health.kinds[kind]}
            </dt>
            <dd>{formatBytes(storage[kind].bytes)}</dd>
            <dd>{formatPercent(shareOf(kind))}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
