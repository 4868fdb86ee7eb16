import type { CaptureInput } from '../src/contract/capture.ts';

/** One invented story of the library that the screenshots show. */
type Story = {
  readonly source: string;
  readonly section: string;
  readonly headline: string;
  readonly dek: string;
  readonly authors: readonly string[];
  readonly place: string;
  readonly date: string;
  readonly tags: readonly string[];
  readonly picture: string | null;
  readonly body: readonly string[];
};

const harbour = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="540" viewBox="0 0 960 540"><rect width="960" height="540" fill="#d9c7a8"/><circle cx="690" cy="190" r="78" fill="#c65d3b"/><path d="M0 330 Q160 300 320 326 T640 318 T960 330 V540 H0Z" fill="#3f5f6b"/><path d="M0 400 Q200 372 420 398 T960 392 V540 H0Z" fill="#2c4650"/><path d="M180 330 L214 180 L248 330Z" fill="#f3ead9"/><path d="M150 336 H292 L268 366 H176Z" fill="#5a3a2b"/><path d="M470 322 L492 236 L514 322Z" fill="#f3ead9"/><path d="M450 326 H540 L524 346 H468Z" fill="#5a3a2b"/></svg>`;
const hills = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="540" viewBox="0 0 960 540"><rect width="960" height="540" fill="#e7e2d3"/><path d="M0 300 Q180 160 360 280 T720 250 T960 300 V540 H0Z" fill="#9fb08d"/><path d="M0 370 Q240 250 480 360 T960 340 V540 H0Z" fill="#6f8a68"/><path d="M0 450 Q260 360 560 440 T960 420 V540 H0Z" fill="#435c46"/><g fill="#38463a"><rect x="640" y="214" width="6" height="96"/><path d="M643 214 L690 196 L644 208 L612 168 L641 212 L620 262Z"/><rect x="780" y="228" width="5" height="84"/><path d="M782 228 L822 212 L783 223 L756 190 L781 226 L764 270Z"/></g></svg>`;

