// Scripts: which writing systems a word is written in (Unicode, UTS 24 and UTS 39 part 5).

/** Every script of Unicode 15, by its ISO 15924 code. An engine that does not know one yet has no character of it either. */
const CODES =
  "Adlm Aghb Ahom Arab Armi Armn Avst Bali Bamu Bass Batk Beng Bhks Bopo Brah Brai Bugi Buhd Cakm Cans Cari Cham Cher Chrs Copt Cpmn Cprt Cyrl Deva Diak Dogr Dsrt Dupl Egyp Elba Elym Ethi Geor Glag Gong Gonm Goth Gran Grek Gujr Guru Hang Hani Hano Hatr Hebr Hira Hluw Hmng Hmnp Hung Ital Java Kali Kana Kawi Khar Khmr Khoj Kits Knda Kthi Lana Laoo Latn Lepc Limb Lina Linb Lisu Lyci Lydi Mahj Maka Mand Mani Marc Medf Mend Merc Mero Mlym Modi Mong Mroo Mtei Mult Mymr Nagm Nand Narb Nbat Newa Nkoo Nshu Ogam Olck Orkh Orya Osge Osma Ougr Palm Pauc Perm Phag Phli Phlp Phnx Plrd Prti Rjng Rohg Runr Samr Sarb Saur Sgnw Shaw Shrd Sidd Sind Sinh Sogd Sogo Sora Soyo Sund Sylo Syrc Tagb Takr Tale Talu Taml Tang Tavt Telu Tfng Tglg Thaa Thai Tibt Tirh Tnsa Toto Ugar Vaii Vith Wara Wcho Xpeo Xsux Yezi Yiii Zanb";

const classes: readonly (readonly [code: string, members: RegExp])[] = CODES.split(" ").flatMap((code) => {
  try {
    return [[code, new RegExp(`\\p{Script_Extensions=${code}}`, "u")] as const];
  } catch {
    return [];
  }
});

/** What belongs to no script of its own: digits, signs, marks that go with any letter. */
const ANY_SCRIPT = /[\p{Script_Extensions=Zyyy}\p{Script_Extensions=Zinh}]/u;

const known = new Map<string, ReadonlySet<string> | null>();

/** The scripts that a character is written in; `null` when it goes with all of them. */
function scriptsOf(character: string): ReadonlySet<string> | null {
  const remembered = known.get(character);
  if (remembered !== undefined) return remembered;
  const scripts = ANY_SCRIPT.test(character) ? null : new Set(classes.flatMap(([code, members]) => (members.test(character) ? [code] : [])));
  known.set(character, scripts);
  return scripts;
}

/** Writing systems that use several scripts side by side, with Latin letters among them (UTS 39, highly restrictive). */
const SYSTEMS: readonly (readonly string[])[] = [
  ["Latn", "Hani", "Hira", "Kana"],
  ["Latn", "Hani", "Bopo"],
  ["Latn", "Hani", "Hang"],
];

/** Nearly every name, and those need no more thought. */
const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Whether one writing system can have written each word of the text. Different words may be of different scripts. */
export const isOfOneScriptAWord = (text: string): boolean => isAscii(text) || [...text.matchAll(WORD)].every(([word]) => isOfOneSystem(word));

function isOfOneSystem(word: string): boolean {
  const letters = [...new Set(word)].map(scriptsOf).filter((scripts) => scripts !== null);
  const [first] = letters;
  if (first === undefined) return true;
  const isIn = (system: readonly string[]): boolean => letters.every((scripts) => system.some((code) => scripts.has(code)));
  return [...first].some((code) => isIn([code])) || SYSTEMS.some(isIn);
}
