/** Shares jobs among clients: each takes the next as soon as it is done with one. Fails with the first job that fails. */
export async function share<Client, Job>(
  clients: readonly Client[],
  jobs: readonly Job[],
  run: (client: Client, job: Job) => Promise<void>,
): Promise<void> {
  const left = jobs.values();
  await Promise.all(
    clients.map(async (client) => {
      for (const job of left) await run(client, job);
    }),
  );
}
