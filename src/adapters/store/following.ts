// Everything that the store keeps for following: events, webhooks, watches, pages of documents.

import type { FollowStore } from "../../flows/following/followPorts.ts";
import { documentPagesIn } from "./documentPages.ts";
import { eventsIn } from "./events.ts";
import type { Database } from "./store.ts";
import { watchesIn } from "./watches.ts";
import { webhooksIn } from "./webhooks.ts";

/** What is kept for following in an open database. */
export const followingIn = (db: Database): FollowStore => ({ events: eventsIn(db), webhooks: webhooksIn(db), watches: watchesIn(db), pages: documentPagesIn(db) });
