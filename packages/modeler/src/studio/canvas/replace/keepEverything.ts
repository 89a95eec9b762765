import { vocabulary } from '@guicheng/runtime/checking';
import type { Drawn, Injector, Meaning } from '../services.ts';

interface Copying {
  readonly sourceElement: Meaning;
  readonly targetElement: Meaning;
}

interface CopyingPart {
  readonly parent: Meaning;
  readonly property: unknown;
}

interface Replacing {
  readonly context: { readonly oldShape: Drawn; readonly newShape: Drawn };
}

const ALLOWED = new Map<string, readonly string[]>(vocabulary.types.map(({ name, meta }) => [`gc:${name}`, meta.allowedIn] as const));

/**
 * When an element is replaced or copied, what other software wrote on it comes along, and so do our words as far as they have a meaning there. A replaced
 * element's picture keeps its id as well; that the element itself does is bpmn-js's own care.
 */
export class KeepEverything {
  static $inject = ['injector'];

  constructor(injector: Injector) {
    const events = injector.get('eventBus');
    events.on<Copying>('moddleCopy.canCopyProperties', 2000, ({ sourceElement, targetElement }) => {
      for (const [name, value] of Object.entries(sourceElement.$attrs)) targetElement.$attrs[name] ??= value;
    });
    events.on<CopyingPart>('moddleCopy.canCopyProperty', 2000, ({ parent, property }) => {
      if (!isPart(property)) return undefined;
      if (property.$descriptor.isGeneric) return property;
      return hasMeaning(property, parent) ? undefined : false;
    });
    events.on<Replacing>('commandStack.shape.replace.postExecuted', 500, ({ context: { oldShape, newShape } }) => {
      injector.get('modeling').updateProperties(newShape, { di: { id: oldShape.di.id } });
    });
  }
}

const isPart = (property: unknown): property is Meaning => typeof property === 'object' && property !== null && '$descriptor' in property;

/** Whether one of our words may stand at the element that is being made; all else may. */
function hasMeaning(word: Meaning, extension: Meaning): boolean {
  const allowed = ALLOWED.get(word.$type);
  const at = extension.$type === 'bpmn:ExtensionElements' ? extension.$parent : undefined;
  return !allowed || !at || allowed.some((type) => at.$instanceOf(type));
}
