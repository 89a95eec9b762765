/** The kinds of generated processes, how large a part of all runs each is, and what must hold of it. */
export const SHARES = [
  ['sound', 0.4, 'what is built of sound blocks is found sound, and every run of it ends, after legal moves too'],
  ['any', 0.4, 'what is called sound never gets stuck, and what is called unsound fails by its own counter-example'],
  ['engine', 0.2, 'bpmn-engine does the same as the kernel after every stimulus, wherever it says that it runs a diagram'],
] as const;
