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

  private readonly byPair = new Map<string, RenderedPods[]>();

  private constructor(objects: readonly RenderedObject[]) {
    this.all = objects.flatMap((rendered) => {
      const labels = podLabelsOf(rendered.object);
      return labels === undefined ? [] : [{ ...rendered, labels }];
    });
    for (const pods of this.all) {
      const { namespace = '' } = pods.object.metadata;
      for (const key of [namespace, ...pairs(namespace, pods.labels)]) {
        const known = this.byPair.get(key);
        if (known === undefined) {
          this.byPair.set(key, [pods]);
        } else {
          known.push(pods);
        }
      }
    }
  }

  /** Those in the namespace of an object that a selector of it takes; an empty one takes all. */
  public selectedBy({ metadata: { namespace = '' } }: KubernetesObject, selector: LabelSelector): RenderedPods[] {
    // Whatever is selected is in each of these, so the shortest is enough to look through.
    const [shortest = []] = [namespace, ...pairs(namespace, selector.matchLabels ?? {})]
      .map((key) => this.byPair.get(key) ?? [])
      .sort((one, other) => one.length - other.length);
    return shortest.filter(({ labels }) => selects(selector, labels));
  }
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

function pairs(namespace: string, labels: Labels): string[] {
  return Object.entries(labels).map(([key, value]) => `${namespace} ${key}=${value}`);
}
