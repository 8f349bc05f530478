import { Endpoint, EnvValue, ServiceCatalog, type ServiceCatalogProps } from '../../lib';
import { addedBy, imageOf, RELEASES, secretVariable } from '../config-parts';

const at = Endpoint.outside('apim.example.com', 9443, ['10.40.0.0/24']);
const everything: Required<ServiceCatalogProps> = {
  at,
  username: EnvValue.fromSecret('apim', 'username'),
  password: EnvValue.fromSecret('apim', 'password'),
};

test.each(RELEASES.slice(2))('every prop reaches release %s: who publishes, by variables, and where', (release) => {
  expect(addedBy(ServiceCatalog.of(everything), imageOf(release))).toEqual({
    env: [
      secretVariable('SERVICE_CATALOG_USERNAME', 'apim', 'username'),
      secretVariable('SERVICE_CATALOG_PASSWORD', 'apim', 'password'),
    ],
    toml: {
      service_catalog: [
        {
          apim_host: 'https://apim.example.com:9443',
          enable: true,
          username: '$env{SERVICE_CATALOG_USERNAME}',
          password: '$env{SERVICE_CATALOG_PASSWORD}',
        },
      ],
    },
    endpoints: [at],
  });
});

test.each(RELEASES.slice(0, 2))('release %s, which knows no catalog, refuses it', (release) => {
  expect(addedBy(ServiceCatalog.of(everything), imageOf(release))).toEqual({
    refused: [
      `config.serviceCatalog of tenant "retail/orders" must be for releases from 4.0 on, got release ${release}; leave it out`,
    ],
  });
});
