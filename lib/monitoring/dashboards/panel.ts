/** The data source that all panels ask; whoever opens the dashboard chooses which Prometheus it is. */
const PROMETHEUS = { type: 'prometheus', uid: '$datasource' } as const;

/** How a number is written (units of Grafana). */
export type Unit = 'short' | 'reqps' | 'percentunit' | 's' | 'bytes' | 'none';

/** What a panel asks, and what its lines are called. */
export interface Query {
  readonly expr: string;
  readonly legend: string;
}

/** A part of a dashboard. Its place is given by the dashboard. */
export interface Panel {
  readonly type: 'timeseries' | 'stat' | 'table';
  readonly title: string;
  readonly description: string;
  readonly unit: Unit;
  /** Columns of 24 that it takes. */
  readonly width: 4 | 6 | 8 | 12 | 24;
  readonly queries: readonly Query[];
}

/** The heights of panels, in rows of Grafana. */
const HEIGHTS: Readonly<Record<Panel['type'], number>> = { stat: 4, timeseries: 8, table: 9 };

/** Panels as Grafana has them, one after the other in lines of 24 columns. */
export function placed(panels: readonly Panel[]): object[] {
  let [x, y, height] = [0, 0, 0];
  return panels.map((panel, index) => {
    if (x + panel.width > 24) {
      [x, y, height] = [0, y + height, 0];
    }
    const gridPos = { h: HEIGHTS[panel.type], w: panel.width, x, y };
    x += panel.width;
    height = Math.max(height, gridPos.h);
    return { ...MODELS[panel.type](panel), id: index + 1, gridPos };
  });
}

const MODELS: Readonly<Record<Panel['type'], (panel: Panel) => object>> = {
  timeseries: (panel) => ({
    ...common(panel),
    options: {
      legend: { displayMode: 'list', placement: 'bottom', showLegend: true, calcs: [] },
      tooltip: { mode: 'multi', sort: 'desc' },
    },
  }),
  stat: (panel) => ({
    ...common(panel),
    options: {
      reduceOptions: { calcs: ['lastNotNull'], fields: '', values: false },
      colorMode: 'value',
      graphMode: 'none',
      justifyMode: 'auto',
      orientation: 'auto',
      textMode: 'auto',
      wideLayout: true,
      showPercentChange: false,
      percentChangeColorMode: 'standard',
    },
  }),
  table: (panel) => ({
    ...common(panel),
    options: { frameIndex: 0, showHeader: true, cellHeight: 'sm', footer: { show: false, reducer: [] } },
    transformations: [
      { id: 'labelsToFields', options: { mode: 'columns' } },
      { id: 'merge', options: {} },
    ],
  }),
};

function common({ type, title, description, unit, queries }: Panel) {
  return {
    type,
    title,
    description,
    datasource: PROMETHEUS,
    targets: queries.map(({ expr, legend }, index) => ({
      datasource: PROMETHEUS,
      refId: String.fromCharCode('A'.charCodeAt(0) + index),
      expr,
      legendFormat: legend,
      ...(type === 'timeseries' ? { range: true } : { instant: true, range: false }),
      ...(type === 'table' ? { format: 'table' } : {}),
    })),
    fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
  };
}

/** A list that is chosen from at the top of a dashboard: values of a label of a series. */
export interface Variable {
  readonly name: string;
  readonly label: string;
  /** Series and label that it is made of. */
  readonly query: string;
  /** Whether several may be chosen at once, and all of them. */
  readonly several: boolean;
}

function variableModel({ name, label, query, several }: Variable): object {
  const all = several ? { includeAll: true, allValue: '.+', current: { text: 'All', value: '$__all' } } : {};
  return {
    type: 'query',
    name,
    label,
    datasource: PROMETHEUS,
    query: { query, refId: name },
    definition: query,
    refresh: 2,
    sort: 1,
    multi: several,
    ...all,
  };
}

/** What a dashboard is made of. */
export interface DashboardParts {
  readonly uid: string;
  readonly title: string;
  /** What stands first in the file: by it the fleet knows its own. */
  readonly description: string;
  readonly variables: readonly Variable[];
  readonly panels: readonly Panel[];
}

/** A dashboard as Grafana imports it. */
export function dashboardModel({ uid, title, description, variables, panels }: DashboardParts): object {
  return {
    description,
    uid,
    title,
    tags: ['micro-integrator'],
    schemaVersion: 39,
    editable: true,
    timezone: 'browser',
    refresh: '30s',
    time: { from: 'now-6h', to: 'now' },
    annotations: { list: [] },
    templating: {
      list: [
        { type: 'datasource', name: 'datasource', label: 'Prometheus', query: 'prometheus', multi: false },
        ...variables.map(variableModel),
      ],
    },
    panels: placed(panels),
    links: LINKS.filter((link) => link.title !== title),
  };
}

const LINKS = [
  { title: 'Micro Integrator: fleet', type: 'link', url: '/d/mi-fleet', keepTime: true, includeVars: false },
  { title: 'Micro Integrator: tenant', type: 'link', url: '/d/mi-tenant', keepTime: true, includeVars: true },
].map((link) => ({ icon: 'dashboard', tags: [], targetBlank: false, asDropdown: false, tooltip: '', ...link }));
