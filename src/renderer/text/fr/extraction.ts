import type { ExtractionWarning } from '#contract/extraction-warning.ts';
import type { ExtractionWords } from '../en/extraction.ts';
import { formatNumber } from '../format.ts';

/** Ce qui est dit de la lecture des pages, selon quelle règle une partie est laissée de côté, ce qui manque peut-être. */
export const extraction: ExtractionWords = {
  leftOutBecause: (rule) => `Laissé de côté : ${rule}`,
  warning: said,
  rules: {
    hidden: 'masqué dans la page',
    'sharing-buttons': 'boutons de partage',
    'related-stories': 'articles liés',
    comments: 'commentaires',
    'newsletter-or-subscription-box': 'encadré d’infolettre ou d’abonnement',
    'cookie-or-consent-notice': 'avis sur les cookies ou le consentement',
    advertisement: 'publicité',
    navigation: 'navigation',
    'side-column': 'colonne latérale',
    'column-beside-the-story': 'colonne à côté de l’article',
    footer: 'pied de page',
    tags: 'mots-clés',
    'about-the-author': 'à propos de l’auteur',
    overlay: 'superposé à la page',
    'for-screen-readers-only': 'pour les lecteurs d’écran seulement',
    'player-or-slideshow-controls': 'commandes d’un lecteur ou d’un diaporama',
    'the-headline-again': 'le titre une seconde fois',
    'the-dek-again': 'le chapeau une seconde fois',
    'section-or-source-above-the-story': 'rubrique ou source au-dessus de l’article',
    'byline-above-the-story': 'signature au-dessus de l’article',
    'date-above-the-story': 'date au-dessus de l’article',
    'address-above-the-story': 'adresse au-dessus de l’article',
    breadcrumb: 'chemin vers la rubrique',
    'page-furniture': 'mots propres à la page',
    'copyright-line': 'ligne de droits d’auteur',
    'invitation-to-read-something-else': 'invitation à lire autre chose',
    'list-of-links': 'liste de liens',
    'block-of-links': 'bloc de liens',
    'link-to-another-story': 'lien vers un autre article',
    'teasers-for-other-stories': 'annonces d’autres articles',
    'below-the-end-of-the-story': 'sous la fin de l’article',
    'closing-line-on-the-story-or-its-makers': 'ligne finale sur l’article ou ses auteurs',
    'not-in-the-data-of-the-page': 'absent de l’article selon les données de la page elle-même',
    'note-kept-as-a-field': 'rectificatif ou note, gardé comme champ',
    dateline: 'lieu et agence avant la première phrase',
    'date-line': 'ligne de date',
    'second-byline': 'une seconde signature',
    'sign-off-of-a-wire': 'fin de dépêche d’une agence',
    'reporting-credit': 'mention de collaboration',
    'length-in-words': 'longueur en mots',
    hour: 'heure',
    'line-of-the-database': 'ligne de la base de données',
    'number-in-the-database': 'numéro dans la base de données',
    dek: 'le chapeau, gardé comme champ',
    byline: 'signature',
    'names-and-date-below-the-headline': 'noms et date sous le titre',
    'above-the-headline': 'au-dessus du titre',
    'links-below-the-story': 'liens sous l’article',
    'heading-of-what-was-left-out': 'titre de ce qui a été laissé de côté',
    'printed-by-the-browser-on-the-edge-of-the-page': 'imprimé par le navigateur au bord de la page',
    'repeated-on-the-edge-of-the-pages': 'répété au bord des pages',
    'page-number': 'numéro de page',
    'written-sideways': 'écrit de côté',
  },
  namedRules: {
    element: (of) => `élément de la page : ${of}`,
    role: (of) => `rôle dans la page : ${of}`,
    'line-labelled': (of) => `ligne intitulée ${of}`,
    'field-coded': (of) => `champ de code ${of}`,
    'repeated-on-page': (of) => `de nouveau à la page ${of}, comme sur une page précédente`,
  },
};

function said(warning: ExtractionWarning): string {
  switch (warning.kind) {
    case 'data-holds-more':
      return 'Le texte est peut-être incomplet : les données de la page elle-même en contiennent plus.';
    case 'prose-left-out':
      return 'Le texte est peut-être incomplet : beaucoup de texte a été laissé de côté en son milieu.';
    case 'text-very-short':
      return 'Le texte est très court : la page cache peut-être le reste.';
    case 'pages-unread':
      return `Ces pages n’ont pas pu être lues : ${numbers(warning.pages)}${warning.areMore ? ' …' : ''}.`;
    case 'document-cut':
      return `Le document a été lu jusqu’à la page ${formatNumber(warning.read)} sur ${formatNumber(warning.pages)}.`;
    case 'pages-cut':
      return `Le texte est peut-être incomplet : l’article a été réuni jusqu’à la page ${formatNumber(warning.pages)}, et il continue.`;
    case 'page-too-large':
      return `Le texte est peut-être incomplet : à partir de la page ${formatNumber(warning.page)}, il est trop volumineux pour être réuni.`;
    case 'page-of-another-article':
      return `Le texte est peut-être incomplet : ce que le site a donné comme page ${formatNumber(warning.page)} est un autre article.`;
    case 'page-missing':
      return `Le texte est peut-être incomplet : la page ${formatNumber(warning.page)} n’a pas pu être obtenue.`;
  }
}

function numbers(pages: readonly number[]): string {
  return pages.map(formatNumber).join(', ');
}
