import path from 'node:path';

/** The folder of the project, where package.json is. */
export const projectRoot = path.dirname(import.meta.dirname);
