// A JSON Schema (draft 2020-12) as a form reads it: of the schemas that the service hosts, the part about the subject.

import { jsonOf, PATIENCE_MS, request } from "../../frame/service.ts";
import { read } from "../answers.ts";

/** What may be filled in, by the name under which its schema is hosted. */
export const forms = { coo: "CertificateOfOriginCredential", aeo: "AEOCredential", toi: "TransportOperatorIdentifierCredential" } as const;
export type FormName = keyof typeof forms;

/** What each is anchored as. */
export const anchoredAs: Readonly<Record<FormName, string>> = { coo: "861", aeo: "AEO", toi: "TOI" };

/** Which of them have a PDF. */
export const hasPaper: Readonly<Record<FormName, boolean>> = { coo: true, aeo: true, toi: false };

/** Which of them are about an operator, who may consent to what is told of it. */
export const isOfOperator: Readonly<Record<FormName, boolean>> = { coo: false, aeo: true, toi: true };

/** As much of a schema as a form needs. */
export interface Schema {
  readonly type: "object" | "array" | "string" | "integer" | "boolean";
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  /** The service fills it in, and nobody is asked for it. */
  readonly readOnly?: boolean;
}

/** The schema of what is filled in. Rejects with `Unanswered`. */
export async function schemaOf(name: FormName): Promise<Schema> {
  const whole = await jsonOf(await request(`/schemas/${name}/v1.json`, { signal: AbortSignal.timeout(PATIENCE_MS) }));
  const { properties } = read<{ properties: Record<string, Schema> }>(whole, { properties: "object" });
  return read<Schema>(properties["credentialSubject"], { properties: "object" });
}

/** A member by its name, and whether it must be there. */
export interface Member {
  readonly name: string;
  readonly schema: Schema;
  readonly isRequired: boolean;
}

/** The members of an object that are asked for: those that must be there first, each group in the order of the schema. */
export function membersOf({ properties = {}, required = [] }: Schema): readonly Member[] {
  const asked = Object.entries(properties).filter(([, { readOnly }]) => readOnly !== true);
  const members = asked.map(([name, schema]) => ({ name, schema, isRequired: required.includes(name) }));
  return [...members.filter(({ isRequired }) => isRequired), ...members.filter(({ isRequired }) => !isRequired)];
}
