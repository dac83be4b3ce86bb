// Saving, for the console's forms.

export { saveFile } from "../frame/saving.ts";
