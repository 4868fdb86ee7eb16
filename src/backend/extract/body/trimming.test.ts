import { expect, test } from 'vitest';
import { extract } from '../extract.ts';
import { captionsOf } from '../words/html-to-text.ts';

const sentences = [
  'The ferry to the outer islands has carried one engine since it was built, and one engine was enough for forty years.',
  'In the winter it failed eleven times, twice in sight of the rocks, and the crew took to the oars with the passengers.',
  'Now a second engine stands beside the first, bought from a trawler that nobody wanted to sail any more.',
  'The harbour master says that two bad engines make one good one, which the engineer doubts and the crew does not believe.',
  'On Sunday the ferry sails again, and the bakery has promised to wait with the bread until it is seen to come back.',
];
const story = sentences.map((sentence) => `<p>${sentence}</p>`).join('\n');

function draftOf(body: string, head = '') {
  const page = `<!doctype html><html><head><title>Ferry gets a second engine</title>${head}</head><body><article><h1>Ferry gets a second engine</h1>${body}</article></body></html>`;
  return extract({
    kind: 'html',
    bytes: new TextEncoder().encode(page),
    address: 'https://harbour.example/ferry',
    charset: null,
    fileName: null,
  });
}

const whole = sentences.join('\n\n');

test.each([
  '<div class="image"><img src="a.jpg"><span>The old engine, before it failed. Photo: Ada Lint</span></div>',
  '<img src="a.jpg"><div class="photo-caption">The old engine, before it failed. Photo: Ada Lint</div>',
  '<figure><div><img src="a.jpg"></div><div>The old engine, before it failed. Photo: Ada Lint</div></figure>',
])('words beside a picture are its caption, not the story: %s', (picture) => {
  const draft = draftOf(`${story}${picture}<p>${sentences[0]}</p>`);
  expect(draft.text).not.toContain('old engine');
  expect(captionsOf(draft.html)).toEqual(['The old engine, before it failed. Photo: Ada Lint']);
  expect(draft.images).toHaveLength(1);
});

test('a long text in a box that is named after pictures stays a part of the story', () => {
  expect(draftOf(`<div class="media"><img src="a.jpg">${story}</div>`).text).toBe(whole);
});

test('what a heading announces after the story is cut, and told', () => {
  const draft = draftOf(
    `${story}<h3>More from the harbour</h3><p>The crane was painted on Monday, and again on Tuesday.</p>`,
  );
  expect(draft.text).toBe(whole);
  expect(draft.removals.map(({ reason }) => reason)).toContainEqual({ rule: 'below-the-end-of-the-story' });
});

test('a section of the story is no ending, whatever its heading', () => {
  const section = `<h3>More from the harbour</h3>${story}`;
  expect(draftOf(`${story}${section}`).text).toContain(`More from the harbour\n\n${sentences[0]}`);
});

test('the last lines on the writer are cut from the end, never from the midst', () => {
  const line = '<p>Ada Lint can be reached at ada@harbour.example.</p>';
  expect(draftOf(`${story}${line}`).text).toBe(whole);
  expect(draftOf(`${line}${story}`).text).toContain('can be reached');
});

test('a row of teasers at the end is cut, one in the midst is the story’s', () => {
  const row = ['Crane painted twice in a week', 'Bakery waits for the last ferry', 'Trawler finds no buyer again']
    .map((title) => `<div class="card"><h4><a href="/x">${title}</a></h4><div>Yesterday in the harbour</div></div>`)
    .join('');
  expect(draftOf(`${story}<div>${row}</div>`).text).toBe(whole);
  expect(draftOf(`<p>${sentences[0]}</p><div>${row}</div>${story}`).text).toContain('Crane painted');
});

test('a paragraph that the page’s own data does not have is cut where the two agree on the rest', () => {
  const told = (body: string) =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Ferry gets a second engine', articleBody: body })}</script>`;
  const promotion =
    '<p>Our app knows where the ferry is at every hour of the day and of the night, and it costs nothing.</p>';
  expect(draftOf(`${story}${promotion}`, told(sentences.join(' '))).text).toBe(whole);
  expect(draftOf(`${story}${promotion}`, told(sentences.slice(0, 2).join(' '))).text).toContain('Our app');
});

test('the lead that is printed above the body opens the text, once', () => {
  const lead = 'A trawler’s engine is to carry the ferry through the winter that the old one could not.';
  const page = `<div class="head"><p class="standfirst">${lead}</p></div><div class="article-body">${story}</div>`;
  expect(draftOf(page).text).toBe(`${lead}\n\n${whole}`);
  expect(draftOf(`<p class="standfirst">${lead}</p>${story}`).text.split(lead)).toHaveLength(2);
});

