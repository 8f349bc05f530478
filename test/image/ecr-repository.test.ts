import { type EcrRepository, ecrAddress } from '../../lib/image/ecr-repository';

test('every prop reaches the address', () => {
  const everything: Required<EcrRepository> = {
    account: '123456789012',
    region: 'eu-central-1',
    repository: 'integration/mi-base',
  };
  expect(ecrAddress(everything)).toBe('123456789012.dkr.ecr.eu-central-1.amazonaws.com/integration/mi-base');
});

test.each([
  ['eu-central-1', 'amazonaws.com'],
  ['ap-southeast-5', 'amazonaws.com'],
  ['us-gov-west-1', 'amazonaws.com'],
  ['ca-central-1', 'amazonaws.com'],
  ['cn-north-1', 'amazonaws.com.cn'],
  ['cn-northwest-1', 'amazonaws.com.cn'],
])('the registry of region %s is in the domain %s', (region, domain) => {
  const address = ecrAddress({ account: '000000000001', region, repository: 'mi-base' });
  expect(address).toBe(`000000000001.dkr.ecr.${region}.${domain}/mi-base`);
});

test.each(['', '12345', '1234567890123', '1234-5678-9012', '12345678901a', '123456789012\n'])(
  'the account %j, which has not 12 digits, is refused',
  (account) => {
    expect(() => ecrAddress({ account, region: 'eu-central-1', repository: 'mi-base' })).toThrow(
      new Error(`account of ECR repository "mi-base" must have 12 digits, got ${JSON.stringify(account)}`),
    );
  },
);

test.each(['', 'Frankfurt', 'eu-central', 'eu-central-1a', 'EU-CENTRAL-1', 'eu_central_1', '1', 'eu-1'])(
  'the region %j, which AWS does not have, is refused',
  (region) => {
    expect(() => ecrAddress({ account: '123456789012', region, repository: 'mi-base' })).toThrow(
      new Error(`region of ECR repository "mi-base" must be an AWS region such as "eu-central-1", got "${region}"`),
    );
  },
);
