import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { Json } from '@guicheng/server/contract';

/** A day, or a moment; loaded only where a form asks for one. */
export function Day({
  label,
  time,
  value,
  change,
}: {
  readonly label: string;
  readonly time: boolean;
  readonly value: string;
  readonly change: (value: Json) => void;
}) {
  return (
    <DatePicker
      aria-label={label}
      showTime={time}
      value={value === '' ? null : dayjs(value)}
      onChange={(next) => change(next ? (time ? next.toISOString() : next.format('YYYY-MM-DD')) : null)}
    />
  );
}
