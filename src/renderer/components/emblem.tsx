/** Pressmark's own mark: a book between others, with its shelf label low on the spine. */
export function Emblem({ sizePx }: { readonly sizePx: number }) {
  return (
    <svg width={sizePx} height={sizePx} viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <rect x="2.5" y="8" width="6.5" height="20" rx="1" fill="var(--accent)" fillOpacity="0.4" />
      <rect x="10.5" y="4" width="11" height="24" rx="1" fill="var(--accent)" />
      <rect x="10.5" y="18" width="11" height="6" fill="var(--accent-ink)" />
      <rect x="23" y="10" width="6.5" height="18" rx="1" fill="var(--accent)" fillOpacity="0.4" />
    </svg>
  );
}
