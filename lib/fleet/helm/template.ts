import { yamlText } from '../../core/yaml-text';
import type { KubernetesObject } from '../../rendered/rendered-object';

/** A value that stands no deeper in an object than its parts: a text, a number, a truth. */
export type Leaf = string | number | boolean | null;

/** What stands in the place of a leaf, which lies under these keys. */
export type Change = (leaf: Leaf, keys: readonly string[]) => Leaf;

/**
 * An object as text of a Helm template: what looks like an action of a template in its data is written as text, and
 * values that are known when the chart is installed have a place. All of them are places in quotes, so that no value
 * changes what kind of thing stands there, but for numbers.
 */
export class Template {
  private readonly actions: Array<{ readonly action: string; readonly isNumber: boolean }> = [];
  private readonly place: string;

  public constructor(private object: KubernetesObject) {
    const text = JSON.stringify(object);
    let place = 'helm-value';
    while (text.includes(place)) {
      place += '-';
    }
    this.place = place;
  }

  /** A place for what an action of a template writes, to stand in a text. */
  public text(action: string): string {
    return this.put(action, false);
  }

  /** A place for a number. */
  public number(action: string): string {
    return this.put(action, true);
  }

  /** Changes leaves of the object. */
  public change(change: Change): void {
    this.object = changed(this.object, [], change) as KubernetesObject;
  }

  /** The text of the template. */
  public toString(): string {
    return this.actions.reduceRight(
      (text, { action, isNumber }, index) =>
        isNumber ? text.replaceAll(`"${this.at(index)}"`, action) : text.replaceAll(this.at(index), action),
      escaped(yamlText(this.object)),
    );
  }

  private put(action: string, isNumber: boolean): string {
    this.actions.push({ action: `{{ ${action} }}`, isNumber });
    return this.at(this.actions.length - 1);
  }

  /** A colon and a blank make every writer of YAML put the text into quotes. */
  private at(index: number): string {
    return `${this.place}: ${index} #`;
  }
}

/** Text in which a template finds no action. */
export function escaped(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}');
}

function changed(value: unknown, keys: readonly string[], change: Change): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) => changed(item, [...keys, String(index)], change));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, child]) => [key, changed(child, [...keys, key], change)]),
    );
  }
  return isLeaf(value) ? change(value, keys) : value;
}

function isLeaf(value: unknown): value is Leaf {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
