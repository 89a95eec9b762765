import type { Assignment, UnitChoice } from '../../diagram/office.ts';
import type { Definition } from '../definitions.ts';
import { directoryOf } from '../../organization/directory.ts';
import { personName, postName } from '../../organization/names.ts';
import { id } from '../../words/ids.ts';
import type { Organization } from '../../organization/model.ts';
import type { Text } from '../../words/text.ts';

/** Who does a step, in words: 文书室, 分管局领导, 与拟稿同一人. */
export function whoInWords(assignment: Assignment, definition: Definition, organization: Organization): Text {
  const stepName = (step: string): Text =>
    definition.plan.element(step as Parameters<Definition['plan']['element']>[0])?.name ?? { zh: step };
  const fieldName = (field: string): Text => definition.process.fields.find((one) => one.key === field)?.name ?? { zh: field };
  const en = (text: Text): string => text.en ?? text.zh;
  const unit = (choice: UnitChoice): Text | undefined => {
    switch (choice.kind) {
      case 'wholeOffice':
        return undefined;
      case 'initiators':
        return { zh: '发起人所在部门', en: 'the initiator’s unit' };
      case 'named':
        return organization.units.find((one) => one.id === choice.unit)?.name ?? { zh: choice.unit };
      case 'field':
        return { zh: `${fieldName(choice.field).zh}中选定的部门`, en: `the unit chosen in ${en(fieldName(choice.field))}` };
      case 'ofStep':
        return { zh: `办理${stepName(choice.step).zh}的部门`, en: `the unit that did ${en(stepName(choice.step))}` };
      case 'ofItem':
        return { zh: '每个承办部门', en: 'each unit concerned' };
    }
  };
  switch (assignment.kind) {
    case 'post': {
      const post = postName(organization, directoryOf(organization).postCalled(assignment.post));
      const where = unit(assignment.unit);
      return where ? { zh: `${post.zh}（${where.zh}）`, en: `${en(post)} (${en(where)})` } : post;
    }
    case 'leaderInCharge': {
      const where = unit(assignment.unit);
      return where
        ? { zh: `分管局领导（${where.zh}）`, en: `leader in charge of ${en(where)}` }
        : { zh: '分管局领导', en: 'leader in charge' };
    }
    case 'personInField':
      return { zh: `${fieldName(assignment.field).zh}中选定的人员`, en: `the person chosen in ${en(fieldName(assignment.field))}` };
    case 'personOfItem':
      return { zh: '名单中的每个人', en: 'each person of the list' };
    case 'initiator':
      return { zh: '发起人', en: 'the initiator' };
    case 'sameAs':
      return { zh: `与${stepName(assignment.step).zh}同一人`, en: `whoever did ${en(stepName(assignment.step))}` };
    case 'named': {
      const { postCalled } = directoryOf(organization);
      const names = [
        ...assignment.posts.map((post) => postName(organization, postCalled(post))),
        ...assignment.people.map((one) => personName(organization, id(one))),
      ];
      return { zh: names.map(({ zh }) => zh).join('、'), en: names.map(en).join(', ') };
    }
    case 'onDuty':
      return { zh: '当日值班人员', en: 'whoever is on duty' };
  }
}
