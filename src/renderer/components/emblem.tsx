/** Pressmark's own mark: a book's spine with its shelf label. */
export function Emblem({ sizePx }: { readonly sizePx: number }) {
  return (
    <svg width={sizePx} height={sizePx} viewBox="0 0 32 32" fill="none" aria-hidden="true">
      <rect x="8" y="2.5" width="16" height="27" rx="2.5" fill="var(--accent)" />
      <path d="M8 7.5h16M8 24.5h16" stroke="var(--accent-ink)" strokeOpacity="0.55" />
      <rect x="11" y="11" width="10" height="10" rx="1" fill="var(--accent-ink)" />
      <path d="M13.5 14.5h5M13.5 17.5h3" stroke="var(--accent)" strokeWidth="1.4" strokeLinecap="round" />
    </svg>
  );
}
