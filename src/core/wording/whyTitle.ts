import type { Reason, ReasonKind } from './reasons';
import { shortLine } from './shortLine';

const leads: Readonly<Record<ReasonKind, string>> = {
  passage: 'Add the why',
  surprise: 'Add the why, what surprised people',
  difficulty: 'Add the why, what was difficult',
  contributor: 'Add the why, what contributed',
  summary: 'Add the why, what happened',
};

/** How a reason is offered in a menu: what it tells, and how it begins. */
export function whyTitle({ kind, text }: Reason): string {
  return `${leads[kind]}: “${shortLine(text, 60)}”`;
}
