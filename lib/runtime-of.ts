import { joined, partComplaints } from './config-part';
import { deploymentToml } from './deployment-toml';
import { requireEnv } from './env-refusals';
import { healthCheckOf } from './health-check';
import { parseImageReference, requirePinned } from './image-reference';
import { lifecycleOf } from './lifecycle';
import { logPart } from './log-part';
import { LoggingSidecar } from './logging-sidecar';
import { configParts, fileParts } from './mi-config';
import type { MiImage } from './mi-image';
import { MI_RELEASES, namedPorts } from './mi-release';
import { MiSize } from './mi-size';
import type { MiTenant, MiTenantProps } from './mi-tenant';
import type { TenantRuntime } from './tenant-runtime';
import { requireToml } from './toml-refusals';

/** What a runtime is made of, whatever its image does. */
export type RuntimeProps = Omit<MiTenantProps<never>, 'image'>;

/** What of a tenant its runtimes share. */
type Owner = Pick<MiTenant, 'unit' | 'name' | 'node'>;

/** All that decides what runs for a tenant under this name, as itself or as its canary. */
export function runtimeOf(
  { unit, name: serviceAccountName, node }: Owner,
  name: string,
  instance: string,
  image: MiImage,
  { scaling, size = MiSize.of(), env = {}, envFrom = [], mounts = [], tls, ...props }: RuntimeProps,
): TenantRuntime {
  const { config = {}, logging = [], lifecycle = {}, pod = {} } = props;
  requirePinned('image', image.app, parseImageReference(image.reference));
  requireEnv(node.path, env);
  requireToml(node.path, config.toml ?? {});
  const facts = MI_RELEASES[image.release];
  const resolved = lifecycleOf(node.path, image, size, lifecycle);
  const values = [tls?.part(image) ?? {}, scaling.part(image), ...configParts(image, config)];
  const logs = logPart(image, { logging, levels: config.logLevels, own: config.log4j2 });
  const parts = [...values, ...fileParts(config), logs, { args: pod.args ?? [] }];
  const part = joined([...parts, { complaints: partComplaints(parts) }]);
  const tables = [...values.map(({ toml = {} }) => toml), config.toml ?? {}];
  const toml = deploymentToml(facts, resolved.drainSeconds, tables);
  return {
    unit,
    name,
    serviceAccountName,
    instance,
    image,
    scaling,
    size,
    env,
    envFrom,
    mounts,
    pod,
    sidecars: logging.filter((destination) => destination instanceof LoggingSidecar),
    lifecycle: resolved,
    readiness: healthCheckOf(resolved.probes.readinessProbe ?? {}, {
      ...namedPorts('container', facts.ports),
      ...pod.ports,
    }),
    part,
    files: { 'conf/deployment.toml': toml, ...part.files },
  };
}
