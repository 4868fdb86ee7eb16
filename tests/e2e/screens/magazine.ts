import type { CaptureInput } from '../../../src/contract/capture.ts';

/** Pages written for these tests, with everything that a page of a magazine may hold. */
function files(name: string, html: string, pictures: Readonly<Record<string, string>> = {}): CaptureInput {
  const beside = Object.entries(pictures).map(([picture, svg]) => ({
    path: `${name}_files/${picture}`,
    base64: Buffer.from(svg).toString('base64'),
  }));
  return {
    kind: 'files',
    files: [{ path: `${name}.html`, base64: Buffer.from(html).toString('base64') }, ...beside],
  };
}

const bay = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="700" viewBox="0 0 1200 700"><rect width="1200" height="700" fill="#dbe4e4"/><circle cx="880" cy="210" r="92" fill="#d9893f"/><path d="M0 420 Q300 370 600 410 T1200 400 V700 H0Z" fill="#57808a"/><path d="M0 520 Q260 480 560 520 T1200 505 V700 H0Z" fill="#34545e"/><path d="M300 420 L350 210 L400 420Z" fill="#f6efe2"/><path d="M260 428 H440 L410 470 H290Z" fill="#6a4331"/></svg>`;
/** Nothing else in the window or on paper has it. */
export const towerColour = '#a8876a';
const clock = `<svg xmlns="http://www.w3.org/2000/svg" width="700" height="900" viewBox="0 0 700 900"><rect width="700" height="900" fill="#efe6d4"/><rect x="230" y="120" width="240" height="780" fill="${towerColour}"/><path d="M210 140 L350 20 L490 140Z" fill="#6d4c3d"/><circle cx="350" cy="290" r="96" fill="#fbf7ee" stroke="#3b2b22" stroke-width="10"/><path d="M350 290 V222 M350 290 L404 318" stroke="#3b2b22" stroke-width="9" stroke-linecap="round"/></svg>`;

export const tidesHeadline = 'The bay that runs eleven minutes late';

const head = (title: string, language: string, more = '') =>
  `<!doctype html><html lang="${language}"${more}><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:site_name" content="The Orrin Review"><meta name="author" content="Maud Ellery">
<meta property="article:published_time" content="2026-05-14"><link rel="canonical" href="https://review.example/tides"></head>`;

/** Pictures with captions, notes, a wide table, code, a quotation and a list. */
export function tides(): CaptureInput {
  return files(
    'tides',
    `${head(tidesHeadline, 'en')}<body><article><h1>${tidesHeadline}</h1>
