import { FACES } from '../../../ui/faces.ts';
import { isDark, keptLanguage, keptTheme, machine } from '../../../ui/kept.ts';
import { paint } from '../../../ui/paint.ts';
import { markLanguage } from '../../../words/markLanguage.ts';
import { uncover } from './ahead.ts';
import { openAhead } from './openAhead.ts';
import '../../../ui/ui.css';
import '../drawing.css';

// The first script of /flows/:flow/draw: the canvas is drawn before what stands around it is even read, as that takes several times as long.
const language = keptLanguage();
const cover = document.getElementById('ahead');
const place = cover?.querySelector('.gc-draw-canvas');
const flow = /^\/flows\/([^/]+)\/draw$/.exec(globalThis.location.pathname)?.[1];
markLanguage(language);
paint(isDark(keptTheme(), machine?.matches ?? false));
if (cover) cover.style.fontFamily = FACES[language];

const begun =
  flow && place instanceof HTMLElement ? openAhead({ flow: decodeURIComponent(flow), language, place }) : Promise.resolve(false);
void begun
  .catch(() => false)
  .then(async (drawn) => {
    if (!drawn) uncover();
    const { start } = await import('../../../start.tsx');
    start();
  });
