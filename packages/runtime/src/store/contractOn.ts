import type { ContractResult, StoryTold } from './mongodb/mongoContract.ts';

export type { ContractResult, StoryTold };

/** Runs the contract of all stores on a MongoDB server. The driver is loaded only then. */
export async function contractOn(
  uri: string,
  tell: { readonly server?: (server: ContractResult['server']) => void; readonly story?: (told: StoryTold) => void },
): Promise<ContractResult> {
  const { mongoContract } = await import('./mongodb/mongoContract.ts');
  return mongoContract(uri, tell);
}
