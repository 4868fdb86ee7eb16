/**
 * Stands in the bundle for the `canvas` package, which linkedom tries to load and does without.
 *
 * Loading a native drawing library to read articles would be wrong; throwing is what linkedom expects.
 */
throw new Error('canvas is not part of Pressmark');
