import type { ApplicationSet } from '../../../imports/argo-cd';
import { isDnsSubdomain } from '../../core/dns-name';
import { MANAGED_BY } from '../../core/managed-by';
import { refuse } from '../../core/refusal';
import { requireProps } from '../../core/required';
import { yamlText } from '../../core/yaml-text';
import type { Output, OutputFile, OutputRender } from '../output';
import { type DeployedChart, deployedCharts, stepOf } from './deployed-chart';
import { requireGitFolder } from './git-folder';

/** Where Argo CD finds the files of a fleet, and where it brings them. */
export interface ArgoCdProps {
  /** URL of the repository that the fleet is committed to, as Argo CD knows it. */
  readonly repository: string;

  /**
   * Branch, tag or commit.
   *
   * @default 'HEAD' - the default branch
   */
  readonly revision?: string;

  /**
   * Folder of the fleet's files of YAML, as seen from the root of the repository: of an environment `dist/production`.
   *
   * @default 'dist'
   */
  readonly manifests?: string;

  /**
   * Name of the ApplicationSet. Two environments in one Argo CD need two.
   *
   * @default 'integration'
   */
  readonly name?: string;

  /**
   * Namespace of Argo CD.
   *
   * @default 'argocd'
   */
  readonly namespace?: string;

  /**
   * The project of the Applications.
   *
   * @default 'default'
   */
  readonly project?: string;

  /**
   * API server of the cluster that the units live in, as Argo CD knows it.
   *
   * @default 'https://kubernetes.default.svc' - the cluster of Argo CD
   */
  readonly server?: string;

  /**
   * Whether a change by hand is turned back at once. Then nobody can stop a tenant by `kubectl scale` at night.
   *
   * @default false - it stays until the next commit
   */
  readonly selfHeal?: boolean;
}

const STEP = `${MANAGED_BY}/step`;

/** An Application for each chart of the fleet, made by one ApplicationSet; load balancers are brought before units. */
export class ArgoCdOutput implements Output {
  private readonly props: Required<ArgoCdProps>;

  public constructor(props: ArgoCdProps) {
    requireProps('Argo CD', 'output', props, { repository: "'https://git.example.com/integration.git'" });
    const { repository, revision = 'HEAD', manifests = 'dist', name = 'integration', namespace = 'argocd' } = props;
    const { project = 'default', server = 'https://kubernetes.default.svc', selfHeal = false } = props;
    requireGitFolder('Argo CD', 'manifests', manifests);
    if (!isDnsSubdomain(name)) {
      refuse({ prop: 'name', kind: 'Argo CD', id: name, must: 'be a name of Kubernetes', got: name });
    }
    this.props = { repository, revision, manifests, name, namespace, project, server, selfHeal };
  }

  public *files({ mark, charts }: OutputRender): Generator<OutputFile> {
    yield { name: 'applicationset.yaml', text: `# ${mark}\n${yamlText(this.applicationSet(deployedCharts(charts)))}` };
  }

  private applicationSet(charts: readonly DeployedChart[]): ApplicationSet {
    const { name, namespace } = this.props;
    const steps = [...new Set(charts.map((chart) => stepOf(chart, charts)))].map(String);
    return {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ApplicationSet',
      metadata: { name, namespace, labels: { 'app.kubernetes.io/managed-by': MANAGED_BY } },
      spec: {
        goTemplate: true,
        goTemplateOptions: ['missingkey=error'],
        generators: [{ list: { elements: charts.map((chart) => elementOf(chart, charts)) } }],
        // Where the controller has progressive syncs on; elsewhere all are brought at once, and try again.
        strategy: {
          type: 'RollingSync',
          rollingSync: {
            steps: steps.map((step) => ({ matchExpressions: [{ key: STEP, operator: 'In', values: [step] }] })),
          },
        },
        template: this.application(),
      },
    };
  }

  private application(): ApplicationSet['spec']['template'] {
    const { repository, revision, manifests, project, server, selfHeal } = this.props;
    return {
      metadata: {
        name: '{{.name}}',
        labels: { 'app.kubernetes.io/managed-by': MANAGED_BY, [STEP]: '{{.step}}' },
      },
      spec: {
        project,
        source: { repoURL: repository, targetRevision: revision, path: manifests, directory: { include: '{{.file}}' } },
        destination: { server, namespace: '{{.namespace}}' },
        syncPolicy: {
          automated: { prune: true, selfHeal },
          // A poller that comes must not meet the one that goes, but a route must not lead to what is gone.
          syncOptions: ['ServerSideApply=true', 'PruneLast=true', 'CreateNamespace=false'],
          retry: { limit: 5, backoff: { duration: '10s', factor: 2, maxDuration: '5m' } },
        },
      },
    };
  }
}

function elementOf(chart: DeployedChart, charts: readonly DeployedChart[]): object {
  const { name, file, namespace = '' } = chart;
  return { name, file, namespace, step: String(stepOf(chart, charts)) };
}
