import { CsiSecret, EnvValue, ExternalSecret, Scaling, SecretProvider, SecretStore } from '../../../lib';
import { lostSecret } from '../../../lib/review/rules/lost-secret';
import { orphans } from '../../../lib/review/rules/orphans';
import { app, found, plain, plainPods, retail } from '../changes';

const value = { key: 'prod/shop' };
type Kept = 'external' | 'csi' | 'by hand' | 'nobody';

/** The application reads the Secret "shop", or another one. */
const read = (kept: Kept, secret = 'shop', scaling = Scaling.fixed(2)) =>
  retail((unit) => {
    if (kept === 'external') {
      new ExternalSecret(unit, 'shop', { store: SecretStore.cluster('aws'), data: { password: value } });
    }
    const csi =
      kept === 'csi'
        ? new CsiSecret(unit, 'shop', { provider: SecretProvider.aws(), values: { password: value } })
        : undefined;
    app(unit, { env: { PASSWORD: EnvValue.fromSecret(csi ?? secret, 'password') }, scaling });
  });

test('an ExternalSecret that leaves takes the Secret along that pods still read; how it stays is told, and nothing else', () => {
  expect(found(lostSecret, read('external'), read('by hand'))).toEqual([
    'danger retail: whoever deletes or prunes ExternalSecret retail/shop deletes Secret shop with it, which Deployment ' +
      'retail/orders still reads: pods run on, and none starts any more $ kubectl -n retail delete ' +
      'externalsecret.external-secrets.io/shop --cascade=orphan  # the Secret stays as it is, and is kept by hand from now on',
  ]);
  expect(found(orphans, read('external'), read('by hand'))).toEqual([]);
});

test('a Secret of the CSI driver goes with the last pod that mounts it', () => {
  expect(found(lostSecret, read('csi'), read('by hand'))).toEqual([
    'danger retail: SecretProviderClass retail/shop leaves the file, and the Secrets Store CSI driver deletes Secret shop ' +
      'with the last pod that mounts it, which Deployment retail/orders still reads: pods run on, and none starts any ' +
      'more; let them read a Secret of another name that is there before',
  ]);
});

test('what nobody reads any more, and what something makes again, is not lost', () => {
  expect(found(lostSecret, read('external'), read('by hand', 'other'))).toEqual([]);
  expect(found(lostSecret, read('external'), read('csi'))).toEqual([]);
  expect(found(lostSecret, read('csi'), read('external'))).toEqual([]);
  expect(found(lostSecret, read('external'), read('external', 'other'))).toEqual([]);
  expect(found(lostSecret, read('external'), read('by hand', 'shop', Scaling.fixed(2).parked()))).toEqual([]);
});

const written = (creationPolicy?: string) =>
  plain({ kind: 'ExternalSecret', spec: { target: { name: 'shop', creationPolicy } } });
const pods = (optional?: boolean, namespace = 'retail') => {
  const env = [{ name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'shop', key: 'password', optional } } }];
  const [[name, text] = ['', '']] = plainPods({}, { env });
  return new Map([[name, text.replace('namespace: retail', `namespace: ${namespace}`)]]);
};

test('who owns no Secret takes none along', () => {
  expect(found(lostSecret, written(), pods())).toHaveLength(1);
  expect(found(lostSecret, written('Owner'), pods())).toHaveLength(1);
  expect(['Orphan', 'Merge', 'None'].flatMap((policy) => found(lostSecret, written(policy), pods()))).toEqual([]);
});

test('a pod that starts without the Secret, and one of another namespace, lose nothing', () => {
  expect(found(lostSecret, written(), pods(true))).toEqual([]);
  expect(found(lostSecret, written(), pods(false, 'other'))).toEqual([]);
});

test('a Secret that is written as it stands is gone with its owner until the next apply', () => {
  const both = new Map([
    ...pods(),
    ['secret.yaml', 'apiVersion: v1\nkind: Secret\nmetadata: {name: shop, namespace: retail}\n'],
  ]);
  expect(found(lostSecret, written(), both)).toHaveLength(1);
});
