/** Something that the asker may leave out is left out, not undefined. */
export const given = <Input extends object>(input: Input): { [Key in keyof Input]: Exclude<Input[Key], undefined> } =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Input]: Exclude<Input[Key], undefined>;
  };
