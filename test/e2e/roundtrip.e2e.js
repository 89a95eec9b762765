// The editor changes nothing but what is edited: `guicheng roundtrip`, as CI and a stranger run it, over diagrams of ours and foreign ones.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const guicheng = join(root, 'packages/server/bin/guicheng.js');
const FOLDERS = [
  ['the shipped processes', 'processes'],
  ['the diagrams of the tests', 'test'],
  ['the foreign ones of betsy, which lie beside the repository', '../shared/conformance/betsy'],
];

for (const [what, path] of FOLDERS) {
  const folder = join(root, path);
  const skip = existsSync(folder) ? false : `${path} is not there`;
  test(`opened, moved, undone and saved, ${what} are as they were`, { skip }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [guicheng, 'roundtrip', folder, '--json'], { encoding: 'utf8' });
    assert.ok(status === 0 || status === 1, `it could not be run: ${stderr}`);
    const { files, opened, equal, failures } = JSON.parse(stdout);
    assert.deepEqual(failures, []);
    assert.ok(files > 0);
    assert.deepEqual([opened, equal], [files, files]);
  });
}
