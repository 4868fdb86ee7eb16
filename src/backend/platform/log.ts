/**
 * One line of the log. Ids, counts and durations; never the text of an article, never a full path
 * at `info`.
 */
export type LogRecord = {
  readonly level: 'info' | 'warn' | 'error';
  readonly room: string;
  readonly action: string;
  readonly [fact: string]: string | number | boolean | null | undefined;
};

/** Where log lines go, as an argument; there is no global one. */
export type Log = (record: LogRecord) => void;

export const noLog: Log = () => {};
