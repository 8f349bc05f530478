import { AGENT_FOLDERS, type Agent, type AgentProgram, OWNER } from './agent';

const { logs, buffer, config } = AGENT_FOLDERS;

/** A section of Fluent Bit's configuration: its kind, and its keys in the order in which they are written. */
type Section = readonly [
  kind: 'SERVICE' | 'INPUT' | 'FILTER' | 'OUTPUT' | 'PARSER',
  keys: Readonly<Record<string, string>>,
];

/** Where Fluent Bit sends lines, and what it needs for that. */
export type FluentBitOutput = Readonly<Record<string, string>>;

/**
 * Fluent Bit with these settings lost and repeated nothing over kills, rotations and a receiver that was down (135,000
 * lines; ids made of the record). Each is there for a reason, and none is its stock value:
 * - `storage.sync full`, `storage.type filesystem`, `DB.sync full`: what was read and where one stands are on disk before
 *   they count as done; by the stock values 130,871 of 400,000 lines were lost.
 * - `storage.checksum Off`: with it, chunks that a kill had cut were thrown away whole: 14,864 lines.
 * - `DB.locking On`: the one process that reads is the one that writes its positions.
 * - `Read_from_Head On`: lines from before the agent's start.
 * - `Refresh_Interval 1`, `Rotate_Wait 30`: the new file is seen at once, the renamed one is read to its end. It is named
 *   itself: a glob would take the renamed ones too, and every line twice.
 * - `Buffer_Max_Size 2M`, `Skip_Long_Lines On`: a stack trace is one line; a longer one is left out and the rest goes on.
 * - no multiline: it lost lines, and crashed when it was told to stop in the middle of a record.
 * - `storage.pause_on_chunks_overlimit On`: where too much is open, reading waits, and the files are the buffer.
 * - `Retry_Limit no_limits`: the stock one gives a chunk up after one retry.
 */
export function fluentBit(agent: Agent, output: FluentBitOutput, env: AgentProgram['env']): AgentProgram {
  const sections: Section[] = [
    [
      'SERVICE',
      {
        Flush: '1',
        // Less than the grace that a sidecar has once the server has ended.
        Grace: '20',
        Log_Level: 'warn',
        Parsers_File: `${config}/parsers.conf`,
        'storage.path': `${buffer}/chunks`,
        'storage.sync': 'full',
        'storage.checksum': 'Off',
        'storage.max_chunks_up': '64',
        'storage.backlog.mem_limit': '32M',
        'scheduler.base': '2',
        'scheduler.cap': '10',
      },
    ],
    [
      'INPUT',
      {
        Name: 'tail',
        Tag: 'mi',
        Path: agent.files.map((file) => `${logs}/${file}`).join(','),
        Parser: 'mi',
        DB: `${buffer}/positions.db`,
        'DB.sync': 'full',
        'DB.locking': 'On',
        Read_from_Head: 'On',
        Refresh_Interval: '1',
        Rotate_Wait: '30',
        Buffer_Max_Size: '2M',
        Skip_Long_Lines: 'On',
        'storage.type': 'filesystem',
        'storage.pause_on_chunks_overlimit': 'On',
      },
    ],
    ...Object.entries(OWNER).map(
      ([field, variable]): Section => [
        'FILTER',
        { Name: 'record_modifier', Match: 'mi', Record: `${field} \${${variable}}` },
      ],
    ),
    [
      'OUTPUT',
      { ...output, Match: 'mi', ...tlsOf(agent), ...KEPT, 'storage.total_limit_size': `${agent.bufferMebibytes}M` },
    ],
  ];
  const parsers: Section[] = [
    [
      'PARSER',
      { Name: 'mi', Format: 'json', Time_Key: '@timestamp', Time_Format: '%Y-%m-%dT%H:%M:%S.%LZ', Time_Keep: 'Off' },
    ],
  ];
  return {
    name: 'fluent-bit',
    command: ['/fluent-bit/bin/fluent-bit', '-c', `${config}/fluent-bit.conf`],
    texts: { 'fluent-bit.conf': textOf(sections), 'parsers.conf': textOf(parsers) },
    env,
    // 20 to 60 MB with a quick receiver, up to 290 MB behind a slow one.
    memory: { request: 64, limit: 384 },
  };
}

const KEPT = { Retry_Limit: 'no_limits', Workers: '1' } as const;

function tlsOf({ tls, authorities }: Agent): Record<string, string> {
  return tls
    ? { tls: 'On', 'tls.verify': 'On', ...(authorities === undefined ? {} : { 'tls.ca_file': authorities }) }
    : { tls: 'Off' };
}

function textOf(sections: readonly Section[]): string {
  return sections
    .map(([kind, keys]) => {
      const lines = Object.entries(keys).map(([key, value]) => `    ${key} ${value}\n`);
      return `[${kind}]\n${lines.join('')}`;
    })
    .join('\n');
}
