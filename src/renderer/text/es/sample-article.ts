import type { Dictionary } from '../en/english.ts';

const headline = 'La marca en el lomo';

const article = `Lectura

${headline}

Las bibliotecas escribían en cada libro una pequeña señal que dice dónde está. Es una vieja manera de cumplir una promesa: lo que se puso aquí se puede volver a encontrar.

Por Pressmark

Saque un libro del estante de una biblioteca antigua y mire la parte baja de su lomo. Hay una etiqueta de papel, cortada con tijeras, y en ella unas letras y unas cifras en tinta parda. Nombran un armario, que los bibliotecarios ingleses llamaban «press», luego una balda del armario, luego un sitio en la balda. La señal se llama «pressmark». Quien la conoce puede ir a oscuras hasta el libro.

La señal no dice nada del libro. No lo alaba ni lo ordena por materias. Solo dice que alguien decidió guardar este, y que estará donde se dejó.

Los artículos nunca tuvieron un sitio así. Se imprimen en papel que acaba en el contenedor, o se publican en direcciones que responden uno o dos años y luego llevan a una página sobre otra cosa. Quien los necesita siempre se las ha arreglado: unas tijeras y un bote de cola, una carpeta de recortes, un cajón de fotocopias, cien páginas guardadas que se llaman «index (4)».

Esta aplicación es un cajón de esos, con mejor memoria. Usted suelta una página en la ventana, o pega un texto o una dirección, y ella busca las partes que un periódico habría separado: el titular, la línea de debajo, los nombres, el lugar, el día. Donde no está segura lo dice con una línea de puntos, y usted puede corregirlo.

Todo va a una carpeta corriente. Hay una carpeta para cada artículo, con la página tal como se tomó, una copia limpia que abre cualquier navegador y las imágenes al lado. Lo que usted hace con un artículo, como una etiqueta o una estrella, queda escrito en un simple archivo de texto que solo crece. Si no vuelve a abrir nunca esta aplicación, sigue teniendo su biblioteca.

Para encontrar algo, escriba una palabra que estuviera en ello. Cualquiera sirve, y más palabras acotan la búsqueda. Las palabras que escribió aparecen marcadas donde se encontraron, para que vea por qué un artículo está en la lista.

Después, lea. Las letras pueden ser más grandes o más pequeñas, las líneas más largas o más cortas, el papel blanco, crema o negro. El lugar donde lo dejó se guarda hasta el párrafo.

Esta página es un artículo como cualquier otro. Póngale una etiqueta con la tecla T, una estrella con S, guárdela con E. Cuando la haya visto bastante, el botón de abajo la quita.`;

export const sample: Dictionary['sample'] = { headline, article };
