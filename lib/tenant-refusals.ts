import type { Canary } from './canary';
import { canaryComplaints } from './canary-refusals';
import { fileComplaints } from './config-files';
import { DNS_LABEL_MAX, isObjectName, notObjectName, STATEFUL_SET_NAME_MAX } from './dns-name';
import { envComplaints } from './env-refusals';
import type { Keystore } from './keystore';
import { hasNativeSidecars, type KubernetesVersion } from './kubernetes-version';
import type { MiConfig } from './mi-config';
import { MI_RELEASES, miHome } from './mi-release';
import { mountComplaints } from './mount-refusals';
import { podComplaints } from './pod-refusals';
import { type Complaint, type Refusal, said } from './refusal';
import { secretsOf, type TenantRuntime } from './tenant-runtime';
import { tomlComplaints } from './toml-refusals';

/** What a tenant is, as its checks see it. */
export interface CheckedTenant extends TenantRuntime {
  readonly canary: Canary | undefined;
  /** What runs as the canary. */
  readonly canaryRuntime: TenantRuntime | undefined;
  readonly tls: Keystore | undefined;
  readonly config: MiConfig;
  readonly kubernetes: KubernetesVersion;
}

/** All that is wrong with a tenant as a whole. */
export function tenantRefusals(id: string, tenant: CheckedTenant): Refusal[] {
  const { env, part, config } = tenant;
  return [
    ...nameRefusals(id, tenant),
    ...[
      ...scalingComplaints(tenant),
      ...canaryComplaints(tenant),
      ...mountComplaints(tenant.unit, miHome(tenant.image.release), tenant.mounts),
      ...envComplaints(env, Object.keys(part.env)),
      ...tomlComplaints(tenant),
      ...fileComplaints(config.files ?? {}),
      ...foreignSecretComplaints(tenant),
      ...podComplaints(tenant),
      ...runtimeComplaints(tenant, tenant.kubernetes),
      ...trialComplaints(tenant),
    ].map((complaint) => ({ kind: 'tenant', id, ...complaint })),
  ];
}

/** What the image of the canary cannot do and that of the tenant can. */
function trialComplaints(tenant: CheckedTenant): Complaint[] {
  const { canaryRuntime, kubernetes } = tenant;
  const known = new Set([...runtimeComplaints(tenant, kubernetes)].map((complaint) => JSON.stringify(complaint)));
  return canaryRuntime === undefined
    ? []
    : runtimeComplaints(canaryRuntime, kubernetes)
        .filter((complaint) => !known.has(JSON.stringify(complaint)))
        .map((complaint) => ({ ...complaint, prop: `canary: ${complaint.prop}` }));
}

/** What is wrong with what runs, given its release and its image. */
function runtimeComplaints(runtime: TenantRuntime, kubernetes: KubernetesVersion): Complaint[] {
  return [...loggingComplaints(runtime, kubernetes), ...runtime.lifecycle.complaints, ...runtime.part.complaints];
}

/** A pod reads Secrets of its own namespace only. */
function foreignSecretComplaints(tenant: CheckedTenant): Complaint[] {
  return secretsOf(tenant).flatMap(({ unit = tenant.unit, secretName }) =>
    unit.namespaceName === tenant.unit.namespaceName
      ? []
      : [
          {
            prop: `Secret ${secretName}`,
            must: `be of its own unit "${tenant.unit.node.id}"`,
            got: unit.node.id,
            instead: 'a pod cannot read Secrets of another namespace; bring it in this unit too',
          },
        ],
  );
}

function nameRefusals(id: string, { name, scaling, canary }: CheckedTenant): Refusal[] {
  const longest = DNS_LABEL_MAX - (canary === undefined ? 0 : '-canary'.length);
  const max = scaling.workload === 'StatefulSet' ? STATEFUL_SET_NAME_MAX : longest;
  return isObjectName(name, max) ? [] : [notObjectName('id', 'tenant', id, name, max)];
}

function scalingComplaints({ scaling, image }: CheckedTenant): Complaint[] {
  return scaling.works.includes(image.work)
    ? []
    : [
        {
          prop: 'scaling',
          must: `be Scaling.singleton() or coordinated(…) for the ${image.work} ${image.app}`,
          got: said(scaling.text),
          instead: 'two pollers would do the same work twice, also for the moment of an update',
        },
      ];
}

function loggingComplaints({ sidecars, image }: TenantRuntime, kubernetes: KubernetesVersion): Complaint[] {
  const { fileLogs, consoleLogs } = MI_RELEASES[image.release];
  const files = sidecars.flatMap((sidecar) => sidecar.files);
  return [
    ...(files.length > 0 && !hasNativeSidecars(kubernetes)
      ? [
          {
            prop: 'logging',
            must: 'have no sidecar before Kubernetes 1.29',
            got: kubernetes,
            instead: 'without native sidecars the lines of the drain are lost; raise kubernetes of the Fleet',
          },
        ]
      : []),
    ...files.flatMap((file, index): Complaint[] => [
      ...(consoleLogs.includes(file)
        ? [
            {
              prop: 'logging',
              must: 'print only what the console does not have',
              got: file,
              instead: 'its lines are in the output of Micro Integrator already and would come twice',
            },
          ]
        : []),
      ...(consoleLogs.includes(file) || fileLogs.includes(file)
        ? []
        : [
            {
              prop: 'logging',
              must: `name files that release ${image.release} writes: ${fileLogs.join(', ')}`,
              got: file,
            },
          ]),
      ...(files.indexOf(file) < index ? [{ prop: 'logging', must: 'print a file once', got: file }] : []),
    ]),
  ];
}
