import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Fleet } from '../../lib';
import { QUESTION } from '../../lib/core/declaration';
import { type Explanation, explanationOf, type TenantExplanation } from '../../lib/explain/explanation';
import type { Answer } from '../../lib/fleet/variants/answer';

/** What a program answers that is run with a question, as text. */
export function answerOf(tenant: string, program: () => { synth(): void }, environment?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'explain-'));
  const [asked, to] = [join(folder, 'question.json'), join(folder, 'answer.json')];
  writeFileSync(asked, JSON.stringify({ tenant, to, environment }));
  process.env[QUESTION] = asked;
  try {
    program().synth();
    return readFileSync(to, 'utf8');
  } finally {
    delete process.env[QUESTION];
    rmSync(folder, { recursive: true });
  }
}

/** The explanation of the one tenant that is asked for. */
export function explained(tenant: string, program: () => { synth(): void }): TenantExplanation {
  const answer: Answer = JSON.parse(answerOf(tenant, program));
  const [one] = answer.explained;
  if (one === undefined) throw new Error('the tenant must be there');
  return explanationOf(one);
}

/** Field and reasons in short, of the fields of this path. */
export function why({ fields }: TenantExplanation, path: string, object = 'Deployment'): unknown[] {
  return fields
    .filter((field) => field.path === path && field.object.startsWith(`${object} `))
    .map(({ value, reasons }: Explanation) => [value, ...reasons.map(({ decider, name }) => `${decider} ${name}`)]);
}

/** The fleet of `main.ts`, made anew: how it is declared is known only where it was asked for. */
export function example(): Fleet {
  delete require.cache[require.resolve('../../main')];
  const { fleet }: { readonly fleet: Fleet } = require('../../main');
  return fleet;
}
