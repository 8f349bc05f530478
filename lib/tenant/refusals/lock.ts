import { type Complaint, complaintsOf } from '../../core/refusal';
import { parseImageReference } from '../../image/image-reference';
import type { MiImage } from '../../image/mi-image';
import type { CheckedTenant } from '../checked-tenant';

/** A lock that does not know an image is stale: which bytes would run is not settled. */
export function lockComplaints({ image, canary }: CheckedTenant): Complaint[] {
  return [...unlocked('image', image), ...(canary === undefined ? [] : unlocked('canary', canary.image))];
}

function unlocked(prop: string, { reference, lock }: MiImage): Complaint[] {
  const isKnown = lock === undefined || parseImageReference(reference).digest !== undefined;
  return complaintsOf(prop, [
    [isKnown, `be in ${lock?.path}`, reference, 'run npx cdk8s-wso2-mi images lock, once it is pushed'],
  ]);
}
