import type { Output } from './output';
import { YamlOutput } from './yaml-output';

/** What a fleet is written as; one’s own is an object with a method `files`. */
export type FleetOutput = Output;

/** What a fleet can be written as. */
export const FleetOutput = {
  /** A file of YAML for each business unit, load balancer and plain chart. */
  yaml: (): FleetOutput => new YamlOutput(),
};
