import { sentence } from '../core/refusal';
import { albAnnotation, albMembers } from '../rendered/alb-groups';
import type { Rule } from '../rendered/rendered-object';

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
