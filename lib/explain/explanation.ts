import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { SourcePlace } from '../core/caller';
import type { ExplainedTenant } from '../fleet/variants/answer';
import { UNIT_ID } from '../fleet/variants/variants';
import { defaultOf, propAt } from './prop-docs';
import { lineOfProp } from './prop-line';
import { type FieldReasons, fieldReasons, type Reason } from './reasons';

/** A reason as it is told. */
export interface ToldReason extends Reason {
  /**
   * File and line in which it is declared.
   *
   * @default - nobody declared it
   */
  readonly at?: string;
  /**
   * What holds if it is left out, in the words of its own comment.
   *
   * @default - it is said, or is no prop
   */
  readonly default?: string;
}

/** A field and why it is so. */
export interface Explanation extends Omit<FieldReasons, 'reasons'> {
  readonly reasons: readonly ToldReason[];
}

/** A tenant and why its fields are as they are. */
export interface TenantExplanation {
  /**
   * Its environment.
   *
   * @default - the fleet has none
   */
  readonly environment?: string;
  readonly release: string;
  /** File and line of its constructor, then of what called that. */
  readonly declared: readonly string[];
  readonly fields: readonly Explanation[];
}

/** Why the fields of a tenant are as they are. */
export function explanationOf(tenant: ExplainedTenant): TenantExplanation {
  const { environment, release, places } = tenant;
  return {
    environment,
    release,
    declared: places.map(({ path, line }) => `${relative('.', path)}:${line}`),
    fields: fieldReasons(tenant).map(({ reasons, ...field }) => ({
      ...field,
      reasons: reasons.map((reason) => ({
        ...reason,
        at: placeOf(reason, tenant),
        default: reason.isSaid ? undefined : defaultOfReason(reason),
      })),
    })),
  };
}

/** The fields that a path means: itself, what is in it, what ends with it; else those that hold it anywhere. */
export function asked(fields: readonly Explanation[], path: string): readonly Explanation[] {
  const there = [fields.filter(({ isThere }) => isThere), fields.filter(({ isThere }) => !isThere)];
  const meant = (of: readonly Explanation[]) => of.filter((field) => isMeant(field.path, path));
  const holding = (of: readonly Explanation[]) => of.filter((field) => field.path.includes(path));
  return [...there.map(meant), ...there.map(holding)].find((found) => found.length > 0) ?? [];
}

/** Whether the steps of what is asked for stand in a path, one after the other and each whole. */
function isMeant(path: string, wanted: string): boolean {
  const steps = (text: string) => `.${text.replaceAll('[', '.[')}.`;
  return steps(path).includes(steps(wanted));
}

function placeOf({ decider, name }: Reason, { places, around }: ExplainedTenant): string | undefined {
  const at = {
    id: name === UNIT_ID ? around.unit : places,
    prop: places,
    image: places,
    release: places,
    default: [],
    library: [],
    program: [],
    unit: around.unit,
    fleet: around.fleet,
    'load balancer': around.routes[name] ?? [],
  }[decider];
  return nearest(at, decider === 'release' ? 'image' : name);
}

/** The line of a prop at the constructor or at what called it; that of the constructor where it is said elsewhere. */
function nearest(places: readonly SourcePlace[], prop: string): string | undefined {
  const [first] = places;
  const found = places
    .map(({ path, line }) => ({ path, line: existsSync(path) ? lineOfProp(linesOf(path), line, prop) : undefined }))
    .find(({ line }) => line !== undefined);
  const place = found ?? first;
  return place === undefined ? undefined : `${relative('.', place.path)}:${place.line}`;
}

function linesOf(path: string): string[] {
  return readFileSync(path, 'utf8').split('\n');
}

function defaultOfReason({ decider, name }: Reason): string | undefined {
  if (decider === 'default') {
    return defaultOf(...propAt(name));
  }
  return decider === 'unit' || decider === 'fleet' ? defaultOf(decider, name) : undefined;
}
