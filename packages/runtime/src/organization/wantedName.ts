import { id } from '../words/ids.ts';
import type { Text } from '../words/text.ts';
import type { Organization } from './model.ts';
import { personName, postName, seatName, unitName } from './names.ts';
import { seatParts } from './seat.ts';

/** Who was wanted when a seat was empty (`Assigned.empty.wanted`), in words. */
export function wantedName(organization: Organization, wanted: string): Text {
  const names = wanted.split(' ').map((one) => nameOf(organization, one));
  return { zh: names.map((name) => name.zh).join('、'), en: names.map((name) => name.en ?? name.zh).join(', ') };
}

function nameOf(organization: Organization, wanted: string): Text {
  if (seatParts(wanted)) return seatName(organization, id(wanted));
  const [kind, of = ''] = wanted.split(':');
  switch (kind) {
    case 'post':
      return postName(organization, of);
    case 'person':
      return personName(organization, id(of));
    case 'inCharge': {
      const unit = of === '' ? { zh: '单位', en: 'the unit' } : unitName(organization, of);
      return { zh: `分管${unit.zh}的局领导`, en: `leader in charge of ${unit.en ?? unit.zh}` };
    }
    case 'initiator':
      return { zh: '发起人', en: 'the initiator' };
    case 'step':
      return { zh: '前一步骤的办理人', en: 'whoever did the earlier step' };
    case 'onDuty':
      return { zh: '值班人员', en: 'the officer on duty' };
    default:
      return { zh: '表单中指定的人员', en: 'the person chosen in the form' };
  }
}
