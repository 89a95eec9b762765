import { readFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { checkDiagram, parseDiagram } from '@guicheng/runtime';
import { CannotStart, startServer } from '../main.ts';
import { addBench } from './bench.ts';

const portOf = (text: string): number => {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new InvalidArgumentError('a port is a whole number from 0 to 65535');
  return port;
};

/** The `guicheng` command. Exit codes: 0 holds, 1 does not, 2 could not run. */
export function program(root: string): Command {
  const command = new Command('guicheng').description('规程 Guicheng: a process studio for offices');
  command
    .command('start')
    .description('start the server; reads PORT and DATA_DIR')
    .option('--demo', 'the demo office, on this machine only, in DATA_DIR/demo', false)
    .option('--port <port>', 'the port to listen on', portOf, portOf(process.env['PORT'] ?? '3000'))
    .action(async (options: { readonly demo: boolean; readonly port: number }) => {
      const folder = process.env['DATA_DIR'] ?? 'data';
      const running = await startServer({
        port: options.port,
        folder,
        demo: options.demo,
        root,
        logLevel: process.env['LOG_LEVEL'] ?? 'warn',
      }).catch((error: unknown) => {
        if (!(error instanceof CannotStart)) throw error;
        console.error(`guicheng: ${error.message}`);
        process.exit(2);
      });
      console.log(`规程 Guicheng: ${running.address}${options.demo ? '  (demo)' : ''}`);
      if (running.setUpToken) console.log(`first start, set-up token: ${running.setUpToken}`);
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.stop().then(() => process.exit(0)));
    });
  command
    .command('check')
    .description('check BPMN files by the rules')
    .argument('<file...>')
    .option('--json', 'JSON only', false)
    .action(async (files: readonly string[], options: { readonly json: boolean }) => {
      const results = [];
      for (const file of files) {
        const parsed = await parseDiagram(readFileSync(file));
        const findings = parsed.ok
          ? checkDiagram(parsed.diagram)
          : [{ rule: parsed.code, element: parsed.culprit, severity: 'error', message: parsed.expected }];
        results.push({ file, findings });
        if (!options.json)
          for (const finding of findings) console.log(`${file}: ${finding.element}: ${finding.message.zh} (${finding.rule})`);
      }
      if (options.json) console.log(JSON.stringify(results));
      const bad = results.some((result) => result.findings.some((finding) => finding.severity === 'error'));
      if (!options.json && !bad) console.log('no errors');
      process.exitCode = bad ? 1 : 0;
    });
  addBench(command, root);
  return command;
}
