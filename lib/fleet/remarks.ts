import type { IConstruct } from 'constructs';
import { BusinessUnit } from '../unit/business-unit';

/** What whoever runs synth should look at, of all units of these fleets: a line each, and each once. */
export function remarkLines(fleets: readonly IConstruct[]): string[] {
  const units = fleets.flatMap(({ node }) => node.children.filter(BusinessUnit.isBusinessUnit));
  return [...new Set(units.flatMap(({ remarks }) => remarks))].map((remark) => `to be looked at: ${remark}\n`);
}
