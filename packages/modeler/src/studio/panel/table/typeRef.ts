import type { Subject } from '../../condition/subject.ts';

/** How DMN calls a type of field; nothing where it has no word for it. */
export function typeRefOf(type: Subject['type']): string {
  switch (type) {
    case 'number':
    case 'money':
      return 'number';
    case 'yesNo':
      return 'boolean';
    case 'date':
      return 'date';
    case 'dateTime':
      return 'dateTime';
    case 'persons':
    case 'units':
    case 'choices':
    case 'files':
    case 'table':
    case 'unknown':
      return '';
    default:
      return 'string';
  }
}
