import { refuse } from '../core/refusal';

/** A repository in Amazon Elastic Container Registry. */
export interface EcrRepository {
  /** AWS account: 12 digits. */
  readonly account: string;
  /** AWS region: `eu-central-1`. */
  readonly region: string;
  /** Path in the registry: `integration/mi-base`. */
  readonly repository: string;
}

/** Registry and path of a repository in ECR. */
export function ecrAddress({ account, region, repository }: EcrRepository): string {
  if (!/^\d{12}$/.test(account)) {
    refuse({ prop: 'account', kind: 'ECR repository', id: repository, must: 'have 12 digits', got: account });
  }
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) {
    refuse({
      prop: 'region',
      kind: 'ECR repository',
      id: repository,
      must: 'be an AWS region such as "eu-central-1"',
      got: region,
    });
  }
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return `${account}.dkr.ecr.${region}.${domain}/${repository}`;
}
