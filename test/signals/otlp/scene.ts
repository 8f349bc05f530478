import { appendFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Size } from 'cdk8s';
import { type BusinessUnit, Endpoint, LoggingSidecar, MiTenant, Scaling } from '../../../lib';
import { program } from '../../cluster/build/cache';
import { OwnedProcess } from '../../cluster/owned-process';
import { freePorts } from '../../cluster/ports';
import { OTEL_COLLECTOR } from '../../cluster/versions';
import { floodCommand } from '../../log4j2/flood';
import { base, newUnit } from '../../manifests';
import { Agent, mebibytesOf } from './agent';
import { Killable } from './killable';
import { Received } from './received';

const FILES = ['wso2carbon.log', 'audit.log', 'correlation.log'] as const;
const LOGGERS = ['com.example.shop', 'AUDIT_LOG', 'correlation'];

/** What is said to the server's log4j2. */
export interface Said {
  readonly events: number;
  readonly pause: number;
  readonly deep?: number;
}

/** A server that logs, its agent and a receiver, each to be started, killed and looked at. */
export class Scene {
  /** `fullAt` is the size of a full file: less than in life, so that a test sees many rotations. */
  public static async of(protocol: 'grpc' | 'http', fullAt: string, folder: string): Promise<Scene> {
    const [port = 0] = await freePorts(1);
    const root = join(folder, 'pod');
    mkdirSync(root);
    return new Scene(protocol, folder, port, new Agent(unitOf(protocol, fullAt, port), root));
  }

  public readonly collector: Killable;
  public readonly receiver: Killable;
  public readonly received: Received;
  /** The most mebibytes that the buffer was seen to hold. */
  public buffered = 0;

  private constructor(
    protocol: 'grpc' | 'http',
    private readonly folder: string,
    port: number,
    public readonly agent: Agent,
  ) {
    const file = join(folder, 'received');
    this.received = new Received(file);
    this.collector = new Killable(agent.command);
    this.receiver = new Killable({
      name: 'receiver',
      file: program(OTEL_COLLECTOR, 'receiver'),
      args: [protocol, `127.0.0.1:${port}`, file],
      log: join(folder, 'receiver.log'),
    });
  }

  /** Has the real log4j2 write, with the rendered file. */
  public flood({ events, pause, deep = 0 }: Said): OwnedProcess {
    const folder = join(this.folder, 'pod');
    const order = {
      version: '2.17.1',
      folder,
      log4j2: this.agent.log4j2,
      events,
      pause,
      deep,
      loggers: LOGGERS,
    } as const;
    const [file, ...args] = floodCommand(order);
    return OwnedProcess.start({ name: 'log4j2', file, args, log: join(this.folder, 'log4j2.log') });
  }

  /** Starts the receiver. A line that it was killed in ends here, so that the next one is whole. */
  public receive(): void {
    appendFileSync(join(this.folder, 'received'), '\n');
    this.receiver.start();
  }

  /** Files that are full. */
  public get rotations(): number {
    return readdirSync(join(this.folder, 'pod', 'logs')).filter((name) => /-\d+\.log$/.test(name)).length;
  }

  /** Looks at memory and disk. */
  public look(): void {
    this.collector.look();
    this.buffered = Math.max(this.buffered, mebibytesOf(join(this.folder, 'pod', 'buffer')));
  }

  public async stop(): Promise<void> {
    await this.collector.stop();
    await this.receiver.stop();
  }

  /** What happened, in figures. */
  public text(events: number): string {
    const { lines, repeated } = this.received;
    const share = ((repeated / events) * 100).toFixed(1);
    return (
      `${lines.size} of ${events} lines, ${repeated} repeated (${share} %), ${this.rotations} full files, ` +
      `memory ${this.collector.peak.toFixed(0)} of ${this.agent.memoryLimit} MiB, ` +
      `buffer ${this.buffered.toFixed(1)} of ${this.agent.diskLimit} MiB`
    );
  }
}

function unitOf(protocol: 'grpc' | 'http', fullAt: string, port: number): BusinessUnit {
  const unit = newUnit();
  new MiTenant(unit, 'orders', {
    image: base.withApp('orders', '1.0.0'),
    scaling: Scaling.fixed(2),
    logging: [
      LoggingSidecar.toOtlp({
        image: 'registry.example.com/tools/otelcol:0.165.0',
        at: Endpoint.outside('127.0.0.1', port, ['127.0.0.1/32']),
        files: FILES,
        buffer: Size.mebibytes(64),
        transport: 'plain',
        protocol,
      }),
    ],
    config: {
      log4j2: Object.fromEntries(
        ['CARBON_LOGFILE', 'AUDIT_LOGFILE', 'CORRELATION'].map((id) => [`appender.${id}.policies.size.size`, fullAt]),
      ),
    },
  });
  return unit;
}
