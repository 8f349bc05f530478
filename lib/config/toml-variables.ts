import type { Complaint } from '../core/refusal';
import { verbatim } from '../core/refusal';
import type { MiImage } from '../image/mi-image';
import { MI_RELEASES } from '../release/mi-release';
import type { EnvValue } from '../secret/env-value';
import type { Configured } from './configured';

/** Who has variables, and a `deployment.toml` that reads some of them. */
interface ToldByVariables extends Pick<Configured, 'env' | 'part'> {
  readonly image: MiImage;
  readonly files: Readonly<Record<string, string>>;
}

/** Variables whose text `deployment.toml` reads and the release cannot take; what stands in a Secret is not known here. */
export function variableComplaints({ env, part, image, files }: ToldByVariables): Complaint[] {
  const { release } = image;
  const told = files['conf/deployment.toml'] ?? '';
  const all = [...Object.entries(env), ...Object.entries(part.env)];
  const read = all.filter(([name]) => told.includes(`$env{${name}}`));
  return read.flatMap(([name, value]) =>
    MI_RELEASES[release].spoils
      .filter((letters) => textOf(value)?.includes(letters) === true)
      .map((letters) => ({
        prop: `env.${name}`,
        must: `hold no "${letters}", since deployment.toml reads it and release ${release} would not write it as it is`,
        got: verbatim('one'),
        instead: 'make it of letters, digits, "-" and "_" (docs/releases.md)',
      })),
  );
}

function textOf(value: string | EnvValue): string | undefined {
  return typeof value === 'string' ? value : value.text;
}
