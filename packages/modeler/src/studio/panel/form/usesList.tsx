import { Button } from 'antd';
import { useWords } from '../../../words/words.ts';
import { usePlaceName } from '../condition/usePlaceName.ts';
import type { Drawn, ModdleElement, Services } from '../../file/moddle.ts';
import { fieldsOf } from './fieldPlain.ts';
import { textOf } from '../../file/named.ts';
import { drawnOf } from '../../file/process.ts';
import type { Use } from './uses.ts';

interface Selection {
  select(element: Drawn): void;
}
interface Canvas {
  scrollToElement(element: Drawn): void;
}

/** Places that use something, each a way to go there. */
export function UsesList({
  modeler,
  process,
  uses,
  went,
}: {
  readonly modeler: Services;
  readonly process: ModdleElement;
  readonly uses: readonly Use[];
  readonly went: () => void;
}) {
  const { w, t } = useWords();
  const nameOf = usePlaceName();
  const fields = fieldsOf(process);
  const go = (drawn: Drawn): void => {
    modeler.get<Selection>('selection').select(drawn);
    modeler.get<Canvas>('canvas').scrollToElement(drawn);
    went();
  };
  return (
    <ul className="gc-uses">
      {uses.map(({ at, what, field }) => {
        const whole = at === process;
        const named = fields.find(({ key }) => key === field);
        const words = w('usePlace', { what: w(what), place: named ? t(textOf(named)) : whole ? w('useWholeFlow') : nameOf(at) });
        const drawn = whole ? undefined : drawnOf(modeler, at);
        return (
          <li key={`${at.id ?? ''}${what}${field ?? ''}`}>
            {drawn ? (
              <Button type="link" size="small" onClick={() => go(drawn)}>
                {words}
              </Button>
            ) : (
              words
            )}
          </li>
        );
      })}
    </ul>
  );
}
