import { sentence, verbatim } from '../core/refusal';
import { lostSecrets } from '../review/lost-secrets';
import { titleOf } from './kubectl';
import type { Plan } from './plan';

/** Sentences on what left a file and would take a Secret with it that pods of the file read. */
export function lostSecretsOf({ part, pruned }: Pick<Plan, 'part' | 'pruned'>): string[] {
  return lostSecrets(pruned, part.objects).map(({ writer, name, readers }) =>
    sentence({
      prop: titleOf(writer),
      kind: 'unit',
      id: part.id,
      must: `be in its file while pods read Secret "${name}", which goes with it`,
      got: verbatim(`none, and ${readers.map(({ object }) => titleOf(object)).join(', ')}`),
      instead:
        writer.kind === 'ExternalSecret'
          ? `to keep the Secret by hand, first run: kubectl -n ${part.namespace} delete externalsecret ${writer.metadata.name} --cascade=orphan`
          : 'let them read a Secret of another name that is there before',
    }),
  );
}
