import { ApiObject, Chart } from 'cdk8s';
import { newFleet, sentencesOf } from '../manifests';

/** An object that no API server takes though each of its fields is of its type, and what a fleet says of it. */
export interface RefusedObject {
  readonly what: string;
  readonly object: PlainObject;
  /** The sentence without what it is about: `<prop> … must …`. */
  readonly prop: string;
  readonly must: string;
}

/** An object as somebody writes it without types. */
export interface PlainObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> };
}

/** Keys and values of labels, as they follow "must". */
export const KEY = 'have a key such as "team" or "example.com/team"';
export const VALUE = 'be letters, digits, "-", "_" and ".", at most 63 characters';

/** One called "app". */
export function plain(apiVersion: string, kind: string, spec: object): PlainObject {
  return { apiVersion, kind, metadata: { name: 'app' }, ...{ spec } };
}

/** One of a container, whose pods have the label app=a. */
export function workload(kind: string, selector: object, rest: object = {}): PlainObject {
  const labels = { app: 'a' };
  const containers = [{ name: 'app', image: 'registry.example.com/tools/app:1' }];
  return plain('apps/v1', kind, { selector, template: { metadata: { labels }, spec: { containers } }, ...rest });
}

/** What a fleet says of an object in a plain chart. */
export function saidOfObject({ apiVersion, kind, ...rest }: PlainObject): string[] {
  const fleet = newFleet();
  new ApiObject(new Chart(fleet, 'plain'), 'object', { apiVersion, kind, ...rest });
  return sentencesOf(() => fleet.render());
}
