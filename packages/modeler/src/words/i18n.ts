import { createInstance, type i18n as Instance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { zh, type Word } from './zh.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: { readonly [word in Word]: string } };
  }
}

/** The words in both languages; ready at once, as they come with the page. React escapes what is shown, so nothing is escaped here. */
export const i18n: Instance = createInstance();
void i18n.use(initReactI18next).init({
  lng: 'zh',
  fallbackLng: 'zh',
  supportedLngs: ['zh', 'en'],
  defaultNS: 'words',
  ns: ['words'],
  resources: { zh: { words: zh }, en: { words: en } },
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
  initAsync: false,
});
