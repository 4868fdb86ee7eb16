/** What keys and commands of the window ask of the article that is read. */
export type ReadingHands = {
  /** Opens the field to find something in it. */
  readonly find: () => void;
  readonly findAgain: (step: 1 | -1) => void;
  readonly viewPictures: () => void;
  /** Reads aloud from the place where one is; while it is read aloud, pauses and goes on. */
  readonly readAloud: () => void;
  readonly stepAloud: (step: 1 | -1) => void;
  readonly stopAloud: () => void;
};
