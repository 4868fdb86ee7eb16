import type { Dictionary } from '../en/english.ts';

const headline = 'Das Zeichen auf dem Buchrücken';

const article = `Lesen

${headline}

Bibliotheken schrieben auf jedes Buch ein kleines Zeichen, das sagt, wo es steht. Es ist eine alte Art, ein Versprechen zu halten: Was hier abgelegt wurde, ist wiederzufinden.

Von Pressmark

Ziehen Sie in einer alten Bibliothek ein Buch aus dem Regal und sehen Sie unten auf den Rücken. Da klebt ein Schildchen aus Papier, mit der Schere geschnitten, und darauf stehen ein paar Buchstaben und Ziffern in brauner Tinte. Sie nennen einen Schrank, der bei englischen Bibliothekaren „press“ hieß, dann ein Brett darin, dann einen Platz auf dem Brett. Das Zeichen heißt „pressmark“. Wer es kennt, findet im Dunkeln zu dem Buch.

Über das Buch sagt das Zeichen nichts. Es lobt es nicht und ordnet es keinem Fach zu. Es sagt nur, dass jemand beschlossen hat, dieses hier zu behalten, und dass es da sein wird, wo man es gelassen hat.

Artikel hatten nie einen solchen Platz. Sie werden auf Papier gedruckt, das in den Altpapiercontainer geht, oder an Adressen veröffentlicht, die ein, zwei Jahre lang antworten und danach zu einer Seite über etwas anderes führen. Wer sie braucht, hat sich immer selbst geholfen: mit Schere und Kleister, mit einer Mappe voller Ausschnitte, mit einer Schublade voller Kopien, mit hundert gespeicherten Seiten, die „index (4)“ heißen.

Diese App ist eine solche Schublade, nur mit besserem Gedächtnis. Sie legen eine Seite im Fenster ab oder fügen einen Text oder eine Adresse ein, und sie sucht nach dem, was eine Zeitung abgesetzt hätte: der Überschrift, der Zeile darunter, den Namen, dem Ort, dem Tag. Wo sie nicht sicher ist, sagt sie es mit einer gepunkteten Linie, und Sie können es richtigstellen.

Alles kommt in einen gewöhnlichen Ordner. Für jeden Artikel gibt es darin einen Ordner mit der Seite, wie sie aufgenommen wurde, einer sauberen Fassung, die jeder Browser öffnet, und den Bildern daneben. Was Sie mit einem Artikel tun, ob Schlagwort oder Stern, steht in einer einfachen Textdatei, die immer nur wächst. Wenn Sie diese App nie wieder starten, haben Sie Ihre Bibliothek trotzdem.

Um etwas zu finden, tippen Sie ein Wort, das darin vorkam. Jedes Wort geht, und mehr Wörter engen die Suche ein. Die gesuchten Wörter sind markiert, wo sie gefunden wurden, damit Sie sehen, warum ein Artikel in der Liste steht.

Dann lesen Sie. Die Buchstaben können größer oder kleiner sein, die Zeilen länger oder kürzer, das Papier weiß, cremefarben oder schwarz. Die Stelle, an der Sie aufgehört haben, wird auf den Absatz genau behalten.

Diese Seite ist ein Artikel wie jeder andere. Geben Sie ihr mit der Taste T ein Schlagwort, mit S einen Stern, legen Sie sie mit E weg. Wenn Sie genug von ihr gesehen haben, nimmt der Knopf unten sie wieder heraus.`;

export const sample: Dictionary['sample'] = { headline, article };
