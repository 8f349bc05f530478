import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fleet, FleetOutput, type Output, type OutputFile } from '../../lib';
import { outputFiles } from '../../lib/fleet/output';
import { errorOf, namesIn, newUnit } from '../manifests';

let outdir: string;

beforeEach(() => {
  outdir = mkdtempSync(join(tmpdir(), 'output-'));
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(outdir, { recursive: true, force: true });
});

/** An output of a user's own: the files of YAML, and one more that lists them for kustomize. */
const kustomized: Output = {
  *files(render) {
    const names: string[] = [];
    for (const file of FleetOutput.yaml().files(render)) {
      names.push(file.name);
      yield file;
    }
    const kustomization = ['apiVersion: kustomize.config.k8s.io/v1beta1', 'kind: Kustomization', 'resources:'];
    const lines = [`# ${render.mark}`, ...kustomization, ...names.map((name) => `  - ${name}`), ''];
    yield { name: 'kustomization.yaml', text: lines.join('\n') };
  },
};

/** An output of another kind altogether: a line for each object, in a text that has no "#". */
const inventory: Output = {
  *files({ mark, charts }) {
    const lines = charts.flatMap(({ chart, objects }) =>
      objects.map(({ object }) => `${chart.node.id}: ${object.kind} ${object.metadata.name}`),
    );
    yield { name: 'inventory.txt', text: [`// ${mark}`, ...lines, ''].join('\n') };
  },
};

function written(folder = outdir): Record<string, string> {
  return Object.fromEntries(namesIn(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

const MARK = 'Rendered by cdk8s-wso2-mi for fleet "mi". Change its source and run synth, not this file.';

test('an output defined elsewhere adds a file to those of YAML', () => {
  const fleet = new Fleet({ outdir, output: kustomized });
  newUnit(fleet, 'clinic');
  newUnit(fleet, 'retail');
  fleet.synth();
  const { 'kustomization.yaml': kustomization, ...others } = written();
  expect(kustomization).toBe(`# ${MARK}
apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - clinic.k8s.yaml
  - retail.k8s.yaml
`);
  const plain = new Fleet({ outdir });
  newUnit(plain, 'clinic');
  newUnit(plain, 'retail');
  expect(others).toEqual(Object.fromEntries(plain.render()));
  plain.synth();
  expect(Object.keys(written())).toEqual(['clinic.k8s.yaml', 'retail.k8s.yaml']);
});

test('an output that writes no YAML sees every object, and an environment may have it alone', () => {
  const environments = Fleet.forEach({ staging: inventory, production: undefined }, (fleet) => newUnit(fleet), {
    outdir,
    fleet: (output) => ({ output }),
  });
  environments.synth();
  expect(written(join(outdir, 'staging'))).toEqual({
    'inventory.txt': `// ${MARK.replace('.', ', environment "staging".')}\nretail: Namespace retail\nretail: NetworkPolicy default-deny\n`,
  });
  expect(Object.keys(written(join(outdir, 'production')))).toEqual(['retail.k8s.yaml']);
});

test('files come one by one: none is made before it is asked for', () => {
  const made: string[] = [];
  const slow: Output = {
    *files({ mark }) {
      for (const name of ['a', 'b']) {
        made.push(name);
        yield { name, text: mark };
      }
    },
  };
  const files = outputFiles(slow, { mark: 'mine', charts: [], attachments: [] });
  expect(made).toEqual([]);
  expect(files.next().value).toEqual({ name: 'a', text: 'mine' });
  expect(made).toEqual(['a']);
});

describe('refusals', () => {
  const said = (...files: readonly OutputFile[]) => {
    const fleet = new Fleet({ outdir, output: { files: () => files } });
    return errorOf(() => fleet.synth());
  };

  test.each(['../up', '/root', 'a//b', '.', 'a/../b', '', 'a\\b', 'a\nb', '..', 'a/'])(
    'fails for the name %j',
    (name) => {
      const quoted = JSON.stringify(name);
      expect(said({ name, text: MARK })).toBe(
        `name of output file "${name.replace('\n', '\\u000a')}" must be a path below the folder, ` +
          `its parts joined by "/", got ${quoted}`,
      );
      expect(namesIn(outdir)).toEqual([]);
    },
  );

  test('fails for a name that is given twice', () => {
    expect(said({ name: 'a', text: MARK }, { name: 'a', text: MARK })).toBe(
      'name of output file "a" must be given once, got it again',
    );
  });

  test('fails for a text by which the fleet would not know its own', () => {
    expect(said({ name: 'a', text: `kind: List\n# ${MARK}` })).toBe(
      'text of output file "a" must say the mark of its fleet, and nothing else, in the first line, got "kind: List"; ' +
        'without it the file could never be replaced or removed',
    );
    expect(namesIn(outdir)).toEqual([]);
  });
});
