import { FleetOutput } from '../../../lib';
import { fleet } from '../../../main';
import type { Cluster } from '../cluster';

/** What Argo CD and Flux get of the example, by their own definitions. */
export function describeGitops(cluster: () => Cluster): void {
  test.each([
    [
      'an ApplicationSet',
      'argocd',
      'applicationset.yaml',
      FleetOutput.argoCd({ repository: 'https://git.example.com/i.git' }),
    ],
    ['Kustomizations', 'flux-system', 'kustomizations.yaml', FleetOutput.flux({ repository: 'flux-system' })],
  ])(
    '%s is taken to the last field, and the server has nothing to add that a diff would show',
    async (_, namespace, file, output) => {
      const { kubectl } = cluster();
      await kubectl.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
      const input = fleet.render(output).get(file) ?? '';
      const args = ['--server-side', '--validate=strict', '-f', '-'];
      expect(await kubectl.run(['apply', ...args], { input })).toMatchObject({ code: 0, stderr: '' });
      expect(await kubectl.run(['diff', '--server-side', '-f', '-'], { input })).toMatchObject({ code: 0, stdout: '' });
    },
  );
}
