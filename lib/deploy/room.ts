import { isDeepStrictEqual } from 'node:util';
import { quantity } from '../core/quantity';
import type { Manifest } from '../diff/manifest';
import { fieldsAt, listAt } from '../review/read';

/** How an object that gets narrower is applied while the pods and routes of before are still there. */
interface Room {
  /** Whether it is narrower than before in anything. */
  readonly isNarrower: (next: Manifest, before: Manifest) => boolean;
  /** The fields of its `spec` that hold both. */
  readonly both: (next: Manifest, before: Manifest) => Readonly<Record<string, unknown>>;
}

const ROOMS: Readonly<Record<string, Room>> = {
  // The larger amount of each.
  ResourceQuota: {
    isNarrower: (next, before) => {
      const hard = hardOf(next);
      return Object.entries(hardOf(before)).some(
        ([name, amount]) => hard[name] !== undefined && quantity(hard[name]) < quantity(amount),
      );
    },
    both: (next, before) => {
      const was = hardOf(before);
      const larger = Object.entries(hardOf(next)).map(([name, amount]) => {
        const old = was[name];
        return [name, old !== undefined && quantity(old) > quantity(amount) ? old : amount];
      });
      return { hard: Object.fromEntries(larger) };
    },
  },
  // The ways of both: a route of before leads to its port until the new one is there.
  NetworkPolicy: {
    isNarrower: (next, before) =>
      ['podSelector', 'policyTypes'].every((field) => isSame(next, before, field)) &&
      DIRECTIONS.some((direction) => waysBefore(next, before, direction).length > 0),
    both: (next, before) =>
      Object.fromEntries(
        DIRECTIONS.map((direction) => {
          const ways = [...listAt(next, 'spec', direction), ...waysBefore(next, before, direction)];
          return [direction, ways] as const;
        }).filter(([, ways]) => ways.length > 0),
      ),
  },
};

const DIRECTIONS = ['ingress', 'egress'] as const;

/** Whether what comes has less room than what is there. */
export function isNarrower(next: Manifest, before: Manifest): boolean {
  return ROOMS[next.kind]?.isNarrower(next, before) ?? false;
}

/** What comes, with the room of what is there. */
export function withRoom(next: Manifest, before: Manifest): Manifest {
  const spec = { ...fieldsAt(next, 'spec'), ...ROOMS[next.kind]?.both(next, before) };
  const roomy = { ...next, spec };
  return roomy;
}

function hardOf(object: Manifest): Readonly<Record<string, unknown>> {
  return fieldsAt(object, 'spec', 'hard');
}

function waysBefore(next: Manifest, before: Manifest, direction: (typeof DIRECTIONS)[number]): unknown[] {
  const ways = listAt(next, 'spec', direction);
  return listAt(before, 'spec', direction).filter((way) => !ways.some((other) => isDeepStrictEqual(way, other)));
}

function isSame(next: Manifest, before: Manifest, field: string): boolean {
  return isDeepStrictEqual(fieldsAt(next, 'spec')[field], fieldsAt(before, 'spec')[field]);
}
