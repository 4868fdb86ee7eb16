import packageJson from '../../package.json' with { type: 'json' };

/** The version of this Pressmark. */
export const appVersion: string = packageJson.version;
