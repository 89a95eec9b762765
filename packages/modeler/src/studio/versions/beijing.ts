/** The office's own time on the wall, 2026-11-24T09:30, as the moment it is; it has no summer time. */
export const fromBeijing = (wall: string): string => new Date(`${wall}:00+08:00`).toISOString();
