import { Tag } from 'antd';

/** A chosen one of several, with its place: the order carries a meaning (the first unit leads). */
export const numbered =
  (ids: readonly string[]) =>
  (tag: { readonly label?: unknown; readonly value?: unknown; readonly closable?: boolean; readonly onClose: () => void }) => (
    <Tag
      closable={tag.closable ?? true}
      onClose={tag.onClose}
      onMouseDown={(event) => event.preventDefault()}
      style={{ marginInlineEnd: 4, fontSize: 14, lineHeight: '22px' }}
    >
      {ids.length > 1 ? <span className="gc-quiet">{ids.indexOf(String(tag.value)) + 1} </span> : null}
      {typeof tag.label === 'string' ? tag.label : String(tag.value)}
    </Tag>
  );
