import { refuse, verbatim } from '../core/refusal';
import { requireProps } from '../core/required';
import type { MiImage } from '../image/mi-image';
import { MI_RELEASES } from '../release/mi-release';
import { EnvValue } from '../secret/env-value';
import type { Endpoint } from './endpoint';
import type { PartMaker, PodPart } from './pod-part';

/** The dashboard of releases 4.0 to 4.5. */
export interface DashboardProps {
  /** Where it is; its path is `/dashboard/api/`. */
  readonly at: Endpoint;

  /**
   * Group under which the dashboard shows the pods of the tenant.
   *
   * @default - the id of the application
   */
  readonly group?: string;
}

/** The Integration Control Plane, from 4.6 on. */
export interface IcpProps {
  /** Where it is. */
  readonly at: Endpoint;

  /** Environment that it shows the tenant in: `production`. */
  readonly environment: string;

  /** Project that it shows the tenant in. */
  readonly project: string;

  /** What the two know of each other, at least 32 bytes (HMAC with SHA-256); `EnvValue.fromSecret`. */
  readonly secret: EnvValue;

  /**
   * Integration that it shows the pods as.
   *
   * @default - the id of the application
   */
  readonly integration?: string;
}

/** Bytes below which Micro Integrator signs nothing with the secret (HMACJWTTokenGenerator.java). */
const LEAST_SECRET_BYTES = 32;

const AT = "Endpoint.outside('icp.example.com', 9445, ['10.20.0.0/24'])";

/** Who shows the pods to their operators: the dashboard in 4.0 to 4.5; the Integration Control Plane, from 4.6 on. */
export class ControlPlane implements PartMaker {
  /** The dashboard of 4.0 to 4.5 (`[dashboard_config]`); it asks the Management API of each pod by its address. */
  public static dashboard(props: DashboardProps): ControlPlane {
    requireProps('control plane', 'dashboard', props, { at: AT });
    const { at, group } = props;
    return new ControlPlane('dashboard', ({ app, release }) => ({
      env: { POD_NAME: EnvValue.fromPod('name'), POD_IP: EnvValue.fromPod('address') },
      toml: {
        dashboard_config: {
          dashboard_url: `https://${at.address}/dashboard/api/`,
          group_id: group ?? app,
          node_id: '$env{POD_NAME}',
          ...(MI_RELEASES[release].tellsManagementAddress
            ? { management_hostname: '$env{POD_IP}', management_port: MI_RELEASES[release].ports.management }
            : {}),
        },
      },
      endpoints: [at],
      managers: [at],
    }));
  }

  /** The Integration Control Plane, from 4.6 on (`[icp_config]`; initializer/dashboard/Constants.java). */
  public static icp(props: IcpProps): ControlPlane {
    requireProps('control plane', 'icp', props, {
      at: AT,
      environment: "'production'",
      project: "'retail'",
      secret: "EnvValue.fromSecret('icp', 'secret')",
    });
    const { at, environment, project, secret, integration } = props;
    const bytes = secret.text === undefined ? undefined : Buffer.byteLength(secret.text);
    if (bytes !== undefined && bytes < LEAST_SECRET_BYTES) {
      const about = { prop: 'secret', kind: 'control plane', id: at.address };
      refuse({ ...about, must: `have at least ${LEAST_SECRET_BYTES} bytes`, got: verbatim(`${bytes}`) });
    }
    return new ControlPlane('icp', ({ app }) => ({
      env: { POD_NAME: EnvValue.fromPod('name'), ICP_SECRET: secret },
      toml: {
        icp_config: {
          enabled: true,
          icp_url: `https://${at.address}`,
          environment,
          project,
          integration: integration ?? app,
          runtime: '$env{POD_NAME}',
          secret: '$env{ICP_SECRET}',
        },
      },
      endpoints: [at],
    }));
  }

  private constructor(
    private readonly kind: 'dashboard' | 'icp',
    private readonly render: (image: MiImage) => PodPart,
  ) {}

  public part(image: MiImage): PodPart {
    const known = MI_RELEASES[image.release].controlPlane;
    return known === this.kind
      ? this.render(image)
      : {
          complaints: [
            {
              prop: 'config.controlPlane',
              must: `be what release ${image.release} reports to: ${known ?? 'nothing'}`,
              got: verbatim(this.kind),
              instead: known === undefined ? 'leave it out' : `write ControlPlane.${known}(…)`,
            },
          ],
        };
  }
}
