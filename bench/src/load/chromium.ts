import { existsSync } from 'node:fs';

/** Where a chromium usually is; CHROMIUM names another. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The chromium of this machine, as playwright launches it; nothing where there is none. */
export const chromiumHere = (): { readonly executablePath: string; readonly args: string[] } | undefined => {
  const executablePath = [process.env['CHROMIUM'] ?? '', ...PLACES].find((place) => place !== '' && existsSync(place));
  return executablePath === undefined ? undefined : { executablePath, args: FLAGS };
};

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'];
