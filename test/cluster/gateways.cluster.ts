import { currentKubeconfig } from './cluster';
import { describeChanges } from './gateways/changes';
import { describeDistRoutes } from './gateways/dist-routes';
import type { Edge } from './gateways/edge';
import { describeGatewayApiOwn } from './gateways/gateway-api-own';
import { describeMove } from './gateways/move';
import { openEdge } from './gateways/site';
import { describeTable } from './gateways/table';
import { describeTraefikOwn } from './gateways/traefik-own';

const OPEN_MILLISECONDS = 240_000;

// The pods' addresses lead to the stand-in in our own namespaces only.
const describeGateways = currentKubeconfig === undefined ? describe : describe.skip;

// All of it goes on at one Traefik, each controller at a door of its own.
describeGateways('at the edge of a cluster', () => {
  let opened: Edge | undefined;
  const edge = () => {
    if (opened === undefined) throw new Error('the edge must have been opened before it is asked');
    return opened;
  };

  beforeAll(async () => {
    opened = await openEdge();
  }, OPEN_MILLISECONDS);

  afterAll(async () => opened?.close());

  describe('the table of docs/gateways.md', () => describeTable(edge));
  describe('the routes of dist/', () => describeDistRoutes(edge));
  describe('Traefik by its own kinds', () => describeTraefikOwn(edge));
  describe('the Gateway API', () => describeGatewayApiOwn(edge));
  describe('a move by docs/moving-to-the-gateway-api.md', () => describeMove(edge));
  describe('a change of a fleet in use', () => describeChanges(edge));
});
