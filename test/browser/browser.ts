import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

type Message = Readonly<Record<string, unknown>>;

/** Arguments of a browser without a screen, that asks for nothing by itself. */
const ARGUMENTS = [
  ...['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--remote-debugging-pipe'],
  ...['--no-first-run', '--disable-background-networking', '--disable-component-update', '--hide-scrollbars'],
];

/** A browser of its own, told what to do by its DevTools protocol over a pipe: no port of the machine is taken. */
export class Browser {
  public static async start(program: string): Promise<Browser> {
    const profile = mkdtempSync(join(tmpdir(), 'browser-'));
    const stdio = ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] as const;
    const child = spawn(program, [...ARGUMENTS, `--user-data-dir=${profile}`], { stdio: [...stdio] });
    return new Browser(child, profile);
  }

  private readonly waiting = new Map<number, (answer: Message) => void>();
  private readonly listeners: Array<(event: string, params: Message, session: unknown) => void> = [];
  private readonly ended: Promise<void>;
  private count = 0;

  private constructor(
    private readonly child: ChildProcess,
    private readonly profile: string,
  ) {
    this.ended = new Promise((resolve) => child.once('close', () => resolve()));
    let rest = '';
    const reader = child.stdio[4] as Readable;
    reader.setEncoding('utf8').on('data', (chunk: string) => {
      const texts = `${rest}${chunk}`.split('\0');
      rest = texts.pop() ?? '';
      for (const text of texts) this.take(JSON.parse(text));
    });
  }

  /** A page of this size, in pixels. */
  public async page(width = 1400, height = 900): Promise<Page> {
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    const page = new Page(this, String(sessionId));
    await page.begin(width, height);
    return page;
  }

  /** Sends a command of the protocol and gives its result. */
  public send(method: string, params: object = {}, sessionId?: string): Promise<Message> {
    const id = ++this.count;
    const writer = this.child.stdio[3] as Writable;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, ({ error, result }) =>
        error === undefined ? resolve(Object(result)) : reject(new Error(`${method}: ${JSON.stringify(error)}`)),
      );
      writer.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  public on(listener: (event: string, params: Message, session: unknown) => void): void {
    this.listeners.push(listener);
  }

  public async stop(): Promise<void> {
    const late = setTimeout(() => this.child.kill('SIGKILL'), 10_000);
    // One that hangs does not answer.
    this.send('Browser.close').catch(() => undefined);
    await this.ended;
    clearTimeout(late);
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  private take(message: Message): void {
    const { id, method, params, sessionId } = message;
    if (typeof id === 'number') {
      this.waiting.get(id)?.(message);
      this.waiting.delete(id);
    } else {
      for (const listener of this.listeners) listener(String(method), Object(params), sessionId);
    }
  }
}

/** Keys by their names, as far as they do more than write a letter. */
const KEYS: Readonly<Record<string, object>> = {
  Tab: { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 },
  Enter: { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Escape: { key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27 },
  '/': { key: '/', code: 'Slash', windowsVirtualKeyCode: 191, text: '/' },
};

/** A page, with all that it asked for and complained of. */
export class Page {
  /** Addresses that were asked for. */
  public readonly asked: string[] = [];
  /** Errors of its script, and what its policy forbade. */
  public readonly complaints: string[] = [];
  private loaded: () => void = () => undefined;

  public constructor(
    private readonly browser: Browser,
    private readonly session: string,
  ) {
    browser.on((event, params, of) => {
      if (of !== session) return;
      if (event === 'Network.requestWillBeSent') this.asked.push(String(Object(params.request).url));
      if (event === 'Runtime.exceptionThrown') this.complaints.push(JSON.stringify(params));
      if (event === 'Log.entryAdded') this.complaints.push(JSON.stringify(params.entry));
      if (event === 'Page.loadEventFired') this.loaded();
    });
  }

  public async begin(width: number, height: number): Promise<void> {
    for (const domain of ['Page', 'Network', 'Runtime', 'Log']) await this.send(`${domain}.enable`);
    await this.size(width, height);
  }

  public size(width: number, height: number): Promise<Message> {
    return this.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
  }

  /** Sets what the reader's system prefers, and whether it is a screen or paper. */
  public media(scheme: 'light' | 'dark', media = ''): Promise<Message> {
    return this.send('Emulation.setEmulatedMedia', {
      media,
      features: [{ name: 'prefers-color-scheme', value: scheme }],
    });
  }

  public async open(url: string): Promise<void> {
    const loaded = new Promise<void>((resolve) => {
      this.loaded = resolve;
    });
    await this.send('Page.navigate', { url });
    await loaded;
  }

  /** What an expression gives in the page; of a promise what it holds. */
  public async value(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', {
      expression,
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails));
    return Object(result).value;
  }

  /** Waits until an expression is true in the page. */
  public async until(expression: string): Promise<void> {
    for (const end = Date.now() + 60_000; (await this.value(expression)) !== true; ) {
      if (Date.now() > end) throw new Error(`never true: ${expression}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  public async press(name: string): Promise<void> {
    const key = KEYS[name] ?? { key: name, text: name };
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  }

  public type(text: string): Promise<Message> {
    return this.send('Input.insertText', { text });
  }

  /** A picture of what is seen. */
  public async picture(): Promise<Buffer> {
    return Buffer.from(String((await this.send('Page.captureScreenshot')).data), 'base64');
  }

  public async pdf(): Promise<Buffer> {
    return Buffer.from(String((await this.send('Page.printToPDF')).data), 'base64');
  }

  public send(method: string, params: object = {}): Promise<Message> {
    return this.browser.send(method, params, this.session);
  }
}
