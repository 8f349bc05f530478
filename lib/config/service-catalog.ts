import { requireProps } from '../core/required';
import type { MiImage } from '../image/mi-image';
import { MI_RELEASES } from '../release/mi-release';
import { releaseComplaints } from '../release/releases-where';
import type { EnvValue } from '../secret/env-value';
import type { Endpoint } from './endpoint';
import type { PartMaker, PodPart } from './pod-part';

/** The API Manager that services are published to, and who publishes. */
export interface ServiceCatalogProps {
  /** The API Manager. */
  readonly at: Endpoint;

  /** Who publishes. */
  readonly username: EnvValue;

  /** The password; `EnvValue.fromSecret`. */
  readonly password: EnvValue;
}

/** The catalog of WSO2 API Manager, in which the services of a tenant are published (`[[service_catalog]]`, from 4.0 on). */
export class ServiceCatalog implements PartMaker {
  /** The catalog of an API Manager. */
  public static of(props: ServiceCatalogProps): ServiceCatalog {
    return new ServiceCatalog(props);
  }

  private constructor(private readonly props: ServiceCatalogProps) {
    requireProps('service catalog', 'of', props, {
      at: "Endpoint.outside('apim.example.com', 443, ['10.20.0.0/24'])",
      username: "EnvValue.fromSecret('apim', 'username')",
      password: "EnvValue.fromSecret('apim', 'password')",
    });
  }

  public part({ release }: MiImage): PodPart {
    const { at, username, password } = this.props;
    return MI_RELEASES[release].serviceCatalog
      ? {
          env: { SERVICE_CATALOG_USERNAME: username, SERVICE_CATALOG_PASSWORD: password },
          toml: {
            service_catalog: [
              {
                apim_host: `https://${at.address}`,
                enable: true,
                username: '$env{SERVICE_CATALOG_USERNAME}',
                password: '$env{SERVICE_CATALOG_PASSWORD}',
              },
            ],
          },
          endpoints: [at],
        }
      : {
          complaints: releaseComplaints(
            'config.serviceCatalog',
            release,
            ({ serviceCatalog }) => serviceCatalog,
            'leave it out',
          ),
        };
  }
}
