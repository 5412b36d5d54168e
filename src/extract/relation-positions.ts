import type { RelationContext, RelationFind } from "./relation-context.ts";
import type { Descriptor } from "./relation-descriptors.ts";
import { findEmployer, namesBetween, roleLemma } from "./relation-employers.ts";
import { isParty } from "./relation-parties.ts";
import { SIGNS } from "./relation-signs.ts";
import { CANDIDACIES, LAWMAKERS, MEMBERSHIPS, NO_OFFICES, PARTY_OFFICES, STATE_OFFICES } from "./relation-words.ts";

/**
 * Who holds which position where, who belongs to which party and where people are from, by what the document says that
 * they are: "US Secretary of State Jane Doe", "the Republican nominee", "a Texas businessman".
 */
export function readDescriptors(context: RelationContext, descriptors: readonly Descriptor[]): RelationFind[] {
  return descriptors.flatMap((descriptor) => readDescriptor(context, descriptor));
}

function readDescriptor(context: RelationContext, descriptor: Descriptor): RelationFind[] {
  const { person, role, confidence, reason } = descriptor;
  const lemma = roleLemma(context, role);
  const parties = partiesOf(context, descriptor);
  const find = { subject: person, token: role, confidence, reason };
  const leads = PARTY_OFFICES.has(lemma) && !isOfState(context, descriptor);
  const employer = NO_OFFICES.has(lemma) || CANDIDACIES.has(lemma) ? undefined : findEmployer(context, descriptor);
  // "Labour leader Jane Doe" leads the party; "the Republican chairman of the committee" is a member of it.
  if (leads && parties.length > 0 && (!employer || employer.inferred)) {
    return parties.map(
      (party): RelationFind => ({
        ...find,
        object: party,
        predicate: "holds-position",
        detail: detailOf(context, descriptor, party),
      }),
    );
  }
  const finds = parties.map((party): RelationFind => ({ ...find, object: party, predicate: "member-of" }));
  if (employer && MEMBERSHIPS.has(lemma)) {
    if (!employer.inferred) finds.push({ ...find, object: employer.mention, predicate: "member-of" });
  } else if (employer) {
    const detail = detailOf(context, descriptor, employer.mention);
    finds.push(
      employer.inferred
        ? {
            ...find,
            object: employer.mention,
            predicate: "holds-position",
            detail,
            confidence: Math.min(confidence, SIGNS.inferred),
            reason: `${reason}, in the country at issue`,
          }
        : { ...find, object: employer.mention, predicate: "holds-position", detail },
    );
  } else if (NO_OFFICES.has(lemma) && !CANDIDACIES.has(lemma)) finds.push(...originOf(context, descriptor));
  return finds;
}

/** "Republican | secretary of state": the office is the state's, whatever its holder's party. */
function isOfState(context: RelationContext, { role, end }: Descriptor): boolean {
  const { tree } = context;
  if (!STATE_OFFICES.has(roleLemma(context, role)) || role + 1 >= end || tree.form(role + 1) !== "of") return false;
  return !namesBetween(context, role + 2, end).some((mention) => isParty(context, mention));
}

/** Parties in the modifiers of the role or its "of" phrase; a body of letters is one where only a party can stand. */
function partiesOf(context: RelationContext, { person, role, first, end }: Descriptor): number[] {
  const { tree } = context;
  const lemma = roleLemma(context, role);
  const slot = CANDIDACIES.has(lemma) || LAWMAKERS.has(lemma);
  const before = namesBetween(context, first, role).filter(
    (mention) => isParty(context, mention) || (slot && lemma !== "member" && isLettersOfParty(context, mention)),
  );
  if (before.length > 0) return before.slice(-1);
  if (
    !/^(?:member|candidate|nominee|leader|chairman|chair|senator|mp|lawmaker|deputy|chairwoman|activist|head)$/.test(
      lemma,
    )
  )
    return [];
  if (!/^(?:of|for|from|with)$/.test(role + 1 < end ? tree.form(role + 1) : "")) return [];
  return namesBetween(context, role + 1, Math.min(end, role + 5))
    .filter((mention) => mention !== person && isParty(context, mention))
    .slice(0, 1);
}

/** An acronym in P with nothing behind it but its letters: what "the GOP nominee" is nominated by. */
export function isLettersOfParty(context: RelationContext, mention: number): boolean {
  const { firstToken, endToken } = context.mentions[mention]!;
  if (endToken - firstToken > 1 || context.typeOf(mention) !== "organization") return false;
  return /^\p{Lu}{2,5}P$/u.test(context.tree.form(firstToken));
}

/** "the New York businessman", "American actress Jane Doe". */
function originOf(context: RelationContext, { person, role, first, confidence }: Descriptor): RelationFind[] {
  const place = namesBetween(context, first, role).findLast(
    (mention) => mention !== person && context.typeOf(mention) === "place",
  );
  if (place === undefined) return [];
  return [
    {
      subject: person,
      object: place,
      predicate: "based-in",
      token: role,
      confidence: Math.min(confidence, SIGNS.inferred),
      reason: "where the person is from",
    },
  ];
}

/** The title in the text's words, without article, party and employer. */
function detailOf(context: RelationContext, { role, first, end }: Descriptor, object: number): string {
  const { doc, tree, mentions } = context;
  const employer = mentions[object]!;
  const words: string[] = [];
  for (let t = first; t < end; t++) {
    if (t >= employer.firstToken && t < employer.endToken) {
      if (t > role) break;
      continue;
    }
    if (t > role && /^(?:,|and|who|which)$/.test(tree.form(t))) break;
    if (tree.pos(t) === "DET" || tree.pos(t) === "PRON" || tree.xpos(t) === "POS") continue;
    const glued = words.length > 0 && doc.tokens[t - 1]!.end === doc.tokens[t]!.start;
    words.push(`${words.length > 0 && !glued ? " " : ""}${tree.form(t)}`);
  }
  return words
    .join("")
    .replace(/\s+(?:of|for|at|with|in|to|on)(?:\s+the)?$/i, "")
    .replace(/^[-–\s]+|[-–,\s]+$/g, "");
}
