/** So long is waited for pictures before they are printed without. */
const longestWaitMs = 5000;

/**
 * Loads the pictures of an article that have not been scrolled to yet: a page is printed as it stands. Answers how many
 * are missing.
 */
export async function loadPictures(article: Element): Promise<number> {
  const pictures = [...article.querySelectorAll('img')];
  const loaded = pictures.map((picture) => {
    picture.loading = 'eager';
    return picture.decode().then(
      () => true,
      () => false,
    );
  });
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), longestWaitMs));
  const results = await Promise.all(loaded.map((one) => Promise.race([one, late])));
  return results.filter((isLoaded) => !isLoaded).length;
}
