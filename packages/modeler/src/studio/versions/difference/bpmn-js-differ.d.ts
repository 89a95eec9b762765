/** The little of bpmn-js-differ that is used here: which elements it finds added, removed, changed and drawn differently, by their ids. */
declare module 'bpmn-js-differ' {
  export interface Found {
    readonly _added: { readonly [id: string]: object };
    readonly _removed: { readonly [id: string]: object };
    readonly _changed: { readonly [id: string]: object };
    readonly _layoutChanged: { readonly [id: string]: object };
  }
  export function diff(before: object, after: object): Found;
}
