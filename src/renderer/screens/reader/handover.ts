/** What one article hands on to the next that takes its place. */
export type Handover = {
  /** It was read aloud to its end, and the next is to follow. */
  readonly isReadAloud: boolean;
  /** One was in its text. */
  readonly hasFocus: boolean;
};

export const nothingHandedOn: Handover = { isReadAloud: false, hasFocus: false };
