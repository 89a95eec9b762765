/**
 * Rules whose errors stand in the way of publishing here, not of the diagram being right by the standard, which lets a process begin without any start drawn: who does a step, what the office's
 * own words name, what a drawing leaves open – conditions, lists, times, codes – or writes in another language, scripts, which this product does not run.
 */
export const OFFICE_RULES: ReadonlySet<string> = new Set([
  'noStart',
  'nobodyAssigned',
  'unknownPost',
  'unknownUnit',
  'unknownStep',
  'unknownField',
  'unknownOption',
  'duplicateField',
  'noTimeGiven',
  'conditionMissing',
  'feelFault',
  'unknownName',
  'scriptTask',
  'foreignOtherwise',
  'foreignExpression',
  'unknownPerson',
  'conditionNotSaid',
  'manyWithoutList',
  'timerWithoutTime',
  'errorWithoutCode',
  'escalationWithoutCode',
]);
