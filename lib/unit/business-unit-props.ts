import type { Network } from '../network/network';
import type { Access } from './access';
import type { Quota } from './quota';
import type { UnitNamespace } from './unit-namespace';

/** A business unit: who answers for it and where it lives. */
export interface BusinessUnitProps {
  /** Who is called when something of this unit is broken: a mail address, a chat channel or a phone number. */
  readonly contact: string;

  /**
   * The namespace that the unit lives in.
   *
   * @default UnitNamespace.own()
   */
  readonly namespace?: UnitNamespace;

  /**
   * Further labels of all that the unit renders, its pods and its own namespace too, by which others count or know it:
   * `{ 'example.com/cost-centre': 'r-17' }`. Another label rolls the pods; no selector has them.
   *
   * @default - none
   */
  readonly labels?: Readonly<Record<string, string>>;

  /**
   * Secrets of the namespace by which nodes log in to image registries. Only their names; whoever runs the registry
   * writes them. ECR needs none.
   *
   * @default - nodes pull without a password or by their own identity
   */
  readonly pullSecrets?: readonly string[];

  /**
   * How much of the cluster the unit may use. Only for a namespace of its own.
   *
   * @default - as much as the cluster has
   */
  readonly quota?: Quota;

  /**
   * What the pods of the unit may talk to. `Network.isolated()` holds for every pod of a namespace of its own, and in an
   * existing one for the pods of the unit. Calls that nobody declared end with it, so a unit that runs already begins
   * with `Network.audit()` (docs/network.md).
   *
   * @default - that of the fleet, which is Network.isolated() unless it says another
   */
  readonly network?: Network;

  /**
   * Which groups may look at the unit or operate it by their own tools; none of them sees a Secret. Only for a namespace
   * of its own.
   *
   * @default - nobody: rights are given elsewhere, or a pipeline alone touches the cluster
   */
  readonly access?: readonly Access[];
}
