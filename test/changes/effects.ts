import { changeOf } from '../../lib/review/change';
import type { ObjectChange } from '../../lib/review/object-change';
import { refused } from '../../lib/review/rules/refused';
import { KNOWN } from '../manifests';

type Files = ReadonlyMap<string, string>;

const WORKLOADS = ['Deployment', 'StatefulSet', 'Rollout'];

/**
 * What an apply does that goes from some files to others, as an operator would say it: nothing, what changes in place,
 * whether the pods of which workloads are replaced, which objects come under another name and which leave, and what the
 * API server would refuse.
 */
export function effectOf(before: Files, after: Files): string {
  const change = changeOf(before, after, KNOWN);
  const wrong = refused(change).map(({ says }) => `REFUSED ${says}`);
  const told = [...new Set(change.objects.map(toldOf))].sort();
  return [...told, ...wrong].join(', ') || 'nothing';
}

function toldOf({ before, after, isUpdate, fields }: ObjectChange): string {
  const kind = after?.kind ?? before?.kind ?? '';
  if (!isUpdate) return before === undefined ? `new ${kind}` : after === undefined ? `${kind} left` : `another ${kind}`;
  const rolls = WORKLOADS.includes(kind) && fields.some(({ path }) => path.startsWith('spec.template'));
  return rolls ? `${kind} rolls` : kind;
}
