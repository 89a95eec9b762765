import TextRenderer from 'bpmn-js/lib/draw/TextRenderer';
import type { Drawn, OfficeWords } from '../services.ts';
import { shownName } from './shownName.ts';

type Bounds = TextRenderer['getExternalLabelBounds'];

/** Measures a label by the name that it shows, whatever text the caller thought of. */
export class NamedText extends TextRenderer {
  static override $inject = ['config.textRenderer', 'officeWords'];

  constructor(config: ConstructorParameters<typeof TextRenderer>[0], words: OfficeWords) {
    super(config);
    const measure: Bounds = this.getExternalLabelBounds;
    this.getExternalLabelBounds = (box, text) => {
      const { businessObject } = box as Partial<Drawn>;
      return measure(box, (businessObject && shownName(businessObject, words.language).text) || text);
    };
  }
}
