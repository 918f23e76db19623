/** How much of the fields of one file is read: UTF-16 units, keys, levels. What is beyond is no longer read. */
export const dataLimits = { length: 64 * 1024, keys: 200, depth: 20 };
