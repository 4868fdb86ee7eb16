/**
 * What menus, dock and taskbar ask of a window.
 *
 * `do` names an action of the window's own table (`screens/library/actions.ts`); one that cannot be done just now, or
 * that there is none of, is passed over.
 */
export type ShellAct =
  | { readonly kind: 'do'; readonly action: string }
  /** What lies on the clipboard, to be taken in as if it had been pasted into the window. */
  | { readonly kind: 'paste'; readonly text: string; readonly html: string };

/** What a window tells the shell of how the person likes it. */
export type ShellWishes = {
  /** The language of the window, as a tag: menus speak the same. */
  readonly language: string;
  /** Long work that ends while no window has the focus may say so. */
  readonly notifies: boolean;
};
