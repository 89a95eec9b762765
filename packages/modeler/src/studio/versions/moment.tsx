import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import { useState } from 'react';
import { atWall, useWords } from '../../words/words.ts';

/** Chooses a moment by the office's clock, wherever the reader sits; null until one is chosen. Loaded only where it is needed. */
export function ChooseMoment({ change }: { readonly change: (at: string | null) => void }) {
  const { w, language } = useWords();
  const [wall, setWall] = useState<Dayjs | null>(null);
  // The calendar's own words come from dayjs, not from antd.
  dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  return (
    <span>
      <DatePicker
        aria-label={w('chooseMoment')}
        showTime={{ format: 'HH:mm', minuteStep: 5, defaultOpenValue: dayjs('2000-01-01T08:00') }}
        format="YYYY-MM-DD HH:mm"
        style={{ width: 190 }}
        value={wall}
        disabledDate={(day) => day.isBefore(dayjs().subtract(1, 'day'))}
        onChange={(next) => {
          setWall(next);
          change(next ? atWall(next.format('YYYY-MM-DDTHH:mm')) : null);
        }}
      />{' '}
      <span className="gc-quiet">{w('beijingTime')}</span>
    </span>
  );
}
