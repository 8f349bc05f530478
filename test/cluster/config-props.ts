import {
  type AuthoritiesProps,
  ConfigFile,
  ControlPlane,
  type DashboardProps,
  EnvValue,
  type IcpProps,
  ManagementLogin,
  type ManagementLoginProps,
  Metrics,
  type MiConfig,
  SecureVault,
  type SecureVaultProps,
  ServiceCatalog,
  type ServiceCatalogProps,
  Tracing,
  Truststore,
  type TruststoreProps,
} from '../../lib';
import { drawn } from './drawn';
import { datasourceOf, endpointOf, secretOf } from './plan-values';
import type * as plans from './tenant-plan';

const SHARED = EnvValue.fromSecret('shared', 'secret');

/** What Micro Integrator is told. */
export function configOf({ config, more }: plans.TenantPlan): MiConfig {
  const { datasources, metrics, tracing, controlPlane, serviceCatalog, vault, files, toml } = config;
  return drawn<MiConfig>('MiConfig', {
    datasources: datasources.map((one) => datasourceOf(one, more)),
    metrics: metrics ? Metrics.prometheus() : undefined,
    tracing: tracing && tracingOf(tracing),
    controlPlane: controlPlane && controlPlaneOf(controlPlane, more.integration),
    managementLogin: LOGINS[more.managementLogin](),
    serviceCatalog: serviceCatalog && serviceCatalogOf(serviceCatalog),
    truststore: truststoreOf(config, more.authorities),
    vault:
      vault &&
      SecureVault.fromSecret(
        secretOf(vault.secret),
        drawn<SecureVaultProps>('SecureVaultProps', {
          password: vault.password,
          file: vault.file,
          alias: more.alias,
        }),
      ),
    logLevels: more.logLevels,
    log4j2: more.log4j2,
    files: Object.fromEntries(files.map(([path, file]) => [path, fileOf(file)])),
    toml,
    // Most names of a random table are known to no release.
    uncheckedKeys: Object.keys(toml),
  });
}

const LOGINS: Readonly<Record<plans.TenantPlan['more']['managementLogin'], () => ManagementLogin | undefined>> = {
  none: () => undefined,
  stock: () => ManagementLogin.stock(),
  own: () =>
    ManagementLogin.of(
      drawn<ManagementLoginProps>('ManagementLoginProps', {
        username: EnvValue.fromSecret('login', 'username'),
        password: EnvValue.fromSecret('login', 'password'),
      }),
    ),
};

function serviceCatalogOf(plan: plans.EndpointPlan): ServiceCatalog {
  const props = { at: endpointOf(plan), username: SHARED, password: SHARED };
  return ServiceCatalog.of(drawn<ServiceCatalogProps>('ServiceCatalogProps', props));
}

function truststoreOf({ truststore }: plans.ConfigPlan, authorities: boolean | undefined): Truststore | undefined {
  if (authorities !== undefined) {
    const password = authorities ? SHARED : undefined;
    const pem = ConfigFile.fromConfigMap('authorities', 'ca.pem');
    return Truststore.withAuthorities([pem], drawn<AuthoritiesProps>('AuthoritiesProps', { password }));
  }
  if (truststore === undefined) return undefined;
  const { secret, file, password, type } = truststore;
  return Truststore.fromSecret(secretOf(secret), drawn<TruststoreProps>('TruststoreProps', { file, password, type }));
}

function fileOf(file: plans.ConfigPlan['files'][number][1]): string | ConfigFile {
  if (typeof file === 'string') return file;
  const { secret, key } = file;
  return secret === undefined ? ConfigFile.fromConfigMap('site', key) : ConfigFile.fromSecret(secretOf(secret), key);
}

function tracingOf({ tracer, at }: NonNullable<plans.ConfigPlan['tracing']>): Tracing {
  return tracer === 'log' ? Tracing.log() : Tracing[tracer](endpointOf(at));
}

function controlPlaneOf(
  { how, at, text }: NonNullable<plans.ConfigPlan['controlPlane']>,
  integration: string | undefined,
): ControlPlane {
  const to = { at: endpointOf(at) };
  return how === 'icp'
    ? ControlPlane.icp(
        drawn<IcpProps>('IcpProps', { ...to, environment: text, project: text, secret: SHARED, integration }),
      )
    : ControlPlane.dashboard(drawn<DashboardProps>('DashboardProps', { ...to, group: text }));
}
