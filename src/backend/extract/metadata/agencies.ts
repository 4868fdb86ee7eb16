/**
 * Wire services, as they sign. What is credited here is an agency and never an author. A long flat
 * table: the name as it is kept, then its other spellings.
 */
const agencies: readonly (readonly string[])[] = [
  ['AP', 'Associated Press', 'The Associated Press'],
  ['Reuters', 'Reuter', 'Thomson Reuters', 'Reuters News'],
  ['AFP', 'Agence France-Presse', 'Agence France Presse'],
  ['UPI', 'United Press International'],
  ['CNN', 'CNN Wire', 'The-CNN-Wire', 'CNN Business', 'CNN Newsource'],
  ['Bloomberg', 'Bloomberg News'],
  ['dpa', 'Deutsche Presse-Agentur', 'dpa-AFX'],
  ['AAP', 'Australian Associated Press'],
  ['PA', 'PA Media', 'Press Association'],
  ['The Canadian Press', 'CP', 'Canadian Press'],
  ['EFE', 'Agencia EFE'],
  ['ANSA'],
  ['APA'],
  ['SDA', 'Keystone-SDA'],
  ['KNA'],
  ['epd'],
  ['Xinhua', 'Xinhua News Agency'],
  ['TASS', 'ITAR-TASS'],
  ['Interfax'],
  ['RIA Novosti', 'RIA'],
  ['Kyodo', 'Kyodo News'],
  ['Jiji Press', 'Jiji'],
  ['Yonhap', 'Yonhap News Agency'],
  ['PTI', 'Press Trust of India'],
  ['ANI', 'Asian News International'],
  ['IANS'],
  ['Lusa'],
  ['Belga'],
  ['ANP'],
  ['NTB'],
  ['TT'],
  ['Ritzau'],
  ['PAP'],
  ['ČTK', 'CTK'],
  ['MTI'],
  ['Anadolu Agency', 'AA', 'Anadolu'],
  ['Europa Press'],
  ['Notimex'],
  ['Adnkronos'],
  ['SID'],
  ['Dow Jones', 'Dow Jones Newswires'],
  ['McClatchy', 'McClatchy-Tribune', 'MCT'],
  ['Tribune News Service', 'TNS'],
  ['NewsNation'],
  ['BANG Showbiz', 'BANG'],
  ['Deutsche Welle', 'DW'],
  ['RNS', 'Religion News Service'],
  ['CNS', 'Catholic News Service'],
  ['States Newsroom'],
  ['Stacker'],
];

const byName: ReadonlyMap<string, string> = new Map(
  agencies.flatMap((names) => names.map((name) => [fold(name), names[0] ?? name] as const)),
);

/** The agency that a credit names, by the name it is kept under, or `null`. */
export function agencyNamed(credit: string): string | null {
  return byName.get(fold(credit)) ?? null;
}

function fold(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^the /, '')
    .trim();
}
