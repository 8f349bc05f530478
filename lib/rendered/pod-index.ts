import { groupBy } from '../core/by-key';
import { podMakers } from './of-kind';
import type { KubernetesObject, LabelSelector, Labels, RenderedObject } from './rendered-object';
import { podLabelsOf } from './rendered-object';

/** An object that makes pods, and their labels. */
export interface RenderedPods extends RenderedObject {
  readonly labels: Labels;
}

const MADE = new WeakMap<readonly RenderedObject[], PodIndex>();

/** The pods of a render, to be found by selectors without asking each. */
export class PodIndex {
  /** The one of these objects, made once. */
  public static of(objects: readonly RenderedObject[]): PodIndex {
    const known = MADE.get(objects) ?? new PodIndex(objects);
    MADE.set(objects, known);
    return known;
  }

  /** All that makes pods. */
  public readonly all: readonly RenderedPods[];

  private readonly byNamespace: ReadonlyMap<string, readonly RenderedPods[]>;
  private readonly pairsOf = new Map<string, ReadonlyMap<string, readonly RenderedPods[]>>();

  private constructor(objects: readonly RenderedObject[]) {
    this.all = podMakers(objects).flatMap((rendered) => {
      const labels = podLabelsOf(rendered.object);
      return labels === undefined ? [] : [{ ...rendered, labels }];
    });
    this.byNamespace = groupBy(this.all, ({ object }) => object.metadata.namespace ?? '');
  }

  /** Those in the namespace of an object that a selector of it takes; an empty one takes all. */
  public selectedBy({ metadata: { namespace = '' } }: KubernetesObject, selector: LabelSelector): RenderedPods[] {
    const all = this.byNamespace.get(namespace) ?? [];
    const candidates = all.length > FEW ? this.shortest(namespace, all, selector) : all;
    return candidates.filter(({ labels }) => selects(selector, labels));
  }

  /** Whatever is selected has each of the labels, so those that have the rarest are enough to look through. */
  private shortest(
    namespace: string,
    all: readonly RenderedPods[],
    { matchLabels = {} }: LabelSelector,
  ): readonly RenderedPods[] {
    const known = this.pairsOf.get(namespace) ?? byPair(all);
    this.pairsOf.set(namespace, known);
    return pairs(matchLabels)
      .map((pair) => known.get(pair) ?? [])
      .reduce((one, other) => (other.length < one.length ? other : one), all);
  }
}

/** So many are looked through one by one. */
const FEW = 20;

function byPair(all: readonly RenderedPods[]): ReadonlyMap<string, readonly RenderedPods[]> {
  const each = all.flatMap((pods) => pairs(pods.labels).map((pair) => ({ pair, pods })));
  return new Map([...groupBy(each, ({ pair }) => pair)].map(([pair, found]) => [pair, found.map(({ pods }) => pods)]));
}

/** Whether a selector takes pods of these labels. */
export function selects({ matchLabels = {}, matchExpressions = [] }: LabelSelector, labels: Labels): boolean {
  return (
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value) &&
    matchExpressions.every(({ key = '', operator = '', values = [] }) => {
      const value = labels[key];
      const isIn = value !== undefined && values.includes(value);
      const holds: Readonly<Record<string, boolean>> = {
        In: isIn,
        NotIn: !isIn,
        Exists: value !== undefined,
        DoesNotExist: value === undefined,
      };
      return holds[operator];
    })
  );
}

/** A selector as messages show it. */
export function selectorText({ matchLabels = {}, matchExpressions = [] }: LabelSelector): string {
  const labels = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
  return [...labels, ...matchExpressions.map(({ key, operator }) => `${key} ${operator} …`)].join(', ') || 'all pods';
}

function pairs(labels: Labels): string[] {
  return Object.entries(labels).map(([key, value]) => `${key}=${value}`);
}
