/**
 * Goes to where the person typed the command.
 *
 * npm runs scripts in the project's folder; a relative path on the command line means the folder
 * that npm was called in, which it passes on.
 */
export function enterCallersFolder(script: string): void {
  const folder = process.env['INIT_CWD'];
  if (process.env['npm_lifecycle_event'] === script && folder !== undefined && folder !== '') process.chdir(folder);
}
