import type { ExtractionWarning } from '#contract/extraction-warning.ts';
import type { RemovalReason } from '#contract/removal.ts';
import { lazily } from '../../components/lazily.tsx';
import type { ExtractionWords } from '../../text/en/extraction.ts';
import { text } from '../../text/text.ts';

type ReasonProps = { readonly reason: RemovalReason };
type WarningProps = { readonly warning: ExtractionWarning };

/** The rule by which a piece was left out. All three come with their words, which nothing else says. */
export const RuleName = lazily(async () => {
  const words = await text.late.extraction();
  return ({ reason }: ReasonProps) => ruleName(words, reason);
});

/** That a piece was left out, and by which rule. */
export const LeftOutBecause = lazily(async () => {
  const words = await text.late.extraction();
  return ({ reason }: ReasonProps) => words.leftOutBecause(ruleName(words, reason));
});

export const WarningSentence = lazily(async () => {
  const words = await text.late.extraction();
  return ({ warning }: WarningProps) => words.warning(warning);
});

function ruleName({ rules, namedRules }: ExtractionWords, reason: RemovalReason): string {
  return 'of' in reason ? namedRules[reason.rule](reason.of) : rules[reason.rule];
}
