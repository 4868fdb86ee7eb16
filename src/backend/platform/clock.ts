/** The time, as an argument: tests pass a fixed one. */
export type Clock = {
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
};

export const systemClock: Clock = { now: () => Date.now() };
