import { useEffect, useRef, useState } from 'react';
import { Input } from 'antd';

/**
 * A line of text in little room, told when it is left: at blur, Enter, or when it goes away. Escape gives back what stood there. An empty line
 * where a text is needed gives it back, too.
 */
export function LineInput({
  label,
  value,
  put,
  needed = false,
  placeholder,
  suffix,
  width,
}: {
  readonly label: string;
  readonly value: string;
  readonly put: (text: string) => void;
  readonly needed?: boolean;
  readonly placeholder?: string;
  readonly suffix?: string;
  readonly width?: number;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const tell = (): void => {
    const text = typed?.trim();
    setTyped(null);
    if (text !== undefined && text !== value && (text !== '' || !needed)) put(text);
  };
  // Whoever clicks on the canvas leaves the line without a blur.
  const last = useRef(tell);
  useEffect(() => {
    last.current = tell;
  });
  useEffect(() => () => last.current(), []);
  return (
    <Input
      size="small"
      aria-label={label}
      title={label}
      data-pending={typed === null ? undefined : true}
      value={typed ?? value}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(suffix === undefined ? {} : { suffix })}
      {...(width === undefined ? {} : { style: { width } })}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={tell}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') tell();
        if (event.key === 'Escape' && typed !== null) {
          event.stopPropagation();
          setTyped(null);
        }
      }}
    />
  );
}
