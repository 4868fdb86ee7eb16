/** Of Electron's clipboard, what reading it takes. */
export type ReadableClipboard = {
  readonly read: () => Promise<
    readonly { readonly types: readonly string[]; readonly getType: (type: string) => Promise<unknown> }[]
  >;
};

/** What lies on the clipboard, as text and as HTML; empty where it is neither. */
export async function readClipboard(clipboard: ReadableClipboard): Promise<{ text: string; html: string }> {
  const items = await clipboard.read();
  const flavour = async (type: string): Promise<string> => {
    const item = items.find(({ types }) => types.includes(type));
    const found = await item?.getType(type);
    return found instanceof Blob ? found.text() : '';
  };
  return { text: await flavour('text/plain'), html: await flavour('text/html') };
}
