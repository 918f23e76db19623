// Runs inside VS Code's extension host without the extension: what VS Code takes by itself to open the folder, for comparison.
import { pause, startProbe } from './asking';

/** VS Code calls this. */
export async function run(): Promise<void> {
  const probe = startProbe();
  await pause(12_000);
  probe.stop();
  console.log(`@@bench ${JSON.stringify({ whileOpening: probe.take() })}`);
}
