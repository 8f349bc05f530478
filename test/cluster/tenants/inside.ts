import { homeOf } from '../image/stand-in';
import { READER } from './fleets';
import { TenantPods } from './pods';
import { servingAddress } from './server';
import type { Site } from './site';

const TENANT = 'doctor-appointment';

/** What a tenant of `dist/` finds inside the cluster. */
export function describeInside(site: () => Site): void {
  const appointments = () => new TenantPods(site().kubectl, 'clinic', TENANT);

  test('the keystore of a Secret is where the configuration says, beside the stores of the product', async () => {
    const [pod] = await appointments().ready(2);
    if (pod === undefined) throw new Error(`${TENANT} must have pods`);
    const home = homeOf('4.4.0');
    // For the port of requests, and for that of the Management API.
    const locations = `sed -n 's/^location = "\\(.*\\)"$/\\1/p' conf/deployment.toml`;
    const stores = `for file in $(${locations}); do cat $file; echo; done; cat repository/resources/security/wso2carbon.jks`;
    expect(await appointments().run(pod, `cd ${home} && ${stores}`)).toBe('a keystore\na keystore\nstock keystore');
    const passwords = 'echo "$TLS_KEYSTORE_PASSWORD, $TLS_KEYSTORE_KEY_PASSWORD, $HOSPITAL_PASSWORD"';
    expect(await appointments().run(pod, passwords)).toBe('of the keystore, of the keystore, of the hospital');
  });

  test('a Service leads to the pods of its tenant, from the pod of another', async () => {
    const others = new TenantPods(site().kubectl, 'clinic', READER);
    const ready = await appointments().ready(2);
    const address = await servingAddress(site().kubectl, 'clinic', TENANT);
    const asked = `for i in 1 2 3 4 5 6 7 8 9 10; do wget -q -O - http://${address}:8290/; done`;
    const answers = await others.run(await others.theReady(), asked);
    const pods = [...answers.matchAll(/"pod":"([^"]+)"/g)].map(([, pod]) => pod);
    expect(pods).toHaveLength(10);
    expect(ready.map(({ metadata }) => metadata.name)).toEqual(expect.arrayContaining(pods));
  });
}
