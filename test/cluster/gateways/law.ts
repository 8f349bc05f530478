import type { GatewayFeature } from '../../../lib';
import type { Column } from './columns';
import type { Door, DoorQuestion } from './door';

/** A law over features of a controller. */
export interface Law {
  readonly name: string;
  /** What a controller must be able to do for it. */
  readonly needs: readonly GatewayFeature[];
  /** Whether it is for a column that can do that; for each, if not told otherwise. */
  readonly isFor?: (column: Column) => boolean;
  readonly proof: (at: At) => Promise<void>;
}

/** Where a law is looked at: the hosts of a column, at its door. */
export class At {
  constructor(
    readonly column: Column,
    readonly door: Door,
  ) {}

  /** The host of a feature. */
  host(id: string): string {
    return `${id}.${this.column.domain}`;
  }

  /** What is asked of the host of a feature. */
  question(id: string, path = '/', more: Omit<DoorQuestion, 'host' | 'path'> = {}): DoorQuestion {
    return { host: this.host(id), path, ...more };
  }

  /** Who answers, and the path that it sees. */
  async answered(id: string, path: string): Promise<readonly [tenant: string, path: string]> {
    const { tenant, path: seen } = await this.door.ask(this.question(id, path));
    return [tenant, seen];
  }

  /** Who answers. */
  async tenant(id: string, path = '/'): Promise<string> {
    return (await this.answered(id, path))[0];
  }

  /** The status of an answer. */
  async status(id: string, path = '/', more: Omit<DoorQuestion, 'host' | 'path'> = {}): Promise<number> {
    return this.door.status(this.question(id, path, more));
  }
}

/** Whether the controller of a column says that it can do what a law needs. */
export function applies({ needs, isFor = () => true }: Law, column: Column): boolean {
  return needs.every((feature) => column.controller.cannot[feature] === undefined) && isFor(column);
}
