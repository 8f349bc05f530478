import { refuse, verbatim } from '../core/refusal';
import type { AddCommand } from '../core/shell';
import type { Answer } from '../fleet/variants/answer';
import { appOf } from '../images/image-project';
import { ask } from './ask';
import { asked, type Explanation, explanationOf, type TenantExplanation } from './explanation';
import { detail, overview } from './explanation-text';

interface Options {
  readonly app?: string;
  readonly environment?: string;
  readonly json?: true;
}

/** `cdk8s-wso2-mi explain`: why a field of a tenant is as it is. */
export const addExplain: AddCommand = (program, shell) => {
  program
    .command('explain')
    .description(
      'Tells why fields of a tenant are as they are: a prop and its line, a default, the release of Micro Integrator, a ' +
        'load balancer, its unit, its fleet. It renders the tenant again with each of them changed, and writes nothing.',
    )
    .argument('<tenant>', 'ids of unit and tenant: retail/orders')
    .argument(
      '[field]',
      'a field, or its end: spec.replicas, containers[micro-integrator].image; all, if it is left out',
    )
    .option('--environment <name>', 'the environment, where the fleet has several')
    .option('--app <command>', 'what renders the fleet; that of cdk8s.yaml, if it is left out')
    .option('--json', 'for programs')
    .addHelpText('after', '\nExit code: 0, or 2 if there is no such tenant or field.')
    .action(async (tenant: string, field: string | undefined, { app, environment, json }: Options) => {
      const answer = await ask(app ?? appOf('cdk8s.yaml'), { tenant, environment }, (text) => shell.stderr.write(text));
      const explained = theOne(tenant, answer);
      const fields = field === undefined ? explained.fields : theFields(tenant, explained, field);
      if (json === true) {
        shell.stdout.write(`${JSON.stringify({ tenant, ...explained, fields }, undefined, 2)}\n`);
      } else {
        shell.stdout.write(field === undefined ? overview(tenant, explained) : detail(tenant, explained, fields));
      }
    });
};

function theOne(tenant: string, { tenants, explained }: Answer): TenantExplanation {
  const [one, ...others] = explained;
  const about = { kind: 'explain', id: tenant };
  if (one === undefined) {
    const must = `be one of ${tenants.join(', ') || 'none'}`;
    return refuse({ ...about, prop: 'tenant', must, got: tenant });
  }
  if (others.length > 0) {
    const names = explained.map(({ environment }) => environment).join(', ');
    const instead = `say --environment ${one.environment}`;
    return refuse({ ...about, prop: 'environment', must: 'be said', got: verbatim(`the tenant in ${names}`), instead });
  }
  return explanationOf(one);
}

function theFields(tenant: string, { fields }: TenantExplanation, field: string): readonly Explanation[] {
  const found = asked(fields, field);
  return found.length > 0
    ? found
    : refuse({
        prop: 'field',
        kind: 'explain',
        id: tenant,
        must: 'be one that the tenant has, or that a prop brings',
        got: field,
        instead: 'leave it out to see all; a field that no prop brings is set by Patch.of(tenant, …)',
      });
}
