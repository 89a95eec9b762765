import type { Language } from '@guicheng/runtime/model';

const CHINESE = "'PingFang SC','Microsoft YaHei','Noto Sans SC','Noto Sans CJK SC'";
/** The system's own faces; nothing is loaded. In English the Latin ones come first, as the Chinese ones draw ’ and “ a whole character wide. */
export const FACES: { readonly [language in Language]: string } = {
  zh: `${CHINESE},system-ui,sans-serif`,
  en: `system-ui,'Segoe UI',Roboto,'Helvetica Neue',Arial,${CHINESE},sans-serif`,
};
