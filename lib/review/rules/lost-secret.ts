import type { Manifest } from '../../diff/manifest';
import type { Finding } from '../finding';
import { type LostSecret, lostSecrets } from '../lost-secrets';
import { nameOf } from '../object-change';
import type { ReviewRule } from '../rule';
import { some } from '../words';

/** A Secret goes with the object that made it, while pods still read it: they run on, and none starts any more. */
export const lostSecret: ReviewRule = ({ objects, before, after }) => {
  const units = new Map(objects.map((change) => [change.before, change.unit]));
  return lostSecrets(before, after).map((lost) => findingOf(lost, units.get(lost.writer)));
};

function findingOf({ writer, name, readers }: LostSecret, unit: string | undefined): Finding {
  const who = `${some(readers.map(({ object }) => nameOf(object)))} still ${readers.length === 1 ? 'reads' : 'read'}`;
  const about = { severity: 'danger' as const, unit, about: [writer] };
  return writer.kind === 'ExternalSecret'
    ? {
        ...about,
        says: `whoever deletes or prunes ${nameOf(writer)} deletes Secret ${name} with it, which ${who}: pods run on, and none starts any more`,
        run: [
          `kubectl ${inNamespace(writer)}delete externalsecret.external-secrets.io/${writer.metadata.name} --cascade=orphan  # the Secret stays as it is, and is kept by hand from now on`,
        ],
      }
    : {
        ...about,
        says: `${nameOf(writer)} leaves the file, and the Secrets Store CSI driver deletes Secret ${name} with the last pod that mounts it, which ${who}: pods run on, and none starts any more; let them read a Secret of another name that is there before`,
      };
}

function inNamespace({ metadata: { namespace } }: Manifest): string {
  return namespace === undefined ? '' : `-n ${namespace} `;
}
