import { feelOf } from './feelOf.ts';

/** Where BPMN has a condition, or the number of instances. */
const EXPRESSIONS =
  /(<(?:[\w-]+:)?(?:conditionExpression|condition|completionCondition|loopCondition|activationCondition|loopCardinality)(?:\s[^>]*[^>/])?>)([\s\S]*?)(<\/)/g;

/** The diagram with its conditions in FEEL; nothing else of it is touched. */
export const translated = (xml: string): string =>
  xml.replace(EXPRESSIONS, (...[, open, body, close]: readonly string[]) => `${open}${written(feelOf(read(body ?? '')))}${close}`);

const read = (text: string): string =>
  text
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

const written = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
