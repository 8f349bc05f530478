import { ApiObject } from 'cdk8s';
import type { IResource } from 'cdk8s-plus-27';

/** The namespace that an object of cdk8s-plus will be in; `undefined` where it only names one that is there already. */
export function namespaceOf({ node }: IResource): string | undefined {
  const object = node.defaultChild;
  return ApiObject.isApiObject(object) ? object.metadata.namespace : undefined;
}
