const headline = 'The mark on the spine';

/** The article a new library can begin with: written for Pressmark, and about what it does. */
const article = `Reading

${headline}

Libraries wrote a small sign on every book to say where it stands. It is an old way of keeping a promise: what was put here can be found again.

By Pressmark

Pull a book from the shelf of an old library and look low on its spine. There is a paper label, cut with scissors, and on it a few letters and figures in brown ink. They name a press, which is what librarians called a bookcase, then a shelf in it, then a place on the shelf. The sign is a pressmark. Whoever knows it can walk to the book in the dark.

The sign says nothing about the book. It does not praise it or sort it by subject. It says only that somebody decided to keep this, and that it will be where it was left.

Articles never had such a place. They are printed on paper that goes to the recycling, or published at addresses that answer for a year or two and then lead to a page about something else. People who need them have always helped themselves: scissors and a glue pot, a folder of clippings, a drawer of photocopies, a hundred saved pages with names like "index (4)".

This app is a drawer of that kind, with a better memory. You drop a page on the window, or paste a text or an address, and it looks for the parts that a newspaper would have set apart: the headline, the line under it, the names, the place, the day. Where it is not sure, it says so with a dotted line, and you can put it right.

Everything goes into an ordinary folder. There is one folder for each article, with the page as it was taken in, a clean copy that any browser opens, and the pictures beside it. What you do to an article, such as a tag or a star, is written down in a plain text file that only ever grows. If you never start this app again, you still have your library.

To find something, type a word that was in it. Any word will do, and more words narrow the search. The words you typed are marked where they were found, so that you can see why an article is in the list.

Then read. The letters can be larger or smaller, the lines longer or shorter, the paper white, cream or black. The place where you stopped is kept to the paragraph.

This page is an article like any other. Give it a tag with the key T, a star with S, put it away with E. When you have seen enough of it, the button below takes it out again.`;

/** The article, and the headline by which it is known again, so that it can be removed with one press. */
export const sample = { headline, article };
