import type { IConstruct } from 'constructs';
import { kubeContextOf, namingSuffixOf } from '../core/context';

/**
 * Whether the fleets of two environments live in one cluster: their suffixes differ, which is what a suffix is for, or
 * they are for one context of kubectl. Two contexts are no sign of two clusters, since each login to one has its own.
 */
export function liveInOneCluster(one: IConstruct, other: IConstruct): boolean {
  return namingSuffixOf(one) !== namingSuffixOf(other) || haveOneContext(one, other);
}

/** Whether two environments say the same context of kubectl. */
export function haveOneContext(one: IConstruct, other: IConstruct): boolean {
  const context = kubeContextOf(one);
  return context !== undefined && context === kubeContextOf(other);
}
