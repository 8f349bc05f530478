import type { Construct } from 'constructs';
import {
  BusinessUnit,
  EnvValue,
  GatewayController,
  GatewayIngress,
  Keystore,
  LoadBalancer,
  MiBaseImage,
  MiTenant,
  Route,
  Scaling,
  SharedVolume,
  VolumeSource,
} from '../lib';

const base = MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', { release: '4.4.0', build: 3 });

/** The id of each unit. */
export function unitIds(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `unit-${index}`);
}

/** `count` units like the clinic of main.ts: a service behind passthrough and a poller on a shared volume. */
export function compose(scope: Construct, count: number): void {
  const ids = unitIds(count);
  const via = new LoadBalancer(scope, 'public', {
    controller: GatewayController.nginx(),
    hosts: Object.fromEntries(ids.map((id) => [`${id}.example.com`, id])),
  });
  for (const id of ids) {
    const unit = new BusinessUnit(scope, id, { contact: `${id}@example.com` });
    const service = new MiTenant(unit, 'service', {
      image: base.withApp('service', '1.0.0'),
      scaling: Scaling.auto({ min: 2, max: 6 }),
      tls: Keystore.fromSecret('keystore', { file: 'service.jks', password: 'password' }),
      env: { API_PASSWORD: EnvValue.fromSecret('api', 'password') },
    });
    new GatewayIngress(unit, 'routes', { via, routes: [Route.passthrough(`${id}.example.com`, service)] });
    const files = new SharedVolume(unit, 'files', { source: VolumeSource.storageClass('shared') });
    new MiTenant(unit, 'poller', {
      image: base.withPoller('poller', '1.0.0'),
      scaling: Scaling.singleton(),
      mounts: [files.at('/mnt/in')],
    });
  }
}
