import type { Language } from '@guicheng/server/contract';

/** Names beside each other as the language does it: 张伟、李敏; Zhang Wei, Li Min. */
export const listed = (parts: readonly string[], language: Language): string => parts.join(language === 'zh' ? '、' : ', ');

/** What parts a name from what is said of it. */
export const colon = (language: Language): string => (language === 'zh' ? '：' : ': ');
