import type { IConstruct } from 'constructs';
import { monitoringOf } from '../monitoring/monitoring';
import { BusinessUnit } from '../unit/business-unit';

/** What whoever runs synth should look at, of these fleets and their units: a line each, and each once. */
export function remarkLines(fleets: readonly IConstruct[]): string[] {
  const units = fleets.flatMap(({ node }) => node.children.filter(BusinessUnit.isBusinessUnit));
  const remarks = [...units.flatMap((unit) => unit.remarks), ...fleets.flatMap(unopenedRunbooks)];
  return [...new Set(remarks)].map((remark) => `to be looked at: ${remark}\n`);
}

/** A message of an alert is read where no file of the repository is. */
function unopenedRunbooks(fleet: IConstruct): string[] {
  const runbooks = monitoringOf(fleet)?.runbooks;
  return runbooks === undefined || /^https?:/.test(runbooks)
    ? []
    : [
        `monitoring: alerts say ${runbooks} as their runbook, which no message opens; runbooks is the address of that page.`,
      ];
}
