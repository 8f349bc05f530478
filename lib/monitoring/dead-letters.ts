import { refuse } from '../core/refusal';
import { series, seriesLike } from './promql';

/** How many dead letters may lie about. */
export interface DeadLettersProps {
  /**
   * Messages beyond which somebody is called. From 0 up.
   *
   * @default 0
   */
  readonly atMost?: number;
}

/**
 * Where a tenant leaves messages that it gave up, and who counts them. Micro Integrator counts none itself: a broker or
 * a database does, whose exporter Prometheus scrapes.
 */
export class DeadLetters {
  /** A queue of RabbitMQ, by the metrics of its plugin `rabbitmq_prometheus` (a series a queue). */
  public static rabbitmq(queue: string, props: DeadLettersProps = {}): DeadLetters {
    const name = 'rabbitmq_(detailed_)?queue_messages(_ready)?';
    return new DeadLetters(`max(${seriesLike(name, { queue })})`, `queue ${queue}`, props);
  }

  /** A queue of ActiveMQ Artemis, by its metrics plugin. */
  public static artemis(queue: string, props: DeadLettersProps = {}): DeadLetters {
    return new DeadLetters(`max(${series('artemis_message_count', { queue })})`, `queue ${queue}`, props);
  }

  /** Whatever an expression of PromQL counts: `sum(jdbc_store_messages{store="orders"})`. */
  public static query(expression: string, props: DeadLettersProps = {}): DeadLetters {
    if (expression.trim() === '') {
      const about = { prop: 'expression', kind: 'dead letters', id: 'query' };
      refuse({ ...about, must: 'be an expression of PromQL', got: expression });
    }
    return new DeadLetters(expression, expression, props);
  }

  /** Messages beyond which somebody is called. */
  public readonly atMost: number;

  private constructor(
    /** What counts them, in PromQL. */
    public readonly expression: string,
    /** Where they are, in words. */
    public readonly text: string,
    { atMost = 0 }: DeadLettersProps,
  ) {
    if (!Number.isSafeInteger(atMost) || atMost < 0) {
      const about = { prop: 'atMost', kind: 'dead letters', id: text };
      refuse({ ...about, must: 'be a whole number from 0 up', got: atMost });
    }
    this.atMost = atMost;
  }
}
