// Runs the simulation outside the test runner: many seeds, or one seed with its story.
//
//   npm run simulate -- --runs 100000 --from 1      many worlds; the seeds of those that break a law are printed
//   npm run simulate -- --seed 4711                 one world, told step by step
//   npm run simulate -- --processes 2 ...           with as many processes at once, which agree by leases

import { parseArgs } from "node:util";
import { Disk } from "./disk.ts";
import { simulate } from "./simulate.ts";

const { values } = parseArgs({ options: { seed: { type: "string" }, runs: { type: "string", default: "10000" }, from: { type: "string", default: "1" }, processes: { type: "string", default: "1" } } });
const processes = Number(values.processes);
if (values.seed !== undefined) {
  const { broken } = await simulate({ seed: Number(values.seed), disk: await Disk.make(), processes, tell: (line) => console.log(line) });
  console.log(broken.length === 0 ? "Every law held." : `Broken:\n${broken.join("\n")}`);
  process.exitCode = broken.length === 0 ? 0 : 1;
} else {
  const disk = await Disk.make();
  const startedAt = performance.now();
  const [from, runs] = [Number(values.from), Number(values.runs)];
  const count = { documents: 0, kills: 0, broken: 0 };
  for (let seed = from; seed < from + runs; seed += 1) {
    const { broken, documents, kills } = await simulate({ seed, disk, processes });
    count.documents += documents;
    count.kills += kills;
    if (broken.length > 0) console.log(`seed ${seed}: ${broken[0]}`);
    if (broken.length > 0) count.broken += 1;
  }
  console.log(`${runs} worlds in ${Math.round((performance.now() - startedAt) / 100) / 10} s: ${count.documents} documents acknowledged, ${count.kills} kills, ${count.broken} worlds in which a law was broken.`);
  process.exitCode = count.broken === 0 ? 0 : 1;
}
