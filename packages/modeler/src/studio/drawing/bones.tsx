import { Bones } from '../../ui/pieces.tsx';

/** The page in grey, in its true shape, until drawing and editor are here. */
export const DrawingBones = () => (
  <div className="gc-draw" aria-busy="true">
    <div className="gc-draw-bar">
      <Bones count={1} height={24} width="240px" />
    </div>
    <div className="gc-draw-middle">
      <div className="gc-draw-canvas" />
      <div className="gc-draw-panel">
        <PanelBones />
      </div>
    </div>
    <div className="gc-draw-problems" />
  </div>
);

/** What will be asked, in grey. */
export const PanelBones = () => (
  <div className="gc-padded">
    <Bones count={6} height={40} />
  </div>
);
