/** Stories written for these tests, as a person would paste them. */
export const bridge = `Local News

Harbour bridge reopens after the storm

The old swing bridge carries traffic again, nine days after a barge tore loose in the night.

By Ada Example and Ben Sample

VIK — The swing bridge over the inner harbour was opened to traffic on Monday morning, nine days after a barge broke its moorings and struck the northern pier.

Engineers had worked in two shifts to replace a bearing that was cast in 1931. "We found the drawings in the museum," said the harbour master, who had asked for them by telephone at midnight.

Buses use the bridge at walking speed until a second inspection in the spring. Cyclists and walkers may cross as before.

The council has asked for money to moor barges further out. A vote is due before the summer.

Copyright 2026 The Vik Courier. All rights reserved.`;

export const museum = `Culture

Small museum sends nineteen drums home

By Hana Kimura

The crates left the loading bay at dawn, so that the drums would arrive in daylight. Nobody in the museum could say who had catalogued them, or how long they had been silent.

A delegation had come to listen before it came to collect. For two days the drums were played in the empty gallery, and the guards asked to change their shifts.

What stays behind is a set of recordings and a pale rectangle on the wall.`;

export const train = `Business

How a night train changed the price of milk

By Teodor Banu

A slow line over the mountains turns out to be the fastest way to move a thing that spoils. The dairy had counted on lorries, until the pass was closed for the third winter in a row.

Now the milk leaves at eleven at night and is in the city before the shops open. The harbour cranes are not needed, and neither is the motorway.

Farmers are paid a tenth more than before. The price in the shops has not moved.`;

/** A story long enough to be scrolled through, each paragraph with a number of its own. */
export const longStory = [
  'A walk of forty paragraphs',
  'By Ada Example',
  ...Array.from(
    { length: 40 },
    (_, at) =>
      `Paragraph ${at + 1} of the walk follows the river for a while, past the mill and the three poplars, and says what could be seen from the bank: two herons, a boat upside down, and the smoke of the brickworks standing straight up in the cold.`,
  ),
].join('\n\n');

/** A page as a browser saves it, with a picture beside it and things that must not come through. */
export const savedPage = `<!doctype html>
<html lang="en"><head><title>Lighthouse keeps its lamp - The Vik Courier</title>
<meta property="og:site_name" content="The Vik Courier">
<meta name="author" content="Clara Abbott">
<meta property="article:published_time" content="2024-03-05">
<script>document.title = 'script ran'</script></head>
<body><nav><a href="/">Front page</a></nav><article><h1>Lighthouse keeps its lamp</h1>
<p>The lamp on the outer rock will not be replaced by a light on a pole after all. The keeper's log ends with a full stop, and the coast guard has decided to let it go on.</p>
<figure><img src="Lighthouse_files/lamp.png" alt="The lamp" onerror="document.title='handler ran'"><figcaption>The lamp on the outer rock.</figcaption></figure>
<p>Fishermen had collected four hundred names, of which some were in pencil. <a href="https://example.org/petition">The petition</a> was handed over in a biscuit tin.</p>
<p>An engineer who was sent to measure the lens stayed for a week. He has since asked whether the post of keeper is vacant, and was told that it has been vacant for thirty years.</p>
</article></body></html>`;

/** A picture of 48 by 32 points, all of one colour. */
export const lampPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAADAAAAAgCAIAAADbtmxLAAAAOUlEQVR4nO3OMQ0AAAgDsMknCU1Ix8lK0gDNpnrQ8AEBISEhISEhISEhISEhISEhISEhISEhISGhfwuxfwEB0m7bTwAAAABJRU5ErkJggg==',
  'base64',
);
