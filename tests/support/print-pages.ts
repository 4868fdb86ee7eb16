import { chromium } from 'playwright';
import { findBrowser } from '../../scripts/find-browser.ts';

export const printerBrowser = findBrowser();

export type PrintOptions = {
  readonly displayHeaderFooter?: boolean;
  readonly tagged?: boolean;
  readonly landscape?: boolean;
  readonly format?: string;
};

/** Prints pages to PDF as a person's browser does; one browser for all. */
export async function printPages(
  address: string,
  pages: readonly { readonly html: string; readonly options?: PrintOptions }[],
): Promise<Uint8Array[]> {
  const browser = await chromium.launch({ executablePath: printerBrowser ?? '', args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const printed: Uint8Array[] = [];
    for (const { html, options } of pages) {
      await page.unrouteAll();
      await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
      await page.goto(address);
      const margin = { top: '1.5cm', bottom: '1.5cm', left: '1cm', right: '1cm' };
      printed.push(await page.pdf({ format: 'A4', margin, ...options }));
    }
    return printed;
  } finally {
    await browser.close();
  }
}
