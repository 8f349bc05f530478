import { existsSync, readFileSync, statSync } from 'node:fs';
import { refuse, verbatim } from '../core/refusal';
import type { AddCommand } from '../core/shell';
import { comment } from './comment';

/** `cdk8s-wso2-mi comment`: a review as the one comment of a pull request. */
export const addComment: AddCommand = (program, shell) => {
  program
    .command('comment')
    .description(
      'Writes a review (--format markdown) into the pull request of GitHub or the merge request of GitLab of this job: ' +
        'over the comment of the run before, so that there is one.',
    )
    .argument('<file>', 'the review')
    .option('--head <owner:branch>', 'branch of the pull request on GitHub, where PULL_REQUEST does not say its number')
    .addHelpText(
      'after',
      '\nOf GitHub it takes GITHUB_TOKEN (pull-requests: write), GITHUB_REPOSITORY and PULL_REQUEST; of GitLab REVIEW_TOKEN and what a job has.',
    )
    .action(async (file: string, { head }: { readonly head?: string }) => {
      const done = await comment(textOfReview(file), shell.env, head);
      shell.stderr.write(`the comment was ${done}\n`);
    });
};

function textOfReview(file: string): string {
  if (!existsSync(file) || statSync(file).isDirectory()) {
    const got = verbatim(existsSync(file) ? 'a folder' : 'nothing there');
    return refuse({ prop: 'file', kind: 'comment', id: file, must: 'hold a review', got });
  }
  return readFileSync(file, 'utf8');
}
