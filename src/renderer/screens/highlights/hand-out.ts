/** Puts text where other programs take it from. Rejects when the browser keeps its clipboard to itself. */
export function copyText(words: string): Promise<void> {
  return navigator.clipboard.writeText(words);
}

/** Offers text as a file to keep. */
export function saveText(fileName: string, words: string): void {
  const address = URL.createObjectURL(new Blob([words], { type: 'text/markdown;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  // No file system takes all of these in a name.
  link.download = fileName.replace(/[\\/:*?"<>|]+/g, ' ').trim();
  link.click();
  // The browser reads it after the click; an address that is gone by then would be an empty file.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
