import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BusinessUnit,
  Fleet,
  GatewayController,
  GatewayIngress,
  Keystore,
  LoadBalancer,
  MiBaseImage,
  MiTenant,
  Route,
  Scaling,
  Tls,
} from '../../../lib';

const base = MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', { release: '4.4.0' });

/** The files of a fleet with the ways that `dist/` does not go: TLS up to the pod, tenants and units under one host. */
export function composedFiles(): string[] {
  const fleet = new Fleet({ outdir: join(tmpdir(), 'never-written') });
  const via = new LoadBalancer(fleet, 'edge', {
    controller: GatewayController.nginx({ clientAddresses: 'direct' }),
    hosts: {
      'bank.example.com': { '/': 'ledger', '/cards': 'cards', '/cards/lost': 'ledger' },
      'vault.example.com': 'ledger',
    },
    tls: { 'bank.example.com': Tls.secret('bank-tls') },
  });
  const ledger = new BusinessUnit(fleet, 'ledger', { contact: 'ledger@example.com' });
  const accounts = tenant(ledger, 'accounts');
  const audit = tenant(ledger, 'audit');
  new GatewayIngress(ledger, 'routes', {
    via,
    routes: [
      Route.http('bank.example.com', { to: accounts.http }),
      Route.http('bank.example.com', { path: '/audit', to: audit.https }),
      Route.http('bank.example.com', { path: '/cards/lost', to: audit.http }),
      // Without a certificate of its own, the host has the controller's.
      Route.http('vault.example.com', { to: accounts.https }),
    ],
  });
  const cards = new BusinessUnit(fleet, 'cards', { contact: 'cards@example.com' });
  new GatewayIngress(cards, 'routes', {
    via,
    routes: [Route.http('bank.example.com', { path: '/cards', to: tenant(cards, 'issuer').http })],
  });
  return [...fleet.render().values()];
}

function tenant(unit: BusinessUnit, id: string): MiTenant<'app'> {
  return new MiTenant(unit, id, {
    image: base.withApp(id, '1.0.0'),
    scaling: Scaling.fixed(2),
    tls: Keystore.fromSecret(`${id}-keystore`, { file: `${id}.jks`, password: 'password' }),
  });
}
