import type { ErrorCode, ErrorData } from '#contract/errors.ts';

/**
 * What the reader is told when something did not work: what happened, and what to do where there is something.
 *
 * One flat table: the compiler demands a sentence for every code.
 */
// eslint-disable-next-line max-lines-per-function, complexity -- a line for each code and nothing else
export function errors(code: ErrorCode, details: ErrorData['details']): string {
  switch (code) {
    case 'wrong-usage':
    case 'invalid-input':
      if (details['holdsLibrary'] === true) return 'The library itself lies there. Choose another folder.';
      return 'This could not be done with what was given.';
    case 'not-found':
      return 'It is no longer in the library.';
    case 'query-invalid':
      return 'This query could not be read.';
    case 'path-missing':
      return 'There is no file or folder at this place any more.';
    case 'unreadable-file':
      if (details['locked'] === true)
        return 'This PDF is locked with a password. Save it without one and take it in again.';
      if (details['damaged'] === true) return 'This PDF is damaged: no page of it can be read.';
      return 'The file could not be opened. Check that you may read it.';
    case 'empty-input':
      return 'There is nothing in it.';
    case 'binary-input':
      return 'This is not a text or a page, but data of some other kind.';
    case 'unsupported-kind':
      return 'Files of this kind cannot be taken in yet. Web pages, mails, PDF, EPUB books, web archives, zips of these, Markdown and plain text can.';
    case 'broken-charset':
      return 'Its characters are damaged, so that the text cannot be read.';
    case 'too-large':
      return 'It is larger than Pressmark takes in.';
    case 'no-article':
      if (details['scanned'] === true)
        return 'It holds pictures of pages and no text. Run text recognition (OCR) on it first.';
      return 'No article was found in it.';
    case 'extract-timeout':
      return 'Reading it took too long, so it was given up.';
    case 'extract-memory':
      return 'Reading it needed more memory than there is.';
    case 'address-invalid':
      return 'This is not a web address.';
    case 'address-refused':
      return 'This address lies on your own computer or network; Pressmark does not fetch from there.';
    case 'address-unreachable':
      return 'The site could not be reached. Check the address and your connection.';
    case 'address-status':
      return statusSentence(details['status']);
    case 'address-redirects':
      return 'The site sends the request round in circles.';
    case 'address-type':
      return 'There is no page at this address, but a file of another kind.';
    case 'address-timeout':
      return 'The site did not answer in time.';
    case 'library-missing':
      return 'The library folder is gone. Has it been moved, or is its disk not connected?';
    case 'library-read-only':
      return 'The library folder cannot be written to, so nothing was changed.';
    case 'library-newer':
      return 'This library was made by a newer Pressmark. Update the app to open it.';
    case 'library-damaged':
      return 'A part of the library is damaged. "pressmark verify" says which.';
    case 'library-busy':
      return 'The library is at work on something else. Try again in a moment.';
    case 'folder-unfit':
      return 'This folder cannot take a library. Choose an empty or a new one.';
    case 'disk-full':
      return 'The disk is full. Make some room, then try again.';
    case 'cancelled':
      return 'Stopped before it was done.';
    case 'disconnected':
      return 'The archive does not answer just now.';
    case 'internal':
      return 'Something went wrong inside Pressmark. Nothing you had is lost.';
  }
}

function statusSentence(status: string | number | boolean | null | undefined): string {
  switch (Number(status)) {
    case 401:
    case 402:
    case 403:
      return `The site does not let Pressmark read this page (${String(status)}). Save it from your browser and drop the file here.`;
    case 404:
    case 410:
      return `There is no page at this address any more (${String(status)}).`;
    case 429:
      return 'The site asks to be left alone for a while (429). Try again later.';
    default:
      return status === undefined
        ? 'The site answered with an error.'
        : `The site answered with an error (${String(status)}).`;
  }
}
