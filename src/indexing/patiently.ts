import { pause } from './readDocument';

const mostAttempts = 5;

/**
 * Asks a file system for what is known to be there, again and more patiently each time where there is no answer: some drives fail now and
 * then. Nothing after five attempts, 30 ms later.
 */
export async function patiently<Answer>(ask: () => Promise<Answer | undefined>): Promise<Answer | undefined> {
  for (let attempt = 1; ; attempt++) {
    const answer = await ask();
    if (answer !== undefined || attempt === mostAttempts) return answer;
    await pause(2 ** attempt);
  }
}
