import { agencyNamed } from './agencies.ts';
import { tidyLine } from './tidy.ts';

/** A byline taken apart. */
export type Credit = {
  readonly authors: readonly string[];
  readonly agency: string | null;
};

const leadWords =
  /^(?:(?:(?:a\s+)?(?:written|view all (?:posts|articles)|publié|posted|reported|edited|published|story|words?|text|article|analysis|opinion|review(?:ed)?|photographs?|pictures?|report|beitrag|gastbeitrag|geschrieben|verfasst|erstellt|eingestellt|gepostet|veröffentlicht|publicado|escrito|scritto|écrit)\s+)?(?:by|von|par|por|door|di|av|af|przez|от|автор)\b|autor(?:in|en|es|e)?\b|authors?\b|byline\b|reporter\b|redaktion\b|about\b|über\b)[\s:]+/iu;
const joiners = /\s+(?:and|und|et|y|och|og|ja|&|with|mit|avec|con)\s+|\s+e\s+(?=\p{Lu})|\s*&\s*/iu;
const parting = /\s*(?:[;|•·\n\t\u2022/]|\s[–—-]\s)\s*/u;

/** Words that make a line an office, a role or a house, not a person. Word starts; folded to lower case. */
const roleWords =
  /\b(?:editors?|reporters?|writers?|writes|correspondents?|directors?|managers?|analysts?|contributors?|contributing|columnists?|staff|ceo|cto|cfo|founders?|producers?|bureau|desk|newsroom|redaktion|redacción|redazione|rédaction|redactie|office|university|school|college|inc|ltd|llc|gmbh|corporation|company|agency|agencies|agencia|agenturen?|news|newspaper|times|post|press|media|magazine|network|online|digital|team|guest|special to|for the|photographer|fotos?|photos?|illustrations?|graphics?|video|updated|published|posted|min read|minutes?|subscribe|follow|share|comments?|read more|view|about|author|admin|administrator|webmaster|user|anonymous|unknown|sponsored|advertorial|partner|wire|reports?|reporting|service|services|senior|chief|head|president|instagram|twitter|facebook|youtube|tiktok|getty|images?|istock\w*|shutterstock|alamy|imago|unsplash|pixabay|today|gazette|journal|herald|tribune|observer|courier|daily|deputy|professor of|expert|developers?|coordinators?|consultants?|strateg(?:y|ists?)|marketing|projektleiter(?:in)?|referent(?:in)?|geschäftsführer(?:in)?|volontär(?:in)?|written|specialist|website|blog|collectif|e\.\s?v|\p{L}*(?:verband|stiftung|verlag))(?![\p{L}])/iu;
const credentials =
  /(?:[\s,]+(?:Ph\.?\s?D\.?|M\.?D\.?|M\.?P\.?H\.?|R\.?D\.?N?|R\.?N\.?|DVM|CPP|CFP®?|CFA|CPA|MBA|MSc?|Esq\.?|FACP|FAAP|LCSW|JD))+$/u;
const credentialAlone =
  /^(?:Ph\.?\s?D|M\.?D|M\.?P\.?H|M\.?S\.?c?|M\.?A|B\.?A|B\.?Sc?|R\.?D\.?N?|R\.?N|DVM|CPP|CFP|CEPF|CFA|CPA|MBA|Esq|Jr|Sr|II|III|IV|LDN|CDCES|LCSW|J\.?D|D\.?O|PharmD)\.?$/iu;

/**
 * Takes a credit line apart: people in order, as printed, and the agency if one signs.
 *
 * Roles, offices, places ("in London"), handles and addresses are left out. `notPeople` names the
 * publication and whatever else is known not to be a person.
 */
export function readCredit(line: string, notPeople: readonly string[] = []): Credit {
  const houses = new Set(notPeople.map(fold));
  const found: { authors: string[]; agency: string | null } = { authors: [], agency: null };
  for (const whole of piecesOf(line).map((part) => withoutHouse(part, notPeople))) {
    const piece = withoutAgency(whole);
    if (piece !== whole) found.agency ??= agencyNamed(whole.slice(piece.length).trim());
    const agency = agencyNamed(piece);
    if (agency !== null) found.agency ??= agency;
    else if (isPerson(piece) && !houses.has(fold(piece)) && !found.authors.some((name) => fold(name) === fold(piece)))
      found.authors.push(piece);
  }
  return {
    ...found,
    authors: found.authors.length > 1 ? found.authors.filter((name) => !isLetters(name)) : found.authors,
  };
}

/** "WBEZ", "LD", "demimoore": beside names, letters of an office or a degree, or the name of an account. */
function isLetters(name: string): boolean {
  return /^\p{Lu}{2,6}$|^\p{Ll}\S*$/u.test(name);
}

/** `Ada Lint The Associated Press` → `Ada Lint`. */
function withoutAgency(piece: string): string {
  const words = piece.split(' ');
  for (let at = 2; at < words.length; at += 1) {
    if (agencyNamed(words.slice(at).join(' ')) !== null && isFullName(words.slice(0, at).join(' ')))
      return words.slice(0, at).join(' ');
  }
  return piece;
}

