/**
 * Light stemming for Arabic, after Larkey, Ballesteros and Connell ("light10", 2002): the conjunction,
 * then the article with what is joined to it, then endings of number, gender and possession; always
 * leaving a word. It takes and gives folded words (alef forms one, teh marbuta as heh).
 */
export function stemArabic(word: string): string {
  let stem = word;
  if (stem.startsWith('و') && stem.length >= 4) stem = stem.slice(1);
  const article = ['وال', 'بال', 'كال', 'فال', 'ال', 'لل'].find(
    (one) => stem.startsWith(one) && stem.length >= one.length + 2,
  );
  if (article !== undefined) stem = stem.slice(article.length);
  for (const ending of ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي']) {
    if (stem.endsWith(ending) && stem.length >= ending.length + 2) stem = stem.slice(0, -ending.length);
  }
  return stem;
}

/**
 * Takes the article off a Hebrew word, with "and" or "that" before it. Other particles (in, to, from,
 * as) look like first letters of words too often to be taken off.
 */
export function stemHebrew(word: string): string {
  return word.replace(/^ו?ש?ה(?=.{3})/u, '');
}

/** Small words that say nothing by themselves. */
export const arabicStopWords =
  'من في على إلى الى عن مع هذا هذه ذلك تلك التي الذي الذين ما لا لم لن إن أن ان أو او ثم قد كان كانت يكون هو هي هم ' +
  'نحن أنا انا أنت كل بعض غير بين حتى إذا اذا كما لكن بل أي اي عند عندما منذ خلال حول دون ليس أما اما فيه فيها به بها له لها';
export const hebrewStopWords =
  'של את על עם הוא היא הם הן אני אתה אנחנו זה זו זאת אלה לא כן גם או אבל כי אם אשר מה מי כל יש אין היה היתה היו ' +
  'רק עוד כבר בין אל מן אז כך כמו אחרי לפני אותו אותה לו לה להם שלו שלה שלהם';
