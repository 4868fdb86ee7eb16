import type { Renewing } from '../en/renewing.ts';
import { formatNumber } from '../format.ts';
import { articles } from './count.ts';

/** Ce qui est dit de la relecture des articles et de la récupération de leurs images manquantes. */
export const renewing: Renewing = {
  act: { reread: 'Relire', pictures: 'Récupérer les images manquantes' },
  hint: {
    reread: 'Ce que vous avez corrigé, réparé et surligné reste.',
    pictures: 'Elles sont demandées maintenant à leurs sites.',
  },
  all: {
    reread: 'Relire tous les articles',
    rereadHint:
      'À partir des originaux gardés, selon les règles de cette version. Ce que vous avez corrigé, réparé et surligné reste, et tout peut être annulé d’un coup.',
    pictures: 'Récupérer toutes les images manquantes',
    picturesHint:
      'Demande aux sites des articles les images qui ne sont pas encore gardées. Rien d’autre n’est récupéré.',
  },
  running: {
    reread: (number) => (number === 1 ? 'Relecture de l’article' : `Relecture de ${articles(number)}`),
    pictures: (number) =>
      number === 1 ? 'Récupération des images manquantes' : `Récupération des images manquantes de ${articles(number)}`,
  },
  renewed: {
    reread: (number) =>
      number === 1 ? '1 article se lit maintenant autrement' : `${articles(number)} se lisent maintenant autrement`,
    pictures: (number) => `Images ajoutées à ${articles(number)}`,
  },
  nothing: { reread: 'Rien ne se lit autrement', pictures: 'Aucune image n’a été ajoutée' },
  stopped: (result) => `Arrêté. ${result}`,
  unchanged: (number) => `${formatNumber(number)} comme avant`,
  failed: (number) => `${formatNumber(number)} sans changement`,
  progress: 'Avancement',
  problems: 'Ce qui n’a pas pu être fait',
  missing: (reasons) => `Des images manquent : ${reasons}`,
};
