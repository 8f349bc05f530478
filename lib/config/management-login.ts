import { requireProps } from '../core/required';
import type { MiImage } from '../image/mi-image';
import { MI_RELEASES } from '../release/mi-release';
import { releaseComplaints } from '../release/releases-where';
import type { EnvValue } from '../secret/env-value';
import type { PartMaker, PodPart } from './pod-part';

/** Who may log in to the Management API. */
export interface ManagementLoginProps {
  /** Name of the user; `EnvValue.fromSecret`. */
  readonly username: EnvValue;

  /** The password; `EnvValue.fromSecret`. */
  readonly password: EnvValue;
}

/**
 * The user of the Management API (`[[internal_apis.users]]`, from 1.2 on). Where the outside reaches that API it must be
 * said, if only that it is the stock one: every pod of a release has the user admin with the password admin.
 */
export class ManagementLogin implements PartMaker {
  /** A user and its password, out of a Secret. */
  public static of(props: ManagementLoginProps): ManagementLogin {
    requireProps('management login', 'of', props, {
      username: "EnvValue.fromSecret('management', 'username')",
      password: "EnvValue.fromSecret('management', 'password')",
    });
    return new ManagementLogin(props);
  }

  /**
   * The user admin with the password admin, as the image has it: whoever reaches the Management API may use all of it.
   * The only one of releases that read no other.
   */
  public static stock(): ManagementLogin {
    return new ManagementLogin();
  }

  private constructor(private readonly props?: ManagementLoginProps) {}

  public part({ release }: MiImage): PodPart {
    if (this.props === undefined) {
      return {};
    }
    const { username, password } = this.props;
    const { configuresManagement, marksAdministrators } = MI_RELEASES[release];
    const login = { name: '$env{MANAGEMENT_USERNAME}', password: '$env{MANAGEMENT_PASSWORD}' };
    const user = marksAdministrators ? { ...login, is_admin: true } : login;
    return configuresManagement
      ? {
          env: { MANAGEMENT_USERNAME: username, MANAGEMENT_PASSWORD: password },
          toml: { internal_apis: { users: [{ user }] } },
        }
      : {
          complaints: releaseComplaints(
            'config.managementLogin',
            release,
            ({ configuresManagement }) => configuresManagement,
            'take ManagementLogin.stock()',
          ),
        };
  }
}
