import type { Fleet } from '../../lib';
import { type Manifest, writtenIn } from '../manifests';
import { ungrammatical } from './grammar';

/** A fleet that the library took. */
export interface AcceptedFleet {
  /** The texts of its files. */
  readonly files: readonly string[];
  /** Its objects as they were before they were written as text, in the same order. */
  readonly objects: readonly Manifest[];
}

/** What the library said of a fleet: the fleet, or what of its refusal is not in the house grammar. */
export type Judgement = { readonly accepted: AcceptedFleet } | { readonly ungrammatical: readonly string[] };

/** A fleet that must be taken, rendered. */
export function accepted(fleet: Fleet): AcceptedFleet {
  const objects = writtenIn(fleet);
  // Dashboards and rules stand beside the manifests.
  const files = [...fleet.render()].flatMap(([name, text]) => (name.endsWith('.k8s.yaml') ? [text] : []));
  return { files, objects };
}

/** Composes a fleet and renders it. */
export function judge(compose: () => Fleet): Judgement {
  try {
    return { accepted: accepted(compose()) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ungrammatical: ungrammatical(message) };
  }
}
