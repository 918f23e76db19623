import type { Root } from './findSources';
import { foldersNamed } from './foldersNamed';
import { foldersWithRules } from './foldersWithRules';
import { listingOnce } from './listingOnce';
import { sourceNames } from './sourceNames';

/**
 * Whether a library may be found below a root by name or by its `precedent.yaml`: yes too often, never no wrongly. It reads folders only,
 * those with the well-known names first, which is over in a moment.
 */
export async function mayHoldLibrary(root: Root): Promise<boolean> {
  const once = listingOnce(root);
  for (const name of sourceNames) if ((await foldersNamed(once, name)).length > 0) return true;
  return (await foldersWithRules(once)).length > 0;
}
