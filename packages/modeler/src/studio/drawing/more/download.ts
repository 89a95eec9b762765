/** Hands a text over as a BPMN file to where the browser keeps downloads. */
export function download(name: string, xml: string): void {
  const address = URL.createObjectURL(new Blob([xml], { type: 'application/xml' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${fileName(name)}.bpmn`;
  link.click();
  // Not before the browser has begun.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A name that every file system takes. */
export const fileName = (name: string): string =>
  name
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\\/:*?"<>|\u0000-\u001f]/g, ' ')
    .trim()
    .slice(0, 80) || 'flow';
