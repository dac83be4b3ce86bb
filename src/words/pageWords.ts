// What the page says around a verdict: labels, buttons, hints.

/** The words of the verification page. Functions take names that are fit to be shown. */
export interface PageWords {
  readonly title: string;
  readonly lead: string;
  readonly drop: string;
  readonly dropNow: string;
  readonly choose: string;
  readonly privacy: string;
  readonly sealHint: string;
  readonly expectedType: string;
  readonly anyType: string;
  readonly results: string;
  readonly clear: string;
  readonly remove: string;
  readonly stop: string;
  readonly again: string;
  readonly fromLink: string;
  removeNamed(name: string): string;
  stopNamed(name: string): string;
  againNamed(name: string): string;
  summary(count: number): string;

  readonly reading: string;
  readonly asking: string;
  progress(name: string): string;

  readonly todo: string;
  readonly documentType: string;
  readonly anchoredAt: string;
  readonly standing: string;
  readonly replacement: string;
  readonly predecessor: string;
  readonly checkPredecessor: string;
  /** Where its digest is not known: an earlier document is found by its own file alone. */
  readonly predecessorByFile: string;
  readonly vouching: string;
  readonly findings: string;
  readonly otherRecords: string;
  readonly details: string;
  withSeal(name: string): string;
  readonly withoutSeal: string;

  readonly evidence: string;
  readonly digest: string;
  readonly block: string;
  readonly noBlock: string;
  readonly checkedAt: string;
  blockNamed(number: number, chainId: number, time: string): string;
  readonly sent: string;
  readonly answer: string;
  readonly copy: string;
  readonly copied: string;
  readonly selected: string;

  readonly lonelySeal: string;
  lonelySealTodo(type: string): string;
  readonly noVerdict: string;
  readonly noVerdictMeans: string;
  readonly troubles: Readonly<Record<"unreadable_file" | "unreadable_answer" | "no_connection" | "stopped" | "bad_link", { readonly means: string; readonly todo: string }>>;
  readonly serviceSays: string;
  readonly requestId: string;

  readonly believes: string;
  readonly believesNobody: string;
  readonly believesUnknown: string;
  believedFor(types: string): string;
  servedBy(host: string): string;
  readonly documentation: string;
}
