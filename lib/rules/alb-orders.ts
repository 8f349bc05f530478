import { albAnnotation, albMembers } from '../alb-groups';
import { sentence } from '../refusal';
import type { Rule } from '../rendered-object';

/** One order that is none, and the controller stops for the whole group (pkg/ingress/group_loader.go). */
export const albOrders: Rule = (render) =>
  albMembers(render).flatMap(({ id, ingress }) => {
    const got = albAnnotation(ingress, 'group.order');
    const order = Number(got);
    const must = 'be a whole number from -1000 to 1000';
    return got === undefined || (/^-?\d+$/.test(got) && order >= -1000 && order <= 1000)
      ? []
      : [sentence({ prop: 'group.order', kind: 'Ingress', id, must, got })];
  });
