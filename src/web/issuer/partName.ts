// Parts of what was issued together, by their names.

import { visible } from "../../words/visible.ts";
import { says } from "./says.ts";

/** The name of a part, such as "PDF"; a part that this page does not know, as it stands. */
export const partName = (role: string): string => (Object.hasOwn(says.issue.roles, role) ? says.issue.roles[role]! : visible(role));

/** The part's name to stand behind that of a document; nothing for a document that was issued alone. */
export const partBehind = (role: string | undefined): string => (role === undefined ? "" : ` · ${partName(role)}`);
