/**
 * The version of what other extensions get from us, by semantic versioning and on its own count: the first number grows where something goes or
 * means something else, the second where something is added.
 */
export const apiVersion = '1.0.0';
