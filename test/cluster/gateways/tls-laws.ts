import { certificateName } from './edge';
import type { At, Law } from './law';

const VAULT = 'shop/vault';

/** Where TLS ends, and whose certificate is shown. */
export const TLS_LAWS: readonly Law[] = [
  {
    name: 'a certificate of a Secret is shown for its host',
    needs: ['tlsSecret'],
    proof: async (at) => expect(await shown(at, 'secret')).toBe(at.host('secret')),
  },
  {
    name: 'a certificate of an issuer is shown for its host, once it is there',
    needs: ['tlsIssuer'],
    proof: async (at) => expect(await shown(at, 'issued')).toBe(at.host('issued')),
  },
  {
    name: 'a host without a certificate has that of the controller',
    needs: ['tlsDefault'],
    proof: async (at) => expect(await shown(at, 'prefix')).toBe(at.column.certificate),
  },
  {
    name: 'TLS goes on up to the pod',
    needs: ['httpsBackend'],
    proof: async (at) => {
      const answer = await at.door.ask(at.question('https', '/x'));
      expect(answer).toMatchObject({ tenant: VAULT, port: 8253, path: '/x', commonName: at.column.certificate });
    },
  },
  {
    name: 'TLS is handed on unopened, and the client sees the certificate of the pod',
    needs: ['passthrough'],
    proof: async (at) => {
      const answer = await at.door.ask(at.question('passed', '/x'));
      expect(answer).toMatchObject({ tenant: VAULT, port: 8253, commonName: certificateName(VAULT) });
    },
  },
  {
    name: 'plain HTTP is sent on to HTTPS',
    needs: [],
    proof: async (at) => {
      for (const id of ['prefix', 'secret', 'any.wild']) {
        const { status, headers } = await at.door.raw(at.question(id, '/x?y=1', { tls: false }));
        expect([301, 302, 307, 308]).toContain(status);
        expect(headers.location).toBe(`https://${at.host(id)}/x?y=1`);
      }
    },
  },
  {
    name: 'plain HTTP is answered where it is to be',
    needs: ['plainHttp'],
    proof: async (at) => {
      const answer = await at.door.ask(at.question('plain', '/a', { tls: false }));
      expect(answer).toMatchObject({ tenant: 'shop/main', port: 8290, path: '/a' });
    },
  },
];

async function shown(at: At, id: string): Promise<string> {
  return (await at.door.ask(at.question(id))).commonName;
}
