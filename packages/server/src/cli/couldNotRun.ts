/** Why the command could not be run, in a sentence for its caller. */
export class CouldNotRun extends Error {
  override readonly name = 'CouldNotRun';
}
