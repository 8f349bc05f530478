import { keyValues } from '../../../lib/controllers/alb/ingress-class-params';

test('settings of AWS stand in the order of their names, however they were written', () => {
  expect(keyValues({ team: 'platform', cost: '42' })).toEqual([
    { key: 'cost', value: '42' },
    { key: 'team', value: 'platform' },
  ]);
});
