import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FOLLOW_SCRIPT } from '../../lib/logging/follow-script';
import { LoggingSidecar } from '../../lib/logging/logging-sidecar';
import type { StdoutSidecarProps } from '../../lib/logging/stdout-sidecar';
import { until } from '../cluster/wait';
import { newTenant, podOf } from '../manifests';

const IMAGE = 'registry.example.com/tools/busybox:1.36.1';

/** The containers of a sidecar, as a pod has them. */
function containersOf(props: StdoutSidecarProps): readonly object[] {
  return podOf(newTenant({ logging: [LoggingSidecar.toStdout(props)] }).unit).initContainers ?? [];
}

test('every prop reaches a container', () => {
  const everything: Required<StdoutSidecarProps> = { image: IMAGE, files: ['audit.log', 'http_access.log', 'tm.out'] };
  expect(LoggingSidecar.toStdout(everything).reads).toEqual(['audit.log', 'http_access.log', 'tm.out']);
  expect(containersOf(everything)).toMatchObject([
    { name: 'audit-log', image: IMAGE, command: ['sh', '/follow/follow.sh', '/logs/audit.log'] },
    { name: 'http-access-log', image: IMAGE, command: ['sh', '/follow/follow.sh', '/logs/http_access.log'] },
    { name: 'tm-out', image: IMAGE, command: ['sh', '/follow/follow.sh', '/logs/tm.out'] },
  ]);
});

test('a sidecar outlives the drain, reads only, and asks for little', () => {
  const [container] = containersOf({ image: IMAGE, files: ['audit.log'] });
  expect(container).toEqual({
    name: 'audit-log',
    image: IMAGE,
    imagePullPolicy: 'IfNotPresent',
    restartPolicy: 'Always',
    command: ['sh', '/follow/follow.sh', '/logs/audit.log'],
    resources: {
      requests: { cpu: '10m', memory: '16Mi', 'ephemeral-storage': '64Mi' },
      limits: { cpu: '100m', memory: '32Mi', 'ephemeral-storage': '128Mi' },
    },
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    },
    volumeMounts: [
      { name: 'logs', mountPath: '/logs', readOnly: true },
      { name: 'follow', mountPath: '/follow', readOnly: true },
    ],
  });
});

test.each<[string, StdoutSidecarProps, string]>([
  [
    'without a file',
    { image: IMAGE, files: [] },
    `files of logging sidecar "${IMAGE}" must name at least one log file, got none`,
  ],
  [
    'of an image that moves',
    { image: 'registry.example.com/tools/busybox:latest', files: ['audit.log'] },
    'tag of logging sidecar "registry.example.com/tools/busybox:latest" must name one build, got "latest"; ' +
      'a moving tag changes what runs without changing the manifest, so nothing rolls out or back',
  ],
  [
    'of an image without a tag',
    { image: 'registry.example.com/tools/busybox', files: ['audit.log'] },
    'tag of logging sidecar "registry.example.com/tools/busybox" must name one build, got ""; ' +
      'a moving tag changes what runs without changing the manifest, so nothing rolls out or back',
  ],
  [
    'of an image with two digests',
    { image: `${IMAGE}@sha256:${'0'.repeat(64)}@sha256:1`, files: ['audit.log'] },
    `digest of logging sidecar "${IMAGE}@sha256:${'0'.repeat(64)}@sha256:1" must be "sha256:" and 64 hexadecimal ` +
      `digits, got "sha256:${'0'.repeat(64)}@sha256:1"`,
  ],
])('a sidecar %s is refused', (_what, props, message) => {
  expect(() => LoggingSidecar.toStdout(props)).toThrow(new Error(message));
});

describe('run by a real shell', () => {
  const folder = mkdtempSync(join(tmpdir(), 'logging-sidecar-'));
  const file = join(folder, 'audit.log');
  // The shell of the image that the documentation names, where it is installed.
  const shell = spawnSync('busybox', ['true']).status === 0 ? ['busybox'] : [];
  let child: ChildProcess | undefined;

  afterAll(() => {
    if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      process.kill(-child.pid, 'SIGKILL');
    }
    rmSync(folder, { recursive: true });
  });

  test('a file is printed from its first line, over rotations, to the line that was written last', async () => {
    const before = Array.from({ length: 12 }, (_, line) => `${line} before the start\n`).join('');
    writeFileSync(join(folder, 'audit-11-22-2026.log'), 'of the day before\n');
    writeFileSync(file, before);
    const script = join(folder, 'follow.sh');
    writeFileSync(script, FOLLOW_SCRIPT);
    const command = [...shell, 'sh', script, file];
    let output = '';
    child = spawn(command[0] ?? 'sh', command.slice(1), {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 180_000,
      killSignal: 'SIGKILL',
    });
    child.stdout?.on('data', (text: Buffer) => {
      output += text.toString();
    });
    const ended = new Promise<number | null>((resolve) => child?.on('close', resolve));
    await until('the first lines', 60, () => output.includes('11 before the start'));

    // Twice under one name, as log4j2 does within a day.
    for (const after of ['after the first rotation\n', 'after the second rotation\n']) {
      renameSync(file, join(folder, 'audit-11-23-2026.log'));
      writeFileSync(file, after);
      await until('the line after a rotation', 60, () => output.endsWith(after));
    }
    child.kill('SIGTERM');
    appendFileSync(file, 'the last of the drain\n');
    expect(await ended).toBe(0);
    expect(output).toBe(`${before}after the first rotation\nafter the second rotation\nthe last of the drain\n`);
  });
});
