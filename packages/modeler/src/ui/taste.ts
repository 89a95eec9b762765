import { createContext, use, useCallback, useEffect, useMemo, useSyncExternalStore, useState } from 'react';
import type { Language } from '@guicheng/runtime/model';
import { speak } from '../words/words.ts';
import { isDark, keptLanguage, keptTheme, machine, type Theme } from './kept.ts';

/** Language and theme as this browser shows them. */
export interface Taste {
  readonly language: Language;
  readonly theme: Theme;
  /** What the theme comes to: `system` follows the machine. */
  readonly dark: boolean;
  readonly choose: (next: { readonly language?: Language; readonly theme?: Theme }) => void;
}

export const TasteContext = createContext<Taste>({ language: 'zh', theme: 'system', dark: false, choose: () => undefined });

export const useTaste = (): Taste => use(TasteContext);

const onMachine = (changed: () => void): (() => void) => {
  machine?.addEventListener('change', changed);
  return () => machine?.removeEventListener('change', changed);
};

/** Language and theme, remembered by this browser, so that the sign-in page has them, too. */
export function useKeptTaste(): Taste {
  const [language, setLanguage] = useState(keptLanguage);
  const [theme, setTheme] = useState(keptTheme);
  const machineIsDark = useSyncExternalStore(onMachine, () => machine?.matches ?? false);
  useEffect(() => speak(language), [language]);
  const choose = useCallback((next: Parameters<Taste['choose']>[0]) => {
    if (next.language) {
      localStorage.setItem('guicheng.language', next.language);
      setLanguage(next.language);
    }
    if (next.theme) {
      localStorage.setItem('guicheng.theme', next.theme);
      setTheme(next.theme);
    }
  }, []);
  const dark = isDark(theme, machineIsDark);
  return useMemo(() => ({ language, theme, dark, choose }), [language, theme, dark, choose]);
}
