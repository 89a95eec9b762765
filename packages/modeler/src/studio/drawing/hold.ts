import { newRequest } from '../../api/client.ts';

/** Where a tab keeps the hold by which it draws a flow, among the session's own things. */
export const holdPlace = (person: string, flow: string): string => `guicheng.hold.${person}.${flow}`;

/** The hold by which this tab draws a flow, or would: the same on the page where it is drawn and on the one where it is published. */
export function holdOf(person: string, flow: string): string {
  const place = holdPlace(person, flow);
  const known = sessionStorage.getItem(place);
  if (known !== null) return known;
  const hold = newRequest();
  sessionStorage.setItem(place, hold);
  return hold;
}
