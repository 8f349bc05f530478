import {
  BusinessUnit,
  type Environments,
  EnvValue,
  Fleet,
  GatewayController,
  GatewayIngress,
  type KubernetesVersion,
  LoadBalancer,
  MiBaseImage,
  MiTenant,
  type Path,
  Quota,
  Route,
  Scaling,
  SharedVolume,
  VolumeSource,
} from '../../lib';

/** What differs between environments. There is no other place where they could differ. */
export interface Site {
  readonly kubernetes: KubernetesVersion;
  readonly suffix: '' | `-${string}`;
  readonly domain: `${string}.${string}`;
  readonly nfs: string;
  /** How many pods of those at peak an environment may have, in percent. */
  readonly percentOfPeak: number;
}

/** Development and staging share a cluster, so their names end with a suffix. */
export const SITES = {
  development: {
    kubernetes: '1.34',
    suffix: '-dev',
    domain: 'dev.example.com',
    nfs: 'nfs-dev.example.com',
    percentOfPeak: 0,
  },
  staging: {
    kubernetes: '1.34',
    suffix: '-staging',
    domain: 'staging.example.com',
    nfs: 'nfs-staging.example.com',
    percentOfPeak: 50,
  },
  production: {
    kubernetes: '1.33',
    suffix: '',
    domain: 'example.com',
    nfs: 'nfs01.example.com',
    percentOfPeak: 100,
  },
} as const satisfies Readonly<Record<string, Site>>;

/** Who is called for which unit. */
export const UNITS = {
  clinic: 'clinic-integration@example.com',
  retail: '#retail-integration',
  finance: 'finance-integration@example.com',
  logistics: 'logistics-integration@example.com',
  people: 'hr-systems@example.com',
  insurance: 'insurance-it@example.com',
  research: 'research-data@example.com',
  platform: '#integration-platform',
} as const;

/** An application that answers below a path of its unit's host, or a poller that reads a folder. */
export type TenantRow = { readonly unit: keyof typeof UNITS; readonly id: string; readonly version: string } & (
  | { readonly peak: number; readonly path: Path }
  | { readonly reads: `/export/${string}` }
);

/** The whole company: one line a tenant. */
export const TENANTS = [
  { unit: 'clinic', id: 'appointments', version: '2.3.0', peak: 8, path: '/appointments' },
  { unit: 'clinic', id: 'patients', version: '4.1.2', peak: 6, path: '/patients' },
  { unit: 'clinic', id: 'prescriptions', version: '1.9.0', peak: 4, path: '/prescriptions' },
  { unit: 'clinic', id: 'wards', version: '1.0.4', peak: 2, path: '/wards' },
  { unit: 'clinic', id: 'lab-results', version: '1.4.0', reads: '/export/lab' },
  { unit: 'retail', id: 'orders', version: '2.7.1', peak: 12, path: '/orders' },
  { unit: 'retail', id: 'prices', version: '3.0.0', peak: 10, path: '/prices' },
  { unit: 'retail', id: 'stock', version: '1.2.2', peak: 6, path: '/stock' },
  { unit: 'retail', id: 'vouchers', version: '1.1.0', peak: 4, path: '/vouchers' },
  { unit: 'retail', id: 'invoices', version: '1.4.0', reads: '/export/invoices' },
  { unit: 'finance', id: 'ledger', version: '5.2.0', peak: 4, path: '/ledger' },
  { unit: 'finance', id: 'payments', version: '2.2.3', peak: 8, path: '/payments' },
  { unit: 'finance', id: 'exchange-rates', version: '1.0.9', peak: 2, path: '/rates' },
  { unit: 'finance', id: 'statements', version: '1.3.0', reads: '/export/statements' },
  { unit: 'finance', id: 'dunning', version: '0.9.4', reads: '/export/dunning' },
  { unit: 'logistics', id: 'shipments', version: '3.3.1', peak: 10, path: '/shipments' },
  { unit: 'logistics', id: 'tracking', version: '2.0.0', peak: 20, path: '/tracking' },
  { unit: 'logistics', id: 'customs', version: '1.1.7', peak: 2, path: '/customs' },
  { unit: 'logistics', id: 'returns', version: '1.5.0', peak: 4, path: '/returns' },
  { unit: 'logistics', id: 'manifests', version: '1.0.1', reads: '/export/manifests' },
  { unit: 'people', id: 'directory', version: '2.8.0', peak: 4, path: '/directory' },
  { unit: 'people', id: 'absences', version: '1.2.0', peak: 2, path: '/absences' },
  { unit: 'people', id: 'onboarding', version: '1.0.0', peak: 2, path: '/onboarding' },
  { unit: 'people', id: 'time-sheets', version: '3.1.4', peak: 6, path: '/times' },
  { unit: 'people', id: 'payroll', version: '2.0.2', reads: '/export/payroll' },
  { unit: 'insurance', id: 'claims', version: '2.4.0', peak: 8, path: '/claims' },
  { unit: 'insurance', id: 'policies', version: '2.4.0', peak: 6, path: '/policies' },
  { unit: 'insurance', id: 'quotes', version: '1.7.3', peak: 10, path: '/quotes' },
  { unit: 'insurance', id: 'partners', version: '1.0.2', peak: 2, path: '/partners' },
  { unit: 'insurance', id: 'renewals', version: '1.1.1', reads: '/export/renewals' },
  { unit: 'research', id: 'studies', version: '0.8.0', peak: 2, path: '/studies' },
  { unit: 'research', id: 'samples', version: '1.0.0', peak: 2, path: '/samples' },
  { unit: 'research', id: 'consents', version: '1.2.1', peak: 2, path: '/consents' },
  { unit: 'research', id: 'exports', version: '1.0.6', peak: 4, path: '/exports' },
  { unit: 'research', id: 'sequencer', version: '0.3.0', reads: '/export/sequencer' },
  { unit: 'platform', id: 'status', version: '1.0.0', peak: 2, path: '/status' },
  { unit: 'platform', id: 'notifications', version: '2.1.0', peak: 12, path: '/notifications' },
  { unit: 'platform', id: 'addresses', version: '1.3.3', peak: 6, path: '/addresses' },
  { unit: 'platform', id: 'documents', version: '4.0.0', peak: 8, path: '/documents' },
  { unit: 'platform', id: 'scans', version: '1.1.0', reads: '/export/scans' },
] as const satisfies readonly TenantRow[];

