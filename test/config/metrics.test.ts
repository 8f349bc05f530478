import { Metrics, MiTenant, Scaling } from '../../lib';
import { addedBy, imageOf, RELEASES } from '../config-parts';
import { newUnit, serverOf, tomlOf } from '../manifests';

const HANDLER = {
  name: 'CustomObservabilityHandler',
  class: 'org.wso2.micro.integrator.observability.metric.handler.MetricHandler',
};

test.each(RELEASES.slice(1))('release %s counts by a handler, and is told to show what it counts', (release) => {
  expect(addedBy(Metrics.prometheus(), imageOf(release))).toEqual({
    args: ['-DenablePrometheusApi=true'],
    toml: { synapse_handlers: [HANDLER] },
  });
});

test('release 1.1, which counts without a handler, is only told to show it', () => {
  expect(addedBy(Metrics.prometheus(), imageOf('1.1.0'))).toEqual({ args: ['-DenablePrometheusApi=true'], toml: {} });
});

test('the start script gets the switch once, before the arguments of the tenant', () => {
  const unit = newUnit();
  const config = { metrics: Metrics.prometheus() };
  const pod = { args: ['-Da=b', '-DenablePrometheusApi=true'] };
  new MiTenant(unit, 'orders', { image: imageOf('4.4.0'), scaling: Scaling.fixed(2), config, pod });
  expect(serverOf(unit).args).toEqual(['-DenablePrometheusApi=true', '-Da=b']);
});

test('handlers of the tenant run beside it', () => {
  const unit = newUnit();
  const own = { name: 'Own', class: 'com.example.Own' };
  const config = { metrics: Metrics.prometheus(), toml: { synapse_handlers: [own] } };
  new MiTenant(unit, 'orders', { image: imageOf('4.4.0'), scaling: Scaling.fixed(2), config });
  expect(tomlOf(unit)).toMatchObject({ synapse_handlers: [HANDLER, own] });
});

test('what is not to be counted has no argument', () => {
  const unit = newUnit();
  new MiTenant(unit, 'orders', { image: imageOf('4.4.0'), scaling: Scaling.fixed(2) });
  expect(serverOf(unit)).not.toHaveProperty('args');
  expect(tomlOf(unit)).not.toHaveProperty('synapse_handlers');
});
