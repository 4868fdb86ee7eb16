import { useEffect, useMemo } from 'react';
import type { CaptureInput } from '#contract/capture.ts';
import { useServices } from '../../state/backend.tsx';
import { errorSentence } from '../../text/errors.ts';
import { text } from '../../text/text.ts';
import { readBase64, type DroppedFile } from './collect-drop.ts';
import { batchGroups, groupFiles, type FileGroup } from './drop-groups.ts';

/** A call carries no more than this as it travels; the host takes 64 MB. */
const callLimitBytes = 48 * 1024 * 1024;

/** The most inputs that one call may carry. */
const inputLimit = 10_000;

export type TakeIn = {
  readonly inputs: (inputs: readonly CaptureInput[]) => Promise<void>;
  readonly files: (files: readonly DroppedFile[]) => Promise<void>;
};

/** Begins to take in; what becomes of it shows in the progress panel. */
export function useTakeIn(): TakeIn {
  const { captures, announcer } = useServices();
  return useMemo(() => {
    const guard = async (work: () => Promise<void>) => {
      try {
        await work();
      } catch (error) {
        announcer.say({ text: errorSentence(error), tone: 'failed' });
      }
    };
    return {
      inputs: (inputs) =>
        guard(async () => {
          if (inputs.length > 0) await captures.start(inputs.slice(0, inputLimit));
        }),
      files: (files) =>
        guard(async () => {
          const { groups, leftOut } = groupFiles(files);
          if (groups.length === 0) announcer.say({ text: text.capture.nothingToTake, tone: 'failed' });
          else if (leftOut > 0) announcer.say({ text: text.capture.leftOut(leftOut), tone: 'done' });
          for (const batch of batchGroups(groups, callLimitBytes)) await captures.start(await readBatch(batch));
        }),
    };
  }, [captures, announcer]);
}

/** One after the other, so that no more than one call's bytes are in memory. */
async function readBatch(batch: readonly FileGroup<DroppedFile>[]): Promise<readonly CaptureInput[]> {
  const inputs: CaptureInput[] = [];
  for (const group of batch) {
    const files = [];
    for (const { path, file } of group.files) files.push({ path, base64: await readBase64(file) });
    inputs.push({ kind: 'files', files });
  }
  return inputs;
}

/** A single thing that was taken in is opened at once: it is what the reader wants to see next. What was new in a paste is asked about. */
export function useOpenWhenAdded(open: (id: string, isPasted: boolean) => void): void {
  const { captures, client } = useServices();
  useEffect(
    () =>
      captures.onEnd((job, isPasted) => {
        if (job.total !== 1 || job.failed > 0) return;
        void client
          .call('capture.outcomes', { job: job.id, limit: 1 })
          .then(({ outcomes: [outcome] }) => {
            if (outcome?.id) open(outcome.id, isPasted && outcome.status === 'added');
          })
          // The job was dismissed meanwhile: then nobody waits for it.
          .catch(() => undefined);
      }),
    [captures, client, open],
  );
}