<figure><img src="tides_files/bay.svg" alt="A sail on a wide bay under a low sun" width="1200" height="700"><figcaption>Orrin Bay in October, at what the tables call high water.</figcaption></figure>
<p>For a hundred and forty years the harbour office of Orrin Bay has printed its tides in a small green book, and for all of that time the book has been wrong.<sup><a href="#fn1" id="ref1">1</a></sup> Nobody who sails there minds, since everybody knows by how much.</p>
<p>The error is a steady eleven minutes. It comes from the church clock, which the first keeper trusted more than his watch,<sup><a href="#fn2" id="ref2">2</a></sup> and which was put right only when the railway arrived. By then the incomprehensibly conscientious fishermen of the northern quay had handed down their own notes, which all begin with the same eleven minutes.</p>
<h2>A clock and its keeper</h2>
<p>Dr. Ellis Moor, who has measured tides for the survey since 1988, came to mend the book. She stayed for a summer. “I had a computer and they had a habit,” she says, “and the habit was never wrong about the time to leave the quay.”</p>
<blockquote><p>Whoever sails by the book and the clock arrives. Whoever sails by the book alone, waits.</p></blockquote>
<figure><img src="tides_files/clock.svg" alt="A church tower with a clock" width="700" height="900"><figcaption>The clock that was right too late.</figcaption></figure>
<p>Her own tables, reckoned anew, lie in a drawer of the office. They are correct to within a minute, and have been asked for twice.</p>
<table><caption>High water at three places, by the book and by the survey</caption><thead><tr><th scope="col">Place</th><th scope="col">By the book, morning</th><th scope="col">By the survey, morning</th><th scope="col">By the book, evening</th><th scope="col">By the survey, evening</th><th scope="col">Height in metres</th></tr></thead>
<tbody><tr><td>Northern quay</td><td>06:12</td><td>06:23</td><td>18:40</td><td>18:51</td><td>3.4</td></tr><tr><td>Outer rock</td><td>06:05</td><td>06:16</td><td>18:31</td><td>18:42</td><td>3.6</td></tr><tr><td>Mill creek</td><td>06:41</td><td>06:52</td><td>19:07</td><td>19:18</td><td>2.9</td></tr></tbody></table>
<p>The sum by which she made them is short enough to be printed here:</p>
<pre><code>function highWater(day, place) {
  const lateMinutes = 11; // the church clock, for as long as anybody remembers
  return moonAbove(day, place) + delayOf(place) - lateMinutes;
}</code></pre>
<p>Three things would have to change before the book could be put right:</p>
<ul><li>the notes of forty families,</li><li>the hour at which the fish market opens,</li><li>and the first line of the song that is sung at launchings.</li></ul>
<p>When the office at last offered to mend the tables, the fishermen sent a letter. They asked that nothing be changed,<sup><a href="#fn3" id="ref3">3</a></sup> and nothing was.</p>
<h2>What the survey does now</h2>
<p>The survey has found a way out that harms no one. In the margin of every page, in small type, stands the sentence that everybody in the bay has known since childhood: add eleven minutes. It is said to be the only correction in the country that is printed before the mistake.</p>
<p>Visitors buy the book and are puzzled by it. The bookseller at the quay has learned to explain it in four languages, and adds that the church clock has been right for ninety years, which is longer than it was ever wrong.</p>
<hr>
<ol><li id="fn1"><p>The first edition is kept in the town library, between the hymn books and the seed catalogues. <a href="#ref1">↩</a></p></li>
<li id="fn2"><p>His diary says so on its first page, in the same hand that filled the tables for the next thirty years. <a href="#ref2">↩</a></p></li>
<li id="fn3"><p>Thirty-one of them signed; two drew a boat. See <a href="https://review.example/letters">the letters</a>. <a href="#ref3">↩</a></p></li></ol>
</article></body></html>`,
    { 'bay.svg': bay, 'clock.svg': clock },
  );
}

const paragraphs = (words: readonly string[]) => words.map((one) => `<p>${one}</p>`).join('\n');

/** One page in each of four languages that are set in other ways than English. */
export function elsewhere(): readonly CaptureInput[] {
  const page = (name: string, language: string, title: string, words: readonly string[], more = '') =>
    files(
      name,
      `${head(title, language, more).replace('/tides', `/${name}`)}<body><article><h1>${title}</h1>${paragraphs(words)}</article></body></html>`,
    );
  return [
    page(
      'arabic',
      'ar',
      'المرفأ الذي لا ينام',
      [
        'في كل مساء يضيء حارس المرفأ القديم مصباحه قبل أن تغيب الشمس، ويكتب في دفتره وقت وصول القوارب واحدًا بعد آخر. لم يفته يوم واحد منذ سبعة وعشرين عامًا.',
        'يقول الصيادون إن الدفتر أصدق من الساعة المعلقة على جدار السوق (وقد اشتُريت سنة 1962). فإذا اختلف الاثنان صدّقوا الدفتر، وانتظروا حتى يصححوا الساعة.',
        'كتبت المدينة إليه رسالة في الشتاء الماضي تعرض عليه مصباحًا كهربائيًا جديدًا من نوع <i>Harbour 9</i>، فشكرها وقال إن مصباحه ما زال يرى جيدًا.',
      ],
      ' dir="rtl"',
    ),
    page(
      'hebrew',
      'he',
      'הספרייה שעל גב הסוס',
      [
        'בכל יום שלישי יוצאת נועה מן הכפר עם סוס זקן ושני ארגזי עץ, ובהם מאה ועשרה ספרים. היא מגיעה אל שבעה בתים בהר, ומחליפה בהם את הספרים שנקראו בשבוע שעבר.',
        'הסוס מכיר את הדרך טוב ממנה. ליד הבית השלישי הוא נעצר תמיד, גם כשאין שם איש, כי פעם קיבל שם תפוח (זה היה בשנת 2009).',
        'השנה ביקשו הילדים ספר על הים. "אף אחד מהם לא ראה אותו," אומרת נועה, "ולכן הבאתי שלושה."',
      ],
      ' dir="rtl"',
    ),
    page('chinese', 'zh-Hans', '修桥的人把茶摊留在了岸边', [
      '旧木桥拆掉的那天，河边的茶摊没有关门。老板说，过桥的人少了，等桥的人却多了，水壶反而比从前烧得更勤。',
      '新桥用了十一个月才修好。工人们每天早上来喝第一壶茶，傍晚喝最后一壶；他们把图纸摊在桌上，茶杯压着四个角，谁也没有弄湿过一张。',
      '通车那天，工程师送来一块桥上剩下的木板，上面写着“等桥处”三个字。老板把它挂在摊子前面，至今没有摘下来（2026年5月）。',
    ]),
    page('japanese', 'ja', '駅の時計を直さない町', [
      'この町の駅の時計は、いつも三分進んでいる。電車に乗り遅れる人が一人も出ないようにと、四十年前の駅長が決めたのだという。',
      '新しい駅長は着任の日に時計を合わせようとしたが、常連の客たちに止められた。「三分あるから、わたしたちは走らないのです」と、毎朝パンを抱えて来る人が言った。',
      'いまでは時刻表の隅に小さく「時計は三分進んでいます」と書いてある。それでも、<ruby>慌<rt>あわ</rt></ruby>てる人はいない。',
    ]),
  ];
}
