/** A way out that a message offers: undo, open, try again. */
export type MessageAction = { readonly label: string; readonly run: () => void };

export type Message = {
  readonly text: string;
  readonly tone: 'done' | 'failed';
  readonly action?: MessageAction;
  /** Messages with the same key take each other's place. */
  readonly key?: string;
};

/** Says what happened, quietly and in passing. The toasts of the window are one. */
export type Announcer = {
  readonly say: (message: Message) => void;
};
