import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { Fleet } from '../../lib';
import { kubernetesOf, namingSuffixOf } from '../../lib/core/context';

test('whoever stands in a fleet, however deep, knows its suffix and its version of Kubernetes', () => {
  const fleet = new Fleet({ suffix: '-staging', kubernetes: '1.34' });
  const deep = new Construct(new Construct(new Chart(fleet, 'plain'), 'a'), 'b');
  expect([namingSuffixOf(fleet), kubernetesOf(fleet)]).toEqual(['-staging', '1.34']);
  expect([namingSuffixOf(deep), kubernetesOf(deep)]).toEqual(['-staging', '1.34']);
});

test('two fleets know nothing of one another', () => {
  const [one, two] = [new Fleet({ kubernetes: '1.34' }), new Fleet({ suffix: '-b', kubernetes: '1.27' })];
  expect([one, two].map((fleet) => [namingSuffixOf(fleet), kubernetesOf(fleet)])).toEqual([
    ['', '1.34'],
    ['-b', '1.27'],
  ]);
});

test('outside of a fleet there is no suffix, and Kubernetes 1.29 is assumed', () => {
  const chart = new Chart(new App(), 'plain');
  expect([namingSuffixOf(chart), kubernetesOf(chart)]).toEqual(['', '1.29']);
});
