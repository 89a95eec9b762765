import type { Language } from '@guicheng/server/contract';
import minimap from 'diagram-js-minimap';
import { LabelsStandForTheirs } from './pointing/labelsStandForTheirs.ts';
import { NoLoops } from './pointing/noLoops.ts';
import { NothingInTheWay } from './pointing/nothingInTheWay.ts';
import { ReadableIds } from './ids/readableIds.ts';
import { GoesOnFrom } from './insert/goesOnFrom.ts';
import { InsertOnArrow } from './insert/insertOnArrow.ts';
import { ByKeys } from './keys/byKeys.ts';
import { LimitAnywhere } from './limit/limitAnywhere.ts';
import { LabelBesideArrow } from './names/labelBesideArrow.ts';
import { LabelEditing } from './names/labelEditing.ts';
import { LabelFollowsName } from './names/labelFollowsName.ts';
import { LabelPlaces } from './names/labelPlaces.ts';
import { NamedImporter } from './names/namedImporter.ts';
import { NamedRenderer } from './names/namedRenderer.ts';
import { NamedSearch } from './names/namedSearch.ts';
import { NamedText } from './names/namedText.ts';
import { OfficePad } from './pad/officePad.ts';
import { PadPlace } from './pad/padPlace.ts';
import { OfficePalette } from './palette/officePalette.ts';
import { TilesByKeys } from './palette/tilesByKeys.ts';
import { FreshReferences } from './paste/freshReferences.ts';
import { QuietRoot } from './quietRoot.ts';
import { ReferencedCompensation } from './referencedCompensation.ts';
import { RegisterCommands } from './registerCommands.ts';
import { KeepEverything } from './replace/keepEverything.ts';
import { ReplaceMenu } from './replace/replaceMenu.ts';
import { AroundThings } from './routing/aroundThings.ts';
import { StaysChosen } from './selection/staysChosen.ts';
import { Crumbs } from './telling/crumbs.ts';
import { PoolInView } from './telling/poolInView.ts';
import { Tips } from './telling/tips.ts';
import { translating } from './translate.ts';
import { UndrawnHome } from './undrawnHome.ts';
import { officeWords } from './words/officeWords.ts';

/** Services of the editor by their name, as didi takes them. */
export interface Module {
  readonly [service: string]: unknown;
}

/** All that is ours in the editor: which service stands for which of bpmn-js, and which are added. */
export const officeModules = (language: Language, said: (template: string, known: boolean) => void): readonly Module[] => [
  minimap,
  {
    // in place of bpmn-js's own
    translate: ['value', translating(language, said)],
    bpmnFactory: ['type', ReadableIds],
    bpmnRenderer: ['type', NamedRenderer],
    textRenderer: ['type', NamedText],
    bpmnImporter: ['type', NamedImporter],
    labelEditingProvider: ['type', LabelEditing],
    bpmnSearch: ['type', NamedSearch],
    paletteProvider: ['type', OfficePalette],
    contextPadProvider: ['type', OfficePad],
    // said by our own pad
    alignElementsContextPadProvider: ['value', null],
    replaceMenuProvider: ['type', ReplaceMenu],
  },
  {
    __init__: [
      'quietRoot',
      'undrawnHome',
      'referencedCompensation',
      'registerCommands',
      'tilesByKeys',
      'padPlace',
      'byKeys',
      'aroundThings',
      'goesOnFrom',
      'tips',
      'crumbs',
      'poolInView',
      'labelsStandForTheirs',
      'noLoops',
      'nothingInTheWay',
      'insertOnArrow',
      'labelPlaces',
      'labelFollowsName',
      'limitAnywhere',
      'keepEverything',
      'freshReferences',
      'staysChosen',
      'labelBesideArrow',
    ],
    officeWords: ['value', officeWords(language)],
    quietRoot: ['type', QuietRoot],
    undrawnHome: ['type', UndrawnHome],
    referencedCompensation: ['type', ReferencedCompensation],
    registerCommands: ['type', RegisterCommands],
    tilesByKeys: ['type', TilesByKeys],
    padPlace: ['type', PadPlace],
    byKeys: ['type', ByKeys],
    aroundThings: ['type', AroundThings],
    goesOnFrom: ['type', GoesOnFrom],
    tips: ['type', Tips],
    crumbs: ['type', Crumbs],
    poolInView: ['type', PoolInView],
    labelsStandForTheirs: ['type', LabelsStandForTheirs],
    noLoops: ['type', NoLoops],
    nothingInTheWay: ['type', NothingInTheWay],
    insertOnArrow: ['type', InsertOnArrow],
    labelPlaces: ['type', LabelPlaces],
    labelFollowsName: ['type', LabelFollowsName],
    limitAnywhere: ['type', LimitAnywhere],
    keepEverything: ['type', KeepEverything],
    freshReferences: ['type', FreshReferences],
    staysChosen: ['type', StaysChosen],
    labelBesideArrow: ['type', LabelBesideArrow],
  },
];
