import { documentCases } from './documentCases';
import type { HostileCase } from './hostileCase';
import { wordCases } from './wordCases';

/** Reviews that nothing hostile may touch: what is read of them has to be what is read of them alone. */
export const controls: Readonly<Record<string, string>> = {
  'CONTROL-1-a-lamp.md':
    '---\ndate: 2024-05-06\npeople: [Ann Ek]\n---\n# A lamp\n\n## What surprised us\n\nIt was on.\n\n## Timeline\n\n- 14:00 Dark.\n- 14:05 Light. See CONTROL-2.\n',
  'CONTROL-2-a-kettle.adoc': '= A kettle\n:date: 2023-01-02\n\n== What was difficult\n\nNobody knew which button.\n',
  'CONTROL-3.yaml': 'title: A toaster\nid: CONTROL-3\ndate: 2022-03-04\ndescription: It was toast.\n',
};

/** Every hostile file of a library. */
export function hostileCases(): readonly HostileCase[] {
  return [...documentCases(), ...wordCases()];
}
