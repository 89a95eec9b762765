import { Tag, theme } from 'antd';
import type { Due, SeatRef } from '@guicheng/server/contract';
import { useWords } from '../words/words.ts';

/** A deadline in words; late and soon also by colour. */
export function DueTag({ due }: { readonly due: Due | null }) {
  const { t } = useWords();
  if (!due) return null;
  const colour = due.state === 'late' ? 'error' : due.state === 'later' ? 'default' : 'warning';
  return (
    <Tag color={colour} title={new Date(due.at).toLocaleString()} style={{ marginInlineEnd: 0 }}>
      {t(due.words)}
    </Tag>
  );
}

/** Who holds it: a person by name, a post with its people. */
export function Seats({ seats }: { readonly seats: readonly SeatRef[] }) {
  const { t } = useWords();
  return (
    <>
      {seats.map((seat, index) => (
        <span key={seat.seat} title={seat.people.map((person) => t(person.name)).join('、')}>
          {index > 0 ? '、' : ''}
          {t(seat.name)}
        </span>
      ))}
    </>
  );
}

/** An error where it happened. */
export function Fault({ words }: { readonly words: string | null }) {
  const { token } = theme.useToken();
  return words === null ? null : (
    <p role="alert" style={{ color: token.colorError, margin: '8px 0' }}>
      {words}
    </p>
  );
}
