import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { run } from '../../lib/cli';
import { fleetMap } from '../../lib/map/fleet-map';
import { mapHtml } from '../../lib/map/map-html';
import { Browser, type Page } from './browser';

// The page as a reader has it: in Chromium, by keys, on paper, in the dark, with a thousand units.

const program = [process.env.CHROMIUM ?? '', ...onPath('chromium'), ...onPath('google-chrome')].find((path) =>
  existsSync(path),
);
if (program === undefined && process.env.BROWSER_REQUIRED !== undefined) {
  throw new Error('no chromium is installed');
}
const describeOurs = program === undefined ? describe.skip : describe;

/** Where pictures go, for whoever wants to look at them. */
const pictures = process.env.MAP_PICTURES;
const UNITS = 1000;

function onPath(name: string): string[] {
  return (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
}

describeOurs('the fleet as a page', () => {
  let folder: string;
  let browser: Browser;
  let page: Page;
  let url: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'map-'));
    browser = await Browser.start(program ?? '');
    const nothing = { isTTY: false, write: () => true };
    // Not beside dist/, where any link would do.
    await run(['map', 'dist', '--output', join(folder, 'map')], { stdout: nothing, stderr: nothing, env: {} });
    url = pathToFileURL(join(folder, 'map.html')).href;
    page = await browser.page();
    await page.open(url);
  });
  afterAll(async () => {
    await browser?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function keep(name: string, of = page): Promise<void> {
    if (pictures !== undefined) {
      mkdirSync(pictures, { recursive: true });
      writeFileSync(join(pictures, `${name}.png`), await of.picture());
    }
  }

  const focused = () => page.value('document.activeElement.id || document.activeElement.textContent');
  const rows = (of = page) =>
    of.value(
      `[...document.querySelectorAll('tbody tr')].filter((row) => row.checkVisibility() && row.closest('.unit')).map((row) => row.querySelector('th').textContent)`,
    );

  test('it asks for nothing but itself, and nothing in it is forbidden or fails', async () => {
    expect(page.asked).toEqual([url]);
    expect(page.complaints).toEqual([]);
    expect(await rows()).toEqual(['doctor-appointment', 'lab-results-poller', 'signpost', 'barcode-lookup']);
  });

  test('each link of a tenant leads to its lines: its workload in dist/, its constructor in the sources', async () => {
    const links = (await page.value(
      `[...document.querySelectorAll('.unit tbody tr')].map((row) => [row.querySelector('th').textContent, ...[...row.querySelectorAll('a')].map((link) => link.href)])`,
    )) as string[][];
    expect(links.map(([tenant]) => tenant).sort()).toEqual(((await rows()) as string[]).sort());
    for (const [tenant = '', rendered = '', declared = ''] of links) {
      const [manifest, source] = [linesAt(rendered), linesAt(declared)];
      const object = manifest.slice(0, manifest.indexOf('---') === -1 ? undefined : manifest.indexOf('---'));
      expect(object[0]).toMatch(/^apiVersion: apps\/v1$/);
      expect(object).toContain(`  name: ${tenant}`);
      expect(source.slice(0, 1).join('\n')).toContain(`'${tenant}'`);
    }
  });

  test('by keys: "/" leads to the search, words leave what has them all, Escape brings all back', async () => {
    await page.press('/');
    expect(await focused()).toBe('find');
    await page.type('retail barcode');
    await page.until(`document.getElementById('count').textContent === '1 tenant'`);
    expect(await rows()).toEqual(['barcode-lookup']);
    await keep('search');
    await page.press('Escape');
    await page.until(`document.getElementById('count').textContent === ''`);
    expect(await rows()).toHaveLength(4);
    await page.type('nobody-has-this');
    await page.until(`document.getElementById('count').textContent === '0 tenants'`);
    expect(await rows()).toEqual([]);
    await page.press('Escape');
  });

  test('by keys: Tab goes to the skip link, on to the search, the units and their links, and is seen', async () => {
    await page.open(url);
    await page.press('Tab');
    expect(await focused()).toBe('Skip to the units');
    await page.press('Enter');
    expect(await page.value('location.hash')).toBe('#units');
    await page.press('Tab');
    expect(await page.value(`document.activeElement.matches('.unit > summary')`)).toBe(true);
    expect(await page.value(`getComputedStyle(document.activeElement).outlineStyle`)).toBe('solid');
    expect(await page.value(`document.activeElement.parentElement.open`)).toBe(true);
    await page.press('Enter');
    expect(await page.value(`document.activeElement.parentElement.open`)).toBe(false);
    await page.press('Tab');
    await page.press('Enter');
    expect(await page.value(`document.querySelectorAll('.unit[open]').length`)).toBe(1);
  });

  test('a screen reader hears names: of the search, of its answer, of each table and its headings', async () => {
    await page.open(url);
    const { nodes } = (await page.send('Accessibility.getFullAXTree')) as {
      nodes: ReadonlyArray<{ role?: { value?: string }; name?: { value?: string }; ignored: boolean }>;
    };
    const named = (role: string) =>
      nodes.filter((node) => !node.ignored && node.role?.value === role).map(({ name }) => name?.value);
    expect(named('searchbox')).toEqual(['Find a unit, tenant, host, image, volume or Secret']);
    expect(named('status')).toHaveLength(1);
    if (pictures !== undefined) writeFileSync(join(pictures, 'roles.json'), JSON.stringify(nodes));
    const texts = (selector: string) =>
      page.value(`[...document.querySelectorAll('${selector}')].map((node) => node.textContent)`);
    expect(await texts('.unit caption')).toEqual(['Tenants of clinic', 'Tenants of platform', 'Tenants of retail']);
    expect(await texts('.unit:first-of-type th[scope=col]')).toEqual(
      expect.arrayContaining(['Tenant', 'Pods', 'Lines']),
    );
    expect(await texts('.unit th[scope=row]')).toEqual(await rows());
    expect(named('link').every((name) => name !== '')).toBe(true);
  });

  test.each(['light', 'dark'] as const)('%s: every text stands out from what is behind it', async (scheme) => {
    await page.media(scheme);
    await page.open(url);
    const [lightness, ...low] = (await page.value(CONTRAST)) as [number, ...string[]];
    expect({ isDark: lightness < 0.2, low }).toEqual({ isDark: scheme === 'dark', low: [] });
    await keep(scheme);
    await page.media('light');
  });

  test.each([
    [390, 844],
    [768, 1024],
    [1400, 900],
    [2560, 1440],
  ])('%i pixels wide, the page does not scroll sideways, and no cell is cut off', async (width, height) => {
    await page.size(width, height);
    await page.open(url);
    expect(await page.value('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    const cut = `[...document.querySelectorAll('.wide')].filter((one) => one.scrollWidth > one.clientWidth).length`;
    expect(await page.value(cut)).toBe(0);
    await keep(`${width}x${height}`);
    await page.size(1400, 900);
  });

  test('on paper: no search, all units open, and all of them on pages', async () => {
    await page.open(url);
    await page.value(`document.querySelectorAll('details').forEach((one) => { one.open = false })`);
    const pdf = await page.pdf();
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await page.value(`document.querySelectorAll('details:not([open])').length`)).toBe(0);
    await page.media('light', 'print');
    expect(await page.value(`document.querySelector('search').checkVisibility()`)).toBe(false);
    expect(await rows()).toHaveLength(4);
    await keep('print');
    await page.media('light');
  });

  test(`${UNITS} units: found while it is typed, and small enough to send`, async () => {
    const html = mapHtml(
      'Large',
      thousand(),
      ({ place }) => place,
      ({ file }) => file,
    );
    const file = join(folder, 'large.html');
    writeFileSync(file, html);
    const large = await browser.page();
    await large.open(pathToFileURL(file).href);
    expect(await large.value(`document.querySelectorAll('.unit').length`)).toBe(UNITS);
    await keep('large', large);
    await large.press('/');
    await large.type('unit-777 barcode');
    await large.until(`document.getElementById('count').textContent === '1 tenant'`);
    expect(await rows(large)).toEqual(['barcode-lookup']);
    await keep('large-search', large);
    // What the script itself takes for one search, the best of five: a busy machine makes one of them slow, not all.
    const took = (await large.value(
      `Math.min(...Array.from({ length: 5 }, () => { const begin = performance.now(); show(); return performance.now() - begin }))`,
    )) as number;
    expect(took).toBeLessThan(250);
    expect(html.length / UNITS).toBeLessThan(5000);
    expect(large.complaints).toEqual([]);
  });
});

/** The units of the example, again and again. */
function thousand() {
  const texts = readdirSync('dist').filter((name) => name.endsWith('.yaml'));
  const units = fleetMap(new Map(texts.map((name) => [join('dist', name), readFileSync(join('dist', name), 'utf8')])));
  return Array.from({ length: UNITS }, (_, index) => {
    const like = units[index % units.length];
    if (like === undefined) throw new Error('the example must have units');
    const unit = `unit-${index}`;
    const barcodes = units.flatMap(({ tenants }) => tenants).filter(({ tenant }) => tenant === 'barcode-lookup');
    const tenants = index === 777 ? barcodes : like.tenants.filter(({ tenant }) => tenant !== 'barcode-lookup');
    return { ...like, unit, namespace: unit, tenants: tenants.map((tenant) => ({ ...tenant, unit })) };
  });
}

/** The lines of a file from the one that a link leads to on. */
function linesAt(link: string): string[] {
  const [address = '', line = ''] = link.split('#L');
  return readFileSync(fileURLToPath(address), 'utf8')
    .split('\n')
    .slice(Number(line) - 1);
}

/** In the page: how light it is, and every text whose contrast is below the 4.5 of WCAG 2.2 (1.4.3). */
const CONTRAST = `(() => {
  const rgb = (text) => text.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const light = (text) => {
    const [r, g, b] = rgb(text).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (node) => {
    for (let at = node; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!/, 0\\)$|transparent/.test(backgroundColor)) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const low = [...document.querySelectorAll('body *')].flatMap((node) => {
    const own = [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim() !== '');
    if (!own || !node.checkVisibility() || ['SCRIPT', 'STYLE'].includes(node.tagName)) return [];
    const [one, other] = [light(getComputedStyle(node).color), light(behind(node))].sort((a, b) => b - a);
    const contrast = (one + 0.05) / (other + 0.05);
    return contrast >= 4.5 ? [] : [node.tagName + ' ' + node.textContent.slice(0, 40) + ' ' + contrast.toFixed(2)];
  });
  return [light(behind(document.body)), ...low];
})()`;
