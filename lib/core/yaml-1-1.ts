import type { Tags } from 'yaml';

/** As cdk8s writes it: no line is folded, and what YAML 1.1 would misread is quoted. Nothing here is a merge. */
export const YAML_1_1 = {
  aliasDuplicateObjects: false,
  customTags: (tags: Tags) => tags.filter((tag) => typeof tag === 'string' || tag.tag !== 'tag:yaml.org,2002:merge'),
  keepUndefined: true,
  lineWidth: 0,
  version: '1.1',
} as const;
