import { CHART_KEYS } from './chart-keys';

/** Where the chart keeps what Kubernetes gets. */
export const DEPLOYMENT = 'wso2.deployment';

/** Where it keeps what Micro Integrator is told. */
export const CONFIG = 'wso2.config';

/** Versions of WSO2's chart helm-mi whose keys are known, the oldest first. */
export const CHART_VERSIONS = ['4.2', '4.3', '4.4', '4.5', '4.6'] as const;

/** One of them. */
export type ChartVersion = (typeof CHART_VERSIONS)[number];

/** What a key holds: text if nothing is said. A switch is a table whose presence is what the templates ask. */
export type KeyKind = 'text' | 'secret' | 'number' | 'bool' | 'map' | 'list' | 'switch';

/** A key of the chart's values. */
export interface ChartKey {
  /** Versions whose templates read it; none for what only stands in a values file or an example. */
  readonly versions: readonly ChartVersion[];
  /** What it holds. */
  readonly kind: KeyKind;
}

const KINDS: readonly KeyKind[] = ['text', 'secret', 'number', 'bool', 'map', 'list', 'switch'];

/** Whether a text names a version of the chart that is known. */
export function isChartVersion(text: string): text is ChartVersion {
  return CHART_VERSIONS.some((version) => version === text);
}

/** Versions between two: `4.3-4.5`, `4.6`, `none`. */
function versionsOf(span: string): readonly ChartVersion[] {
  const [since = '', until = since] = span.split('-');
  return CHART_VERSIONS.filter((version) => version >= since && version <= until);
}

/** Every key of the chart by its path; `[]` stands for the items of a list. */
export const KEYS: ReadonlyMap<string, ChartKey> = new Map(
  CHART_KEYS.trim()
    .split('\n')
    .flatMap((line) => {
      const [path = '', span = '', ...names] = line.split(' ');
      return names.map((text) => {
        const [name = '', word = 'text'] = text.split(':');
        const kind = KINDS.find((one) => one === word) ?? 'text';
        return [path === '.' ? name : `${path}.${name}`, { versions: versionsOf(span), kind }] as const;
      });
    }),
);

/** What the chart's own values.yaml says where nothing else is said. */
export function defaultsOf(version: ChartVersion): Readonly<Record<string, unknown>> {
  const since = (first: ChartVersion) => version >= first;
  const user = since('4.4') ? '10802' : '';
  const stock = since('4.5') ? 'wso2carbon' : '';
  const store = { fileName: 'wso2carbon.jks', alias: 'wso2carbon', password: stock, keyPassword: stock };
  const admin = since('4.5') ? 'admin' : '';
  return {
    provider: '',
    containerRegistry: since('4.3') ? 'docker.wso2.com' : '',
    wso2: {
      ...(since('4.6') ? { gatewayAPI: GATEWAY_API } : {}),
      ingress: { enabled: !since('4.6'), ingressClassName: '', tlsSecret: '', ratelimit: { enabled: false } },
      config: {
        portOffset: 10,
        admin: { username: admin, password: admin, createAdminAccount: false },
        userstore: { file: { enabled: true } },
        secureVault: { enabled: false },
        keyStore: { primary: store, internal: store },
        trustStore: { primary: { fileName: 'client-truststore.jks', password: stock } },
      },
      deployment: {
        hostname: since('4.3') ? 'mi.wso2.com' : '',
        BuildVersion: version === '4.6' ? '4.5.0' : `${version}.0`,
        image: since('4.3')
          ? { repository: 'wso2mi', digest: '', tag: `${version}.0`, pullPolicy: 'IfNotPresent' }
          : { repository: '', digest: '', pullPolicy: 'Always' },
        replicas: 1,
        hpa: {
          enabled: false,
          minReplicas: 1,
          maxReplicas: 2,
          cpuUtilizationPercentage: 75,
          memoryUtilizationPercentage: 75,
        },
        pdb: { enabled: false, minAvailable: 1 },
        strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
        resources: {
          requests: { memory: '512Mi', cpu: '500m' },
          limits: { memory: '1Gi', cpu: '1000m' },
          jvm: { memory: { xms: '512m', xmx: '1024m' } },
        },
        probes: {
          startup: { initialDelaySeconds: 5, periodSeconds: 3, failureThreshold: 40 },
          liveness: { periodSeconds: 10 },
          readiness: { initialDelaySeconds: 60, periodSeconds: 1 },
        },
        securityContext: {
          apparmor: true,
          runAsUser: user,
          ...(since('4.4')
            ? {
                enableRunAsUser: true,
                enableRunAsGroup: true,
                runAsGroup: user,
                seLinux: SE_LINUX,
                seccompProfile: SECCOMP,
              }
            : { seccompProfile: true }),
        },
        synapseTest: { enabled: false },
      },
    },
  };
}

const SE_LINUX = { enabled: false, level: 's0:c26,c0' };
const SECCOMP = { enabled: true, type: 'RuntimeDefault' };
const GATEWAY_API = {
  enabled: true,
  createGateway: true,
  gatewayClassName: 'envoy',
  gatewayName: 'envoy',
  gatewayNamespace: 'envoy-gateway',
  tlsSecret: '',
  httpListener: { enabled: false },
  ratelimit: { enabled: false, requestsPerSecond: 10 },
  backendTLS: { enabled: false, hostname: 'localhost', caCertConfigMap: '' },
};
