import { MANAGED_BY } from '../../core/managed-by';
import { refuse } from '../../core/refusal';

/** What an AWS account gives one ALB; more is asked for there (Service Quotas, Elastic Load Balancing). */
export interface AlbQuotas {
  /**
   * Rules of all listeners of the ALB. A route is one for each of its listeners, and more where it has many source
   * ranges or a canary by a header; without `plainHttp: 'serve'` only one listener has them.
   *
   * @default 100
   */
  readonly rules?: number;

  /**
   * Target groups: one for each port of a tenant, in each Ingress that leads to it.
   *
   * @default 100
   */
  readonly targetGroups?: number;

  /**
   * Certificates beside the first one, which is the default of its listener.
   *
   * @default 25
   */
  readonly certificates?: number;
}

/** The quotas of every new account. */
const STOCK: Required<AlbQuotas> = { rules: 100, targetGroups: 100, certificates: 25 };

const ANNOTATION = `${MANAGED_BY}/alb-quotas`;

/** More than AWS gives anybody. */
const MOST = 100_000;

/** Refuses what is no number of things. */
export function requireQuotas(quotas: AlbQuotas): void {
  for (const [quota, got] of Object.entries(quotas)) {
    if (!Number.isSafeInteger(got) || got < 1 || got > MOST) {
      const must = `be a whole number from 1 to ${MOST}`;
      refuse({ prop: `quotas.${quota}`, kind: 'controller', id: 'alb', must, got });
    }
  }
}

/** The annotation of an IngressClassParams that says which quotas of its ALB are others; none if they are the stock. */
export function quotasAnnotation(quotas: AlbQuotas = {}): Readonly<Record<string, string>> | undefined {
  const text = Object.entries(quotas).map(([quota, value]) => `${quota}=${value}`);
  return text.length === 0 ? undefined : { [ANNOTATION]: text.sort().join(',') };
}

/** The quotas that the annotations of an IngressClassParams say, and for the others those of every new account. */
export function albQuotas(annotations: Readonly<Record<string, string>> = {}): Required<AlbQuotas> {
  const pairs = (annotations[ANNOTATION] ?? '').split(',').map((pair) => pair.split('='));
  const raised = new Map(pairs.map(([quota = '', value]) => [quota, Number(value)]));
  return {
    rules: raised.get('rules') ?? STOCK.rules,
    targetGroups: raised.get('targetGroups') ?? STOCK.targetGroups,
    certificates: raised.get('certificates') ?? STOCK.certificates,
  };
}
