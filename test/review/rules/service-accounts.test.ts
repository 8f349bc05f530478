import { serviceAccounts } from '../../../lib/review/rules/service-accounts';
import { found, orders, plainPods } from '../changes';

const ROLE = 'eks.amazonaws.com/role-arn';

test('another role of the cloud', () => {
  const as = (role: string) => orders({ pod: { serviceAccountAnnotations: { [ROLE]: role } } });
  expect(found(serviceAccounts, as('arn:a'), as('arn:b'))).toEqual([
    'warning retail/orders: ServiceAccount retail/orders stands for another identity; pods take it at their next start ' +
      `[metadata.annotations["${ROLE}"]: arn:a → arn:b]`,
  ]);
});

test('another account', () => {
  const as = (serviceAccountName: string) => plainPods({ serviceAccountName });
  expect(found(serviceAccounts, as('a'), as('b'))).toEqual([
    'warning retail/it: its pods run under another service account [a → b]',
  ]);
  expect(found(serviceAccounts, as('a'), as('a'))).toEqual([]);
});
