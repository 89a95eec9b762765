import * as fc from 'fast-check';

/** Something that a person might do to a drawing by mistake. Numbers are taken modulo what there is. */
export interface Slip {
  readonly what: 'changeGateway' | 'turnFlow' | 'loseFlow' | 'loseDefault' | 'changeBorder';
  readonly which: number;
  readonly into: number;
}

export const slips: fc.Arbitrary<readonly Slip[]> = fc.array(
  fc.record<Slip>({
    what: fc.constantFrom('changeGateway', 'turnFlow', 'turnFlow', 'loseFlow', 'loseDefault', 'changeBorder'),
    which: fc.nat(50),
    into: fc.nat(50),
  }),
  { minLength: 1, maxLength: 2 },
);

const GATEWAYS = ['exclusiveGateway', 'parallelGateway', 'inclusiveGateway'] as const;

/** The same drawing with its slips; what the rules refuse then is not looked at. */
export const spoilt = (xml: string, made: readonly Slip[]): string => made.reduce(slipped, xml);

function slipped(xml: string, { what, which, into }: Slip): string {
  switch (what) {
    case 'changeGateway': {
      const to = GATEWAYS[into % GATEWAYS.length] ?? 'exclusiveGateway';
      return changed(
        xml,
        /<(exclusive|parallel|inclusive)Gateway( id="\w+"[^>]*)><\/\w+>/g,
        which,
        (_, __, rest) => `<${to}${rest}></${to}>`,
      );
    }
    case 'turnFlow': {
      // Mostly flows that are drawn near each other are of one level.
      const targets = [...xml.matchAll(/targetRef="(\w+)"/g)].map(([, target]) => target ?? '');
      const at = which % Math.max(targets.length, 1);
      const target = targets[(at + (into % 7) + targets.length - 3) % Math.max(targets.length, 1)] ?? '';
      return changed(xml, /targetRef="\w+"/g, at, () => `targetRef="${target}"`);
    }
    case 'loseFlow':
      return changed(xml, /<sequenceFlow.*?<\/sequenceFlow>/g, which, () => '');
    case 'loseDefault':
      return changed(xml, / default="\w+"/g, which, () => '');
    case 'changeBorder':
      return changed(xml, /cancelActivity="(\w+)"/g, which, (_, cuts) => `cancelActivity="${cuts !== 'true'}"`);
  }
}

/** One of all that match is written otherwise. */
function changed(xml: string, pattern: RegExp, which: number, as: (...found: string[]) => string): string {
  const all = [...xml.matchAll(pattern)];
  const one = all[which % Math.max(all.length, 1)];
  if (!one) return xml;
  return `${xml.slice(0, one.index)}${as(...one)}${xml.slice(one.index + one[0].length)}`;
}
