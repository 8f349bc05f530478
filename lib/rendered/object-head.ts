import type { IConstruct } from 'constructs';
import { placesOf } from '../core/declaration';
import { type Complaint, complaintsOf, refuseFaults, sentence } from '../core/refusal';
import type { KubernetesObject } from './rendered-object';

/**
 * Refuses what has not the texts by which any object is known. cdk8s makes sure of them; whoever patches an object or
 * overrides its `toJson` has the last word.
 */
export function requireHead(object: KubernetesObject, construct: IConstruct): void {
  const wrong = headComplaints(object);
  if (wrong.length > 0) {
    const about = { kind: 'object', id: construct.node.path };
    const places = placesOf(construct);
    refuseFaults(wrong.map((complaint) => ({ sentence: sentence({ ...about, ...complaint }), places })));
  }
}

function headComplaints(object: KubernetesObject): Complaint[] {
  const { apiVersion, kind, metadata }: KubernetesObject = Object(object);
  const { name }: KubernetesObject['metadata'] = Object(metadata);
  const isTitle = (text: unknown) => typeof text === 'string' && text !== '';
  return [
    ...complaintsOf('apiVersion', [[isTitle(apiVersion), 'be a text, and not empty', apiVersion]]),
    ...complaintsOf('kind', [[isTitle(kind), 'be a text, and not empty', kind]]),
    ...complaintsOf('metadata.name', [[typeof name === 'string', 'be a text', name]]),
  ];
}
