import { EnvValue } from '../../../lib';
import { secrets } from '../../../lib/review/rules/secrets';
import { found, orders, plainPods } from '../changes';

test('a Secret that is read, and one that is read no more', () => {
  const login = orders({ env: { PASSWORD: EnvValue.fromSecret('login', 'password') } });
  expect(found(secrets, orders(), login)).toEqual([
    'notice retail/orders: reads Secret login, without which its pods do not start',
  ]);
  expect(found(secrets, login, orders())).toEqual(['notice retail/orders: no longer reads Secret login']);
});

test('whichever way it is read', () => {
  const pod = {
    imagePullSecrets: [{ name: 'pull' }],
    volumes: [
      { name: 'a', secret: { secretName: 'file' } },
      { name: 'b', projected: { sources: [{ secret: { name: 'projected' } }] } },
    ],
  };
  const container = { envFrom: [{ secretRef: { name: 'all' } }] };
  expect(found(secrets, plainPods(), plainPods(pod, container))).toEqual([
    'notice retail/it: reads Secret all, file, projected, pull, without which its pods do not start',
  ]);
});