const base = MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', { release: '4.4.0', build: 3 });

/** The most pods of an application in an environment. */
export function mostPods(peak: number, { percentOfPeak }: Site): number {
  return Math.max(2, Math.ceil((peak * percentOfPeak) / 100));
}

/** A row of the table in a unit of an environment: the tenant, and the route to it if it answers. */
function tenantOf(unit: BusinessUnit, row: TenantRow, site: Site): Route[] {
  const env = {
    ERP_URL: `https://erp.${site.domain}`,
    ERP_PASSWORD: EnvValue.fromSecret('erp', 'password'),
  };
  if ('reads' in row) {
    const files = new SharedVolume(unit, `${row.id}-files`, { source: VolumeSource.nfs(site.nfs, row.reads) });
    new MiTenant(unit, row.id, {
      image: base.withPoller(`${row.unit}-${row.id}`, row.version),
      scaling: Scaling.singleton(),
      mounts: [files.at('/mnt/in')],
      env,
    });
    return [];
  }
  const max = mostPods(row.peak, site);
  const tenant = new MiTenant(unit, row.id, {
    image: base.withApp(`${row.unit}-${row.id}`, row.version),
    scaling: max > 2 ? Scaling.auto({ min: 2, max }) : Scaling.fixed(2),
    env,
  });
  return [Route.http(`${row.unit}.${site.domain}`, { path: row.path, to: tenant.http })];
}

/** The fleet of one environment. */
function compose(fleet: Fleet, site: Site): void {
  const ids = Object.keys(UNITS);
  const via = new LoadBalancer(fleet, 'public', {
    controller: GatewayController.nginx(),
    hosts: Object.fromEntries(ids.map((id) => [`${id}.${site.domain}`, id])),
  });
  for (const [id, contact] of Object.entries(UNITS)) {
    const unit = new BusinessUnit(fleet, id, { contact, quota: Quota.ofTenants() });
    const rows: readonly TenantRow[] = TENANTS;
    const routes = rows.filter((row) => row.unit === id).flatMap((row) => tenantOf(unit, row, site));
    new GatewayIngress(unit, 'routes', { via, routes });
  }
}

/** The fleets of all environments, to be written into `outdir`. */
export function fortyTenants(outdir: string): Environments<keyof typeof SITES> {
  return Fleet.forEach(SITES, compose, {
    outdir,
    fleet: ({ kubernetes, suffix }) => ({ kubernetes, suffix }),
  });
}