const stories: readonly Story[] = [
  {
    source: 'The Harbour Post',
    section: 'City',
    headline: 'The ferry that refused to retire',
    dek: 'After sixty-one years on the same crossing the Margarethe was to be sold for scrap. The passengers had other plans.',
    authors: ['Ines Halvorsen', 'Bruno Abbott'],
    place: 'NORTHHAVEN',
    date: '2026-09-12',
    tags: ['harbour', 'city/transport'],
    picture: harbour,
    body: [
      'At ten past six in the morning the Margarethe leaves her berth as she has left it some forty thousand times. The ramp comes up, a bell is struck once, and eleven cyclists, two bakers and a school orchestra with its instruments are on their way across the sound.',
      'By the plan of the harbour office this should have ended in spring. A new bridge was to open, the ferry was to be sold by weight, and a photograph of her was already hanging in the museum. Then the bridge was late, and the passengers began to write letters.',
      '“We did not write that she is beautiful,” says Clara Moen, who has crossed every working day since 1989. “We wrote down the times. The bridge would have cost each of us nineteen minutes a day, and we could prove it.”',
      'The harbour office checked the figures, which took the summer. In September it published its own: the average was twenty-one minutes. A week later the sale was called off, and the picture in the museum got a new label.',
      'What happens now is a matter of steel. The hull is sound, the engine is not, and the yard that built both closed in 1994. A college of marine engineering has offered to fit an electric drive as a final project for its students. The first of them have already been on board with tape measures.',
      'The bell, everyone agrees, stays.',
    ],
  },
  {
    source: 'Northfield Courier',
    section: 'Science',
    headline: 'How a valley learned to read its wind',
    dek: 'A network of home-made stations now forecasts gusts better than the national model, one farmyard at a time.',
    authors: ['Farid Okonjo'],
    place: 'UPPER NORTHFIELD',
    date: '2026-08-30',
    tags: ['science/weather', 'energy'],
    picture: hills,
    body: [
      'The first station was a bicycle wheel with six soup ladles bolted to it. It stood on the roof of the dairy, and it was right more often than the radio.',
      'Today there are two hundred and four of them, most built from a kit that fits into a shoe box. Together they tell the valley, about forty minutes ahead, when a gust will come down from the ridge.',
      'Meteorologists were polite at first and curious later. The national model looks at the country in squares of two kilometres; the valley is narrower than that, and inside one square the wind can blow in opposite directions.',
    ],
  },
  {
    source: 'Morning Ledger',
    section: 'Business',
    headline: 'Small printers, full order books',
    dek: 'Short runs, local paper and a machine from 1962: why the workshops that survived are turning customers away.',
    authors: ['Greta Lindqvist'],
    place: 'STONEBRIDGE',
    date: '2026-10-04',
    tags: ['business/print'],
    picture: null,
    body: [
      'The telephone at the workshop of Leo Castellan has been off the hook since Tuesday. It is the only way, he says, to get any printing done.',
      'Six years ago he was about to sell the presses. Then a brewery asked for four hundred labels, a number that no large plant would take. Now orders below a thousand are nine tenths of the business.',
      'Others tell the same story. The association of small printers counted twenty-eight workshops in the region at its lowest point. This autumn there are forty-five, and nineteen of them have a waiting list.',
    ],
  },
  {
    source: 'The Lantern',
    section: 'Culture',
    headline: 'A choir for people who were told to mouth the words',
    dek: 'Nobody auditions, nobody is asked to leave, and on Thursday they sing in the cathedral.',
    authors: ['Elena Marchetti'],
    place: 'LOWTON',
    date: '2026-07-19',
    tags: ['culture/music', 'read again'],
    picture: null,
    body: [
      'Every one of them can name the teacher. It was always a teacher, and it was always in front of the class: just move your lips, dear.',
      'The choir takes them all. There are eighty-three members, some of whom can hold a note. The conductor, Hugo Brandt, says that is not a joke but a method: whoever can, stands next to whoever cannot.',
      'After two years the method has a sound. It is broad and slightly rough, like a crowd that happens to agree.',
    ],
  },
  {
    source: 'City Sentinel',
    section: 'Politics',
    headline: 'Council votes to publish every contract',
    dek: 'From January the town’s agreements will be online on the day they are signed, prices included.',
    authors: ['Jonas Weber', 'Kirsten Aalto'],
    place: 'NORTHHAVEN',
    date: '2026-10-21',
    tags: ['city/council'],
    picture: null,
    body: [
      'The vote was not close. By thirty-one to eight the council decided on Wednesday that contracts above two thousand crowns will be published on the day of their signature.',
      'Opponents had warned that companies would stop bidding. The treasurer answered with a list: of the hundred largest suppliers, ninety-four had already agreed in writing.',
      'Journalists of this paper had asked for three of the contracts in 2024. Two came after a court ruling, the third is still missing.',
    ],
  },
  {
    source: 'The Harbour Post',
    section: 'Opinion',
    headline: 'Keep the night train slow',
    dek: 'Speed is not what a sleeper sells.',
    authors: ['Dmitri Farkas'],
    place: 'NORTHHAVEN',
    date: '2026-10-28',
    tags: ['city/transport'],
    picture: null,
    body: [
      'The ministry is proud that the night train will soon arrive at ten past four. I should like to ask the ministry what it intends to do there at that hour.',
      'A sleeper that leaves at ten and arrives at seven is perfect. Every minute taken from it is a minute taken from sleep, at public expense.',
    ],
  },
  {
    source: 'Northfield Courier',
    section: 'World',
    headline: 'Lighthouse keepers meet for what may be the last time',
    dek: 'Forty-one of them are left on three coasts; they exchanged addresses and a recipe for bread.',
    authors: ['Ada Quist'],
    place: 'CAPE SORROW',
    date: '2026-06-02',
    tags: ['harbour'],
    picture: null,
    body: [
      'They came by boat, naturally, and all of them were early.',
      'Of the forty-one keepers still in service on the three coasts, thirty-eight were in the hall on Saturday. The lights have been automatic for decades. What the keepers keep is everything else: the paint, the path, the visitors, the log.',
      'The log, it was agreed after long discussion, should go on.',
    ],
  },
];

/** The stories as saved pages, with their pictures beside them; the first of them comes last and so heads the list. */
export function screenLibrary(): { readonly input: CaptureInput; readonly tags: readonly string[] }[] {
  return stories.toReversed().map((story, index) => {
    const page = `story-${index}.html`;
    const files = [{ path: page, base64: base64Of(asPage(story, index)) }];
    if (story.picture !== null) files.push({ path: `story-${index}_files/lead.svg`, base64: base64Of(story.picture) });
    return { input: { kind: 'files', files }, tags: story.tags };
  });
}

function asPage(story: Story, index: number): string {
  const facts = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: story.headline,
    description: story.dek,
    articleSection: story.section,
    datePublished: story.date,
    author: story.authors.map((name) => ({ '@type': 'Person', name })),
    publisher: { '@type': 'Organization', name: story.source },
    url: `https://news.example/${index}`,
  };
  const picture =
    story.picture === null
      ? ''
      : `<figure><img src="story-${index}_files/lead.svg" alt="" width="960" height="540"><figcaption>Drawing: ${story.source}</figcaption></figure>`;
  const [first = '', ...rest] = story.body;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${story.headline} – ${story.source}</title>
<meta property="og:site_name" content="${story.source}"><script type="application/ld+json">${JSON.stringify(facts)}</script></head>
<body><article><h1>${story.headline}</h1>${picture}<p>${story.place} — ${first}</p>${rest.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
}

function base64Of(text: string): string {
  return Buffer.from(text).toString('base64');
}
