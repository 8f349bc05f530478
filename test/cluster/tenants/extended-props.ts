import { Duration } from 'cdk8s';
import { type MiTenantProps, Scaling } from '../../../lib';

/** A shell and its tools. */
export const TOOLS = 'registry.example.com/tools/busybox:1.36.1';

/** What the tenant `extended` says of its own drain, in seconds. */
export const EXTENDED_DRAIN = 3;

/** What its own hook says before it stops the server. */
export const HOOK_LINE = 'the hook of the tenant';

const work = [{ name: 'work', mountPath: '/mnt/work' }];

/** A pod that has what Kubernetes offers besides a tenant's own: containers, a volume, arguments, a hook. */
export const extendedProps: Omit<MiTenantProps<'app'>, 'image'> = {
  scaling: Scaling.fixed(1),
  lifecycle: {
    drain: Duration.seconds(EXTENDED_DRAIN),
    preStop: ['sh', '-c', `echo '${HOOK_LINE}' >/proc/1/fd/1; sh "$WSO2_SERVER_HOME/bin/micro-integrator.sh" stop`],
  },
  pod: {
    labels: { team: 'orders' },
    annotations: { 'example.com/owner': 'orders' },
    args: ['-Dwork=/mnt/work'],
    ports: { hl7: 8500 },
    supplementalGroups: [4711],
    hostAliases: [{ ip: '198.51.100.7', hostnames: ['hospital.example.com'] }],
    volumes: [{ name: 'work', emptyDir: {} }],
    volumeMounts: work,
    initContainers: [
      { name: 'prepare', image: TOOLS, command: ['sh', '-c', 'echo prepared >/mnt/work/word'], volumeMounts: work },
    ],
    containers: [
      {
        name: 'neighbour',
        image: TOOLS,
        // A shell that is the first process ends at once only when it has a trap.
        command: ['sh', '-c', "trap 'exit 0' TERM; cat /mnt/work/word; while :; do sleep 1; done"],
        volumeMounts: work,
      },
    ],
  },
};
