import type { MiImage } from '../image/mi-image';
import type { LogLevel } from '../release/log-level';
import type { ConfigFile } from './config-file';
import type { ControlPlane } from './control-plane';
import type { Datasource } from './datasource';
import type { DeploymentToml } from './deployment-toml-keys';
import type { ManagementLogin } from './management-login';
import type { Metrics } from './metrics';
import type { PodPart } from './pod-part';
import type { SecureVault } from './secure-vault';
import type { ServiceCatalog } from './service-catalog';
import { unreadComplaints } from './toml-unread';
import type { Tracing } from './tracing';
import type { Truststore } from './truststore';

/** What Micro Integrator itself is told. The same image serves every environment: what differs stands here. */
export interface MiConfig {
  /**
   * Databases that artefacts find under their ids.
   *
   * @default - none
   */
  readonly datasources?: readonly Datasource[];

  /**
   * What is counted.
   *
   * @default - nothing is counted
   */
  readonly metrics?: Metrics;

  /**
   * Where traces of requests go.
   *
   * @default - nowhere
   */
  readonly tracing?: Tracing;

  /**
   * Who shows the pods to their operators.
   *
   * @default - nobody
   */
  readonly controlPlane?: ControlPlane;

  /**
   * Who may log in to the Management API. Must be said where a `Route.management` leads to it.
   *
   * @default - as `ManagementLogin.stock()`: admin with the password admin
   */
  readonly managementLogin?: ManagementLogin;

  /**
   * Where services are published.
   *
   * @default - nowhere
   */
  readonly serviceCatalog?: ServiceCatalog;

  /**
   * Authorities that the server trusts when it calls others.
   *
   * @default - those of the image
   */
  readonly truststore?: Truststore;

  /**
   * What opens the vault of `$secret{alias}`.
   *
   * @default - nothing; the image holds no vault
   */
  readonly vault?: SecureVault;

  /**
   * Level of each logger, by class or package; a logger takes all below it, `root` takes what no other does:
   * `{ 'org.apache.synapse.transport.http.wire': 'DEBUG' }`. Appenders let through what a level asks for.
   *
   * @default - those of the release
   */
  readonly logLevels?: Readonly<Record<string, LogLevel>>;

  /**
   * Properties laid over `log4j2.properties`, and over `logLevels`; `${env:NAME}` reads a variable of `env`. Appenders
   * and loggers that they name are listed by themselves.
   *
   * @default - none; with no change at all the image keeps its own file
   */
  readonly log4j2?: Readonly<Record<string, string>>;

  /**
   * Further files below the product's home, each under its path: `{ 'conf/file.properties': 'stage=test' }`. Text stands
   * in a ConfigMap, for everyone to read; together at most 900 KiB. A change rolls the pods; what is in Secrets and
   * ConfigMaps of others is read at the start.
   *
   * @default - those of the image
   */
  readonly files?: Readonly<Record<string, string | ConfigFile>>;

  /**
   * Tables and keys of `deployment.toml`, laid over all that is rendered; `$env{NAME}` reads a variable of `env`. The
   * file takes the place of the image's, so all that the image's says beyond the stock one belongs here. Lists of
   * tables (`[[…]]`) are joined to those that are rendered.
   *
   * @default - the release's stock file for containers, hot deployment and diagnostics tool off, with the drain
   */
  readonly toml?: DeploymentToml;

  /**
   * Keys and tables of `toml` that are written although no release is known to read them: `['acme', 'server.newer_key']`,
   * for what a patch of the product or a class of one's own reads.
   *
   * @default - none; a key that the image's release does not read is refused with the nearest that it does
   */
  readonly uncheckedKeys?: readonly string[];
}

/** Whether a configuration says who may log in to the Management API, be it by tables of its own. */
export function saysLogin({ managementLogin, toml }: MiConfig): boolean {
  return managementLogin !== undefined || toml?.internal_apis !== undefined;
}

/** What a configuration adds to a pod of `image`; `toml` comes last, so that it wins. */
export function configParts(image: MiImage, config: MiConfig): readonly PodPart[] {
  const {
    datasources = [],
    metrics,
    tracing,
    controlPlane,
    managementLogin,
    serviceCatalog,
    truststore,
    vault,
  } = config;
  const { files = {}, toml, logLevels, log4j2 } = config;
  const makers = [metrics, tracing, controlPlane, managementLogin, serviceCatalog, truststore, vault, ...datasources];
  return [
    ...makers.flatMap((value) => value?.part(image) ?? []),
    ...Object.entries(files).map(([path, file]) =>
      typeof file === 'string' ? { files: { [path]: file } } : file.at(path),
    ),
    { toml, log4j2: { levels: logLevels, own: log4j2 }, complaints: unreadComplaints(image.release, config) },
  ];
}
