import { useState } from 'react';
import { Button, Dropdown } from 'antd';
import MoreOutlined from '@ant-design/icons/es/icons/MoreOutlined';
import { useWords } from '../../../words/words.ts';

/** What else can be done with a field; made when it is first asked for. */
export function FieldMenu({
  field,
  first,
  last,
  act,
}: {
  readonly field: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly act: (what: 'up' | 'down' | 'hide' | 'delete') => void;
}) {
  const { w } = useWords();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState(false);
  const words = w('moreOnField', { field });
  const button = (
    <Button
      size="small"
      type="text"
      icon={<MoreOutlined />}
      aria-label={words}
      aria-haspopup="menu"
      aria-expanded={open}
      title={words}
      onClick={() => {
        setMade(true);
        setOpen(true);
      }}
    />
  );
  if (!made) return button;
  return (
    <Dropdown
      trigger={['click']}
      open={open}
      onOpenChange={setOpen}
      menu={{
        items: [
          { key: 'up', label: w('moveFieldUp'), disabled: first },
          { key: 'down', label: w('moveFieldDown'), disabled: last },
          { key: 'hide', label: w('hideFieldHere') },
          { type: 'divider' },
          { key: 'delete', label: w('deleteField'), danger: true },
        ],
        onClick: ({ key }) => {
          setOpen(false);
          act(key as 'up' | 'down' | 'hide' | 'delete');
        },
      }}
    >
      {button}
    </Dropdown>
  );
}
