import type { Language } from '@guicheng/runtime/model';
import type { PersonalSettings } from '@guicheng/server/contract';

export type Theme = NonNullable<PersonalSettings['theme']>;

const THEMES: readonly Theme[] = ['light', 'dark', 'system'];
const kept = (key: string): string | null => localStorage.getItem(`guicheng.${key}`);

/** Language and theme as this browser remembers them. */
export const keptTheme = (): Theme => THEMES.find((one) => one === kept('theme')) ?? 'system';
export const keptLanguage = (): Language => (kept('language') === 'en' ? 'en' : 'zh');

/** Whether the machine is set to dark. */
export const machine = globalThis.matchMedia?.('(prefers-color-scheme: dark)');

/** What a theme comes to: `system` follows the machine. */
export const isDark = (theme: Theme, machineIsDark: boolean): boolean => theme === 'dark' || (theme === 'system' && machineIsDark);
