import { setTimeout as sleep } from 'node:timers/promises';
import { OF_ISSUER } from './certificates/earlier';
import { CERTIFICATE, certified, ISSUER } from './certificates/fleet';
import { CertificateSite, type Certified, OTHER_ISSUER } from './certificates/site';
import { blockOf } from './guide';
import { listed } from './listed';
import { until } from './wait';

const DISOWN = blockOf('docs/moving-to-the-gateway-api.md', 'patch certificate orders.example.com-tls --type=json');
const TAKE = blockOf('docs/moving-to-the-gateway-api.md', 'delete ingress routes-nginx-clusterissuer');
const HAND_OVER = blockOf('docs/moving-to-the-gateway-api.md', 'get certificate orders.example.com-tls');
const UPLOAD = 'routes-nginx-orders.example.com.upload';

/** Longer than a controller takes to do what it will do. */
const NOTHING_MILLISECONDS = 5000;

describe('cert-manager and the Ingresses of earlier renders', () => {
  let site: CertificateSite;

  beforeAll(async () => {
    site = await CertificateSite.start();
  });

  afterAll(async () => site?.stop());

  test('whoever deletes the Ingress that was there first deletes the Certificate of the others, and nobody makes it anew', async () => {
    const { owners } = await site.appliesEarlier(certified({ unit: 'clinic' }), 'clinic');
    const ingresses = [OF_ISSUER, UPLOAD];
    expect(ingresses).toEqual(expect.arrayContaining([...owners]));
    const [first = '', ...none] = owners;
    expect(none).toEqual([]);
    await site.goes('clinic', first, () => site.cluster.kubectl.ok(['delete', 'ingress', first, '-n', 'clinic']));
    await sleep(NOTHING_MILLISECONDS);
    expect(await site.has('clinic', 'certificate', CERTIFICATE)).toBe(false);
    const left = await listed(site.cluster.kubectl, 'ingress', '-n', 'clinic');
    expect(JSON.stringify(left.find(({ metadata }) => ingresses.includes(metadata.name)))).toContain(CERTIFICATE);
  });

  describe('by the documented commands', () => {
    const unit = 'retail';
    let before: Certified;

    beforeAll(async () => {
      before = await site.appliesEarlier(certified({ unit }), unit);
    });

    test('the Certificate goes over to the file of its unit: the same object, the same certificate, nobody’s', async () => {
      expect(before).toMatchObject({ revision: 1, issuer: ISSUER, owners: [expect.stringMatching(/^routes-nginx-/)] });
      await site.type(DISOWN);
      site.enter(certified({ unit }));
      await site.goes(unit, OF_ISSUER, () => site.type(TAKE));
      await site.type(HAND_OVER);
      await sleep(NOTHING_MILLISECONDS);
      expect(await site.certified(unit)).toEqual({ ...before, owners: [] });
      expect(await site.apply(unit)).toBe('');
      expect(await listed(site.cluster.kubectl, 'certificaterequest', '-n', unit)).toHaveLength(1);
    });

    test('a route that is taken out, and its Ingress with it, leave Certificate and Secret', async () => {
      site.enter(certified({ unit, upload: false }));
      expect(await site.apply(unit)).toBe('');
      await site.goes(unit, UPLOAD, () => site.cluster.kubectl.ok(['delete', 'ingress', UPLOAD, '-n', unit]));
      await sleep(NOTHING_MILLISECONDS);
      expect(await site.certified(unit)).toEqual({ ...before, owners: [] });
    });

    test('another issuer meets no conflict: the Certificate is the file’s alone', async () => {
      site.enter(certified({ unit, issuer: OTHER_ISSUER }));
      expect(await site.apply(unit)).toBe('');
      const issued = async () => {
        const now = await site.certified(unit);
        return now.issuer === OTHER_ISSUER && now;
      };
      expect(await until('the other issuer', 60, issued)).toMatchObject({ uid: before.uid, owners: [], revision: 2 });
    });
  });
});
