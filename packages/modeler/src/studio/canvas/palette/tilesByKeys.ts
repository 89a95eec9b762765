import type { Injector } from '../services.ts';

/** Tiles are pressed by Enter and blank too; after a press the keyboard is the canvas's again, for undoing and deleting. */
export class TilesByKeys {
  static $inject = ['injector'];

  constructor(injector: Injector) {
    injector.get('eventBus').on<{ readonly svg: SVGElement }>('canvas.init', 500, ({ svg }) => {
      const { parentElement } = svg;
      parentElement?.addEventListener('keydown', (event) => {
        const tile = tileOf(event);
        if (!tile || (event.key !== 'Enter' && event.key !== ' ')) return;
        event.preventDefault();
        tile.click();
      });
      parentElement?.addEventListener('click', (event) => {
        if (tileOf(event) && !injector.get('directEditing').isActive()) injector.get('canvas').focus();
      });
    });
  }
}

const tileOf = ({ target }: Event): HTMLElement | null => (target instanceof Element ? target.closest<HTMLElement>('.gc-tile') : null);
