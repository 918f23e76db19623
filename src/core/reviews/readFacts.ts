import { chooseDate } from './chooseDate';
import { choosePeople, chooseServices, chooseSeverity, chooseStatus, chooseTags } from './chooseFacts';
import { type ChosenId, chooseId } from './chooseId';
import { chooseTitle } from './chooseTitle';
import type { Choice } from './documentParts';
import type { OpenReview } from './openReview';
import type { Origin, ReviewField } from './review';
import type { ReviewPart } from './splitReviews';

/** The facts of a review, each with the rule that gave it. */
export interface Facts {
  readonly id: ChosenId;
  readonly title: Choice<string>;
  readonly date: Choice<string> | undefined;
  readonly status: Choice<string> | undefined;
  readonly severity: Choice<string> | undefined;
  readonly services: Choice<readonly string[]> | undefined;
  readonly tags: Choice<readonly string[]> | undefined;
  readonly people: Choice<readonly string[]> | undefined;
}

/** Chooses the facts of a review, each by the first of its rules that hits. */
export function readFacts({ parts, heading, sections, part }: OpenReview): Facts {
  const title = chooseTitle(parts, heading);
  return {
    id: idOfPart(chooseId(parts, title), part),
    title,
    date: chooseDate(parts, title, heading?.text, sections),
    status: chooseStatus(parts),
    severity: chooseSeverity(parts, sections),
    services: chooseServices(parts, sections),
    tags: chooseTags(parts),
    people: choosePeople(parts, sections),
  };
}

/** Which rule gave each field that was chosen. */
export function originsOf(
  choices: Readonly<Partial<Record<ReviewField, { readonly origin: Origin } | undefined>>>,
): Readonly<Partial<Record<ReviewField, Origin>>> {
  const origins: Partial<Record<ReviewField, Origin>> = {};
  for (const field in choices) {
    const choice = choices[field as ReviewField];
    if (choice) origins[field as ReviewField] = choice.origin;
  }
  return origins;
}

/** A part of a file has its id from its heading, unless it says another. */
function idOfPart(id: ChosenId, part: ReviewPart | undefined): ChosenId {
  if (!part || id.from === 'frontMatter' || id.from === 'label') return id;
  return { ...id, from: 'heading', origin: { rule: 'heading', line: part.line } };
}
