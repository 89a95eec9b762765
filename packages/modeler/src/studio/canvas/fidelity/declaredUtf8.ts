/** A file's text with UTF-8 in its XML declaration, if it names an encoding: it will be sent and kept in that one, whatever it came in. */
export const declaredUtf8 = (xml: string): string =>
  xml.replace(
    /^(\uFEFF?<\?xml[^>]*?encoding\s*=\s*)(["'])[\w.:-]+\2/,
    (_, before: string, quote: string) => `${before}${quote}UTF-8${quote}`,
  );
