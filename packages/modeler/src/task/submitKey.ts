import { useEffect, useRef } from 'react';

/** Ctrl+Enter, wherever the focus is, as long as no dialog stands in front and no input method composes. */
export function useSubmitKey(submit: () => void): void {
  const latest = useRef(submit);
  useEffect(() => {
    latest.current = submit;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key !== 'Enter' || event.isComposing) return;
      if (document.querySelector('.ant-modal-wrap:not([style*="none"])')) return;
      event.preventDefault();
      latest.current();
    };
    globalThis.addEventListener('keydown', press);
    return () => globalThis.removeEventListener('keydown', press);
  }, []);
}
