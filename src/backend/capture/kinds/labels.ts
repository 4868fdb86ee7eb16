/** How an article inside a file is named for people: `archive.zip › texts/page.html`. */
export function labelInside(container: string, name: string): string {
  return `${container} › ${name}`;
}

/** The article's own name, of a path or of a place inside a file. */
export function fileNameOfLabel(label: string): string {
  const path = label.split(' › ').at(-1) ?? label;
  return path.split(/[/\\]/).at(-1) ?? path;
}
