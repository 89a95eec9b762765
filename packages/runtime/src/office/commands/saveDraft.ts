import { id } from '../../words/ids.ts';
import type { Data } from '../../words/json.ts';
import { isSafeKey } from '../../words/json.ts';
import { refuse } from '../../words/refusal.ts';
import { notFound } from '../decide.ts';
import { formDrafts } from '../drafts.ts';
import type { Office } from '../office.ts';
import type { Parts } from '../parts.ts';

/** Keeps a half-filled form as it is: unchecked, outside the case, for this person only. */
export const saveDraft =
  (parts: Parts): Office['saveDraft'] =>
  async (who, form, values) => {
    const viewer = await parts.house.viewer(who);
    if (!viewer) return notFound(who);
    const unsafe = Object.keys(values).find((key) => !isSafeKey(key));
    if (unsafe !== undefined) return refuse('unknownField', unsafe, { zh: '没有这个字段', en: 'There is no such field' });
    if ('task' in form) {
      if (!(await parts.store.views.task(viewer, form.task))) return notFound(form.task);
    } else if (!(await parts.definitions.latest(id(form.flow)))) return notFound(form.flow);
    const savedAt = parts.clock.now();
    await formDrafts(parts.store).put(who, form, { values: values as Data, savedAt });
    return { ok: true, value: { savedAt } };
  };
