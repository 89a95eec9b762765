declare module 'diagram-js-minimap' {
  const minimap: { readonly [service: string]: unknown };
  export default minimap;
}
