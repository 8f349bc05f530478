import type { Complaint } from '../core/refusal';
import { verbatim } from '../core/refusal';
import type { MiImage } from '../image/mi-image';
import { MI_RELEASES } from '../release/mi-release';
import type { EnvValue } from '../secret/env-value';
import type { Configured } from './configured';
import { leaves } from './toml-leaves';

/** Variables whose text `deployment.toml` reads and the release cannot take; what stands in a Secret is not known here. */
export function variableComplaints({
  config,
  env,
  part,
  image,
}: Configured & { readonly image: MiImage }): Complaint[] {
  const { release } = image;
  const texts = leaves(config.toml ?? {}, '').map(([, value]) => String(value));
  const read = Object.entries(env).filter(([name]) => texts.some((text) => text.includes(`$env{${name}}`)));
  return [...read, ...Object.entries(part.env)].flatMap(([name, value]) =>
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
