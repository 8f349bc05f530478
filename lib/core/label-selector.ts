import type { LabelSelector, LabelSelectorRequirement } from '../../imports/k8s';
import { isLabelValue, isQualifiedName, KEY_RULE, LABEL_VALUE_RULE } from './dns-name';
import { type Complaint, complaintsOf } from './refusal';

/** What the API server does not take of a selector of labels. */
export function selectorComplaints(
  path: string,
  { matchLabels = {}, matchExpressions = [] }: LabelSelector = {},
): Complaint[] {
  return [
    ...labelComplaints(`${path}.matchLabels`, matchLabels),
    ...matchExpressions.flatMap((one, index) => expressionComplaints(`${path}.matchExpressions[${index}]`, one, true)),
  ];
}

/** What it does not take of labels, whether something has them or asks for them. */
export function labelComplaints(path: string, labels: Readonly<Record<string, string>>): Complaint[] {
  return Object.entries(labels).flatMap(([key, value]) =>
    complaintsOf(`${path}[${JSON.stringify(key)}]`, [
      [isQualifiedName(key), KEY_RULE, key],
      [isLabelValue(value), LABEL_VALUE_RULE, value],
    ]),
  );
}

/** Numbers of values that each operator takes, and how people say it. */
const VALUES: Readonly<Record<string, readonly [least: number, most: number, must: string]>> = {
  In: [1, Infinity, 'have at least one value'],
  NotIn: [1, Infinity, 'have at least one value'],
  Exists: [0, 0, 'have no values'],
  DoesNotExist: [0, 0, 'have no values'],
  Gt: [1, 1, 'have one value'],
  Lt: [1, 1, 'have one value'],
};

/** What it does not take of one line of a selector, of the labels of objects or, where more can be asked, of nodes. */
export function expressionComplaints(
  path: string,
  { key, operator, values = [] }: LabelSelectorRequirement,
  ofLabels = false,
): Complaint[] {
  const operators = Object.keys(VALUES).slice(0, ofLabels ? 4 : 6);
  const [least, most, must] = VALUES[operator] ?? [0, Infinity, ''];
  return [
    ...complaintsOf(`${path}.key`, [[isQualifiedName(key), KEY_RULE, key]]),
    ...complaintsOf(`${path}.operator`, [
      [operators.includes(operator), `be one of ${operators.join(', ')}`, operator],
    ]),
    ...complaintsOf(`${path}.values`, [
      [values.length >= least && values.length <= most, `${must} where operator is ${operator}`, values],
      [!ofLabels || values.every(isLabelValue), LABEL_VALUE_RULE, values],
    ]),
  ];
}
