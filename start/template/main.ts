import { BusinessUnit, Fleet, MiBaseImage, MiTenant, Scaling } from 'cdk8s-wso2-mi';

/** All that runs; `dist/` is what it renders to. */
export const fleet = new Fleet();

// The platform team's image of Micro Integrator, without an application in it. A new build of it rolls every tenant.
const base = MiBaseImage.fromRegistry('registry.example.com/integration/mi-base', { release: '4.4.0', build: 1 });

// A unit is a team with its own namespace. Whoever reads a manifest at night finds its contact there. Its network is shut
// but for what is declared: routes, datasources, calls and callers of its tenants.
const retail = new BusinessUnit(fleet, 'retail', { contact: 'retail-integration@example.com' });

// A tenant is a Micro Integrator with one application. What is left out has a default; the editor says which.
new MiTenant(retail, 'orders', {
  image: base.withApp('orders', '1.0.0'),
  scaling: Scaling.fixed(2),
});

// Tests import the fleet; only running this file writes dist/.
if (require.main === module) {
  fleet.synth();
}
