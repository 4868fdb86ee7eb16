/** The id of what is scrolled when one reads. */
export const readerScrollId = 'reader-scroll';

/** The id of the strip that asks whether a paste was read rightly. */
export const guessesId = 'guesses';