test('what only subscribers see is read from a saved page, a hidden appeal is not', () => {
  const hidden = (name: string) => `<div class="${name}" style="display:none"><p>${sentences[4]}</p></div>`;
  expect(draftOf(`${story.replaceAll(`<p>${sentences[4]}</p>`, '')}${hidden('subscriber-only')}`).text).toBe(whole);
  expect(draftOf(`${story}${hidden('appeal')}`).text).toBe(whole);
});

test('folded answers are a part of the page, though hidden', () => {
  const folded = `<div><button>Why two?</button></div><div hidden><p>Because one failed, and nobody could say why or when it would again.</p></div>`;
  expect(draftOf(`${story}${folded}`).text).toContain('Because one failed');
});

test.each([
  '• Last updated 3 hours ago •',
  '4 minute read',
  'Lesedauer: 4 Min.',
  'Author of the article:',
  'Register / sign in to unlock more articles',
  'You can save this article by registering for free here. Or sign in if you have an account.',
])('"%s" between the paragraphs is none of the story', (line) => {
  expect(draftOf(`<p>${sentences[0]}</p><div><span>${line}</span></div>${story}`).text).toBe(
    `${sentences[0]}\n\n${whole}`,
  );
});

test.each([
  'Originally published as Ferry gets its second engine at last',
  'Dieser Artikel ist zuerst bei „Hafenblatt“ erschienen.',
  'The full interview is available on our podcast. Listen and subscribe wherever you get your podcasts.',
  'Interview with Ada Lint produced by Bo Lint.',
  'Ask the Skipper is for informational purposes only and does not replace a pilot.',
  'Ihre Meinung ist uns wichtig. Senden Sie uns Ihr Feedback zu diesem Artikel an: post@harbour.example',
])('"%s" at the end is about the story and its makers', (line) => {
  expect(draftOf(`${story}<p>${line}</p>`).text).toBe(whole);
});

test('the day of the article above the story is none of it, in the midst it is', () => {
  const head = '<meta property="article:published_time" content="2021-10-22T20:13:00Z">';
  const day = 'sexta-feira, 22 de outubro de 2021 às 20:13';
  expect(draftOf(`<div>${day}</div>${story}`, head).text).toBe(whole);
  expect(draftOf(`${story}<div>${day}</div>${story}`, head).text).toBe(`${whole}\n\n${day}\n\n${whole}`);
});

test('a byline below the lead is no line of the story', () => {
  const page = `<p>${sentences[0]}</p><p class="by">By Ada Lint<br>Published March 3, 2021</p>${story}`;
  expect(draftOf(page, '<meta name="author" content="Ada Lint">').text).toBe(`${sentences[0]}\n\n${whole}`);
});

test('words that only announce another story are cut, those that say something are not', () => {
  const { text } = draftOf(
    `${story}<h6>VEA TAMBIÉN: El faro cierra</h6><p>Mira: I told them so, and they sailed.</p><p>${sentences[0]}</p>`,
  );
  expect(text).not.toContain('El faro');
  expect(text).toContain('Mira: I told them so');
});

test('a post from elsewhere is shown where it stands, and is none of the story’s words', () => {
  const draft = draftOf(
    `${story}<blockquote class="twitter-tweet"><p>Two engines!</p></blockquote><p>${sentences[0]}</p>`,
  );
  expect(draft.text).toBe(`${whole}\n\n${sentences[0]}`);
  expect(captionsOf(draft.html)).toEqual(['Two engines!']);
});

test('a correction at the edge of a story is a field, one in the midst is not', () => {
  const note = 'Correction: An earlier version had three engines.';
  const below = draftOf(`${story}<p>${note}</p>`);
  expect([below.text, below.metadata.correction]).toEqual([whole, note]);
  const midst = draftOf(`${story}<p>${note}</p>${story}${story}`);
  expect(midst.metadata.correction).toBeNull();
  expect(midst.text).toContain(note);
});

test('a part of a post is not thrown away for a tag that the post has', () => {
  const page = `<div class="post-7 type-post status-publish tag-newsletter tag-related">${story}</div>${`<div class="related">${story}</div>`.repeat(3)}`;
  expect(draftOf(page).text).toBe(whole);
});

test('notes that the story calls are kept, wherever the page puts them', () => {
  const page = `${story}<p>It was so.<a href="#n1">1</a></p></article><footer class="footnotes" id="notes"><p id="n1">Says the log.</p></footer><article>`;
  expect(draftOf(page).html).toContain('<p id="place-n1">Says the log.</p>');
});
