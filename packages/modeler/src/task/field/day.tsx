import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import { useWords } from '../../words/words.ts';
import { textOf } from '../values.ts';
import { spoken, type Control } from './control.ts';

/** A day, or a day with its time; loaded only where a form asks for one. */
export function Day(control: Control) {
  const { field, value, faulty, change } = control;
  const { language } = useWords();
  // The calendar's own words come from dayjs, not from antd.
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  const time = field.type === 'dateTime';
  const at = dayjs(textOf(value));
  return (
    <DatePicker
      {...spoken(control)}
      {...(faulty ? { status: 'error' as const } : {})}
      {...(time ? { showTime: { format: 'HH:mm' } } : {})}
      format={time ? 'YYYY-MM-DD HH:mm' : 'YYYY-MM-DD'}
      style={{ width: time ? 200 : 160 }}
      value={at.isValid() ? at : null}
      // A moment goes with its zone: two readers in two zones mean the same one.
      onChange={(next) => change(next ? (time ? next.second(0).millisecond(0).toISOString() : next.format('YYYY-MM-DD')) : null)}
    />
  );
}
