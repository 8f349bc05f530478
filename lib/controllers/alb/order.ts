import type { Route } from '../../route/route';

/** The longest host that a rule of an ALB takes (AWS: condition types for listener rules). */
export const ALB_HOST_MAX = 128;

/** The longest path: a rule takes patterns of 128 characters, and `/*` comes after the path. */
export const ALB_PATH_MAX = 126;

/** Labels of a wildcard's domain up to which its routes find a place in the order. */
export const ALB_WILDCARD_LABELS_MAX = 8;

/** The last order that the controller takes (aws-load-balancer-controller, docs/guide/ingress/annotations.md). */
const LAST = 1000;

/** Depths of paths, each once for an exact path and once for a prefix; a path of 126 characters has 63 elements. */
const RANKS = 128;

/** Where an Ingress of an ALB stands among all of its group, and what of its routes says so, for its name. */
export interface AlbPlace {
  /** The group order; the smallest is asked first. */
  readonly order: number;
  /** The reason in a name: `depth-2`, `exact-2`, `wildcard-3-depth-0`, `default`. */
  readonly name: string;
}

/**
 * The place of a route in the order of an ALB, which knows no best match and takes the first rule that fits. Routes of
 * one place never fit one request, so that every unit knows the places of its own routes without looking at others:
 * hosts come before wildcards, wildcards of more labels before those of fewer, deeper paths before shallower ones, an
 * exact path before the prefix, and the default backend last.
 */
export function albPlace({ kind, host, path, settings }: Route): AlbPlace {
  if (kind === 'default') {
    return { order: LAST, name: 'default' };
  }
  const depth = path.split('/').filter((element) => element !== '').length;
  const exact = settings.match === 'exact';
  const rank = 2 * depth + (exact ? 1 : 0);
  const name = `${exact ? 'exact' : 'depth'}-${depth}`;
  if (!host.startsWith('*.')) {
    return { order: -1 - rank, name };
  }
  const labels = host.split('.').length - 1;
  return {
    order: (ALB_WILDCARD_LABELS_MAX - labels) * RANKS + RANKS - rank,
    name: `wildcard-${labels}-${name}`,
  };
}
