import { ApiObject, Lazy } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ResourceQuota } from '../../imports/k8s';
import { sentence } from '../core/refusal';
import type { OwnedNeed, Quota } from './quota';
import { claimNeeds, countsOf } from './rendered-counts';

/** The bounds of a unit's namespace: for what its tenants reserve until the render, and for what else is rendered. */
export function renderResourceQuota(unit: Construct, name: string, quota: Quota, reserved: readonly OwnedNeed[]): void {
  const needs = () => [...reserved, ...claimNeeds(unit)];
  new ApiObject(unit, 'ResourceQuota', {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name },
    spec: { hard: Lazy.any({ produce: () => ({ ...quota.hard(needs()), ...countsOf(unit) }) }) },
  } satisfies ResourceQuota);
  unit.node.addValidation({ validate: () => quota.refusals(needs()).map(sentence) });
}
