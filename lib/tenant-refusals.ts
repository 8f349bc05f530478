import type { TomlTable } from './deployment-toml';
import { DNS_LABEL_MAX, isObjectName, notObjectName, STATEFUL_SET_NAME_MAX } from './dns-name';
import { envComplaints } from './env-refusals';
import { hasNativeSidecars, type KubernetesVersion } from './kubernetes-version';
import { MI_RELEASES } from './mi-release';
import { brokenByMount } from './mount-path';
import { type Complaint, type Refusal, said } from './refusal';
import type { Scaling } from './scaling';
import type { TenantPod } from './tenant-pod';
import { tomlComplaints } from './toml-refusals';

/** What a tenant is, as its checks see it. */
export interface CheckedTenant extends TenantPod {
  readonly scaling: Scaling;
  readonly deploymentToml: TomlTable;
  readonly kubernetes: KubernetesVersion;
}

/** All that is wrong with a tenant as a whole. */
export function tenantRefusals(id: string, tenant: CheckedTenant): Refusal[] {
  return [
    ...nameRefusals(id, tenant),
    ...[
      ...scalingComplaints(tenant),
      ...mountComplaints(tenant),
      ...envComplaints(tenant.env, Object.keys(tenant.tls?.env() ?? {})),
      ...tomlComplaints(tenant.deploymentToml, tenant.tls !== undefined),
      ...loggingComplaints(tenant),
    ].map((complaint) => ({ kind: 'tenant', id, ...complaint })),
  ];
}

function nameRefusals(id: string, { name, scaling }: CheckedTenant): Refusal[] {
  const max = scaling.workload === 'StatefulSet' ? STATEFUL_SET_NAME_MAX : DNS_LABEL_MAX;
  return isObjectName(name, max) ? [] : [notObjectName('id', 'tenant', id, name, max)];
}

function scalingComplaints({ scaling, image }: CheckedTenant): Complaint[] {
  return scaling.works.includes(image.work)
    ? []
    : [
        {
          prop: 'scaling',
          must: `be Scaling.singleton() for the ${image.work} ${image.app}`,
          got: said(scaling.text),
          instead: 'two pollers would do the same work twice, also for the moment of an update',
        },
      ];
}

function mountComplaints({ mounts, unit }: CheckedTenant): Complaint[] {
  return mounts.flatMap(({ volume, path }, index): Complaint[] => {
    const rule = brokenByMount(path);
    const again = mounts.findIndex((other) => other.path === path) < index;
    return [
      ...(rule === undefined
        ? []
        : [{ prop: 'mounts', must: rule, got: path, instead: 'take a folder that the image does not have: /mnt/in' }]),
      ...(again ? [{ prop: 'mounts', must: 'have a path each', got: said(`${path} twice`) }] : []),
      ...(volume.unit === unit
        ? []
        : [
            {
              prop: 'mounts',
              must: `be volumes of its own unit "${unit.node.id}"`,
              got: volume.node.path,
              instead: 'a claim cannot be used from another namespace; declare the same source in this unit',
            },
          ]),
    ];
  });
}

function loggingComplaints({ logging, image, kubernetes }: CheckedTenant): Complaint[] {
  const { fileLogs, consoleLogs } = MI_RELEASES[image.release];
  const files = logging.flatMap((sidecar) => sidecar.files);
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
