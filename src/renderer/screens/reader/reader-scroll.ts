/** The id of what is scrolled when one reads. */
export const readerScrollId = 'reader-scroll';