/** `A. Name The Paper` → `A. Name`, where the paper is known. */
function withoutHouse(piece: string, houses: readonly string[]): string {
  for (const house of houses) {
    if (house.length > 3 && piece.length > house.length + 4 && piece.toLowerCase().endsWith(` ${house.toLowerCase()}`))
      return piece.slice(0, -house.length).trim();
  }
  return piece;
}

/** What a page prints behind a name: the way to everything that its owner wrote. */
const moreOfThem =
  /(?:[|•·]\s*)?(?:\b(?:zur )?(?:artikel|autoren)[-\s]?(?:übersicht|seite)|\b(?:alle|weitere|mehr|all|more|see all|view all|tous (?:ses|les)|ver todos los) (?:artikel|beiträge|texte|articles|posts|stories|artículos)(?!\s+(?:von|by|de|par|por)\b).*)$/iu;

function piecesOf(line: string): string[] {
  const bare = (tidyLine(line.replaceAll('\n', ' | ')) ?? '')
    .replace(moreOfThem, ' ')
    .replaceAll(/https?:\/\/\S+|\S+@\S+\.\S+|(?:^|\s)@\w+/gu, ' ')
    // What stands in brackets is an agency or a role: a piece of its own.
    .replaceAll(/[([]([^)\]]*)[)\]]/gu, '; $1 ;')
    .replaceAll(/[\u200b\u00ad®™]/gu, '')
    .replaceAll(/[ \u00a0]+/gu, ' ')
    .trim();
  return stripLead(bare)
    .split(parting)
    .flatMap((part) => stripLead(part).split(/\s*,\s*/u))
    .flatMap(joinedIn)
    .map(tidyName)
    .filter((piece) => piece !== '' && !credentialAlone.test(piece));
}

/** `A. Name and B. Name` is two; `Home and Safety Editor` one office, of which no half is a name. */
function joinedIn(part: string): string[] {
  const pieces = part.replace(/^(?:and|und|et|y|&)\s+/iu, '').split(joiners);
  const isOffice = pieces.length > 1 && pieces.some((piece) => roleWords.test(piece));
  return isOffice ? pieces.filter((piece) => roleWords.test(piece) || isFullName(piece.trim())) : pieces;
}

function stripLead(text: string): string {
  return text.trim().replace(leadWords, '');
}

function tidyName(piece: string): string {
  return stripLead(piece)
    .replace(credentials, '')
    .replace(/\s+(?:in|for|at|aus|à|en|of)\s+(?:the\s+)?\p{Lu}.*$/u, '')
    .replace(/\s+(?:chef)?redakteur(?:in)?$/iu, '')
    .replace(/^(?:dr|prof|mr|mrs|ms)\.\s+(?=\S+\s+\S)/iu, '')
    .replace(/^[\s:,.–—-]+|[\s:,–—-]+$/gu, '')
    .replace(/(?<!\b(?:Jr|Sr|\p{Lu}))\.$/u, '')
    .trim();
}

/** A name: letters, one to five words, none of them that of an office; no sentence. */
function isPerson(piece: string): boolean {
  const words = piece.split(/\s+/u);
  if (words.length > 5 || piece.length > 60 || /[\d?!:"“”<>{}=#*]/u.test(piece) || !/\p{L}{2}/u.test(piece))
    return false;
  return !/^the\s/iu.test(piece) && !roleWords.test(piece) && !/\.(?:com|org|net|co|de)\b/iu.test(piece);
}

/** Words of accounts and forms, under which nobody signs. */
const nobody =
  /^(?:admin(?:istrator)?|root|editors?|webmaster|user|guest|authors?|unknown|anonymous|default|none|by|na|n a|system|website|site|home|test|staff|team|autor|gast|redakteur)$/;

/**
 * The name of an office, a group or a house that signs as an author where no person does: `Harbour
 * Desk`, `The Morrow Team`; `null` for what is no name.
 */
export function readSignature(line: string): string | null {
  const name = stripLead(
    line
      .normalize('NFC')
      .replaceAll(/[ \u00a0]+/gu, ' ')
      .trim(),
  ).replace(/^[\s:,.–—-]+|[\s:,.–—-]+$/gu, '');
  const words = name.split(/\s+/u);
  if (words.length > 6 || name.length > 60 || !/\p{L}{2}/u.test(name) || /[?!"“”<>{}[\]=#*@|/;→»]|https?:/u.test(name))
    return null;
  return nobody.test(fold(name)) || agencyNamed(name) !== null ? null : name;
}

/** Says whether a whole line reads like one or more full names and nothing else. */
export function looksLikeNames(line: string): boolean {
  const pieces = piecesOf(line).filter((piece) => agencyNamed(piece) === null);
  return pieces.length > 0 && pieces.every(isFullName);
}

const particles = /^(?:de|da|di|del|della|dos|du|la|le|van|von|der|den|ter|bin|al|el|ibn|af|zu|y)$/iu;

/** Two to five capitalised words (particles aside). */
export function isFullName(piece: string): boolean {
  if (!isPerson(piece)) return false;
  const words = piece.split(/\s+/u).filter((word) => !particles.test(word));
  return words.length >= 2 && words.length <= 4 && words.every((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word));
}

function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
