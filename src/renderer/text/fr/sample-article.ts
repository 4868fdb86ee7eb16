import type { Dictionary } from '../en/english.ts';

const headline = 'La marque au dos du livre';

const article = `Lecture

${headline}

Les bibliothèques écrivaient sur chaque livre un petit signe qui dit où il se tient. C’est une vieille façon de tenir une promesse : ce qui a été mis là se retrouvera.

Par Pressmark

Tirez un livre du rayon d’une vieille bibliothèque et regardez au bas de son dos. Il y a une étiquette de papier, découpée aux ciseaux, et dessus quelques lettres et quelques chiffres à l’encre brune. Ils nomment une armoire, que les bibliothécaires anglais appelaient « press », puis une tablette dans l’armoire, puis une place sur la tablette. Ce signe s’appelle un « pressmark ». Qui le connaît peut aller au livre dans le noir.

Le signe ne dit rien du livre. Il n’en fait pas l’éloge et ne le classe pas par sujet. Il dit seulement que quelqu’un a décidé de garder celui-ci, et qu’il sera là où on l’a laissé.

Les articles n’ont jamais eu de telle place. Ils sont imprimés sur un papier qui part au recyclage, ou publiés à des adresses qui répondent un an ou deux, puis mènent à une page sur autre chose. Ceux qui en ont besoin se sont toujours débrouillés : des ciseaux et un pot de colle, une chemise de coupures, un tiroir de photocopies, cent pages enregistrées qui s’appellent « index (4) ».

Cette application est un tiroir de ce genre, avec une meilleure mémoire. Vous déposez une page dans la fenêtre, ou vous collez un texte ou une adresse, et elle y cherche ce qu’un journal aurait mis à part : le titre, la ligne au-dessous, les noms, le lieu, le jour. Là où elle n’est pas sûre, elle le dit par un trait pointillé, et vous pouvez corriger.

Tout va dans un dossier ordinaire. Il y a un dossier pour chaque article, avec la page telle qu’elle a été prise, une copie propre que tout navigateur ouvre, et les images à côté. Ce que vous faites d’un article, un mot-clé ou une étoile, est noté dans un simple fichier de texte qui ne fait que s’allonger. Si vous ne relancez jamais cette application, vous avez toujours votre bibliothèque.

Pour retrouver quelque chose, tapez un mot qui s’y trouvait. N’importe lequel convient, et plus de mots resserrent la recherche. Les mots tapés sont marqués là où ils ont été trouvés, pour que vous voyiez pourquoi un article est dans la liste.

Ensuite, lisez. Les lettres peuvent être plus grandes ou plus petites, les lignes plus longues ou plus courtes, le papier blanc, crème ou noir. L’endroit où vous vous êtes arrêté est gardé au paragraphe près.

Cette page est un article comme un autre. Donnez-lui un mot-clé avec la touche T, une étoile avec S, rangez-la avec E. Quand vous l’aurez assez vue, le bouton ci-dessous la retire.`;

export const sample: Dictionary['sample'] = { headline, article };
