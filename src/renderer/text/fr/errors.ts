import type { ErrorCode, ErrorData } from '#contract/errors.ts';

/** What the reader is told when something did not work. */
// eslint-disable-next-line max-lines-per-function, complexity -- a line for each code and nothing else
export function errors(code: ErrorCode, details: ErrorData['details']): string {
  switch (code) {
    case 'wrong-usage':
    case 'invalid-input':
      if (details['holdsLibrary'] === true) return 'La bibliothèque elle-même s’y trouve. Choisissez un autre dossier.';
      return 'Ce n’était pas possible avec ce qui a été donné.';
    case 'not-found':
      return 'Ce n’est plus dans la bibliothèque.';
    case 'query-invalid':
      return 'Cette recherche n’a pas pu être lue.';
    case 'path-missing':
      return 'Il n’y a plus de fichier ni de dossier à cet endroit.';
    case 'unreadable-file':
      if (details['locked'] === true)
        return 'Ce PDF est protégé par un mot de passe. Enregistrez-le sans mot de passe, puis ajoutez-le de nouveau.';
      if (details['damaged'] === true) return 'Ce PDF est abîmé : aucune de ses pages ne peut être lue.';
      return 'Le fichier n’a pas pu être ouvert. Vérifiez que vous avez le droit de le lire.';
    case 'empty-input':
      return 'Il n’y a rien dedans.';
    case 'binary-input':
      return 'Ce n’est ni un texte ni une page, mais des données d’une autre sorte.';
    case 'unsupported-kind':
      return 'Les fichiers de cette sorte ne peuvent pas encore être ajoutés. Pages web, courriels, PDF, livres EPUB, archives web, zip de tout cela, Markdown et texte brut le peuvent.';
    case 'broken-charset':
      return 'Ses caractères sont abîmés, si bien que le texte ne peut pas être lu.';
    case 'too-large':
      return 'C’est plus gros que ce que Pressmark accepte.';
    case 'no-article':
      if (details['scanned'] === true)
        return 'Il contient des images de pages et pas de texte. Passez-le d’abord par une reconnaissance de texte (OCR).';
      return 'Aucun article n’y a été trouvé.';
    case 'extract-timeout':
      return 'La lecture prenait trop de temps et a été abandonnée.';
    case 'extract-memory':
      return 'La lecture demandait plus de mémoire qu’il n’y en a.';
    case 'address-invalid':
      return 'Ce n’est pas une adresse web.';
    case 'address-refused':
      return 'Cette adresse se trouve sur votre ordinateur ou votre réseau ; Pressmark n’y cherche rien.';
    case 'address-unreachable':
      return 'Le site n’a pas pu être joint. Vérifiez l’adresse et votre connexion.';
    case 'address-status':
      return statusSentence(details['status']);
    case 'address-redirects':
      return 'Le site fait tourner la demande en rond.';
    case 'address-type':
      return 'À cette adresse, il n’y a pas de page mais un fichier d’une autre sorte.';
    case 'address-timeout':
      return 'Le site n’a pas répondu à temps.';
    case 'library-missing':
      return 'Le dossier de la bibliothèque a disparu. A-t-il été déplacé, ou son disque n’est-il pas branché ?';
    case 'library-read-only':
      return 'Le dossier de la bibliothèque n’est pas accessible en écriture ; rien n’a été changé.';
    case 'library-newer':
      return 'Cette bibliothèque vient d’un Pressmark plus récent. Mettez l’application à jour pour l’ouvrir.';
    case 'library-damaged':
      return 'Une partie de la bibliothèque est abîmée. « pressmark verify » dit laquelle.';
    case 'library-busy':
      return 'La bibliothèque est occupée à autre chose. Réessayez dans un instant.';
    case 'folder-unfit':
      return 'Ce dossier ne peut pas recevoir de bibliothèque. Choisissez-en un vide ou un nouveau.';
    case 'disk-full':
      return 'Le disque est plein. Faites de la place, puis réessayez.';
    case 'cancelled':
      return 'Arrêté avant la fin.';
    case 'disconnected':
      return 'L’archive ne répond pas pour le moment.';
    case 'internal':
      return 'Quelque chose s’est mal passé dans Pressmark. Rien de ce que vous aviez n’est perdu.';
  }
}

function statusSentence(status: string | number | boolean | null | undefined): string {
  switch (Number(status)) {
    case 401:
    case 402:
    case 403:
      return `Le site ne laisse pas Pressmark lire cette page (${String(status)}). Enregistrez-la depuis votre navigateur et déposez le fichier ici.`;
    case 404:
    case 410:
      return `Il n’y a plus de page à cette adresse (${String(status)}).`;
    case 429:
      return 'Le site demande qu’on le laisse tranquille un moment (429). Réessayez plus tard.';
    default:
      return status === undefined
        ? 'Le site a répondu par une erreur.'
        : `Le site a répondu par une erreur (${String(status)}).`;
  }
}
