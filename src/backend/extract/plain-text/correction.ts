const correctionWords =
  /^\(?(?:correction|corrected|clarification|editor['’]?s['’]? note|editors['’]? note|korrektur|richtigstellung|anmerkung der redaktion|corrects?\b|rectificatif|corrección)[^.]{0,160}?[:)—–]/iu;

const correctedStory =
  /^[([]?this (?:story|article|post|piece|report|headline|version)(?: and its headline)? (?:has been|was) (?:corrected|amended|clarified|updated to (?:correct|clarify|fix|remove|reflect))\b/iu;

/** Says whether a paragraph is a correction or an editor's note. */
export function isCorrection(text: string): boolean {
  return correctionWords.test(text) || correctedStory.test(text);
}
