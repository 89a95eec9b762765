import type { Box, Drawn, Injector } from '../services.ts';

/** The widest that a label is made beside a shape and along an arrow, in the diagram's units. */
const WIDEST = { shape: 104, arrow: 170 } as const;

/** What is measured and what is drawn differ by fractions. */
const SLACK = 6;

/** The room that a text needs in the place of a label: as wide as there, wider where a word asks for it; above its shape it grows upwards. */
export function roomFor(injector: Injector, { text, label, of }: { readonly text: string; readonly label: Box; readonly of: Drawn }): Box {
  const renderer = injector.get('textRenderer');
  const style = renderer.getExternalStyle();
  const measure = (width: number): { readonly width: number; readonly height: number } =>
    renderer.getDimensions(text, { box: { width, height: 30 }, style });
  const { width, height } = measure(Math.max(label.width, of.waypoints ? WIDEST.arrow : WIDEST.shape));
  const above = !of.waypoints && label.y + label.height / 2 < of.y + of.height / 2;
  return {
    x: Math.round(label.x + label.width / 2 - (width + SLACK) / 2),
    y: Math.round(above ? label.y + label.height - height : label.y),
    width: Math.ceil(width) + SLACK,
    height: Math.ceil(height),
  };
}
