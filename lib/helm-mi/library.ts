import { Duration, Size } from 'cdk8s';
import { ConfigFile } from '../config/config-file';
import { ControlPlane } from '../config/control-plane';
import { Datasource } from '../config/datasource';
import { Endpoint } from '../config/endpoint';
import { Keystore } from '../config/keystore';
import { SecureVault } from '../config/secure-vault';
import { ServiceCatalog } from '../config/service-catalog';
import { Tracing } from '../config/tracing';
import { Truststore } from '../config/truststore';
import { GatewayController } from '../controllers';
import { Cpu } from '../core/cpu';
import { Fleet } from '../fleet/fleet';
import { Patch } from '../fleet/patch';
import { GatewayIngress } from '../gateway/gateway-ingress';
import { LoadBalancer } from '../gateway/load-balancer';
import { MiBaseImage } from '../image/mi-base-image';
import { ConsoleLogging } from '../logging/console-logging';
import { Network } from '../network/network';
import { Route } from '../route/route';
import { Tls } from '../route/tls';
import { CsiSecret } from '../secret/csi-secret';
import { EnvValue } from '../secret/env-value';
import { SecretProvider } from '../secret/secret-provider';
import { MiSize } from '../tenant/mi-size';
import { MiTenant } from '../tenant/mi-tenant';
import { Scaling } from '../tenant/scaling';
import { BusinessUnit } from '../unit/business-unit';
import { UnitNamespace } from '../unit/unit-namespace';
import { SharedVolume } from '../volume/shared-volume';
import { VolumeSource } from '../volume/volume-source';
import type { Library } from './run';

/** All that an imported program names, as the package and cdk8s export it. */
export const LIBRARY: Library = {
  BusinessUnit,
  ConfigFile,
  ConsoleLogging,
  ControlPlane,
  Cpu,
  CsiSecret,
  Datasource,
  Duration,
  Endpoint,
  EnvValue,
  Fleet,
  GatewayController,
  GatewayIngress,
  Keystore,
  LoadBalancer,
  MiBaseImage,
  MiSize,
  MiTenant,
  Network,
  Patch,
  Route,
  Scaling,
  SecretProvider,
  SecureVault,
  ServiceCatalog,
  SharedVolume,
  Size,
  Tls,
  Tracing,
  Truststore,
  UnitNamespace,
  VolumeSource,
};
