/** Words for people: Chinese always, English where it was written. */
export interface Text {
  readonly zh: string;
  readonly en?: string;
}

export type Language = 'zh' | 'en';

/** The words in the reader's language, Chinese where there is no other. */
export const inLanguage = (text: Text, language: Language): string => (language === 'en' && text.en ? text.en : text.zh);
