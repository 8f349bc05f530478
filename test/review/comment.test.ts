import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { run } from '../../lib/cli';
import { COMMENT_MARK } from '../../lib/review/review-markdown';

interface Comment {
  readonly id: number;
  body: string;
}

let folder: string;
let server: Server;
let address: string;
let comments: Comment[];
let asked: string[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'comment-'));
  comments = [{ id: 1, body: 'Looks good.' }];
  asked = [];
  server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    const given = await text(request);
    asked.push(`${request.method} ${pathname} ${request.headers.authorization ?? request.headers['private-token']}`);
    const answer = answerOf(request.method ?? '', pathname, searchParams, given === '' ? {} : JSON.parse(given));
    response.writeHead(answer === undefined ? 404 : 200).end(JSON.stringify(answer ?? { message: 'Not Found' }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  address = `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}`;
});
afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The parts of both APIs that a comment needs: GitHub's issues and pulls, GitLab's notes. */
function answerOf(method: string, path: string, query: URLSearchParams, { body = '' }: { body?: string }): unknown {
  if (/\/pulls$/.test(path)) {
    return query.get('head') === 'somebody:feature' && query.get('state') === 'open' ? [{ number: 7 }] : [];
  }
  if (/^\/(repos\/a\/b\/issues\/7\/comments|projects\/5\/merge_requests\/7\/notes)$/.test(path)) {
    const page = Number(query.get('page') ?? 1);
    return method === 'GET'
      ? comments.slice(100 * (page - 1), 100 * page)
      : comments[comments.push({ id: comments.length + 1, body }) - 1];
  }
  const [, id] = /\/(?:comments|notes)\/(\d+)$/.exec(path) ?? [];
  const found = comments.find((one) => `${one.id}` === id);
  return found === undefined || !['PATCH', 'PUT'].includes(method) ? undefined : Object.assign(found, { body });
}

async function comment(review: string, env: Record<string, string>, args: readonly string[] = []) {
  const file = join(folder, 'review.md');
  writeFileSync(file, review);
  let err = '';
  const write = (said: string | Uint8Array): boolean => {
    err += String(said);
    return true;
  };
  const shell = { stdout: { isTTY: false, write }, stderr: { isTTY: false, write }, env, exitCode: undefined };
  await run(['comment', file, ...args], shell);
  return { code: shell.exitCode, err };
}

const github = () => ({ GITHUB_API_URL: address, GITHUB_REPOSITORY: 'a/b', GITHUB_TOKEN: 'secret', PULL_REQUEST: '7' });
const gitlab = () => ({
  GITLAB_CI: 'true',
  CI_API_V4_URL: address,
  CI_PROJECT_ID: '5',
  CI_MERGE_REQUEST_IID: '7',
  REVIEW_TOKEN: 'secret',
});

test.each([
  ['GitHub', github, 'PATCH /repos/a/b/issues/comments/2 Bearer secret'],
  ['GitLab', gitlab, 'PUT /projects/5/merge_requests/7/notes/2 secret'],
])('%s: the second run writes over the comment of the first, and over nobody else’s', async (_, env, update) => {
  expect(await comment(`${COMMENT_MARK}\none`, env())).toEqual({ code: undefined, err: 'the comment was made\n' });
  expect(await comment(`${COMMENT_MARK}\ntwo`, env())).toEqual({ code: undefined, err: 'the comment was updated\n' });
  expect(comments.map(({ body }) => body)).toEqual(['Looks good.', `${COMMENT_MARK}\ntwo`]);
  expect(asked.at(-1)).toBe(update);
});

test('it is found behind many others', async () => {
  comments = Array.from({ length: 250 }, (__, index) => ({
    id: index + 1,
    body: index === 240 ? `${COMMENT_MARK}\nold` : 'a',
  }));
  expect(await comment(`${COMMENT_MARK}\nnew`, github())).toMatchObject({ err: 'the comment was updated\n' });
  expect(comments).toHaveLength(250);
});

test('the pull request of a fork is found by its branch', async () => {
  const { PULL_REQUEST: _, ...env } = github();
  expect(await comment(COMMENT_MARK, env, ['--head', 'somebody:feature'])).toMatchObject({
    err: 'the comment was made\n',
  });
  expect(await comment(COMMENT_MARK, env, ['--head', 'nobody:feature'])).toEqual({
    code: 2,
    err: '--head of comment "GitHub" must be of an open pull request, got "nobody:feature"\n',
  });
});

test('what is refused is said without the token', async () => {
  const { code, err } = await comment(COMMENT_MARK, { ...github(), PULL_REQUEST: '8' });
  expect({ code, err }).toEqual({
    code: 2,
    err: 'GET of comment "/repos/a/b/issues/8/comments" must be answered with a success, got 404 {"message":"Not Found"}\n',
  });
  expect((await comment(COMMENT_MARK, {})).err).toMatch(/^GITHUB_REPOSITORY of comment "environment" must be set: /);
});
