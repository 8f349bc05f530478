import { isRecord } from '../core/record';
import { refuse, verbatim } from '../core/refusal';
import { numberAt, textAt } from './read';
import { COMMENT_MARK } from './review-markdown';

type Env = Readonly<Record<string, string | undefined>>;

/** Where comments of one pull request or merge request are kept, and how it is asked. */
interface Thread {
  readonly url: string;
  /** Address of one comment. */
  readonly of: (id: number) => string;
  readonly headers: Readonly<Record<string, string>>;
  /** The method that writes over a comment. */
  readonly update: 'PATCH' | 'PUT';
}

/** Comments on a page of an answer; both take as many. */
const PER_PAGE = 100;

/** Pages that are looked through for the comment of before. */
const PAGES = 20;

/**
 * Writes a review into the pull request of GitHub or the merge request of GitLab that the environment names: over the
 * comment of the run before, which its first line tells, or as a new one.
 *
 * @param head branch of a pull request of GitHub as `owner:branch`, where the environment does not name its number
 */
export async function comment(text: string, env: Env, head: string | undefined): Promise<'updated' | 'made'> {
  const thread = env.GITLAB_CI === undefined ? await onGithub(env, head) : onGitlab(env);
  const known = await commentOf(thread);
  const [url, method] = known === undefined ? [thread.url, 'POST'] : [thread.of(known), thread.update];
  await ask(url, thread.headers, method, { body: text });
  return known === undefined ? 'made' : 'updated';
}

async function onGithub(env: Env, head: string | undefined): Promise<Thread> {
  const api = env.GITHUB_API_URL ?? 'https://api.github.com';
  const repository = `${api}/repos/${required('GITHUB_REPOSITORY', env)}`;
  const headers = { authorization: `Bearer ${required('GITHUB_TOKEN', env)}`, accept: 'application/vnd.github+json' };
  const number = head === undefined ? required('PULL_REQUEST', env) : await pullRequestOf(repository, headers, head);
  const of = (id: number) => `${repository}/issues/comments/${id}`;
  return { url: `${repository}/issues/${number}/comments`, of, headers, update: 'PATCH' };
}

async function pullRequestOf(repository: string, headers: Thread['headers'], head: string): Promise<number> {
  const [open] = await ask(`${repository}/pulls?state=open&head=${encodeURIComponent(head)}`, headers);
  return (
    numberAt(open, 'number') ??
    refuse({ prop: '--head', kind: 'comment', id: 'GitHub', must: 'be of an open pull request', got: head })
  );
}

function onGitlab(env: Env): Thread {
  const [api, project, request] = ['CI_API_V4_URL', 'CI_PROJECT_ID', 'CI_MERGE_REQUEST_IID'].map((name) =>
    required(name, env),
  );
  const url = `${api}/projects/${project}/merge_requests/${request}/notes`;
  return {
    url,
    of: (id) => `${url}/${id}`,
    headers: { 'private-token': required('REVIEW_TOKEN', env) },
    update: 'PUT',
  };
}

/** The comment of the run before. */
async function commentOf({ url, headers }: Thread): Promise<number | undefined> {
  for (let page = 1; page <= PAGES; page += 1) {
    const comments = await ask(`${url}?per_page=${PER_PAGE}&page=${page}`, headers);
    const found = comments.find((one) => textAt(one, 'body')?.startsWith(COMMENT_MARK));
    if (found !== undefined || comments.length < PER_PAGE) {
      return numberAt(found, 'id');
    }
  }
  return undefined;
}

/** What an API answers, as a list. An answer that is no success is an error with its text, and never with the token. */
async function ask(
  url: string,
  headers: Thread['headers'],
  method = 'GET',
  body?: object,
): Promise<readonly unknown[]> {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(url, { method, headers: { ...headers, 'content-type': 'application/json' }, ...json });
  const text = await answer.text();
  if (!answer.ok) {
    const got = verbatim(`${answer.status} ${text.slice(0, 200)}`);
    return refuse({
      prop: method,
      kind: 'comment',
      id: new URL(url).pathname,
      must: 'be answered with a success',
      got,
    });
  }
  const value: unknown = JSON.parse(text);
  return Array.isArray(value) ? value : isRecord(value) ? [value] : [];
}

function required(name: string, env: Env): string {
  const must = 'be set: of a step on GitHub, or of a job of a merge request on GitLab';
  return env[name] ?? refuse({ prop: name, kind: 'comment', id: 'environment', must, got: verbatim('nothing') });
}
