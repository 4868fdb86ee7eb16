import type { LookupFunction } from 'node:net';
import { callbackify } from 'node:util';
import { requirePublic } from './address-rule.ts';

/** The numbers a host name stands for. */
export type Resolve = (host: string) => Promise<readonly ResolvedAddress[]>;
export type ResolvedAddress = { readonly address: string; readonly family: number };

/** The resolver that sockets use: it answers only when every number may be connected to. */
export function guardedLookup(
  resolve: Resolve,
  { allowLocal = false }: { readonly allowLocal?: boolean } = {},
): LookupFunction {
  const checkedResolve = callbackify(async (host: string) => {
    const found = await resolve(host);
    if (!allowLocal || found.length === 0) {
      const numbers = found.map(({ address }) => address);
      requirePublic(host, numbers);
    }
    return found;
  });
  return (host, options, callback) => {
    checkedResolve(host, (error, found) => {
      const [first] = found ?? [];
      if (error !== null || first === undefined) callback(error, []);
      else if (options.all === true) callback(null, [...found]);
      else callback(null, first.address, first.family);
    });
  };
}
