import type { Language } from '@guicheng/runtime/model';

/** Says of the whole page in which language it is: to screen readers, and to style sheets. */
export function markLanguage(language: Language): void {
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
}
